/** The rules that hold on a day: what is shipped, with what the office has set over it. Names are those of the fields. */
import type { reviewRoutes, taskStates } from '../reference/choices/task.ts';

export type LimitRule = 'at-most' | 'below';
export type RuleLevel = 'block' | 'warn' | 'off';
export type RuleOrigin = 'shipped' | 'office';
export type RouteCode = (typeof reviewRoutes)[number]['code'];
export type StateCode = (typeof taskStates)[number]['code'];

/** A support type as it stands on a day. A null limit is not checked; percents are decimal text. */
export type SupportRule = Readonly<{
  code: string;
  name: string;
  valid_from: string;
  valid_until: string | null;
  is_money: boolean;
  cap: number | null;
  cap_rule: LimitRule;
  cap_per: 'task' | 'year' | 'case';
  max_months: number | null;
  share_rule: LimitRule;
  share_sme: string | null;
  share_mid: string | null;
  share_large: string | null;
  cash_sme: string | null;
  cash_mid: string | null;
  cash_large: string | null;
  joint_min: number | null;
  joint_of: 'firms' | 'bodies';
  /** The office does not offer it in this period. */
  is_off: boolean;
  source: string | null;
  note: string | null;
  origin: RuleOrigin;
  /** Record of the office's rule, null for a shipped one. */
  id: string | null;
  /** Values nobody printed, by field. Only of shipped rules. */
  inferred: readonly string[];
}>;

/** What holds on a day for every support type. */
export type PeriodRule = Readonly<{
  name: string;
  valid_from: string | null;
  valid_until: string | null;
  /** Number of the program year (차년도) of the day; null outside the known years. */
  program_year: number | null;
  states_off: readonly StateCode[];
  routes_off: readonly RouteCode[];
  /** Requirements switched off, `<state>.<field>`. */
  required_off: readonly string[];
  /** Won; a task below it takes the small route. Null: there is no such route. */
  small_task_below: number | null;
  /** Won; null: no smallest task. */
  min_task: number | null;
  /** Bodies together at least, where the support type says nothing; null: no such rule. */
  joint_min: number | null;
  task_number_pattern: string;
  member_level: RuleLevel;
  cap_level: RuleLevel;
  share_level: RuleLevel;
  joint_level: RuleLevel;
  route_level: RuleLevel;
  follow_up_years: number;
  item_change_percent: number;
  source: string | null;
  note: string | null;
  origin: RuleOrigin;
  id: string | null;
  /** Fields whose value comes from the office. */
  own: readonly string[];
}>;
