/**
 * An indicator is declared once: what it is called, what it means, in which version, and the set of records it
 * counts as a condition. The number in a cell, the list of records behind it and the help text are all asked from
 * this one declaration.
 */
import type { Parameter } from '../kernel/reader.ts';
import type { Definition, RecordTable, ReportParams, ScopeKind, YearKind } from './table-types.ts';

/** Money is summed in won and minutes in minutes, whatever unit is printed; `units.ts` prints them. */
export type Unit = '건' | '개사' | '개' | '회원' | '명' | '회' | '백만원' | '천원' | '원' | '천불' | '분' | '시간' | '일' | '점' | '%';

/** SQL of a value for a row of the set, never null; one for each kind of year where they differ. */
export type DimensionSql = string | Readonly<Record<YearKind, string>>;

/** SQL of the code a row belongs to, or the condition that it belongs to the one asked for (`wanted` is a parameter). */
export type ScopeSql = string | ((wanted: string) => string);

export type Indicator = {
  code: string;
  /** Raised when the meaning changes: a frozen report remembers which it was counted by. */
  version: number;
  ko: string;
  unit: Unit;
  /** How it is counted, in words. */
  formula: string;
  /** Where the rule comes from. */
  source: string;
  /** Printed under the table. */
  rule: string;
  /** Record type of the records it opens. */
  table: RecordTable;
  /**
   * `count` = rows of the set; `distinct` = records, each once however many rows name it (by a number that stands for the
   * record where there is one: ten times as fast as by id); `sum` = total of a column, money in won.
   */
  measure: 'count' | 'distinct' | { distinct: string } | { sum: string };
  /** FROM and WHERE of the set, with named parameters. */
  from: string;
  where: string;
  /** Condition of the rows that count, where others of the same set are counted by another indicator: one reading serves them all. */
  when?: string;
  /** SQL of the id of the record a row stands for. */
  id: string;
  /** What the set is divided by. */
  dimensions: Readonly<Record<string, DimensionSql>>;
  /** What it can be narrowed to; one that is left out cannot be, and the table says so. */
  scopes: Readonly<Partial<Record<ScopeKind, ScopeSql>>>;
  /** The same amounts from sums that are kept (db/facts): read where nothing is asked that they are not divided by. Records are always asked from the set itself. */
  kept?: Kept;
};

export type Kept = Pick<Indicator, 'from' | 'where' | 'dimensions' | 'scopes'> & {
  readonly measure: { readonly sum: string };
  /** The condition of the set whose amounts these are: an indicator made from another by changing it does not read them. */
  readonly of: string;
};

/** Part of a set: the values allowed in each dimension it names. */
export type Slice = Readonly<Record<string, readonly (string | number)[]>>;

export type SqlParameters = Readonly<Record<string, Parameter>>;

/** An indicator with its dimensions of one kind of year and its scope in the condition. */
export type Resolved = Omit<Indicator, 'dimensions' | 'scopes' | 'kept'> & { readonly dimensions: Readonly<Record<string, string>> };

/** Dimensions of a scope the indicator cannot be narrowed to. */
export const uncutBy = (indicator: Indicator, { scope }: Pick<ReportParams, 'scope'>): ScopeKind[] =>
  (Object.keys(scope) as ScopeKind[]).filter((kind) => scope[kind] !== undefined && indicator.scopes[kind] === undefined);

const scopeCondition = (sql: ScopeSql, kind: ScopeKind): string => (typeof sql === 'string' ? `${sql} = :scope_${kind}` : sql(`:scope_${kind}`));

/** Null when it cannot be narrowed so. */
export const resolved = (indicator: Indicator, { yearKind, scope }: Pick<ReportParams, 'yearKind' | 'scope'>): Resolved | null => {
  if (uncutBy(indicator, { scope }).length > 0) return null;
  const wanted = (Object.keys(scope) as ScopeKind[]).flatMap((kind) => {
    const sql = indicator.scopes[kind];
    return sql === undefined || scope[kind] === undefined ? [] : [scopeCondition(sql, kind)];
  });
  const { scopes: _scopes, kept: _kept, dimensions, ...rest } = indicator;
  return {
    ...rest,
    where: [wanted.length > 0 ? `(${indicator.where})` : indicator.where, ...wanted].join(' AND '),
    dimensions: Object.fromEntries(Object.entries(dimensions).map(([name, sql]) => [name, typeof sql === 'string' ? sql : sql[yearKind]])),
  };
};

/** All that a row of the set must fulfil. */
const conditionOf = ({ where, when }: Pick<Indicator, 'where' | 'when'>): string => (when === undefined ? where : `${where} AND ${when}`);

/** An indicator whose amounts are kept as sums. */
export const keptAs = (indicator: Omit<Indicator, 'kept'>, kept: Omit<Kept, 'of'>): Indicator => ({ ...indicator, kept: { ...kept, of: conditionOf(indicator) } });

/** What the number is read from: the sums that are kept where they can tell, else the set itself. */
export const countedFrom = (indicator: Indicator, params: Pick<ReportParams, 'yearKind' | 'scope'>): Resolved | null => {
  const { kept, when: _when, ...rest } = indicator;
  const isOfThis = kept?.of === conditionOf(indicator) && Object.keys(indicator.dimensions).every((name) => name in kept.dimensions);
  if (!kept || !isOfThis) return resolved(indicator, params);
  const { of: _of, ...sums } = kept;
  return uncutBy({ ...indicator, ...sums }, params).length === 0 ? resolved({ ...rest, ...sums }, params) : resolved(indicator, params);
};

export const scopeParameters = ({ scope }: Pick<ReportParams, 'scope'>): SqlParameters =>
  Object.fromEntries(Object.entries(scope).map(([kind, wanted]) => [`scope_${kind}`, wanted]));

export const definitionOf = ({ code, version, ko, unit, formula, source, rule, scopes }: Indicator): Definition =>
  ({ code, version, ko, unit, formula, source, rule, scopes: Object.keys(scopes) as ScopeKind[] });
