/** Rules in words, as the tables of the settings show them. */
import type { PeriodRule, SupportRule } from '../../../db/program/api.ts';
import { formatWonLong } from '../../../db/korean/read-won.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { capUnits, jointUnits, limitRules } from '../../../db/reference/choices/money.ts';
import { requirementChoices } from '../../../db/tasks/choices.ts';

/** A limit nobody checks. */
export const noLimit = '–';

const word = (choices: readonly { code: string; ko: string }[], code: string): string => choices.find((one) => one.code === code)?.ko ?? code;

export const capWords = (rule: SupportRule): string =>
  rule.cap === null ? noLimit : `${word(capUnits, rule.cap_per)} ${formatWonLong(rule.cap)} ${word(limitRules, rule.cap_rule)}`;

/** Percents of small, mid-tier and large firms: `75 / 70 / 50%`, one when they are the same. */
const percents = (values: readonly (string | null)[]): string =>
  values.every((one) => one === null) ? noLimit : new Set(values).size === 1 ? `${values[0] ?? noLimit}%` : `${values.map((one) => one ?? noLimit).join(' / ')}%`;

export const shareWords = (rule: SupportRule): string => {
  const shown = percents([rule.share_sme, rule.share_mid, rule.share_large]);
  return shown === noLimit ? noLimit : `${shown} ${word(limitRules, rule.share_rule)}`;
};

export const cashWords = (rule: SupportRule): string => {
  const shown = percents([rule.cash_sme, rule.cash_mid, rule.cash_large]);
  return shown === noLimit ? noLimit : `${shown} 이상`;
};

export const monthWords = (rule: SupportRule): string => (rule.max_months === null ? noLimit : `${rule.max_months}개월`);

export const jointWords = (rule: SupportRule): string => (rule.joint_min === null ? noLimit : `${word(jointUnits, rule.joint_of)} ${rule.joint_min}곳 이상`);

const won = (amount: number | null): string => (amount === null ? '없음' : formatWonLong(amount));

/** `2026-04-01부터 계속`, `2018-06-01–2018-12-31`. */
export const spanWords = (from: string | null, until: string | null): string => (until === null ? `${from ?? '처음'}부터 계속` : `${from ?? '처음'} – ${until}`);

/** One line of the table of period rules: the field, its label, its value in words. */
export type PeriodLine = { field: string; ko: string; text: string };

const levels = ['route_level', 'cap_level', 'share_level', 'joint_level', 'member_level'] as const;
const named = (codes: readonly string[], words: (code: string) => string): string => (codes.length === 0 ? '없음' : codes.map(words).join(', '));

export const periodLines = (rule: PeriodRule): PeriodLine[] => {
  const { fields } = periodRule;
  const line = (field: keyof typeof fields, text: string): PeriodLine => ({ field, ko: fields[field].ko, text });
  return [
    line('small_task_below', rule.small_task_below === null ? '없음' : `${won(rule.small_task_below)} 미만은 수석코디네이터`),
    line('min_task', won(rule.min_task)),
    line('joint_min', rule.joint_min === null ? '없음' : `${rule.joint_min}곳`),
    ...levels.map((level) => line(level, labelOf(fields[level], rule[level]))),
    line('follow_up_years', `${rule.follow_up_years}년`),
    line('item_change_percent', `${rule.item_change_percent}%`),
    line('task_number_pattern', rule.task_number_pattern),
    line('states_off', named(rule.states_off, (code) => labelOf(fields.states_off, code))),
    line('routes_off', named(rule.routes_off, (code) => labelOf(fields.routes_off, code))),
    line('required_off', named(rule.required_off, (code) => labelOf({ choices: requirementChoices }, code))),
  ];
};
