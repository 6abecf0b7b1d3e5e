/** What a task is judged by. */
import type { PeriodRule, SupportRule } from './rule-types.ts';

/** A body that takes part; `body` is the record that stands for it. */
export type Party = Readonly<{ body: string; kind: string | null }>;

export type TaskFacts = Readonly<{
  /** Day whose rules hold (`ruleDayOf`). */
  day: string;
  period: PeriodRule;
  /** Code as entered; null when none or 미정. */
  supportType: string | null;
  /** As it is called, for sentences. */
  supportName: string | null;
  /** Null when the type is not open on that day, or none is chosen. */
  support: SupportRule | null;
  route: string | null;
  plannedCost: number | null;
  granted: number | null;
  /** Whole won. */
  funds: Readonly<{ national: number | null; local: number | null; cash: number | null; inKind: number | null }>;
  startOn: string | null;
  endOn: string | null;
  /** Legal size class of the lead firm at the decision; null when not recorded. */
  sizeClass: string | null;
  leadName: string;
  /** The lead firm and all participants. */
  parties: readonly Party[];
  /** Day on which the lead firm must be a member. */
  memberDay: string | null;
  /** Null when it is not known. */
  isLeadMember: boolean | null;
}>;
