/** Filters of a list as SQL conditions with parameters. */
import type { Cell } from './field.ts';
import type { Filter } from './list-types.ts';

export type ListColumn = {
  /** SQL expression to sort and filter by, e.g. `t.title` or `o.name`. */
  sql: string;
  /** SQL expression to show, when it is another one. */
  show?: string;
  /** Condition of the quick search with one `?` for the pattern, where it is cheaper than the expression with LIKE. */
  quick?: string;
  /** Aliases of the spec's joins the expression needs. */
  joins?: readonly string[];
  /** Columns whose writes change the order or the match, e.g. `task.title`. */
  dependsOn: readonly string[];
  /** Those of them whose writes can move other rows than the written one. */
  spreads?: readonly string[];
};

export type SqlPart = { sql: string; parameters: Cell[]; joins: readonly string[]; dependsOn: readonly string[]; spreads?: readonly string[] };

const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const sqlOf = (sql: string, filter: Filter): { sql: string; parameters: Cell[] } => {
  switch (filter.op) {
    case 'contains': return { sql: `${sql} LIKE ? ESCAPE '\\'`, parameters: [likeOf(filter.value.normalize('NFC'))] };
    case 'equals': return { sql: `${sql} IS ?`, parameters: [filter.value] };
    case 'in': return inList(sql, filter.values);
    case 'range': {
      const ends = [filter.from === null ? null : `${sql} >= ?`, filter.to === null ? null : `${sql} <= ?`].filter((end) => end !== null);
      return { sql: ends.length > 0 ? `(${ends.join(' AND ')})` : '1', parameters: [filter.from, filter.to].filter((end) => end !== null) };
    }
    case 'empty': return { sql: `(${sql} IS NULL OR ${sql} = '')`, parameters: [] };
    case 'filled': return { sql: `(${sql} IS NOT NULL AND ${sql} <> '')`, parameters: [] };
  }
};

/** A set may hold null for "empty"; a value with several codes (`a,b`) matches when it holds one of them. */
const inList = (sql: string, values: readonly Cell[]): { sql: string; parameters: Cell[] } => {
  const given = values.filter((value) => value !== null);
  const parts = given.map((value) => (typeof value === 'number' ? `${sql} = ?` : `',' || ${sql} || ',' LIKE '%,' || ? || ',%'`));
  if (values.includes(null)) parts.push(`${sql} IS NULL`);
  return { sql: parts.length > 0 ? `(${parts.join(' OR ')})` : '0', parameters: given };
};

export const conditionOf = (column: ListColumn, filter: Filter): SqlPart => ({ ...sqlOf(column.sql, filter), joins: column.joins ?? [], dependsOn: column.dependsOn, spreads: column.spreads ?? [] });

/** Every word must be found in at least one of the columns. */
export const quickCondition = (columns: readonly ListColumn[], text: string): SqlPart => {
  const words = text.normalize('NFC').split(/\s+/).filter(Boolean);
  return {
    sql: words.map(() => `(${columns.map((column) => column.quick ?? `${column.sql} LIKE ? ESCAPE '\\'`).join(' OR ')})`).join(' AND ') || '1',
    parameters: words.flatMap((word) => columns.map(() => likeOf(word))),
    joins: columns.flatMap((column) => column.joins ?? []),
    dependsOn: columns.flatMap((column) => column.dependsOn),
    spreads: columns.flatMap((column) => column.spreads ?? []),
  };
};

/** Only records of a stored selection. */
export const selectionCondition = (id: string): SqlPart => ({
  sql: 't.n IN (SELECT value FROM json_each((SELECT rows FROM selection WHERE id = ?)))', parameters: [id], joins: [], dependsOn: ['selection.*'],
});

