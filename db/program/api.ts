import { z } from 'zod';
import type { Cell } from '../kernel/field.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { dayOf, write } from '../kernel/write.ts';
import { supportTypes as shippedTypes } from '../reference/support-types.ts';
import { judge } from './facts.ts';
import { periodRule, supportRule } from './fields.ts';
import type { Finding } from './judge.ts';
import { addPeriodRule, addSupportRule, changePeriodRule, changeSupportRule, type PeriodRuleValues, type SupportRuleValues } from './rule-writes.ts';
import { allSupportRulesOn, officesOf, periodRuleOn, supportRulesOn } from './rules.ts';
import { shippedPeriodRuleOn } from './shipped.ts';

export type { Finding } from './judge.ts';
export type { PeriodRule, RuleLevel, RuleOrigin, SupportRule } from './rule-types.ts';

const day = z.iso.date();
const supportGeneric = recordProcedures(supportRule);
const periodGeneric = recordProcedures(periodRule);

/** What an action on a rule is called: the rule and the day it begins. */
const named = (verb: string, name: Cell | undefined, from: Cell | undefined): string => `${verb}: ${name ?? ''}${from ? ` (${from}부터)` : ''}`;

/** Name and first day of a stored rule, for the label of an action. */
const ruleNamed = (read: { get<Row>(sql: string, parameters: readonly Cell[]): Row | undefined }, table: 'support_rule' | 'period_rule', id: string): [string, string] => {
  const row = read.get<{ name: string; valid_from: string }>(`SELECT name, valid_from FROM ${table} WHERE id = ?`, [id]);
  return [row?.name ?? '', row?.valid_from ?? ''];
};

/** A support type as it can be chosen: its code and what it is called. */
export type SupportTypeChoice = { code: string; ko: string; en: string; isMoney: boolean };

const englishOf = (code: string): string => shippedTypes.findLast((type) => type.code === code)?.en ?? code;

/** The office's own rules over the shipped ones for support types. */
const supportApi = router({
  get: supportGeneric.get,
  history: supportGeneric.history,
  create: command.input(z.object({ values: valuesOf<Partial<SupportRuleValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, named('지원유형 규칙 등록', input.values.name, input.values.valid_from), (tx) => addSupportRule(tx, input.values)) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<SupportRuleValues>>(), was: valuesOf<Partial<SupportRuleValues>>().optional() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, named('지원유형 규칙 수정', ...ruleNamed(ctx.app.read, 'support_rule', input.id)), (tx) => changeSupportRule(tx, input.id, input.patch, input.was)) })),
  /** Takes the office's rule away; the shipped one holds again. */
  remove: command.input(byId).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, named('지원유형 규칙 삭제', ...ruleNamed(ctx.app.read, 'support_rule', input.id)), (tx) => tx.remove(supportRule, input.id))),
});

/** The office's own rules of a period: thresholds, levels, what is switched off. */
const periodApi = router({
  get: periodGeneric.get,
  history: periodGeneric.history,
  /** Every rule of the office, newest first. */
  list: procedure.query(({ ctx }) => ctx.app.read.all<{ id: string; name: string; valid_from: string; valid_until: string | null }>(
    'SELECT id, name, valid_from, valid_until FROM period_rule WHERE _del = 0 ORDER BY valid_from DESC, id')),
  create: command.input(z.object({ values: valuesOf<Partial<PeriodRuleValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, named('기간 규칙 등록', input.values.name, input.values.valid_from), (tx) => addPeriodRule(tx, input.values)) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<PeriodRuleValues>>(), was: valuesOf<Partial<PeriodRuleValues>>().optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, named('기간 규칙 수정', ...ruleNamed(ctx.app.read, 'period_rule', input.id)), (tx) => changePeriodRule(tx, input.id, input.patch, input.was));
    return { id: input.id };
  }),
  remove: command.input(byId).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, named('기간 규칙 삭제', ...ruleNamed(ctx.app.read, 'period_rule', input.id)), (tx) => tx.remove(periodRule, input.id))),
});

/** Rules of the program by day, and what they say to a task. */
export const programApi = router({
  /** The rules that hold on a day, the office's and the shipped ones, each with its origin and source. */
  rules: procedure.input(z.object({ day })).query(({ ctx, input }) => ({
    day: input.day, support: allSupportRulesOn(ctx.app.read, input.day), period: periodRuleOn(ctx.app.read, input.day), shippedPeriod: shippedPeriodRuleOn(input.day),
  })),
  /** Support types to choose from on a day; on none, every type there has been. */
  supportTypes: procedure.input(z.object({ day: day.nullable() })).query(({ ctx, input }): SupportTypeChoice[] => {
    if (input.day !== null) return supportRulesOn(ctx.app.read, input.day).map((rule) => ({ code: rule.code, ko: rule.name, en: englishOf(rule.code), isMoney: rule.is_money }));
    const own = ctx.app.read.all<{ code: string; name: string; is_money: number | null }>('SELECT code, name, is_money FROM support_rule WHERE _del = 0 AND coalesce(is_off, 0) = 0 ORDER BY valid_from, id');
    return [...new Map([
      ...shippedTypes.map((type): [string, SupportTypeChoice] => [type.code, { code: type.code, ko: type.ko, en: type.en, isMoney: type.isMoney }]),
      ...own.map((rule): [string, SupportTypeChoice] => [rule.code, { code: rule.code, ko: rule.name, en: englishOf(rule.code), isMoney: rule.is_money !== 0 }]),
    ]).values()];
  }),
  offices: procedure.query(({ ctx }) => officesOf(ctx.app.read)),
  /** What the rules say to a task as it stands. */
  judge: procedure.input(z.object({ task: z.string().min(1) })).query(({ ctx, input }): Finding[] => judge(ctx.app.read, input.task, { today: dayOf(ctx.app.store.now()) })),
  support: supportApi,
  period: periodApi,
});
