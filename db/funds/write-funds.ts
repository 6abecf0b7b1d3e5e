/** Changes of money, each one undo step with a name of its own: `교부 등록: 도금 불량 개선 2012-05-02 50,000,000원`. */
import { Refusal } from '../errors.ts';
import { formatNumber } from '../korean/parse-number.ts';
import { relationId } from '../kernel/id.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { costItemLabel } from '../reference/cost-items.ts';
import { changeTask } from '../tasks/change.ts';
import type { task } from '../tasks/fields.ts';
import { officeBudget, payment, spending, taskBudget } from './fields.ts';
import { keepLimits } from './limits.ts';

export type PaymentValues = Values<typeof payment.fields>;
export type SpendingValues = Values<typeof spending.fields>;

/** Fields of a task that are its money; everything else is changed where the task is. */
export const moneyFields = ['fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind', 'granted', 'returned', 'settled_on', 'settled_amount', 'unused_returned', 'royalty'] as const;
export type MoneyValues = Pick<Values<typeof task.fields>, (typeof moneyFields)[number]>;

const gone = (ko: string): Refusal => new Refusal('not-found', `${ko} 기록이 없거나 삭제되었습니다. 화면을 새로 고친 뒤 다시 시도하세요.`);

/** @throws Refusal `not-found` when the task is not there */
export const taskTitle = (read: Reader, id: string): string => {
  const title = read.value<string>('SELECT title FROM task WHERE id = ? AND _del = 0', [id]);
  if (title === undefined) throw gone('애로과제');
  return title;
};

/** What a payment or spending is called in the list of recent actions. */
export const moneyName = (read: Reader, table: 'payment' | 'spending', id: string): string => {
  const row = read.get<{ title: string | null; on: string | null; item: string | null; amount: number | null }>(
    table === 'payment' ? 'SELECT t.title, p.paid_on AS "on", NULL AS item, p.amount FROM payment p LEFT JOIN task t ON t.id = p.task WHERE p.id = ?'
      : 'SELECT t.title, p.spent_on AS "on", p.item, p.amount FROM spending p LEFT JOIN task t ON t.id = p.task WHERE p.id = ?', [id]);
  return row ? [row.title, row.on, row.item === null ? null : costItemLabel(row.item), row.amount === null ? null : `${formatNumber(row.amount)}원`].filter(Boolean).join(' ') : '';
};

const taskOf = (read: Reader, table: 'payment' | 'spending', id: string): string => {
  const found = read.value<string>(`SELECT task FROM ${table} WHERE id = ? AND _del = 0`, [id]);
  if (found === undefined) throw gone(table === 'payment' ? '교부' : '집행');
  return found;
};

// A sum belongs to the task it was paid for; moved to another, both limits would have to be judged.
const refuseMove = (patch: Readonly<Record<string, unknown>>): void => {
  if ('task' in patch) throw new Refusal('invalid', '다른 과제로 옮길 수 없습니다. 지우고 그 과제에 다시 적어 주세요.', [{ field: 'task', message: '다른 과제로 옮길 수 없습니다.' }]);
};

export const createPayment = (tx: Tx, values: Partial<PaymentValues> & { task: string }): string => keepLimits(tx, values.task, 'amount', () => tx.create(payment, values));
export const createSpending = (tx: Tx, values: Partial<SpendingValues> & { task: string }): string => keepLimits(tx, values.task, 'amount', () => tx.create(spending, values));

export const changePayment = (tx: Tx, id: string, patch: Partial<PaymentValues>, was?: Partial<PaymentValues>): void => {
  refuseMove(patch);
  keepLimits(tx, taskOf(tx.read, 'payment', id), 'amount', () => tx.change(payment, id, patch, was));
};
export const changeSpending = (tx: Tx, id: string, patch: Partial<SpendingValues>, was?: Partial<SpendingValues>): void => {
  refuseMove(patch);
  keepLimits(tx, taskOf(tx.read, 'spending', id), 'amount', () => tx.change(spending, id, patch, was));
};

/** Takes payments out; what was returned may not be more than what is left. */
export const removePayment = (tx: Tx, id: string): void => keepLimits(tx, taskOf(tx.read, 'payment', id), 'amount', () => tx.remove(payment, id));
export const removeSpending = (tx: Tx, id: string): void => tx.remove(spending, id);

/** Changes the split or the settlement of a task. @throws Refusal `invalid`, also for a field that is no money */
export const changeMoney = (tx: Tx, id: string, patch: Partial<MoneyValues>, was?: Partial<MoneyValues>): void => {
  const strange = Object.keys(patch).find((name) => !moneyFields.some((field) => field === name));
  if (strange !== undefined) throw new Refusal('invalid', '사업비가 아닌 항목입니다. 과제의 개요에서 고쳐 주세요.', [{ field: strange, message: '사업비가 아닌 항목입니다.' }]);
  changeTask(tx, id, patch, was);
};

/** Sets, changes or (null) takes out the budget of one cost item. Lowering a budget is told, not refused: a change between items takes two steps. */
export const setTaskBudget = (tx: Tx, of: string, item: string, amount: number | null): void => {
  const id = relationId('task_budget', of, item);
  if (amount !== null) tx.create(taskBudget, { task: of, item, amount }, id);
  else if (tx.read.value<number>('SELECT 1 FROM task_budget WHERE id = ? AND _del = 0', [id]) === 1) tx.remove(taskBudget, id);
};

export type OfficeBudgetKey = { office: string; support_type: string; program_year: number };

/** Sets, changes or (null) takes out the national money an office has for a support type in a program year. */
export const setOfficeBudget = (tx: Tx, { office, support_type, program_year }: OfficeBudgetKey, amount: number | null, memo?: string | null): void => {
  const id = relationId('office_budget', office, support_type, String(program_year));
  if (amount !== null) tx.create(officeBudget, { office, support_type, program_year, amount, ...(memo === undefined ? {} : { memo }) }, id);
  else if (tx.read.value<number>('SELECT 1 FROM office_budget WHERE id = ? AND _del = 0', [id]) === 1) tx.remove(officeBudget, id);
};
