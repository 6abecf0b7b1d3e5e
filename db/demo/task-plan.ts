/** What becomes of each task of the sample, told before anything is written: its steps in order, and what its states will ask for. */
import type { Reader } from '../kernel/reader.ts';
import { sizeClassOn } from '../organisations/size-class.ts';
import { ruleDayOf, routeForCost } from '../program/choices.ts';
import { periodRuleOn, supportRuleOn } from '../program/rules.ts';
import { programNumberOn } from '../tasks/create.ts';
import { task as taskType } from '../tasks/fields.ts';
import type { StateCode } from '../tasks/workflow.ts';
import { createDice, type Dice } from './dice.ts';
import type { Office, Staff } from './offices.ts';
import { textOf, type Sample, type SampleRow } from './sample.ts';
import { budgetOf, openType, splitOf, totalOf, type Split } from './task-money.ts';

export type Step = { to: StateCode; on: string; reason: string | null };

export type TaskPlan = {
  ref: string;
  row: SampleRow;
  values: Readonly<Record<string, unknown>>;
  office: Office;
  coordinator: string;
  dice: Dice;
  steps: readonly Step[];
  /** Null for advice, which gives no money. */
  money: { supportType: string; split: Split; total: number; items: { item: string; amount: number }[]; route: 'lead-coordinator' | 'committee' } | null;
  /** Support type of a task without money. */
  advice: string | null;
  programYear: number | null;
  startOn: string | null;
  endOn: string | null;
};

const last = (steps: readonly Step[], ...states: readonly StateCode[]): string | null => steps.findLast(({ to }) => states.includes(to))?.on ?? null;

/** Plan of one task; `serial` seeds its chance. */
const planOf = (read: Reader, sample: Sample, staff: Staff, row: SampleRow, steps: readonly Step[], serial: number): TaskPlan => {
  const dice = createDice(8_000 + serial);
  const values = sample.valuesOf(taskType, row);
  const foundOn = textOf(row['found_on']);
  const decidedOn = last(steps, 'selected', 'rejected');
  const programYear = programNumberOn(decidedOn ?? foundOn);
  const hub = textOf(sample.rows('mini_cluster').find((one) => one.ref === row['cluster'])?.['hub'] ?? null);
  const day = ruleDayOf({ program_year: programYear, decided_on: decidedOn, found_on: foundOn }) ?? foundOn;
  const isPlanned = steps.some(({ to }) => to === 'planning');
  const meant = textOf(row['support_type']);
  const base = { ref: row.ref, row, values, office: staff.officeOfHub(hub), coordinator: textOf(row['coordinator']), dice, steps, programYear, startOn: last(steps, 'agreed') === null ? null : textOf(steps.find(({ to }) => to === 'in-progress')?.on ?? row['start_on']), endOn: textOf(row['end_on']) || null };
  if (!isPlanned) return { ...base, money: null, advice: meant === '' ? null : openType(read, meant, day) };
  const supportType = openType(read, meant, day);
  const rule = supportRuleOn(read, supportType, day);
  const wanted = typeof row['fund_national'] === 'number' ? row['fund_national'] : dice.between(60, 160) * 1_000_000;
  const split = splitOf(rule, sizeClassOn(read, textOf(values['lead_org']), decidedOn ?? sample.today), wanted, dice.chance(20), dice);
  const total = totalOf(split);
  const route = routeForCost(total, periodRuleOn(read, day).small_task_below) ?? 'committee';
  return { ...base, advice: null, money: { supportType, split, total, items: budgetOf(split, supportType, decidedOn ?? day), route } };
};

export const planTasks = (read: Reader, sample: Sample, staff: Staff): TaskPlan[] => {
  const steps = Map.groupBy(sample.rows('task_step'), (row) => textOf(row['task']));
  // The codes are those of the workflow: sample.test.ts compares them.
  return sample.rows('task').map((row, at) => planOf(read, sample, staff, row, (steps.get(row.ref) ?? []).map((one) => ({ to: textOf(one['to_status']) as StateCode, on: textOf(one['on_date']), reason: textOf(one['reason']) || null })), at));
};
