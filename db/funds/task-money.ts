/** All money of one task, as its panel shows it: split, shares, items, payments, spending, settlement, and what is not right. */
import { query } from '../kernel/query.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { periodRuleOn, ruleDayOf, supportRuleOn } from '../program/rules.ts';
import { costItemLabel, costItemsOn, itemUseOf, type CostItem } from '../reference/cost-items.ts';
import { fundKinds } from '../reference/choices/money.ts';
import { itemLimit } from './limits.ts';
import { noticesOf, type FundNotice } from './notices.ts';
import { checkShares, type ShareCheck } from './share-hint.ts';
import { percentOf } from './shares.ts';

export type FundKind = (typeof fundKinds)[number]['code'];

/** The fields of a task in which each fund stands. */
export const fundFields = { national: 'fund_national', local: 'fund_local', 'private-cash': 'fund_private_cash', 'private-in-kind': 'fund_private_in_kind' } as const satisfies Record<FundKind, string>;

export type TaskFundsRow = {
  id: string; title: string; status: string; support_type: string | null; size_class_at_decision: string | null;
  program_year: number | null; decided_on: string | null; found_on: string | null; agreed_on: string | null; settled_on: string | null;
  granted: number | null; fund_national: number | null; fund_local: number | null; fund_private_cash: number | null; fund_private_in_kind: number | null; total_cost: number | null;
  returned: number | null; settled_amount: number | null; unused_returned: number | null; royalty: number | null;
};

export type PaymentLine = { id: string; paid_on: string | null; amount: number | null; fund: FundKind | null; memo: string | null };
export type SpendingLine = { id: string; spent_on: string | null; item: string | null; amount: number | null; fund: FundKind | null; evidence: string | null; memo: string | null };

export type FundLine = {
  fund: FundKind; field: (typeof fundFields)[FundKind]; amount: number | null;
  /** Percent of the total, one decimal. */
  percent: string | null;
  paid: number; spent: number;
  /** Amount less what is spent. */
  left: number;
};

export type ItemLine = {
  item: string; label: string; use: CostItem['use'] | null; cost: CostItem['cost'] | null;
  /** Of this task's era; an item of another era stays and is shown. */
  isOffered: boolean;
  budget: number | null; spent: number; left: number;
  /** Of the budget of all items, one decimal. */
  percent: string | null;
  /** Budget and the allowed change; null without a budget. */
  limit: number | null;
  isOver: boolean;
};

export type Settlement = { paid: number; spent: number; settled: number | null; returned: number | null; difference: number; fill: { settled_amount: number; unused_returned: number } | null };

export type TaskMoney = {
  task: TaskFundsRow;
  /** Day whose rules and cost items hold; null when the task has no date. */
  day: string | null;
  supportName: string | null;
  total: number; paid: number; spent: number; left: number;
  /** Spent of the total, one decimal. */
  rate: string | null;
  funds: FundLine[];
  share: ShareCheck | null;
  items: ItemLine[];
  budgetTotal: number;
  /** Budget by item less total cost; null while there is no budget by item. */
  budgetDifference: number | null;
  /** Allowed change of an item, in percent of its budget. */
  changePercent: number;
  payments: PaymentLine[];
  spendings: SpendingLine[];
  settlement: Settlement;
  notices: FundNotice[];
};

const sumOf = (rows: readonly { amount: number | null }[]): number => rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);

const itemLines = (day: string | null, supportType: string | null, budgets: ReadonlyMap<string, number>, spendings: readonly SpendingLine[], percent: number): ItemLine[] => {
  const use = itemUseOf(supportType);
  const whole = [...budgets.values()].reduce((sum, amount) => sum + amount, 0);
  const offered = costItemsOn(day ?? new Date().toISOString().slice(0, 10));
  const spentOn = new Map<string, number>();
  for (const { item, amount } of spendings) if (item !== null) spentOn.set(item, (spentOn.get(item) ?? 0) + (amount ?? 0));
  const used = [...new Set([...budgets.keys(), ...spentOn.keys()])];
  const shown = offered.filter((one) => use === null || one.use === use || used.includes(one.code));
  const line = (item: string, known: CostItem | undefined): ItemLine => {
    const [budget, spent] = [budgets.get(item) ?? null, spentOn.get(item) ?? 0];
    const limit = budget === null ? null : itemLimit(budget, percent);
    const share = budget === null ? null : percentOf(budget, whole);
    return { item, label: known?.ko ?? costItemLabel(item), use: known?.use ?? null, cost: known?.cost ?? null, isOffered: known !== undefined, budget, spent, left: (budget ?? 0) - spent, percent: share, limit, isOver: budgets.size > 0 && spent > (limit ?? 0) };
  };
  return [...shown.map((one) => line(one.code, one)), ...used.filter((code) => !shown.some((one) => one.code === code)).sort().map((code) => line(code, undefined))];
};

const settlementOf = (row: TaskFundsRow, payments: readonly PaymentLine[], spendings: readonly SpendingLine[]): Settlement => {
  const [paid, spent] = [sumOf(payments.filter((one) => one.fund === 'national')), sumOf(spendings.filter((one) => one.fund === 'national'))];
  const { settled_amount: settled, unused_returned: returned } = row;
  const difference = paid - (settled ?? 0) - (returned ?? 0);
  const amount = settled ?? Math.min(spent, paid);
  return { paid, spent, settled, returned, difference, fill: paid > 0 && difference !== 0 && amount <= paid ? { settled_amount: amount, unused_returned: paid - amount } : null };
};

/**
 * Everything about the money of a task.
 * @throws Refusal `not-found`
 */
export const taskMoney = (read: Reader, id: string): TaskMoney => {
  const task = read.get<TaskFundsRow>(
    `SELECT id, title, status, support_type, size_class_at_decision, program_year, decided_on, found_on, agreed_on, settled_on, granted,
       fund_national, fund_local, fund_private_cash, fund_private_in_kind, total_cost, returned, settled_amount, unused_returned, royalty FROM task WHERE id = ?`, [id]);
  if (!task) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const payments = read.all<PaymentLine>('SELECT id, paid_on, amount, fund, memo FROM payment WHERE task = ? AND _del = 0 ORDER BY paid_on, n', [id]);
  const spendings = read.all<SpendingLine>('SELECT id, spent_on, item, amount, fund, evidence, memo FROM spending WHERE task = ? AND _del = 0 ORDER BY spent_on, n', [id]);
  const budgets = new Map(read.all<{ item: string; amount: number }>('SELECT item, amount FROM task_budget WHERE task = ? AND _del = 0 ORDER BY n', [id]).map((row) => [row.item, row.amount]));
  const day = ruleDayOf(task);
  const rule = day === null || task.support_type === null ? null : supportRuleOn(read, task.support_type, day);
  const period = day === null ? null : periodRuleOn(read, day);
  const changePercent = period?.item_change_percent ?? 0;
  const total = task.total_cost ?? 0;
  const funds = fundKinds.map(({ code }): FundLine => {
    const field = fundFields[code];
    const spent = sumOf(spendings.filter((one) => one.fund === code));
    return { fund: code, field, amount: task[field], percent: percentOf(task[field] ?? 0, total), paid: sumOf(payments.filter((one) => one.fund === code)), spent, left: (task[field] ?? 0) - spent };
  });
  const spent = sumOf(spendings);
  const budgetTotal = [...budgets.values()].reduce((sum, amount) => sum + amount, 0);
  const money: Omit<TaskMoney, 'notices'> = {
    task, day, supportName: rule?.name ?? null, total, paid: sumOf(payments), spent, left: total - spent, rate: percentOf(spent, total), funds,
    share: checkShares(task, rule, task.size_class_at_decision), items: itemLines(day, task.support_type, budgets, spendings, changePercent),
    budgetTotal, budgetDifference: budgets.size === 0 ? null : budgetTotal - total, changePercent, payments, spendings, settlement: settlementOf(task, payments, spendings),
  };
  return { ...money, notices: noticesOf(read, money, period?.share_level ?? 'warn') };
};

/** The same in a reader thread. */
export const taskMoneyQuery = query('funds.of-task', (read, { id }: { id: string }) => taskMoney(read, id));
