/** Support types that can be chosen for a task: those open in the program year of its decision, before that of the day it was found. */
import type { Choice } from '../kernel/choice.ts';
import { labelOf, type Cell } from '../kernel/field.ts';
import { programYearOf } from '../reference/program-years.ts';
import { ruleDayOf, undecidedSupportType, type RuleDays } from '../program/choices.ts';
import { task } from './fields.ts';
import { requirements } from './requirements.ts';
import { supportTypeLabel, supportTypes, supportTypesIn } from '../reference/support-types.ts';

export type TaskDays = RuleDays;

/** Not settled yet: it can stand until the plan is handed in. */
const undecided = { code: undecidedSupportType, ko: '미정', en: 'Undecided' } as const satisfies Choice;

/** Every support type once, under the name it had last. */
export const allSupportTypes: readonly Choice[] = [undecided, ...new Map(supportTypes.map(({ code, ko, en }) => [code, { code, ko, en }])).values()];

/** Calendar year in which the program year of a task starts; null without a day in the known years. */
export const programYearOfTask = (task: TaskDays): number | null => {
  const day = ruleDayOf(task);
  return day === null ? null : (programYearOf(day)?.year ?? null);
};

/** The support types of a task's program year as they were called then; all of them while the year is not known. */
export const supportTypesOf = (task: TaskDays): readonly Choice[] => {
  const year = programYearOfTask(task);
  return year === null ? allSupportTypes : [undecided, ...supportTypesIn(year).map(({ code, ko, en }) => ({ code, ko, en }))];
};

/** The support type of a task as it was called in its year; a code or a text nobody knows is shown as it is. */
export const supportTypeOf = (task: TaskDays & Readonly<{ support_type?: Cell | undefined }>): string => {
  if (typeof task.support_type !== 'string') return '';
  return task.support_type === undecided.code ? undecided.ko : supportTypeLabel(task.support_type, programYearOfTask(task));
};

/** Every requirement of the workflow by its key, as a program year switches them off: ‘접수 · 과제번호’. */
export const requirementChoices: readonly Choice[] = requirements.map(({ key, state, ko }) => ({ code: key, ko: `${labelOf(task.fields.status, state)} · ${ko}`, en: key }));

export { requirements, type Requirement, type Where } from './requirements.ts';
export { endings, isState, mainRoad, settledStates, type MoveKind, type StateCode } from './workflow.ts';
