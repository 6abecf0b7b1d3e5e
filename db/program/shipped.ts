/** The rules the program ships with: assets/reference, a program year being 1 April to 31 March. */
import { programYears } from '../reference/program-years.ts';
import { supportTypes } from '../reference/support-types.ts';
import { suggestedPattern } from './number-tokens.ts';
import type { PeriodRule, SupportRule } from './rule-types.ts';

const percent = (value: number | undefined): string | null => (value === undefined ? null : String(value));

const toRule = (type: (typeof supportTypes)[number]): SupportRule => ({
  code: type.code,
  name: type.ko,
  valid_from: `${type.validFrom}-04-01`,
  valid_until: type.validTo === null ? null : `${type.validTo + 1}-03-31`,
  is_money: type.isMoney,
  cap: type.capWon,
  cap_rule: type.capRule ?? 'at-most',
  cap_per: type.capPer ?? 'task',
  max_months: type.maxMonths,
  share_rule: type.share?.rule ?? 'at-most',
  share_sme: percent(type.share?.sme),
  share_mid: percent(type.share?.midTier),
  share_large: percent(type.share?.large),
  cash_sme: percent(type.minOwnCash?.sme),
  cash_mid: percent(type.minOwnCash?.midTier),
  cash_large: percent(type.minOwnCash?.large),
  joint_min: type.joint?.min ?? null,
  joint_of: type.joint?.of ?? 'bodies',
  is_off: false,
  source: type.source,
  note: type.note,
  origin: 'shipped',
  id: null,
  inferred: type.inferred,
});

/** Every shipped rule of every period. */
export const shippedSupportRules: readonly SupportRule[] = supportTypes.map(toRule);

export const shippedSupportRulesOn = (day: string): SupportRule[] =>
  shippedSupportRules.filter((rule) => rule.valid_from <= day && (rule.valid_until === null || day <= rule.valid_until));

/** The period rule of a day with nothing set by the office; after the last known year that year's goes on, before the first nothing is limited. */
export const shippedPeriodRuleOn = (day: string): PeriodRule => {
  const year = programYears.findLast((row) => row.startOn <= day);
  const isKnown = year !== undefined && day <= year.endOn;
  return {
    name: year === undefined ? '기본' : `${year.number}차년도 기본`,
    valid_from: year?.startOn ?? null,
    valid_until: isKnown ? year.endOn : null,
    program_year: isKnown ? year.number : null,
    states_off: [],
    routes_off: [],
    required_off: [],
    small_task_below: year?.smallTaskBelowWon ?? null,
    min_task: year?.minTaskWon ?? null,
    joint_min: year?.jointMin ?? null,
    task_number_pattern: suggestedPattern,
    member_level: 'warn',
    cap_level: 'block',
    share_level: 'block',
    joint_level: 'block',
    route_level: 'block',
    follow_up_years: 3,
    item_change_percent: 20,
    source: year === undefined ? null : year.settingsInferred ? '추정' : year.year === 2008 ? 'etnews.com/200812020196' : 'm.etnews.com/201204300204',
    note: null,
    origin: 'shipped',
    id: null,
    own: [],
  };
};
