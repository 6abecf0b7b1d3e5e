/**
 * Lists for the grid: blocks of 100 rows of any order and filter, at the same cost at any depth; contents are always read fresh.
 * A short list keeps a snapshot of row numbers per question. A long one keeps orders and filters apart (lists/), each worked out
 * once in a thread of its own and then followed row by row, so that any combination of them is a walk of some milliseconds; what
 * is not there yet is named in `missing`, and `lists/ask.ts` has it built.
 */
import type { Cell } from './field.ts';
import type { ListColumn } from './list-filter.ts';
import type { PackedBlock } from './block.ts';
import type { ListRequest } from './list-types.ts';
import { buildPart, type BuiltPart } from './lists/build.ts';
import { keepPart, keptList, keptOrder, keptSet, walkOf } from './lists/kept.ts';
import { joinsFor, keyOf, partsOf, planOf, type OrderPart, type Part, type Plan } from './lists/plan.ts';
import { rowAt, walk } from './lists/row-order.ts';
import { inAll } from './lists/row-set.ts';
import { seekPlace, type Places } from './lists/seek.ts';
import { query, type AnyQuery, type Query, type QueryContext } from './query.ts';
import type { Reader } from './reader.ts';

export type ListSpec = {
  /** Name of the list, as the page and the slow-query log call it. */
  name: string;
  table: string;
  /** Rows of the list besides `_del = 0`, e.g. `t.kind = 'firm'`. The table's alias is always `t`. */
  where?: string;
  /** Columns that `where` looks at: a change of one renews the list. */
  dependsOn?: readonly string[];
  /** LEFT JOINs a column may need, by alias. */
  joins?: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, ListColumn>>;
  /** Columns in which the quick filter looks for each word. */
  quick: readonly string[];
  /** Finds the rows of the quick filter in a long list by an index over words; null when the text says nothing. A short list is looked through. */
  search?: ((read: Reader, text: string) => Int32Array | null) | undefined;
  sort: readonly { column: string; descending: boolean }[];
  /** From how many rows on the list is a long one; tests set it low. */
  longFrom?: number;
  /** Columns people sort a long list by: their orders are worked out in the background once it has been opened. */
  warm?: readonly string[];
};

/** What the thread of lists answers; `missing` names what must be built first, when anything must. */
export type AnsweredBlock = PackedBlock & { missing?: Part[] };

/** A list's query, with those that build and keep its parts when it is long. */
export type ListQuery = Query<ListRequest, AnsweredBlock> & {
  readonly build: Query<Part, BuiltPart>;
  readonly keep: Query<BuiltPart, null>;
  /** Parts worth having before anybody asks. */
  readonly warm: readonly Part[];
};

const mostRows = 500;
const keptSnapshots = 8;
/** Up to this many rows a question is answered by one sorted SELECT; above, from kept orders and filters. */
const longFrom = 50_000;

type Snapshot = { key: string; rows: Int32Array };

const snapshots = new WeakMap<Reader, Snapshot[]>();

const snapshotOf = (read: Reader, spec: ListSpec, request: ListRequest, plan: Plan, { versions }: QueryContext): Int32Array => {
  const key = JSON.stringify([spec.name, request.sort, request.filter, request.quick, request.selection, plan.dependsOn.map((column) => versions[column] ?? 0)]);
  const kept = snapshots.get(read)?.find((one) => one.key === key)?.rows;
  if (kept) return kept;
  const rows = Int32Array.from(read.column<number>(`SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order}`, plan.parameters));
  snapshots.set(read, [{ key, rows }, ...(snapshots.get(read) ?? [])].slice(0, keptSnapshots));
  return rows;
};

type Contents = Pick<PackedBlock, 'columns' | 'cells'>;

const nothing: Contents = { columns: [], cells: [] };

const contents = (read: Reader, spec: ListSpec, rows: readonly number[]): Contents => {
  if (rows.length === 0) return nothing;
  const columns = Object.values(spec.columns);
  const joins = joinsFor(spec, columns.map((column) => ({ joins: column.joins ?? [] })));
  return {
    columns: ['id', ...Object.keys(spec.columns)],
    cells: read.tuples<Cell[]>(`SELECT t.id, ${columns.map((column) => column.show ?? column.sql).join(', ')} FROM json_each(?) j JOIN ${spec.table} t ON t.n = j.value ${joins} ORDER BY j.key`, [JSON.stringify(rows)]),
  };
};

const limits = new WeakMap<Reader, Map<string, boolean>>();

/** Whether an index gives the order, so that its first rows cost no sorting. */
const isIndexed = (read: Reader, plan: Plan): boolean => {
  const known = limits.get(read) ?? new Map<string, boolean>();
  limits.set(read, known);
  const sql = `SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order} LIMIT 100`;
  const kept = known.get(sql) ?? !read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, plan.parameters).some(({ detail }) => /USE TEMP B-TREE FOR ORDER BY/.test(detail));
  known.set(sql, kept);
  return kept;
};

/** The rows of a long list from its kept parts, or what is missing. */
const longPlaces = (read: Reader, spec: ListSpec, parts: ReturnType<typeof partsOf>): Places | { missing: Part[] } => {
  const list = keptList(read, spec);
  const order = keptOrder(list, parts.order);
  const sets = parts.filters.map((part) => keptSet(list, part));
  const missing = [...(order ? [] : [parts.order]), ...parts.filters.filter((_, index) => sets[index] === undefined)];
  if (!order || missing.length > 0) return { missing };
  if (sets.length === 0) return { length: order.length, rowAt: (place) => rowAt(order, place, parts.descending) };
  return placesOf(walkOf(list, JSON.stringify([keyOf(parts.order), parts.descending, ...parts.filters.map(keyOf)]), () => walk(order, parts.descending, inAll(sets.flatMap((set) => set ?? [])))));
};

const placesOf = (rows: Int32Array): Places => ({ length: rows.length, rowAt: (place) => rows[place] ?? 0 });

const block = (spec: ListSpec) => (read: Reader, request: ListRequest, context: QueryContext): AnsweredBlock => {
  const start = Math.max(0, request.start);
  const end = Math.min(request.end, start + mostRows);
  const plan = questionPlan(spec, request);
  const parts = partsOf(spec, request);
  const isLong = (read.value<number>(`SELECT max(n) FROM ${spec.table}`) ?? 0) > (spec.longFrom ?? longFrom);
  const places = isLong ? longPlaces(read, spec, parts) : placesOf(snapshotOf(read, spec, request, plan, context));
  if ('missing' in places) {
    if (start > 0 || end === 0 || parts.filters.length > 0 || !isIndexed(read, plan)) return { ...nothing, total: null, missing: places.missing };
    const first = read.column<number>(`SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order} LIMIT ?`, [...plan.parameters, end]);
    return { ...contents(read, spec, first), total: first.length < end ? first.length : null, missing: places.missing };
  }
  const rows = Array.from({ length: Math.max(0, Math.min(end, places.length) - start) }, (_, index) => places.rowAt(start + index));
  const [first] = request.sort.length > 0 ? request.sort : spec.sort;
  return {
    ...contents(read, spec, rows), total: places.length,
    ...(request.seek === undefined || !first ? {} : { at: seekPlace(read, spec, first, places, request.seek) }),
  };
};

/** The SQL of a question as one statement. */
const questionPlan = (spec: ListSpec, request: ListRequest): Plan => {
  const order: OrderPart = { as: 'order', sort: request.sort.length > 0 ? request.sort : spec.sort };
  return planOf(spec, order, partsOf(spec, request).filters.flatMap((part) => (part.as === 'order' ? [] : [part])));
};

/** The query that serves a list's blocks. Ask for `start` 0, `end` 0 to get the total alone. */
export const listQuery = (spec: ListSpec): ListQuery => ({
  ...query(`list.${spec.name}`, block(spec), { lane: 'list' }),
  build: query(`list.${spec.name}.build`, buildPart(spec), { lane: 'build' }),
  keep: query(`list.${spec.name}.keep`, (read: Reader, part: BuiltPart) => { keepPart(read, spec, part); return null; }, { lane: 'list' }),
  warm: [partsOf(spec, { start: 0, end: 0, sort: [], filter: {}, quick: null, selection: null }).order, ...(spec.warm ?? []).map((column): Part => ({ as: 'order', sort: [{ column, descending: false }] }))],
});

export const isListQuery = (one: { readonly name: string }): one is ListQuery => 'build' in one && 'keep' in one;

/** A query with those that belong to it, for the register of a reader thread. */
export const withParts = (one: AnyQuery): AnyQuery[] => (isListQuery(one) ? [one, one.build, one.keep] : [one]);

/** SQL of a list without its rows, for tests that look at the query plan. */
export const listSql = (spec: ListSpec, request: ListRequest): { sql: string; parameters: Cell[] } => {
  const plan = questionPlan(spec, request);
  return { sql: `SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order}`, parameters: plan.parameters };
};
