/** What a move would do, and what it still lacks: worked out before anything is written. */
import { judge } from '../program/facts.ts';
import type { Finding } from '../program/finding.ts';
import { nextTaskNumber } from '../program/number-pattern.ts';
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { TaskValues } from './fields.ts';
import { factsOf } from './facts.ts';
import { requirementsOf, type Where } from './requirements.ts';
import { dateOfState, waysFrom, type StateCode, type Transition } from './workflow.ts';

/** Something without which a state cannot be entered. */
export type Missing = {
  field: string;
  message: string;
  where: Where;
  /** Fields of the task that fill it, to be asked for right there. */
  fields: string[];
};

export type PlannedMove = Transition & {
  needsReason: boolean;
  missing: Missing[];
  findings: Finding[];
  /** What the move fills by itself. */
  fills: Partial<TaskValues>;
};

/** What a person gives with a move. */
export type Given = {
  on: string;
  reason: string | null;
  values: Partial<TaskValues>;
  /** Account that moves it. */
  by: number;
  /** Do not look for the next free number: of many tasks only those really moved need theirs. */
  isSketch?: boolean;
};

/** States at which the program's rules (R1 to R5) are looked at. */
const judgedStates: readonly StateCode[] = ['under-review', 'selected', 'agreed'];

const dates: Readonly<Record<string, keyof TaskValues>> = dateOfState;

/** What the move fills by itself: the date the state stands for, the number and the receiver, what a held task comes back to. */
const fillsOf = (read: Reader, task: TaskValues, to: StateCode, { on, by, isSketch = false }: Given): Partial<TaskValues> => {
  const fills: Record<string, Cell> = {};
  const date = dates[to];
  if (date !== undefined && task[date] === null) fills[date] = on;
  if (to === 'received') {
    if (task.task_no === null) fills['task_no'] = isSketch ? '…' : nextTaskNumber(read, task, on);
    const receiver = task.received_by === null ? read.value<string>('SELECT person FROM account WHERE number = ? AND _del = 0', [by]) : undefined;
    if (receiver !== undefined && receiver !== null) fills['received_by'] = receiver;
  }
  if (to === 'on-hold') fills['held_from'] = task.status;
  else if (task.held_from !== null) fills['held_from'] = null;
  return fills as Partial<TaskValues>;
};

/** The ways out of the state a task is in, under the rules of its day. */
export const waysOf = (read: Reader, id: string, task: TaskValues, on: string): Transition[] => {
  const { period } = factsOf(read, id, task, { on, reason: null });
  // The code was checked against the list of states when it was written.
  return waysFrom(task.status as StateCode, period.states_off, task.held_from);
};

/** A move of a task that the workflow allows, with all that it lacks. */
export const planMove = (read: Reader, id: string, task: TaskValues, { to, kind }: Transition, given: Given): PlannedMove => {
  const laid: TaskValues = { ...task, ...given.values };
  const fills = fillsOf(read, laid, to, given);
  const facts = factsOf(read, id, { ...laid, ...fills }, given);
  const required = requirementsOf(to, facts.period);
  const isSupplement = task.status === 'mid-check' && to === 'in-progress' && facts.midResult === 'supplement';
  const unmet = required.filter((one) => one.field !== 'reason' && !one.isMet(facts));
  return {
    to, kind, fills,
    needsReason: kind === 'back' || isSupplement || required.some((one) => one.field === 'reason'),
    missing: unmet.map(({ field, message, where, fields, ask }) => {
      const asked = [...(ask?.(facts) ?? fields)];
      return { field: asked.includes(field) ? field : (asked[0] ?? field), message: typeof message === 'string' ? message : message(facts), where, fields: asked };
    }),
    // What is missing altogether is said once.
    findings: (judgedStates.includes(to) ? judge(read, id, { today: given.on, values: { ...given.values, ...fills } }) : []).filter(({ field }) => !unmet.some((one) => one.fields.includes(field))),
  };
};
