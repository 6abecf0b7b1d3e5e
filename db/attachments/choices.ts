import type { Choice } from '../kernel/choice.ts';

/** Record tables that can have attachments. */
export const attachmentOwners = [
  { code: 'session', ko: '상담', en: 'Session' },
  { code: 'meeting', ko: '회의', en: 'Meeting' },
  { code: 'task', ko: '애로과제', en: 'Difficulty task' },
  { code: 'organisation', ko: '기업·기관', en: 'Organisation' },
] as const satisfies readonly Choice[];

export const attachmentKinds = [
  { code: 'photo', ko: '사진', en: 'Photo' },
  { code: 'document', ko: '문서', en: 'Document' },
  { code: 'scan', ko: '확인서 스캔', en: 'Scan of a confirmation' },
  { code: 'signature', ko: '서명', en: 'Signature' },
] as const satisfies readonly Choice[];
