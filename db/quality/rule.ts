/** What a rule of the quality queue is. */
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';

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

export type QualityInput = {
  /** Calendar day of the device. */
  today: string;
  /** Only records of this person; null for those of everybody. */
  person: string | null;
};

export type QualityRule = {
  /** `<what>.<which>`, kept for ever: what is put aside is put aside under it. */
  code: string;
  severity: Severity;
  /** What its lines have in common. */
  title: string;
  find: (read: Reader, input: QualityInput) => Found[];
};

/** Columns every query of a rule answers, beside those its sentence is made of. */
export type Row = { id: string; label: string; note: string | null; person: string | null; office: string | null } & Record<string, Cell>;

const officeOf = (person: string): string => `(SELECT a.office FROM account a WHERE a.person = ${person} AND a._del = 0 AND a.office IS NOT NULL LIMIT 1)`;

/** SQL of the columns of `Row`, and the rows a rule begins with; `:person` is null for everybody's. */
const bases = {
  task: {
    columns: `t.id, t.title AS label, (SELECT name FROM organisation WHERE id = t.lead_org) AS note, t.coordinator AS person, coalesce(t.office, ${officeOf('t.coordinator')}) AS office`,
    from: 'task t', mine: 't.coordinator',
  },
  session: {
    columns: `t.id, t.visit_on || coalesce(' ' || t.start_at, '') || ' 상담' AS label, (SELECT name FROM organisation WHERE id = t.organisation) AS note, t.coordinator AS person, ${officeOf('t.coordinator')} AS office`,
    from: 'session t', mine: 't.coordinator',
  },
  meeting: {
    columns: `t.id, t.title AS label, t.start_on AS note, coalesce(t.recorder, t.chair, k.manager) AS person, ${officeOf('coalesce(t.recorder, t.chair, k.manager)')} AS office`,
    from: `meeting t LEFT JOIN meeting_cluster h ON h.meeting = t.id AND h.is_host = 1 AND h._del = 0 LEFT JOIN mini_cluster k ON k.id = h.cluster`, mine: 'coalesce(t.recorder, t.chair, k.manager)',
  },
} as const;

export type Base = keyof typeof bases;

/** Live rows of a table that hold a condition, with more columns for the sentence. The table's alias is `t`. */
export const rowsWhere = (read: Reader, base: Base, { person }: QualityInput, condition: string, more = '', parameters: Readonly<Record<string, Cell>> = {}): Row[] => {
  const { columns, from, mine } = bases[base];
  return read.all<Row>(
    `SELECT ${columns}${more === '' ? '' : `, ${more}`} FROM ${from} WHERE t._del = 0 ${person === null ? '' : `AND ${mine} = :person`} AND (${condition}) GROUP BY t.id ORDER BY t.n`,
    { ...(person === null ? {} : { person }), ...parameters });
};

/** The line of a row. */
export const lineOf = (base: Base, row: Row, message: string, field: string | null, tab: string | null = base === 'task' ? 'fields' : null): Found =>
  ({ at: { table: base, id: row.id, tab, field }, label: row.label, note: row.note, message, person: row.person, office: row.office });

/** A rule that is one condition over one table. */
export const whereRule = (
  head: Pick<QualityRule, 'code' | 'severity' | 'title'>, base: Base,
  of: { where: string; more?: string; parameters?: (input: QualityInput) => Readonly<Record<string, Cell>>; field: string; tab?: string; say: (row: Row, input: QualityInput) => string },
): QualityRule => ({
  ...head,
  find: (read, input) => rowsWhere(read, base, input, of.where, of.more, of.parameters?.(input)).map((row) => lineOf(base, row, of.say(row, input), of.field, of.tab)),
});
