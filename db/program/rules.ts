/** The rules of a day: the shipped ones with the office's own over them. A task of 2010 is judged by the rules of 2010. */
import type { Reader } from '../kernel/reader.ts';
import type { Cell } from '../kernel/field.ts';
import { valuesSql } from '../kernel/values.ts';
import { periodRule, supportRule } from './fields.ts';
import type { PeriodRule, RouteCode, RuleLevel, StateCode, SupportRule } from './rule-types.ts';
import { shippedPeriodRuleOn, shippedSupportRulesOn } from './shipped.ts';

export { ruleDayOf } from './choices.ts';
export type { PeriodRule, RuleLevel, SupportRule } from './rule-types.ts';

type Row = Readonly<Record<string, Cell>>;

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: Cell | undefined): number | null => (typeof value === 'number' ? value : null);
const listOf = (value: Cell | undefined): string[] => textOf(value)?.split(',') ?? [];

/** An office's rule replaces the shipped one whole: a limit left empty is no limit. */
const supportRuleOf = (row: Row): SupportRule => ({
  code: textOf(row['code']) ?? '',
  name: textOf(row['name']) ?? textOf(row['code']) ?? '',
  valid_from: textOf(row['valid_from']) ?? '',
  valid_until: textOf(row['valid_until']),
  is_money: row['is_money'] !== 0,
  cap: numberOf(row['cap']),
  cap_rule: row['cap_rule'] === 'below' ? 'below' : 'at-most',
  cap_per: row['cap_per'] === 'year' || row['cap_per'] === 'case' ? row['cap_per'] : 'task',
  max_months: numberOf(row['max_months']),
  share_rule: row['share_rule'] === 'below' ? 'below' : 'at-most',
  share_sme: textOf(row['share_sme']),
  share_mid: textOf(row['share_mid']),
  share_large: textOf(row['share_large']),
  cash_sme: textOf(row['cash_sme']),
  cash_mid: textOf(row['cash_mid']),
  cash_large: textOf(row['cash_large']),
  joint_min: numberOf(row['joint_min']),
  joint_of: row['joint_of'] === 'firms' ? 'firms' : 'bodies',
  is_off: row['is_off'] === 1,
  source: textOf(row['source']),
  note: textOf(row['note']),
  origin: 'office',
  id: textOf(row['id']),
  inferred: [],
});

// Two that overlap can arrive from two devices: the later start wins, then the greater id, on every device the same.
const validOn = `_del = 0 AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day) ORDER BY valid_from, id`;

/** Every support type of a day by code, those switched off too. */
const supportRulesByCode = (read: Reader, day: string): Map<string, SupportRule> => supportRulesFrom(read.all<Row>(`SELECT * FROM ${supportRule.table} WHERE ${validOn}`, { day }), day);

const supportRulesFrom = (rows: readonly Row[], day: string): Map<string, SupportRule> =>
  new Map([...shippedSupportRulesOn(day), ...rows.map(supportRuleOf)].map((rule) => [rule.code, rule]));

const openRule = (rule: SupportRule | undefined): SupportRule | null => (rule === undefined || rule.is_off ? null : rule);

/** Every support type known on a day, also those the office has switched off (`is_off`). */
export const allSupportRulesOn = (read: Reader, day: string): SupportRule[] => [...supportRulesByCode(read, day).values()];

/** The support types that can be chosen on a day (`YYYY-MM-DD`). */
export const supportRulesOn = (read: Reader, day: string): SupportRule[] => allSupportRulesOn(read, day).filter((rule) => !rule.is_off);

/** One support type as it stands on a day; null when it is not open then. */
export const supportRuleOn = (read: Reader, code: string, day: string): SupportRule | null => openRule(supportRulesByCode(read, day).get(code));

const levels: readonly string[] = ['block', 'warn', 'off'] satisfies RuleLevel[];
const isLevel = (value: Cell | undefined): value is RuleLevel => typeof value === 'string' && levels.includes(value);
/** 0 says that there is no such limit. */
const limitOf = (value: number): number | null => (value === 0 ? null : value);

const withOffice = (shipped: PeriodRule, row: Row): PeriodRule => {
  const own = Object.keys(periodRule.fields).filter((name) => !['name', 'valid_from', 'valid_until', 'source', 'note'].includes(name) && (row[name] ?? null) !== null && row[name] !== '');
  const number = (name: string, otherwise: number): number => numberOf(row[name]) ?? otherwise;
  const limit = (name: string, otherwise: number | null): number | null => { const value = numberOf(row[name]); return value === null ? otherwise : limitOf(value); };
  const level = (name: string, otherwise: RuleLevel): RuleLevel => { const value = row[name]; return isLevel(value) ? value : otherwise; };
  return {
    ...shipped,
    name: textOf(row['name']) ?? shipped.name,
    valid_from: textOf(row['valid_from']),
    valid_until: textOf(row['valid_until']),
    // A code of a newer version switches off what this version does not know: harmless.
    states_off: listOf(row['states_off']) as StateCode[],
    routes_off: listOf(row['routes_off']) as RouteCode[],
    required_off: listOf(row['required_off']),
    small_task_below: limit('small_task_below', shipped.small_task_below),
    min_task: limit('min_task', shipped.min_task),
    joint_min: limit('joint_min', shipped.joint_min),
    task_number_pattern: textOf(row['task_number_pattern']) ?? shipped.task_number_pattern,
    member_level: level('member_level', shipped.member_level),
    cap_level: level('cap_level', shipped.cap_level),
    share_level: level('share_level', shipped.share_level),
    joint_level: level('joint_level', shipped.joint_level),
    route_level: level('route_level', shipped.route_level),
    follow_up_years: number('follow_up_years', shipped.follow_up_years),
    item_change_percent: number('item_change_percent', shipped.item_change_percent),
    source: textOf(row['source']),
    note: textOf(row['note']),
    origin: 'office',
    id: textOf(row['id']),
    own,
  };
};

/** What holds on a day (`YYYY-MM-DD`) for every support type: the office's rule that began last, what it leaves empty as shipped. */
export const periodRuleOn = (read: Reader, day: string): PeriodRule => periodRuleFrom(read.all<Row>(`SELECT * FROM ${periodRule.table} WHERE ${validOn}`, { day }), day);

const periodRuleFrom = (rows: readonly Row[], day: string): PeriodRule => {
  const row = rows.at(-1);
  const shipped = shippedPeriodRuleOn(day);
  return row === undefined ? shipped : withOffice(shipped, row);
};

/** Rules of many days, read once: for whatever looks at many tasks. Good for one look, while the rules stand still. */
export const rulesOfDays = (read: Reader): { period: (day: string) => PeriodRule; support: (code: string, day: string) => SupportRule | null } => {
  const inForce = 'WHERE _del = 0 AND valid_from IS NOT NULL ORDER BY valid_from, id';
  const [periodRows, supportRows] = [periodRule, supportRule].map(({ table }) => read.all<Row>(`SELECT * FROM ${table} ${inForce}`));
  const on = (rows: readonly Row[] | undefined, day: string): Row[] => (rows ?? []).filter((row) => (textOf(row['valid_from']) ?? '') <= day && (row['valid_until'] === null || String(row['valid_until']) >= day));
  const periods = new Map<string, PeriodRule>();
  const supports = new Map<string, Map<string, SupportRule>>();
  const kept = <Value>(known: Map<string, Value>, day: string, make: () => Value): Value => {
    const found = known.get(day) ?? make();
    known.set(day, found);
    return found;
  };
  return {
    period: (day) => kept(periods, day, () => periodRuleFrom(on(periodRows, day), day)),
    support: (code, day) => openRule(kept(supports, day, () => supportRulesFrom(on(supportRows, day), day)).get(code)),
  };
};

/** Offices of tasks, stepped through by the index over them: there are a few among a million tasks. */
export const taskOfficesSql = valuesSql('task', 'office');

/** Offices named by users and tasks, in order of name: what an office is chosen from. */
export const officesOf = (read: Reader): string[] =>
  read.column<string>(`SELECT office FROM account WHERE _del = 0 AND office IS NOT NULL AND office <> '' UNION ${taskOfficesSql} ORDER BY 1`);
