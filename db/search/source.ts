/** Documents read fresh from the records: for the index, for verifying, and for what the box shows. */
import type { Reader } from '../kernel/reader.ts';
import { KIND_SPAN, type Kind } from './kinds.ts';
import type { Parts } from './tokens.ts';

const partNames = ['own', 'links', 'numbers', 'texts'] as const;

type SourceRow = { n: number } & Record<string, string | number | null>;

const partColumns = (kind: Kind): string => partNames.flatMap((part) => (kind[part] ?? []).map((sql, at) => `${sql} AS ${part}_${at}`)).join(', ');

const from = (kind: Kind): string => `FROM ${kind.table} t ${kind.joins ?? ''} WHERE t._del = 0 AND ${kind.where ?? '1'}`;

const partsOf = (kind: Kind): ((row: SourceRow) => Parts) => {
  const columns = partNames.map((part) => (kind[part] ?? []).map((_, at) => `${part}_${at}`));
  const valuesOf = (row: SourceRow, names: readonly string[]): string[] => {
    const values: string[] = [];
    for (const name of names) {
      const value = row[name];
      if (typeof value !== 'string' || value === '') continue;
      // Names and numbers of several records come in one column, a line each; a text keeps its lines.
      if (name.startsWith('texts') || !value.includes('\n')) values.push(value);
      else values.push(...value.split('\n'));
    }
    return values;
  };
  const [own = [], links = [], numbers = [], texts = []] = columns;
  return (row) => ({ own: valuesOf(row, own), links: valuesOf(row, links), numbers: valuesOf(row, numbers), texts: valuesOf(row, texts) });
};

export type Document = { n: number; parts: Parts };

const makers = new Map<Kind, (row: SourceRow) => Parts>();
const makerOf = (kind: Kind): ((row: SourceRow) => Parts) => {
  const kept = makers.get(kind) ?? partsOf(kind);
  makers.set(kind, kept);
  return kept;
};

/** The documents after a record, in the order of their numbers. */
export const documentsAfter = (read: Reader, kind: Kind, after: number, limit: number): Document[] => {
  const make = makerOf(kind);
  return read.all<SourceRow>(`SELECT t.n, ${partColumns(kind)} ${from(kind)} AND t.n > ? ORDER BY t.n LIMIT ?`, [after, limit]).map((row) => ({ n: row.n, parts: make(row) }));
};

/** The documents of the given records. */
export const documentsIn = (read: Reader, kind: Kind, numbers: readonly number[]): Document[] => {
  const make = makerOf(kind);
  return read.all<SourceRow>(`SELECT t.n, ${partColumns(kind)} ${from(kind)} AND t.n IN (SELECT value FROM json_each(?))`, [JSON.stringify(numbers)]).map((row) => ({ n: row.n, parts: make(row) }));
};

/** The document of one record; null when it is not one, or no longer. */
export const documentOf = (read: Reader, kind: Kind, n: number): Document | null => {
  const row = read.get<SourceRow>(`SELECT t.n, ${partColumns(kind)} ${from(kind)} AND t.n = ?`, [n]);
  return row ? { n, parts: makerOf(kind)(row) } : null;
};

/** A document as the box shows it. */
export type Candidate = Document & {
  id: string; label: string; note: string; status: string | null; date: string | null; office: string | null; mine: string | null;
  openTable: string; openId: string;
};

type CandidateRow = SourceRow & { id: string; label: string | null; status: string | null; date: string | null; office: string | null; mine: string | null; open_table: string; open_id: string };

const shownColumns = (kind: Kind, withOffice: boolean): string => [
  't.id', `${kind.label} AS label`, `${kind.status ?? 'NULL'} AS status`, `${kind.date ?? 'NULL'} AS date`, `${withOffice ? (kind.office ?? 'NULL') : 'NULL'} AS office`, `${kind.mine ?? 'NULL'} AS mine`,
  `${kind.open ? (/[ .]/.test(kind.open.table) ? kind.open.table : `'${kind.open.table}'`) : `'${kind.table}'`} AS open_table`, `${kind.open?.id ?? 't.id'} AS open_id`,
  ...kind.note.map((sql, at) => `${sql} AS note_${at}`),
].join(', ');

const candidateSqls = new Map<string, string>();

/** The text is long and the same for every row: made once. */
const candidateSql = (kind: Kind, withOffice: boolean): string => {
  const key = `${kind.name} ${withOffice}`;
  const made = candidateSqls.get(key) ?? `SELECT t.n, ${shownColumns(kind, withOffice)}, ${partColumns(kind)} ${from(kind)} AND t.n = ?`;
  candidateSqls.set(key, made);
  return made;
};

/** Documents of the given records, in the order asked; those that are gone are left out. */
export const candidatesOf = (read: Reader, kind: Kind, numbers: readonly number[], withOffice: boolean): Candidate[] => {
  const make = makerOf(kind);
  const sql = candidateSql(kind, withOffice);
  return numbers.flatMap((n) => {
    const row = read.get<CandidateRow>(sql, [n]);
    if (!row) return [];
    const statusWord = row.status === null ? null : (kind.statuses?.find((one) => one.code === row.status)?.ko ?? null);
    const note = [...kind.note.map((_, at) => row[`note_${at}`]), statusWord].filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
    return [{ n, parts: make(row), id: row.id, label: row.label ?? '', note, status: row.status, date: row.date, office: row.office, mine: row.mine, openTable: row.open_table, openId: row.open_id }];
  });
};

/** First and last row of a kind in the index. */
export const rowsOfKind = (kind: Kind): [number, number] => [kind.number * KIND_SPAN, (kind.number + 1) * KIND_SPAN - 1];
