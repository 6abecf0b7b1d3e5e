/**
 * A fact table: one narrow row for each live record, with what reports ask of it already worked out. It is declared once,
 * as a SELECT over the record tables: that SELECT fills it anew, brings single rows up to date in the transaction that
 * changes their sources, and is what the same facts on a past day are made from.
 */
import type { Cell } from '../kernel/field.ts';
import type { ChangedRow, Follower, Local } from '../kernel/follow.ts';

export type Fact = {
  table: string;
  /** Record table; `n` of its row is the key of the fact. */
  of: string;
  /** Columns in the order of the SELECT, `n` first. */
  columns: readonly string[];
  /** Ends in a WHERE, so that a condition on `key` can follow. */
  select: string;
  /** The column of the SELECT's FROM that is `n`. */
  key: string;
  sources: readonly Source[];
  sums: readonly Sum[];
  groups: readonly Group[];
};

/** Rows whose change concerns facts. */
export type Source = {
  table: string;
  /** Fields that matter; `*` = rows that are new. */
  fields: readonly string[];
  /** Column of the changed row that names whom it concerns, as it is and as it was; left out = the row itself. */
  via?: string;
  /** `n` of the records concerned, from the ids in the JSON list `?`; left out = the records with these ids. */
  rows?: string;
  /** Finds `n` of the records concerned itself, where what a row was says which: in place of `via` and `rows`. */
  find?: (local: Local, rows: readonly ChangedRow[]) => number[];
};

/** Amounts added up over facts: what a change adds or takes away is added or taken away. */
export type Sum = { table: string; keys: readonly string[]; amounts: readonly string[]; select: (from: string) => string; /** Columns of the fact it is made of: others may change without it; left out = all. */ reads?: readonly string[] };

/** One row for each value of a column, made anew from its facts. The SELECT ends in a WHERE. */
export type Group = { table: string; key: string; columns: readonly string[]; select: (from: string) => string; by: string; end: string; /** Columns of the fact it is made of: others may change without it; left out = all. */ reads?: readonly string[] };

type FactRow = Record<string, Cell>;

/** More rows than this are done in parts, so that lists of numbers stay short. */
const atOnce = 2_000;

const inList = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;

const idsOf = ({ via, table }: Source, rows: readonly ChangedRow[], { read }: Local): string[] => {
  const ids = rows.map((row) => row.id);
  if (via === undefined) return ids;
  const now = read.column<string | null>(`SELECT DISTINCT ${via} FROM ${table} WHERE ${inList('id')}`, [JSON.stringify(ids)]);
  const before = rows.flatMap(({ was }) => (was && typeof was[via] === 'string' ? [was[via]] : []));
  return [...new Set([...now.filter((id) => id !== null), ...before])];
};

const concerned = (fact: Fact, source: Source, rows: readonly ChangedRow[], local: Local): number[] => {
  const own = rows.filter((row) => row.table === source.table
    && (row.fields === null || (row.was === null && source.fields.includes('*')) || row.fields.some((field) => source.fields.includes(field))));
  if (own.length === 0) return [];
  if (source.find) return source.find(local, own);
  const ids = idsOf(source, own, local);
  return ids.length === 0 ? [] : local.read.column<number>(source.rows ?? `SELECT n FROM ${fact.of} WHERE ${inList('id')}`, [JSON.stringify(ids)]);
};

const keep = (local: Local, sum: Sum, from: string, sign: '+' | '-', parameters: readonly Cell[]): void => {
  const { table, keys, amounts } = sum;
  local.run(`INSERT INTO ${table} (${[...keys, ...amounts].join(', ')}) SELECT ${keys.join(', ')}, ${amounts.map((name) => `${sign === '-' ? '-' : ''}${name}`).join(', ')} FROM (${sum.select(from)}) WHERE true
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${amounts.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`, parameters);
};

const regroup = (local: Local, fact: Fact, group: Group, keys: readonly Cell[]): void => {
  const list = [JSON.stringify(keys)];
  local.run(`DELETE FROM ${group.table} WHERE ${inList(group.key)}`, list);
  local.run(`INSERT INTO ${group.table} (${group.columns.join(', ')}) ${group.select(fact.table)} AND ${inList(group.by)} ${group.end}`, list);
};

/** Columns in which a fact differs; all of them when it comes or goes. */
const differing = (fact: Fact, now: FactRow | undefined, then: FactRow | undefined): readonly string[] =>
  (now === undefined || then === undefined ? (now === then ? [] : fact.columns) : fact.columns.filter((column) => now[column] !== then[column]));

/** Only what differs is written: an index is touched for the columns that are set, changed or not (16 µs a row for all of them, 3 for one; measured). */
const put = (local: Local, fact: Fact, n: number, now: FactRow | undefined, changed: readonly string[]): void => {
  if (now === undefined) local.run(`DELETE FROM ${fact.table} WHERE n = ?`, [n]);
  else if (changed.length < fact.columns.length) local.run(`UPDATE ${fact.table} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE n = ?`, [...changed.map((column) => now[column] ?? null), n]);
  else local.run(`INSERT INTO ${fact.table} (${fact.columns.join(', ')}) VALUES (?${', ?'.repeat(fact.columns.length - 1)})`, fact.columns.map((column) => now[column] ?? null));
};

/** Brings the facts of these records up to date. */
const refresh = (local: Local, fact: Fact, ns: readonly number[]): void => {
  const list = JSON.stringify(ns);
  const fresh = new Map(local.read.all<FactRow>(`${fact.select} AND ${inList(fact.key)}`, [list]).map((row) => [row['n'], row]));
  const old = new Map(local.read.all<FactRow>(`SELECT * FROM ${fact.table} WHERE ${inList('n')}`, [list]).map((row) => [row['n'], row]));
  const changed = ns.map((n) => ({ n, columns: differing(fact, fresh.get(n), old.get(n)) })).filter(({ columns }) => columns.length > 0);
  if (changed.length === 0) return;
  const touching = (reads: readonly string[] | undefined): number[] => changed.flatMap(({ n, columns }) => (reads === undefined || columns.some((column) => reads.includes(column)) ? [n] : []));
  const some = `(SELECT * FROM ${fact.table} WHERE ${inList('n')})`;
  const sums = fact.sums.map((sum) => ({ sum, touched: touching(sum.reads) })).filter(({ touched }) => touched.length > 0).map(({ sum, touched }) => ({ sum, parameters: [JSON.stringify(touched)] }));
  for (const { sum, parameters } of sums) keep(local, sum, some, '-', parameters);
  for (const { n, columns } of changed) put(local, fact, n, fresh.get(n), columns);
  for (const { sum, parameters } of sums) keep(local, sum, some, '+', parameters);
  for (const group of fact.groups) {
    const keys = touching(group.reads).flatMap((n) => [old.get(n)?.[group.by] ?? null, fresh.get(n)?.[group.by] ?? null]).filter((key) => key !== null);
    if (keys.length > 0) regroup(local, fact, group, [...new Set(keys)]);
  }
};

/** SQL that fills the tables of a fact from nothing, in order; also into tables of the same names that only this connection sees. */
export const fillSql = (fact: Fact): { table: string; columns: readonly string[]; select: string }[] => [
  { table: fact.table, columns: fact.columns, select: fact.select },
  ...fact.sums.map((sum) => ({ table: sum.table, columns: [...sum.keys, ...sum.amounts], select: sum.select(fact.table) })),
  ...fact.groups.map((group) => ({ table: group.table, columns: group.columns, select: `${group.select(fact.table)} ${group.end}` })),
];

/** An index is made faster over rows that are there than kept row by row (measured from about this many on). */
const manyRows = 20_000;

const rebuild = (local: Local, fact: Fact): void => {
  const isLarge = (local.read.value<number>(`SELECT count(*) FROM ${fact.of}`) ?? 0) > manyRows;
  for (const { table, columns, select } of fillSql(fact)) {
    const indexes = isLarge ? local.read.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", [table]) : [];
    for (const { name } of indexes) local.run(`DROP INDEX ${name}`, []);
    local.run(`DELETE FROM ${table}`, []);
    local.run(`INSERT INTO ${table} (${columns.join(', ')}) ${select}`, []);
    for (const { sql } of indexes) local.run(sql, []);
  }
};

/** Keeps the tables of a fact in the transaction that changes what they are made from. */
export const followerOf = (fact: Fact): Follower => ({
  tables: Object.fromEntries([...new Set(fact.sources.map((source) => source.table))].map((table) =>
    [table, [...new Set(fact.sources.filter((source) => source.table === table).flatMap((source) => source.fields))]])),
  followAll: (local, rows) => {
    const ns = [...new Set(fact.sources.flatMap((source) => concerned(fact, source, rows, local)))];
    for (let start = 0; start < ns.length; start += atOnce) refresh(local, fact, ns.slice(start, start + atOnce));
    return ns.map((n) => ({ table: fact.table, id: String(n), fields: null }));
  },
  rebuild: (local) => rebuild(local, fact),
});
