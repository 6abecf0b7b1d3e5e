/** What the screens of the rounds get. No Node import: the page uses these types. */
import type { VisitPart } from './visit-parts.ts';

export type VisitScope = {
  /** Person; null = whoever. */
  coordinator: string | null;
  /** Office of the coordinators' accounts. */
  office: string | null;
  cluster: string | null;
  /** Code of the complex. */
  complex: string | null;
  /** A member is silent when nobody was there for more days than this. */
  silentDays: number;
};

export type VisitLine = {
  organisation: string; name: string; complex: string | null; district: string | null;
  lastOn: string | null; lastBy: string | null;
  /** Sum of the points of the parts. */
  score: number;
  parts: VisitPart[];
};

export type NextVisits = {
  today: string;
  /** The most pressing first; at most 300 of `count`. */
  lines: VisitLine[];
  count: number;
};

/** What there is to choose a scope from. */
export type RoundOptions = { coordinators: { id: string; name: string }[]; offices: string[]; clusters: { id: string; name: string }[]; complexes: string[] };

/** All that one page about a firm says to who is about to go there. */
export type VisitSheet = {
  organisation: string; name: string; representative: string | null; complex: string | null; address: string | null; phone: string | null;
  employees: number | null; industry: string | null; products: string | null; clusters: string[];
  people: { name: string; position: string | null; phone: string | null; met_on: string | null }[];
  sessions: { visit_on: string; coordinator: string | null; mode: string; summary: string | null; advice: string | null; result: string | null; next_visit_on: string | null }[];
  tasks: { title: string; task_no: string | null; status: string; end_on: string | null; coordinator: string | null; lacksFor: string | null; lacks: string[] }[];
  actions: { what: string; due_on: string | null; owner: string | null }[];
};
