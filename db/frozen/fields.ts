/** A report as it was handed in (보고 확정): its numbers for ever, the definitions they were counted by, and a fingerprint of the records behind them. */
import { date, int, long, record, text } from '../kernel/field.ts';

/** Numbers of a table with a thousand rows are half a megabyte. */
const manyNumbers = 20_000_000;

export const frozenReport = record('frozen_report', { ko: '제출본', en: 'Frozen report' }, {
  report: text({ ko: '표', en: 'Report', required: true, max: 20 }),
  title: text({ ko: '제목', en: 'Title', required: true }),
  submitted_on: date({ ko: '제출일', en: 'Submitted on', required: true }),
  submitted_to: text({ ko: '제출처', en: 'Submitted to', required: true, max: 100 }),
  submitted_by: text({ ko: '제출자', en: 'Submitted by', required: true, max: 60 }),
  document_no: text({ ko: '문서번호', en: 'Document number', max: 60 }),
  note: long({ ko: '비고', en: 'Note', max: 2000 }),
  params: long({ ko: '조건', en: 'Parameters', required: true }),
  definitions: long({ ko: '지표 정의', en: 'Definitions', required: true, max: manyNumbers }),
  numbers: long({ ko: '숫자', en: 'Numbers', required: true, max: manyNumbers }),
  /** Clock of the newest operation the numbers were counted from. */
  clock: int({ ko: '자료 시점', en: 'Clock of the data', required: true }),
  records: int({ ko: '기록 수', en: 'Records', required: true }),
  /** SHA-256 of the ids behind each cell, which lie beside the database like attachments. */
  ids_sha256: text({ ko: '기록 지문', en: 'Fingerprint of the records', required: true, max: 64 }),
  withdrawn_on: date({ ko: '철회일', en: 'Withdrawn on' }),
  withdrawn_reason: long({ ko: '철회 사유', en: 'Reason', max: 2000 }),
}, {
  rules: [(values) => (values.withdrawn_on !== null && values.withdrawn_reason === null ? { field: 'withdrawn_reason', value: null, message: '철회 사유: 왜 철회하는지 적어 주세요.' } : null)],
});
