/** A question to a list taken apart: one order and any number of filters, each with its SQL. */
import type { Cell } from '../field.ts';
import type { ListSpec } from '../list.ts';
import { conditionOf, quickCondition, selectionCondition, type ListColumn, type SqlPart } from '../list-filter.ts';
import type { Filter, ListRequest, Sort } from '../list-types.ts';

/** One order of all rows, or one filter over them. */
export type Part =
  | { as: 'order'; sort: readonly Sort[] }
  | { as: 'filter'; column: string; filter: Filter }
  | { as: 'quick'; text: string }
  | { as: 'selection'; id: string };

export type OrderPart = Extract<Part, { as: 'order' }>;

/** What identifies a part: the same words always mean the same rows. */
export const keyOf = (part: Part): string => JSON.stringify(part);

export const columnOf = (spec: ListSpec, name: string): ListColumn => {
  const column = spec.columns[name];
  if (!column) throw new Error(`list ${spec.name} has no column ${name}`);
  return column;
};

/** LEFT JOINs that the parts need. */
export const joinsFor = (spec: ListSpec, parts: readonly Pick<SqlPart, 'joins'>[]): string => {
  const needed = new Set(parts.flatMap((part) => part.joins));
  return Object.entries(spec.joins ?? {}).filter(([alias]) => needed.has(alias)).map(([, sql]) => sql).join(' ');
};

/** The order and the filters of a question. One column descending is the ascending order walked backwards. */
export const partsOf = (spec: ListSpec, request: ListRequest): { order: OrderPart; descending: boolean; filters: Part[] } => {
  const sort = request.sort.length > 0 ? request.sort : spec.sort;
  const [only] = sort;
  const isOne = sort.length === 1 && only !== undefined;
  return {
    order: { as: 'order', sort: isOne ? [{ column: only.column, descending: false }] : sort },
    descending: isOne && only.descending,
    filters: [
      ...Object.entries(request.filter).map(([column, filter]): Part => ({ as: 'filter', column, filter })),
      ...(request.quick ? [{ as: 'quick', text: request.quick } as const] : []),
      ...(request.selection ? [{ as: 'selection', id: request.selection } as const] : []),
    ],
  };
};

/** The condition of a filter. */
export const conditionOfPart = (spec: ListSpec, part: Exclude<Part, OrderPart>): SqlPart => {
  switch (part.as) {
    case 'filter': return conditionOf(columnOf(spec, part.column), part.filter);
    case 'quick': return quickCondition(spec.quick.map((name) => columnOf(spec, name)), part.text);
    case 'selection': return selectionCondition(part.id);
  }
};

/** The terms of an order; the row number follows the first column's direction, so that an index on that column gives the whole order. */
export const termsOf = (spec: ListSpec, { sort }: OrderPart): { terms: SqlPart[]; by: string } => {
  const terms = sort.map(({ column, descending }): SqlPart => {
    const { sql, joins = [], dependsOn, spreads = [] } = columnOf(spec, column);
    return { sql: `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`, parameters: [], joins, dependsOn, spreads };
  });
  return { terms, by: [...terms.map((term) => term.sql), sort[0]?.descending ? 't.n DESC' : 't.n'].join(', ') };
};

/** Rows that belong to the list at all. */
export const baseOf = (spec: ListSpec): string => ['t._del = 0', spec.where].filter(Boolean).join(' AND ');

export type Plan = {
  from: string;
  where: string;
  order: string;
  parameters: Cell[];
  /** Columns whose writes change what the plan answers. */
  dependsOn: string[];
  /** Those of them whose writes can move other rows than the written one. */
  spreads: string[];
  /** Aliases of the joins in `from`. */
  joins: string[];
};

/** The SQL of an order with filters. */
export const planOf = (spec: ListSpec, order: OrderPart, filters: readonly Exclude<Part, OrderPart>[]): Plan => {
  const conditions = filters.map((part) => conditionOfPart(spec, part));
  const { terms, by } = termsOf(spec, order);
  const all = [...conditions, ...terms];
  return {
    from: `${spec.table} t ${joinsFor(spec, all)}`,
    where: [baseOf(spec), ...conditions.map((part) => part.sql)].join(' AND '),
    order: by,
    parameters: conditions.flatMap((part) => part.parameters),
    dependsOn: [`${spec.table}.*`, ...(spec.dependsOn ?? []), ...all.flatMap((part) => part.dependsOn)],
    // What decides whether a row belongs to the list at all may look at other rows.
    spreads: [...(spec.dependsOn ?? []), ...all.flatMap((part) => part.spreads ?? [])],
    joins: [...new Set(all.flatMap((part) => part.joins))],
  };
};

/** The SQL of the rows a filter lets through, deleted ones perhaps among them. */
export const filterPlan = (spec: ListSpec, part: Exclude<Part, OrderPart>): Plan => {
  const condition = conditionOfPart(spec, part);
  return {
    from: `${spec.table} t ${joinsFor(spec, [condition])}`, where: condition.sql, order: '', parameters: condition.parameters,
    dependsOn: [`${spec.table}.*`, ...condition.dependsOn], spreads: [...(condition.spreads ?? [])], joins: [...condition.joins],
  };
};
