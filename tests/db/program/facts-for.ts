/** A task that keeps every rule, to break one at a time; the rules are the shipped ones of a day unless others are given. */
import type { TaskFacts } from '../../../db/program/judge.ts';
import { shippedPeriodRuleOn, shippedSupportRulesOn } from '../../../db/program/shipped.ts';

export const noFunds = { national: null, local: null, cash: null, inKind: null } as const;

export const factsFor = (day: string, supportType: string | null, more: Partial<TaskFacts> = {}): TaskFacts => {
  const support = shippedSupportRulesOn(day).find((rule) => rule.code === supportType) ?? null;
  return {
    day, supportType, support, supportName: support?.name ?? supportType, period: shippedPeriodRuleOn(day),
    route: 'committee', plannedCost: null, granted: null, funds: noFunds, startOn: null, endOn: null, sizeClass: 'small', leadName: '한빛정밀',
    parties: [{ body: 'a', kind: 'firm' }, { body: 'b', kind: 'firm' }, { body: 'c', kind: 'firm' }], memberDay: day, isLeadMember: true, ...more,
  };
};
