/**
 * An indicator is declared once: its name, its rule in words, its unit, and the set of records it counts as a
 * condition. The number in a cell and the list of records behind it are both asked from that one condition.
 */
import type { Parameter, Reader } from '../kernel/reader.ts';
import type { CellRecords } from './table-types.ts';

export type Indicator = {
  code: string;
  ko: string;
  unit: '건' | '개사' | '백만원' | '개' | '회원';
  /** Printed under the table. */
  rule: string;
  /** Record type of the records it opens. */
  table: CellRecords['table'];
  /** `count` = rows of the set; `distinct` = records, each once however many rows name it; `sum` = total of a column, in won. */
  measure: 'count' | 'distinct' | { sum: string };
  /** FROM and WHERE of the set, with named parameters. */
  from: string;
  where: string;
  /** SQL of the id of the record a row stands for. */
  id: string;
  /** What the set is divided by, as SQL that is never null. */
  dimensions: Readonly<Record<string, string>>;
};

/** Part of a set: the values allowed in each dimension it names. */
export type Slice = Readonly<Record<string, readonly (string | number)[]>>;

export type SqlParameters = Readonly<Record<string, Parameter>>;

type Group = Record<string, string | number>;

const measureSql = ({ measure, id }: Indicator): string => {
  if (measure === 'count') return 'count(*)';
  return measure === 'distinct' ? `count(DISTINCT ${id})` : `coalesce(sum(${measure.sum}), 0)`;
};

const setOf = ({ from, where, dimensions }: Indicator): string => JSON.stringify([from, where, dimensions]);

/** SQL of the numbers of indicators of one and the same set, divided by all its dimensions; a column for each code. */
export const groupSql = (indicator: Indicator, others: readonly Indicator[] = []): string => {
  const dimensions = Object.entries(indicator.dimensions);
  const family = [indicator, ...others.filter((one) => one !== indicator && setOf(one) === setOf(indicator))];
  return `SELECT ${dimensions.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')}, ${family.map((one) => `${measureSql(one)} AS "${one.code}"`).join(', ')}
    FROM ${indicator.from} WHERE ${indicator.where} GROUP BY ${dimensions.map((_, index) => index + 1).join(', ')}`;
};

const sliced = (indicator: Indicator, slice: Slice): { where: string; parameters: Record<string, string> } => ({
  where: [`(${indicator.where})`, ...Object.keys(slice).map((name) => `${indicator.dimensions[name] ?? 'NULL'} IN (SELECT value FROM json_each(:only_${name}))`)].join(' AND '),
  parameters: Object.fromEntries(Object.entries(slice).map(([name, values]) => [`only_${name}`, JSON.stringify(values)])),
});

/** The records of a slice of an indicator, each once. */
export const recordsOf = (read: Reader, indicator: Indicator, slice: Slice, given: SqlParameters): string[] => {
  const { where, parameters } = sliced(indicator, slice);
  return read.column<string>(`SELECT DISTINCT ${indicator.id} FROM ${indicator.from} WHERE ${where} ORDER BY 1`, { ...given, ...parameters });
};

export type Measure = (indicator: Indicator, slice: Slice) => number;

/**
 * Measures slices of indicators. Each set is read once for all indicators of it, and once more for a distinct count
 * over several groups.
 * @param indicators those that will be measured, as far as known: they share the reading of a set
 */
export const measurer = (read: Reader, given: SqlParameters, indicators: readonly Indicator[]): Measure => {
  const kept = new Map<string, Group[]>();
  const groupsOf = (indicator: Indicator): Group[] => {
    const known = indicators.includes(indicator);
    const key = known ? setOf(indicator) : indicator.code;
    const groups = kept.get(key) ?? read.all<Group>(groupSql(indicator, known ? indicators : []), given);
    kept.set(key, groups);
    return groups;
  };
  return (indicator, slice) => {
    const matching = groupsOf(indicator).filter((group) => Object.entries(slice).every(([name, values]) => values.includes(group[name] ?? '')));
    if (indicator.measure !== 'distinct' || matching.length < 2) return matching.reduce((sum, group) => sum + Number(group[indicator.code]), 0);
    const { where, parameters } = sliced(indicator, slice);
    return read.value<number>(`SELECT ${measureSql(indicator)} FROM ${indicator.from} WHERE ${where}`, { ...given, ...parameters }) ?? 0;
  };
};
