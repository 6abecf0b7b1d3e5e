/** What goes between the calendar of the page and the application. */
import type { CalendarKind, CalendarScope } from './choices.ts';

export type CalendarRequest = {
  /** First and last day, both in it. */
  from: string;
  to: string;
  whose: CalendarScope;
  /** The mini-cluster, where `whose` is `cluster`. */
  cluster: string | null;
};

/** Who asks: what 내 일정 and 지사 mean. */
export type Asking = {
  /** The person the account is; null: an account without one, whose own calendar is everybody's. */
  person: string | null;
  /** Office of the account; null when none is named: then every office is. */
  office: string | null;
  /** What is late is late as of this day. */
  today: string;
};

/** One line of a calendar. */
export type CalendarEntry = {
  /** Unique in one answer: `meeting:<id>`; days of a series carry the day. */
  key: string;
  kind: CalendarKind;
  /** The record it is about. */
  id: string;
  /** Of a day of a series: its day by the rule. */
  day?: string;
  title: string;
  /** First and last day. */
  on: string;
  until: string;
  start: string | null;
  end: string | null;
  place: string | null;
  /** Coordinator, owner, or the mini-clusters, the host first. */
  who: string | null;
  /** Code of the state, and its word. */
  state: string;
  stateWord: string;
  /** Waits although its day is past. */
  isLate: boolean;
  /** Done, confirmed, held or cancelled: drawn more quietly. */
  isOver: boolean;
  isCancelled: boolean;
  /** Whether moving it makes sense; the application still has the last word. */
  isMovable: boolean;
  /** Where it is opened: `session`, `meeting`, `task`, `action_item` or `meeting_series`, and its id. */
  open: { table: 'session' | 'meeting' | 'task' | 'action_item' | 'meeting_series'; id: string };
};

/** An entry put on another day or at another time. Times of day are left as they are unless given. */
export type CalendarMove = {
  kind: CalendarKind;
  id: string;
  /** Of a day of a series: its day by the rule. */
  day?: string | undefined;
  /** The new first day. */
  on: string;
  start?: string | null | undefined;
  end?: string | null | undefined;
  /** What stood there for who moved it. */
  was: { on: string; start: string | null; end: string | null };
};
