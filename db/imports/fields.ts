/** What was imported, from which file, with what outcome. */
import { int, long, record, text } from '../kernel/field.ts';

export const importBatch = record('import_batch', { ko: '가져오기', en: 'Import' }, {
  file_name: text({ ko: '파일', en: 'File', required: true, max: 300 }),
  file_sha256: text({ ko: '파일 지문', en: 'SHA-256', required: true, max: 64 }),
  target: text({ ko: '대상', en: 'Target', required: true, max: 60 }),
  encoding: text({ ko: '인코딩', en: 'Encoding', max: 20 }),
  mapping: long({ ko: '열 연결', en: 'Mapping' }),
  rows_total: int({ ko: '행', en: 'Rows', unit: '행' }),
  rows_created: int({ ko: '새 기록', en: 'Created', unit: '건' }),
  rows_matched: int({ ko: '기존 기록', en: 'Matched', unit: '건' }),
  rows_refused: int({ ko: '거절', en: 'Refused', unit: '건' }),
});
