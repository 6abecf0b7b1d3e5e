/** What becomes of a task: mid-checks, outputs, results by year, the R&D that followed. */
import { choice, date, flag, int, link, long, record, text, won } from '../kernel/field.ts';
import { midCheckResults, outputKinds } from '../reference/choices/evaluation.ts';

export const midCheck = record('mid_check', { ko: '중간점검', en: 'Mid-check' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  on_date: date({ ko: '점검일', en: 'Checked on', required: true }),
  checker: link({ ko: '점검자', en: 'Checker', required: true, to: 'person' }),
  result: choice({ ko: '점검 결과', en: 'Result', required: true, choices: midCheckResults }),
  opinion: long({ ko: '의견', en: 'Opinion' }),
});

export const output = record('output', { ko: '성과', en: 'Output' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  kind: choice({ ko: '성과 종류', en: 'Kind', required: true, choices: outputKinds }),
  title: text({ ko: '성과명', en: 'Title', required: true, max: 300, search: true }),
  number: text({ ko: '번호', en: 'Number', max: 60, help: '출원·등록·인증 번호' }),
  on_date: date({ ko: '날짜', en: 'Date' }),
  amount: won({ ko: '금액', en: 'Amount', help: '기술이전료, 계약 금액' }),
  memo: text({ ko: '비고', en: 'Memo', max: 500 }),
});

/** 연도별 성과: what a task brought its firm in one calendar year. Id by task and year. */
export const performance = record('performance', { ko: '연도별 성과', en: 'Results of a year' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 2000, max: 2100 }),
  is_commercialised: flag({ ko: '사업화', en: 'Commercialised' }),
  sales: won({ ko: '매출', en: 'Sales' }),
  exports_usd: int({ ko: '수출', en: 'Exports', unit: '달러' }),
  new_jobs: int({ ko: '신규 고용', en: 'New jobs', unit: '명', max: 100_000 }),
  cost_saving: won({ ko: '비용 절감', en: 'Cost saved' }),
  memo: text({ ko: '비고', en: 'Memo', max: 500 }),
});

/** 후속 R&D: a larger program the firm moved on to. */
export const followOn = record('follow_on', { ko: '후속 R&D', en: 'Follow-on R&D' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  program: text({ ko: '사업명', en: 'Program', required: true }),
  body: text({ ko: '지원기관', en: 'Body', max: 200 }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 2000, max: 2100 }),
  amount: won({ ko: '금액', en: 'Amount' }),
  memo: text({ ko: '비고', en: 'Memo', max: 500 }),
});
