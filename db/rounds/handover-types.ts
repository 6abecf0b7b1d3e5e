/** What is handed over, as the page gets it. No Node import. */

/** `promise`: a visit promised in a past session; the others are records with a person in charge. */
export type HandoverKind = 'task' | 'action' | 'visit' | 'promise' | 'chair' | 'recorder' | 'series' | 'manager';

export type HandoverItem = {
  /** `<kind>~<id>`: what a move names. */
  key: string;
  kind: HandoverKind;
  id: string;
  what: string;
  note: string;
  day: string | null;
  /** The body it is about; null for meetings and mini-clusters. */
  firm: { id: string; name: string } | null;
  /** What a task lacks before its next step. */
  lacks: string[];
};

export type Handover = {
  person: { id: string; name: string };
  today: string;
  items: HandoverItem[];
  /** Sessions that were held and are not settled: they stay with who held them. */
  stays: { id: string; what: string; note: string }[];
};
