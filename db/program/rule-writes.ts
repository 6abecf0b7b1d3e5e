/** Rules an office sets: made, changed and taken away, each one undo step. A rule's id follows from its type and its first day. */
import { Refusal } from '../errors.ts';
import type { Cell, Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { refuseOverlappingPeriod, refuseOverlappingSupport, refuseSameName } from './check.ts';
import { periodRule, supportRule } from './fields.ts';
import { supportRulesOn } from './rules.ts';

export type SupportRuleValues = Values<typeof supportRule.fields>;
export type PeriodRuleValues = Values<typeof periodRule.fields>;

const fieldsOf = <V>(names: readonly string[], values: Readonly<Record<string, unknown>>): V =>
  // The names are those of the declaration V was made from.
  Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as V;

const supportFields = Object.keys(supportRule.fields);
const periodFields = Object.keys(periodRule.fields);

const stored = (tx: Tx, table: string, id: string): Record<string, Cell> => {
  const row = tx.read.get<Record<string, Cell>>(`SELECT * FROM ${table} WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '규칙을 찾을 수 없습니다. 목록을 새로 고친 뒤 다시 시도하세요.', [{ field: '', value: id, message: id }]);
  return row;
};

// After the write, so that a wrong value is refused as a wrong value.
const refuseContradictions = (tx: Tx, values: SupportRuleValues, id: string): void => {
  refuseOverlappingSupport(tx.read, values, id);
  if (values.is_off !== 1) refuseSameName(supportRulesOn(tx.read, values.valid_from), values);
};

/**
 * The office's rule for a support type in a period. A new type needs no code: it goes by its name.
 * @throws Refusal `invalid`
 */
export const addSupportRule = (tx: Tx, given: Partial<SupportRuleValues>): string => {
  // A record made anew under the id of a removed one must not keep what that one held: every field is said.
  const values = fieldsOf<SupportRuleValues>(supportFields, { ...given, code: given.code ?? given.name?.slice(0, 60) });
  const id = relationId('support_rule', values.code, values.valid_from);
  if (tx.read.value<number>('SELECT 1 FROM support_rule WHERE id = ? AND _del = 0', [id]) === 1) refuseOverlappingSupport(tx.read, values, '');
  tx.create(supportRule, values, id);
  refuseContradictions(tx, values, id);
  return id;
};

/** @returns id of the rule, another one when type or first day changed. @throws Refusal `not-found`, `invalid`, `conflict` */
export const changeSupportRule = (tx: Tx, id: string, patch: Partial<SupportRuleValues>, was?: Partial<SupportRuleValues>): string => {
  const before = stored(tx, 'support_rule', id);
  tx.change(supportRule, id, patch, was);
  const values = fieldsOf<SupportRuleValues>(supportFields, { ...before, ...patch });
  if (values.code !== before['code'] || values.valid_from !== before['valid_from']) {
    tx.remove(supportRule, id);
    return addSupportRule(tx, values);
  }
  refuseContradictions(tx, values, id);
  return id;
};

/** @throws Refusal `invalid` */
export const addPeriodRule = (tx: Tx, given: Partial<PeriodRuleValues>): string => {
  const id = tx.create(periodRule, given);
  refuseOverlappingPeriod(tx.read, fieldsOf<PeriodRuleValues>(periodFields, given), id);
  return id;
};

/** @throws Refusal `not-found`, `invalid`, `conflict` */
export const changePeriodRule = (tx: Tx, id: string, patch: Partial<PeriodRuleValues>, was?: Partial<PeriodRuleValues>): void => {
  tx.change(periodRule, id, patch, was);
  refuseOverlappingPeriod(tx.read, fieldsOf<PeriodRuleValues>(periodFields, stored(tx, 'period_rule', id)), id);
};
