/** Money of a task: budget by cost item, payments (교부), spending (집행); and the budgets of an office. Whole won. */
import { choice, date, int, link, long, record, text, won } from '../kernel/field.ts';
import { costItemLabel } from '../reference/cost-items.ts';
import { fundKinds } from '../reference/choices/money.ts';
import { supportTypeLabel } from '../reference/support-types.ts';

/** 비목별 예산: what a task may spend on one cost item of its era. Id by task and item. */
export const taskBudget = record('task_budget', { ko: '비목 예산', en: 'Budget of a cost item' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  item: text({ ko: '비목', en: 'Cost item', required: true, max: 60, show: (code) => costItemLabel(code) }),
  amount: won({ ko: '예산', en: 'Budget', required: true }),
});

/** 교부: money paid out to a task. */
export const payment = record('payment', { ko: '교부', en: 'Payment' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  paid_on: date({ ko: '교부일', en: 'Paid on', required: true }),
  amount: won({ ko: '교부액', en: 'Amount', required: true }),
  fund: choice({ ko: '재원', en: 'Fund', required: true, choices: fundKinds }),
  memo: text({ ko: '비고', en: 'Memo', max: 500 }),
});

/** 집행: money a task has spent, with its evidence. */
export const spending = record('spending', { ko: '집행', en: 'Spending' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  spent_on: date({ ko: '집행일', en: 'Spent on', required: true }),
  item: text({ ko: '비목', en: 'Cost item', required: true, max: 60, show: (code) => costItemLabel(code) }),
  amount: won({ ko: '집행액', en: 'Amount', required: true }),
  fund: choice({ ko: '재원', en: 'Fund', required: true, choices: fundKinds }),
  evidence: text({ ko: '증빙', en: 'Evidence', max: 300 }),
  memo: text({ ko: '비고', en: 'Memo', max: 500 }),
});

/** 지사 예산: national money of an office for a support type in a program year. Id by the three. */
export const officeBudget = record('office_budget', { ko: '지사 예산', en: 'Budget of an office' }, {
  office: text({ ko: '지사', en: 'Office', required: true }),
  support_type: text({ ko: '지원유형', en: 'Support type', required: true, max: 60, show: (code) => supportTypeLabel(code) }),
  program_year: int({ ko: '차년도', en: 'Program year', required: true, unit: '차', min: 1, max: 99 }),
  amount: won({ ko: '예산', en: 'Budget', required: true }),
  memo: long({ ko: '비고', en: 'Note' }),
});
