/** Limits of a task's money that a change may not break: paid out, spent on an item, returned. */
import { Refusal } from '../errors.ts';
import { withParticle } from '../korean/particle.ts';
import { formatWonWithUnit } from '../korean/parse-won.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { periodRuleOn, ruleDayOf } from '../program/rules.ts';
import type { RuleLevel } from '../program/rule-types.ts';
import { costItemLabel } from '../reference/cost-items.ts';

/** A sum beyond its limit. */
export type BrokenLimit = {
  /** `paid`, `returned` or `item <code>`. */
  key: string;
  level: Exclude<RuleLevel, 'off'>;
  /** Won beyond the limit. */
  over: number;
  /** Names the sum, the limit and what can be done. */
  message: string;
};

type TaskRow = { fund_national: number | null; returned: number | null; program_year: number | null; decided_on: string | null; found_on: string | null };

const money = (won: number): string => formatWonWithUnit(won);

/** What may be spent on an item of this budget, in won: the budget and `percent` of it more, rounded down. */
export const itemLimit = (budget: number, percent: number): number => Number((BigInt(budget) * BigInt(100 + percent)) / 100n);

/** National money paid out to a task. */
export const nationalPaid = (read: Reader, task: string): number =>
  read.value<number>("SELECT coalesce(sum(amount), 0) FROM payment WHERE task = ? AND fund = 'national' AND _del = 0", [task]) ?? 0;

const overPaid = (row: TaskRow, paid: number): BrokenLimit[] => {
  const limit = row.fund_national ?? 0;
  if (paid <= limit) return [];
  const over = paid - limit;
  const message = row.fund_national === null
    ? `국비가 적혀 있지 않아 ${money(paid)}을 교부할 수 없습니다. 사업비 구성에 국비를 먼저 적어 주세요.`
    : `국비 교부액의 합 ${money(paid)}이 이 과제의 국비 ${money(limit)}을 ${money(over)} 넘습니다. 교부액을 ${money(over)} 줄이거나 사업비 구성의 국비를 먼저 고쳐 주세요.`;
  return [{ key: 'paid', level: 'block', over, message }];
};

const overReturned = (row: TaskRow, paid: number): BrokenLimit[] => {
  const over = (row.returned ?? 0) - paid;
  return over <= 0 ? [] : [{ key: 'returned', level: 'block', over, message: `중단 반납액 ${money(row.returned ?? 0)}이 교부한 국비 ${money(paid)}보다 ${money(over)} 많습니다. 반납액이나 교부를 확인해 주세요.` }];
};

const overItems = (read: Reader, task: string, row: TaskRow): BrokenLimit[] => {
  const day = ruleDayOf(row);
  const rule = day === null ? null : periodRuleOn(read, day);
  const level = rule?.cap_level ?? 'warn';
  const budgets = new Map(read.all<{ item: string; amount: number }>('SELECT item, amount FROM task_budget WHERE task = ? AND _del = 0', [task]).map((one) => [one.item, one.amount]));
  // Without a budget by item there is nothing to hold the spending against.
  if (level === 'off' || budgets.size === 0) return [];
  const percent = rule?.item_change_percent ?? 0;
  return read.all<{ item: string; amount: number }>('SELECT item, sum(amount) AS amount FROM spending WHERE task = ? AND _del = 0 GROUP BY item ORDER BY item', [task]).flatMap(({ item, amount }) => {
    const budget = budgets.get(item) ?? 0;
    const limit = itemLimit(budget, percent);
    if (amount <= limit) return [];
    const allowed = percent > 0 && budget > 0 ? `예산 ${money(budget)}에 전용 한도 ${percent}%를 더한 ${money(limit)}` : `예산 ${money(budget)}`;
    return [{ key: `item ${item}`, level, over: amount - limit,
      message: `${costItemLabel(item)} 집행액의 합 ${money(amount)}이 ${withParticle(allowed, '을/를')} ${money(amount - limit)} 넘습니다. 집행액을 줄이거나 비목 예산을 먼저 고쳐 주세요.` }];
  });
};

/** Every limit of a task that is broken now; a task that has not arrived has none. */
export const brokenLimits = (read: Reader, task: string): BrokenLimit[] => {
  const row = read.get<TaskRow>('SELECT fund_national, returned, program_year, decided_on, found_on FROM task WHERE id = ?', [task]);
  if (!row) return [];
  const paid = nationalPaid(read, task);
  return [...overPaid(row, paid), ...overReturned(row, paid), ...overItems(read, task, row)];
};

/**
 * Runs a change of a task's money. What it breaks, or breaks further, is refused; what was broken before it can still be mended step by step.
 * @param field the field the page puts the cursor on
 * @throws Refusal `invalid`
 */
export const keepLimits = <T>(tx: Tx, task: string, field: string, change: () => T): T => {
  const before = new Map(brokenLimits(tx.read, task).map((limit) => [limit.key, limit.over]));
  const result = change();
  const broken = brokenLimits(tx.read, task).filter((limit) => limit.level === 'block' && limit.over > (before.get(limit.key) ?? 0));
  const [first] = broken;
  if (first) throw new Refusal('invalid', first.message, broken.map((limit) => ({ field, value: limit.over, message: limit.message })));
  return result;
};
