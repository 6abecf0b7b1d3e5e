/** Which rows of a list a commit can have moved: its own rows by id, and those that show a changed record through a link. */
import type { ListSpec } from '../list.ts';
import type { Reader } from '../reader.ts';
import type { Change } from '../store.ts';
import { joinsFor, type Plan } from './plan.ts';

/** A change of more rows than this has the part built anew. */
const mostPatched = 200;
/** A commit tells at most this many ids of a table (append.ts): with as many, there may be more. */
const mostTold = 200;

/** Whether a change of these fields of a table can change what a plan answers. */
export const touchesPlan = (plan: Pick<Plan, 'dependsOn'>, table: string, change: Change['tables'][string]): boolean =>
  (change.rowsCameOrWent && plan.dependsOn.includes(`${table}.*`)) || change.fields.some((field) => plan.dependsOn.includes(`${table}.${field}`));

const rowsByJoin = (read: Reader, spec: ListSpec, alias: string, ids: readonly string[]): number[] =>
  read.column<number>(`SELECT t.n FROM ${spec.table} t ${joinsFor(spec, [{ joins: aliasesFor(spec, alias) }])} WHERE ${alias}.id IN (SELECT value FROM json_each(?)) LIMIT ?`, [JSON.stringify(ids), mostPatched + 1]);

/** An alias may hang on another one, which then must be joined as well. */
const aliasesFor = (spec: ListSpec, alias: string): string[] => {
  const sql = spec.joins?.[alias] ?? '';
  return [alias, ...Object.keys(spec.joins ?? {}).filter((other) => other !== alias && sql.includes(`${other}.`)).flatMap((other) => aliasesFor(spec, other))];
};

/**
 * @returns row numbers; `unknown` when they cannot be told, or are too many to look at one by one
 */
export const affectedRows = (read: Reader, spec: ListSpec, plan: Plan, tables: Change['tables']): number[] | 'unknown' => {
  const rows = new Set<number>();
  for (const [table, change] of Object.entries(tables)) {
    if (!touchesPlan(plan, table, change)) continue;
    if (change.ids.length >= mostTold || change.fields.some((field) => plan.spreads.includes(`${table}.${field}`))) return 'unknown';
    const aliases = plan.joins.filter((alias) => new RegExp(`JOIN ${table} ${alias} `).test(spec.joins?.[alias] ?? ''));
    if (table !== spec.table && aliases.length === 0) return 'unknown';
    if (table === spec.table) for (const row of read.column<number>(`SELECT n FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(change.ids)])) rows.add(row);
    for (const alias of aliases) for (const row of rowsByJoin(read, spec, alias, change.ids)) rows.add(row);
    if (rows.size > mostPatched) return 'unknown';
  }
  return [...rows];
};
