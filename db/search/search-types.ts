/** What the box asks and what it is told. */
import type { KindName } from './choices.ts';
import type { Mark } from './marks.ts';

export type Filters = {
  kinds?: readonly KindName[] | undefined;
  /** Days of the kind's own date; kinds without one are left out when either is given. */
  from?: string | undefined;
  until?: string | undefined;
  /** Kinds that belong to no office are left out. */
  office?: string | undefined;
};

/** Where the next results of a kind begin. */
export type Next = {
  /** First what is written as typed, then what the last syllable may still become. */
  phase: 'typed' | 'open';
  /** Rows of the index below this one come next. */
  below: number;
  /** Records shown out of their turn, because their names meet the query. */
  top: number[];
  /** Records of the running window that have been shown. */
  shown: number[];
};

export type SearchInput = Filters & {
  text: string;
  /** Results per kind. */
  limit: number;
  /** The person of the account: own records come first among equals. */
  me: string | null;
  /** Goes on with one kind. */
  next?: Next | undefined;
};

export type Hit = {
  kind: KindName; id: string; label: string; labelMarks: readonly Mark[]; note: string; noteMarks: readonly Mark[];
  excerpt: { text: string; marks: readonly Mark[] } | null;
  /** The record that opens: the meeting of an agenda item. */
  open: { table: string; id: string };
};

export type Group = {
  kind: KindName;
  hits: Hit[];
  /** Number of results; when not exact, there are at least so many candidates. */
  total: number;
  isExact: boolean;
  /** Null when everything has been shown. */
  next: Next | null;
};

export type SearchAnswer = {
  groups: Group[];
  /** Records that are not in the index yet. */
  waiting: number;
  /** False while the index is not there or of another version: only a part can be found. */
  isWhole: boolean;
};
