/** Lines of the quality queue that somebody has looked at and put aside, with the reason. */
import { date, record, text } from '../kernel/field.ts';

/** 미룬 점검. Id by rule, record and field: two who put the same line aside make one. */
export const putAside = record('put_aside', { ko: '미룬 점검', en: 'Put aside' }, {
  rule: text({ ko: '점검 항목', en: 'Rule', required: true, max: 60 }),
  record: text({ ko: '기록', en: 'Record', required: true, max: 60, help: '어느 기록의 줄인지' }),
  field: text({ ko: '항목', en: 'Field', max: 60 }),
  reason: text({ ko: '사유', en: 'Reason', required: true, max: 300 }),
  until_on: date({ ko: '이날까지', en: 'Until', help: '비워 두면 다시 꺼낼 때까지 미룹니다.' }),
});
