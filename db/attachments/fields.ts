/** Attachments (첨부): what a file is and where it belongs. The bytes lie beside the database, named by their SHA-256 (exchange.md 3.12). */
import { choice, int, record, text } from '../kernel/field.ts';
import { attachmentKinds, attachmentOwners } from './choices.ts';

export const attachment = record('attachment', { ko: '첨부', en: 'Attachment' }, {
  owner_table: choice({ ko: '붙은 곳', en: 'Belongs to', required: true, choices: attachmentOwners }),
  owner: text({ ko: '기록', en: 'Record', required: true, max: 64 }),
  kind: choice({ ko: '종류', en: 'Kind', required: true, choices: attachmentKinds }),
  name: text({ ko: '파일 이름', en: 'File name', required: true, max: 255, search: true }),
  mime: text({ ko: '형식', en: 'Type', required: true, max: 100 }),
  size: int({ ko: '크기', en: 'Size', required: true, unit: '바이트' }),
  sha256: text({ ko: '지문', en: 'SHA-256', required: true, max: 64 }),
  /** Whose signature it is, where it is one. */
  person: text({ ko: '서명한 사람', en: 'Signed by', max: 64, personal: true }),
  note: text({ ko: '설명', en: 'Note', max: 300 }),
});
