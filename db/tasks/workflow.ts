/**
 * The way of a task through its states, as data: which state follows which (domain.md §4). Nothing of Node in it: page
 * and database read the same table. What must be filled to enter a state stands in `requirements.ts`.
 */
import { taskStates, type TaskState } from '../reference/choices/task.ts';

export type StateCode = (typeof taskStates)[number]['code'];

/** What a move is to the person who makes it. */
export type MoveKind = 'forward' | 'back' | 'ending' | 'hold' | 'resume';

/** A way out of a state. */
export type Transition = Readonly<{ to: StateCode; kind: MoveKind }>;

/** domain.md §4, line by line. Out of 보류 the way leads to the state the task left, which only the task knows. */
export const transitions: Readonly<Record<StateCode, readonly StateCode[]>> = {
  discovered: ['received', 'direct-done', 'referred', 'withdrawn'],
  received: ['planning', 'direct-done', 'referred', 'withdrawn', 'on-hold'],
  planning: ['under-review', 'withdrawn', 'on-hold'],
  'under-review': ['selected', 'rejected', 'planning'],
  selected: ['agreed', 'withdrawn'],
  rejected: ['planning', 'referred'],
  agreed: ['in-progress', 'withdrawn'],
  'in-progress': ['mid-check', 'final-review', 'stopped'],
  'mid-check': ['in-progress', 'final-review', 'stopped'],
  'final-review': ['completed', 'stopped', 'in-progress'],
  completed: ['follow-up'],
  stopped: ['follow-up'],
  'follow-up': ['closed'],
  closed: [],
  'direct-done': [],
  referred: [],
  withdrawn: [],
  'on-hold': [],
};

/** States that end what was begun, though 탈락 and 실패·중단 have a way on. */
export const endings: readonly StateCode[] = ['rejected', 'stopped', 'direct-done', 'referred', 'withdrawn'];

/** The road of a task that is selected and carried out; the other states branch off it. */
export const mainRoad: readonly StateCode[] = ['discovered', 'received', 'planning', 'under-review', 'selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'completed', 'follow-up', 'closed'];

/** States in which nothing more is waited for, whatever their dates say. */
export const settledStates: readonly StateCode[] = ['rejected', 'completed', 'stopped', 'follow-up', 'closed', 'direct-done', 'referred', 'withdrawn'];

/** The date of a task that a state stands for: the move fills it when it is empty. */
export const dateOfState = {
  received: 'received_on', 'under-review': 'planned_on', selected: 'decided_on', rejected: 'decided_on', agreed: 'agreed_on', 'in-progress': 'start_on',
  'final-review': 'final_report_on', completed: 'completed_on', 'follow-up': 'settled_on', 'direct-done': 'completed_on', referred: 'referred_on', withdrawn: 'withdrawn_on',
} as const satisfies Partial<Record<StateCode, string>>;

const orderOf = (code: StateCode): number => taskStates.find((state: TaskState) => state.code === code)?.order ?? 0;

export const isState = (code: string): code is StateCode => code in transitions;

/** Back on the road, except from 중간점검 to 수행중: that is how a check normally ends. */
const kindOf = (from: StateCode, to: StateCode): MoveKind => {
  if (to === 'on-hold') return 'hold';
  if (endings.includes(to)) return 'ending';
  return orderOf(to) < orderOf(from) && !(from === 'mid-check' && to === 'in-progress') ? 'back' : 'forward';
};

/**
 * The ways out of a state. A state that is off is passed over: what leads to it leads to where it would lead on.
 * @param off states the program year does not use
 * @param heldFrom for 보류: the state the task left
 */
export const waysFrom = (from: StateCode, off: readonly string[] = [], heldFrom: string | null = null): Transition[] => {
  if (from === 'on-hold') {
    if (heldFrom === null || !isState(heldFrom) || heldFrom === 'on-hold') return [];
    return off.includes(heldFrom) ? waysFrom(heldFrom, off).filter(({ to }) => to !== 'on-hold') : [{ to: heldFrom, kind: 'resume' }];
  }
  const reached = new Set<StateCode>();
  const passed = new Set<StateCode>([from]);
  const pass = (state: StateCode): void => {
    for (const to of transitions[state]) {
      if (!off.includes(to)) reached.add(to);
      else if (!passed.has(to)) {
        passed.add(to);
        pass(to);
      }
    }
  };
  pass(from);
  reached.delete(from);
  return [...reached].map((to) => ({ to, kind: kindOf(from, to) }));
};
