/** What the board, the timeline and the workload ask for and get; shared with the page, so no Node import. */
import type { Filter } from '../kernel/list-types.ts';

/** Which tasks are looked at: the quick words and the conditions of the list of tasks. */
export type Scope = { quick: string | null; filter: Record<string, Filter> };

export type BoardRequest = Scope & {
  /** Columns whose cards are wanted, and how many of each at most. */
  columns: { state: string; limit: number }[];
};

export type BoardCard = {
  id: string;
  title: string;
  status: string;
  taskNo: string | null;
  firm: string | null;
  coordinator: string | null;
  /** The day that is waited for: end of the task, its review when on hold; null when none is. */
  dueOn: string | null;
  /** Total cost, else what was granted, else the rough cost, in won. */
  money: number | null;
};

export type Board = {
  /** Exact number of tasks in every state; a state without tasks is 0. */
  counts: Record<string, number>;
  total: number;
  cards: Record<string, BoardCard[]>;
  /** States the program year of today does not use. */
  off: string[];
};

/** What a task lacks before its next step forward. */
export type Lack = { to: string; messages: string[] };

export type TimelineGroup = 'coordinator' | 'cluster';

export type TimelineRequest = Scope & {
  /** First and last day shown, `YYYY-MM-DD`. */
  from: string;
  to: string;
  group: TimelineGroup;
  /** Most rows wanted. */
  limit: number;
};

export type TimelineMark = { kind: 'decided' | 'agreed' | 'mid-check' | 'completed'; on: string };

export type TimelineRow = {
  id: string;
  title: string;
  status: string;
  firm: string | null;
  groupId: string | null;
  /** Null when the day is not known; one of the two always is. */
  start: string | null;
  end: string | null;
  /** The end is past and the task still open. */
  isLate: boolean;
  marks: TimelineMark[];
};

export type Timeline = {
  /** In the order of the rows; `count` is exact, also where not all rows are here. */
  groups: { id: string | null; name: string; count: number; late: number }[];
  rows: TimelineRow[];
  total: number;
  /** Open tasks of the scope that have neither a start nor an end. */
  withoutPeriod: number;
};

export type WorkloadLine = {
  /** Person; null are tasks that nobody coordinates and follow-ups that nobody answers for. */
  person: string | null;
  name: string;
  /** Open tasks by state; a state that is not here is 0. */
  states: Record<string, number>;
  open: number;
  /** Open tasks whose end lies within the next 30 days, today included. */
  dueSoon: number;
  /** Open tasks whose end is past. */
  late: number;
  /** Sessions of the last 30 and 90 days, today included. */
  sessions30: number;
  sessions90: number;
  /** Open follow-ups without a day or due today or later, and those past their day. */
  actions: number;
  actionsLate: number;
  /** Total cost of the open tasks, in won. */
  money: number;
};

export type Workload = {
  /** The day it is counted as of. */
  today: string;
  lines: WorkloadLine[];
};

/** What a scope can be narrowed to. */
export type ScopeOptions = {
  coordinators: { id: string; name: string; tasks: number }[];
  offices: string[];
  years: number[];
};
