/**
 * Lists for the grid. A reader keeps, per sort and filter, a snapshot of row numbers and serves any block
 * of 100 rows from it at the same cost at any depth; contents are always read fresh. While a large
 * snapshot is not there yet, the first block is answered by LIMIT.
 */
import type { Cell } from './field.ts';
import { conditionOf, quickCondition, selectionCondition, type ListColumn, type SqlPart } from './list-filter.ts';
import type { ListBlock, ListRequest, ListRow } from './list-types.ts';
import { query, type Query, type QueryContext } from './query.ts';
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
  sort: readonly { column: string; descending: boolean }[];
};

const mostRows = 500;
const keptSnapshots = 8;
/** Below this many rows a snapshot is built at once; above, the first block does not wait for it. */
const quickCount = 50_000;

type Snapshot = { key: string; rows: Int32Array };

const joinsFor = (spec: ListSpec, parts: readonly SqlPart[]): string => {
  const needed = new Set(parts.flatMap((part) => part.joins));
  return Object.entries(spec.joins ?? {}).filter(([alias]) => needed.has(alias)).map(([, sql]) => sql).join(' ');
};

const columnOf = (spec: ListSpec, name: string): ListColumn => {
  const column = spec.columns[name];
  if (!column) throw new Error(`list ${spec.name} has no column ${name}`);
  return column;
};

type Plan = { from: string; where: string; order: string; parameters: Cell[]; dependsOn: string[] };

const planOf = (spec: ListSpec, request: ListRequest): Plan => {
  const conditions = Object.entries(request.filter).map(([name, filter]) => conditionOf(columnOf(spec, name), filter));
  const quick = request.quick ? [quickCondition(spec.quick.map((name) => columnOf(spec, name)), request.quick)] : [];
  const chosen = request.selection ? [selectionCondition(request.selection)] : [];
  const parts = [...conditions, ...quick, ...chosen];
  const sort = request.sort.length > 0 ? request.sort : spec.sort;
  const sortParts = sort.map(({ column, descending }): SqlPart => {
    const { sql, joins = [], dependsOn } = columnOf(spec, column);
    return { sql: `${sql} ${descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}`, parameters: [], joins, dependsOn };
  });
  const all = [...parts, ...sortParts];
  return {
    from: `${spec.table} t ${joinsFor(spec, all)}`,
    where: ['t._del = 0', spec.where, ...parts.map((part) => part.sql)].filter(Boolean).join(' AND '),
    // The row number follows the first column's direction, so that an index on that column gives the whole order.
    order: [...sortParts.map((part) => part.sql), sort[0]?.descending ? 't.n DESC' : 't.n'].join(', '),
    parameters: parts.flatMap((part) => part.parameters),
    dependsOn: [`${spec.table}.*`, ...(spec.dependsOn ?? []), ...all.flatMap((part) => part.dependsOn)],
  };
};

const snapshots = new WeakMap<Reader, Snapshot[]>();

const keyOf = (spec: ListSpec, request: ListRequest, plan: Plan, context: QueryContext): string =>
  JSON.stringify([spec.name, request.sort, request.filter, request.quick, request.selection, plan.dependsOn.map((column) => context.versions[column] ?? 0)]);

const keptSnapshot = (read: Reader, key: string): Int32Array | undefined => snapshots.get(read)?.find((one) => one.key === key)?.rows;

const makeSnapshot = (read: Reader, key: string, plan: Plan): Int32Array => {
  const rows = Int32Array.from(read.column<number>(`SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order}`, plan.parameters));
  snapshots.set(read, [{ key, rows }, ...(snapshots.get(read) ?? [])].slice(0, keptSnapshots));
  return rows;
};

const contents = (read: Reader, spec: ListSpec, rows: readonly number[]): ListRow[] => {
  const columns = Object.entries(spec.columns);
  const joins = joinsFor(spec, columns.map(([, column]) => ({ sql: '', parameters: [], joins: column.joins ?? [], dependsOn: [] })));
  return read.all<ListRow>(
    `SELECT t.id AS id, ${columns.map(([name, column]) => `${column.show ?? column.sql} AS "${name}"`).join(', ')}
     FROM json_each(?) j JOIN ${spec.table} t ON t.n = j.value ${joins} ORDER BY j.key`, [JSON.stringify(rows)]);
};

const block = (spec: ListSpec) => (read: Reader, request: ListRequest, context: QueryContext): ListBlock => {
  const start = Math.max(0, request.start);
  const end = Math.min(request.end, start + mostRows);
  const plan = planOf(spec, request);
  const key = keyOf(spec, request, plan, context);
  const kept = keptSnapshot(read, key);
  if (!kept && start === 0 && end > 0 && (read.value<number>(`SELECT max(n) FROM ${spec.table}`) ?? 0) > quickCount) {
    const first = read.column<number>(`SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order} LIMIT ?`, [...plan.parameters, end]);
    // The grid asks for the total and for deeper blocks next; the snapshot is made as soon as this answer is out.
    setImmediate(() => { if (!keptSnapshot(read, key)) makeSnapshot(read, key, plan); });
    return { rows: contents(read, spec, first), total: first.length < end ? first.length : null };
  }
  const snapshot = kept ?? makeSnapshot(read, key, plan);
  return { rows: end > start ? contents(read, spec, [...snapshot.subarray(start, end)]) : [], total: snapshot.length };
};

/** The query that serves a list's blocks. Ask for `start` 0, `end` 0 to get the total alone. */
export const listQuery = (spec: ListSpec): Query<ListRequest, ListBlock> => query(`list.${spec.name}`, block(spec));

/** SQL of a list without its rows, for tests that look at the query plan. */
export const listSql = (spec: ListSpec, request: ListRequest): { sql: string; parameters: Cell[] } => {
  const plan = planOf(spec, request);
  return { sql: `SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order}`, parameters: plan.parameters };
};
