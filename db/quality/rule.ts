/** What a rule of the quality queue is. */
import type { Cell } from '../kernel/field.ts';
import type { Watched } from '../kernel/kept.ts';
import type { Reader } from '../kernel/reader.ts';
import { bases, numbersWhere, type Base } from './base.ts';
import { named } from './named.ts';

/** `wrong` contradicts itself or a rule of its year; `missing` is not filled; `late` has passed its day; `look` may be right but deserves a look. */
export type Severity = 'wrong' | 'missing' | 'late' | 'look';

/** Records that have a screen where they can be repaired. */
export type RepairTable = 'task' | 'session' | 'meeting' | 'organisation';

/** Where a line is repaired: the record, its tab and the field, as addresses name them. */
export type Repair = { table: RepairTable; id: string; tab: string | null; field: string | null };

/** One thing to repair. */
export type Found = {
  at: Repair;
  /** What the record is called, and whose it is. */
  label: string;
  note: string | null;
  /** What is wrong and what to do: a Korean sentence. */
  message: string;
  /** The coordinator (of a meeting: its recorder, chair or the manager of its mini-cluster). */
  person: string | null;
  office: string | null;
};

/** Whose records are looked at, and on which day. */
export type QualityInput = {
  /** Calendar day of the device. */
  today: string;
  /** Only records of this person; null for those of everybody. */
  person: string | null;
  /** Only records of this office. */
  office?: string | null;
};

/** A line before its record is called by its name: cheap enough for a million records. */
export type Said = {
  /** Row number of the record. */
  n: number;
  message: string;
  field: string;
  tab: string | null;
  /** Where it leads when that is another record. */
  at?: Repair;
  /** Lines come by this, then by record. */
  rank?: number;
};

export type Given = Readonly<Record<string, Cell>>;

export type QualityRule = {
  /** `<what>.<which>`, kept for ever: what is put aside is put aside under it. */
  code: string;
  severity: Severity;
  /** What its lines have in common. */
  title: string;
  base: Base;
  /** Tables and columns whose change can change its lines. */
  reads: Watched;
  /** Row numbers of the records that break it, once for each line, in the order of the lines. */
  hits: (read: Reader, input: QualityInput) => number[];
  /** Set where one condition leads to the records: those of tasks are looked at in one walk. `isEnough` where it alone tells, one line for each record. */
  /** SQL of everybody's row numbers where another way to them is quicker than its condition. */
  everybody?: string;
  condition?: { where: string; given: (input: QualityInput) => Given; isEnough: boolean };
  /** The lines of these records. */
  say: (read: Reader, input: QualityInput, ns: readonly number[]) => Said[];
  /** Row numbers of the records whose lines lead to these ids. */
  numbersOf: (read: Reader, ids: readonly string[]) => number[];
  /** Every line. */
  find: (read: Reader, input: QualityInput) => Found[];
};

/** `reads`: what it depends on beside its own columns and whose records they are. */
export type Head = Pick<QualityRule, 'code' | 'severity' | 'title'> & { reads?: Watched };

/** Lines in their order. */
export const inOrder = (lines: readonly Said[]): Said[] => lines.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.n - b.n);

/** Records of which lines are made at a time. */
const atOnce = 2_000;

/** The lines of many records, some at a time. */
export const sayAll = (rule: Pick<QualityRule, 'say'>, read: Reader, input: QualityInput, ns: readonly number[]): Said[] => {
  const said: Said[] = [];
  for (let start = 0; start < ns.length; start += atOnce) said.push(...rule.say(read, input, ns.slice(start, start + atOnce)));
  return said;
};

export const ruleOf = (rule: Omit<QualityRule, 'find' | 'numbersOf'> & Partial<Pick<QualityRule, 'numbersOf'>>): QualityRule =>
  ({ numbersOf: (read, ids) => read.column<number>(`SELECT n FROM ${rule.base} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]), ...rule, find: (read, input) => named(read, rule.base, inOrder(sayAll(rule, read, input, [...new Set(rule.hits(read, input))]))) });

/** Whose a record is, by columns of its table or others. */
const whose: Readonly<Record<Base, Watched>> = {
  task: ['task.coordinator', 'task.office'], session: ['session.coordinator'], meeting: ['meeting.recorder', 'meeting.chair', 'meeting_cluster', 'mini_cluster.manager', 'mini_cluster.*'],
};

/** What a condition over `t` reads: its columns, rows that come and go, and whose they are. */
export const readBy = (base: Base, sql: string): Watched =>
  [...new Set([`${base}.*`, ...whose[base], 'account', ...[...sql.matchAll(/\bt\.(\w+)/g)].map(([, column]) => `${base}.${column ?? ''}`)])];

/** Row of a record with the columns its sentence is made of. */
export type Row = { n: number } & Record<string, Cell>;

/** The rows of a base that hold a condition, of those given. */
export const rowsOf = (read: Reader, base: Base, ns: readonly number[], where: string, more: string, given: Given = {}): Row[] =>
  read.all<Row>(`SELECT t.n${more === '' ? '' : `, ${more}`} FROM ${bases[base].from} WHERE t.n IN (SELECT value FROM json_each(:ns)) AND t._del = 0 AND (${where}) GROUP BY t.n ORDER BY t.n`, { ...given, ns: JSON.stringify(ns) });

/** A rule that is one condition over one table. */
export const whereRule = (
  head: Head, base: Base,
  of: {
    where: string; more?: string; parameters?: (input: QualityInput) => Given; field: string; tab?: string | null; say: (row: Row, input: QualityInput) => string;
    /** SQL of the row numbers for everybody's records, where another way to them is quicker. */
    everybody?: string;
  },
): QualityRule => {
  const given = of.parameters ?? (() => ({}));
  const { everybody } = of;
  return ruleOf({
    ...head, base, reads: [...readBy(base, of.where), ...head.reads ?? []],
    condition: { where: of.where, given, isEnough: true }, ...(everybody === undefined ? {} : { everybody }),
    hits: (read, input) => (everybody !== undefined && input.person === null && (input.office ?? null) === null
      ? read.column<number>(everybody, { ...given(input) }) : numbersWhere(read, base, input, of.where, given(input))),
    say: (read, input, ns) => rowsOf(read, base, ns, of.where, of.more ?? '', given(input)).map((row) =>
      ({ n: row.n, message: of.say(row, input), field: of.field, tab: of.tab === undefined ? (base === 'task' ? 'fields' : null) : of.tab })),
  });
};

/** A rule that only a look at each record tells; the condition says which records are worth the look. */
export const lookRule = (head: Head, base: Base, of: { candidates: string; parameters?: (input: QualityInput) => Given; say: QualityRule['say']; numbersOf?: QualityRule['numbersOf'] }): QualityRule => ruleOf({
  ...(of.numbersOf ? { numbersOf: of.numbersOf } : {}),
  ...head, base, say: of.say, reads: [...readBy(base, of.candidates), ...head.reads ?? []],
  condition: { where: of.candidates, given: of.parameters ?? (() => ({})), isEnough: false },
  hits: (read, input) => sayAll(of, read, input, numbersWhere(read, base, input, of.candidates, of.parameters?.(input))).map(({ n }) => n),
});
