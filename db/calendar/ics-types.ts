/** Events of a calendar file on their way in. */
import type { IcsProblem } from './ics-lines.ts';

export type { IcsProblem } from './ics-lines.ts';

/** One event, or one day of a recurring one, in Korean time. */
export type IcsEvent = {
  uid: string;
  /** Which day of a recurring event: its planned beginning as written; null of a single event. */
  occurrence: string | null;
  title: string;
  on: string;
  until: string;
  /** Null for whole days. */
  start: string | null;
  end: string | null;
  place: string | null;
  note: string | null;
  isCancelled: boolean;
  /** Line of the file it begins on. */
  line: number;
  /** What was done to read it. */
  notes: string[];
};

/** What an event becomes. */
export type IcsAs = 'meeting' | 'session' | 'nothing';

/** An event with what the application makes of it. */
export type IcsProposal = IcsEvent & {
  /** Id its record would have; the same at every import. */
  id: string;
  /** What it is already: taken in before, or written by this program. */
  known: { table: 'meeting' | 'session' | 'other'; id: string; label: string; isDeleted: boolean; /** The day or hour differs from the record's. */ isMoved: boolean; record: { on: string; start: string | null; end: string | null } | null } | null;
  as: IcsAs;
  cluster: { id: string; name: string } | null;
  organisation: { id: string; name: string } | null;
};

export type IcsPreview = { events: IcsProposal[]; problems: IcsProblem[]; others: { name: string; count: number }[] };
