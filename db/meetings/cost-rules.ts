/** The rules a meeting's cost is checked by on a day: the shipped examples with the office's own over them. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import { withParticle } from '../korean/particle.ts';
import type { Tx } from '../kernel/write.ts';
import { shippedCostRulesOn } from '../reference/cost-rules.ts';
import { costRule } from './fields.ts';

export type CostRuleValues = Values<typeof costRule.fields>;

export type CostRule = {
  /** Id of the office's own rule; null for a shipped example. */
  id: string | null;
  name: string; fund: string; checks: string; item: string | null; amount: number | null; level: string;
  valid_from: string; valid_until: string | null; is_off: boolean; source: string | null;
};

/** What a rule of the office replaces: the shipped one for the same fund, check and item. */
const keyOf = (rule: Pick<CostRule, 'fund' | 'checks' | 'item'>): string => `${rule.fund} ${rule.checks} ${rule.item ?? ''}`;

type Row = Omit<CostRule, 'is_off'> & { is_off: number | null };

/** Every rule of a day (`YYYY-MM-DD`), those switched off too. Of two of the office that overlap the later start wins, then the greater id. */
export const allCostRulesOn = (read: Reader, day: string): CostRule[] => {
  const rules = new Map<string, CostRule>();
  for (const one of shippedCostRulesOn(day)) {
    rules.set(keyOf(one), { id: null, name: one.ko, fund: one.fund, checks: one.checks, item: one.item, amount: one.amount, level: one.level, valid_from: one.validFrom, valid_until: one.validTo, is_off: false, source: one.source });
  }
  const own = read.all<Row>(
    `SELECT id, name, fund, checks, item, amount, level, valid_from, valid_until, is_off, source FROM cost_rule
     WHERE _del = 0 AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day) ORDER BY valid_from, id`, { day });
  for (const row of own) rules.set(keyOf(row), { ...row, is_off: row.is_off === 1 });
  return [...rules.values()];
};

/** The rules that are looked at on a day. */
export const costRulesOn = (read: Reader, day: string): CostRule[] => allCostRulesOn(read, day).filter((rule) => !rule.is_off && rule.level !== 'off');

/** Which checks compare with a number that must be given, and what it is. */
const needed: Readonly<Record<string, string>> = { 'prior-approval': '승인 없이 쓸 수 있는 금액', 'per-head': '1인당 한도', 'minutes-length': '글자 수', 'same-day': '하루에 쓸 수 있는 횟수' };

/** @throws Refusal `invalid` without the number the check compares with, or with an end before its start */
export const checkCostRule = (read: Reader, id: string): void => {
  const row = read.get<{ checks: string; amount: number | null; is_off: number | null; valid_from: string; valid_until: string | null }>('SELECT checks, amount, is_off, valid_from, valid_until FROM cost_rule WHERE id = ?', [id]);
  if (!row) return;
  const what = needed[row.checks];
  if (row.is_off !== 1 && what !== undefined && row.amount === null) throw new Refusal('invalid', `기준: ${withParticle(what, '을/를')} 적어 주세요.`, [{ field: 'amount', value: null, message: `${withParticle(what, '을/를')} 적어 주세요.` }]);
  if (row.valid_until !== null && row.valid_until < row.valid_from) {
    const message = `적용 끝(${row.valid_until})이 적용 시작(${row.valid_from})보다 빠릅니다.`;
    throw new Refusal('invalid', message, [{ field: 'valid_until', value: row.valid_until, message }]);
  }
};

/** Adds a rule of the office. @throws Refusal `invalid` */
export const addCostRule = (tx: Tx, values: Partial<CostRuleValues>): string => {
  const id = tx.create(costRule, values);
  checkCostRule(tx.read, id);
  return id;
};
