/** Measures slices of indicators, and lists the records of a slice, by one and the same condition. */
import type { Reader } from '../kernel/reader.ts';
import { resolved, scopeParameters, type Indicator, type Resolved, type Slice, type SqlParameters } from './indicator.ts';
import type { ReportParams } from './table-types.ts';

type Group = Record<string, string | number>;

const measureSql = ({ measure, id }: Resolved): string => {
  if (measure === 'count') return 'count(*)';
  return measure === 'distinct' ? `count(DISTINCT ${id})` : `coalesce(sum(${measure.sum}), 0)`;
};

const setOf = ({ from, where, dimensions }: Resolved): string => JSON.stringify([from, where, dimensions]);

/** SQL of the numbers of indicators of one and the same set, divided by all its dimensions; a column for each code. */
export const groupSql = (indicator: Resolved, others: readonly Resolved[] = []): string => {
  const dimensions = Object.entries(indicator.dimensions);
  const family = [indicator, ...others.filter((one) => one !== indicator && setOf(one) === setOf(indicator))];
  const columns = [...dimensions.map(([name, sql]) => `${sql} AS "${name}"`), ...family.map((one) => `${measureSql(one)} AS "${one.code}"`)];
  return `SELECT ${columns.join(', ')}
    FROM ${indicator.from} WHERE ${indicator.where}${dimensions.length > 0 ? ` GROUP BY ${dimensions.map((_, index) => index + 1).join(', ')}` : ''}`;
};

const sliced = (indicator: Resolved, slice: Slice): { where: string; parameters: Record<string, string> } => ({
  where: [`(${indicator.where})`, ...Object.keys(slice).map((name) => `${indicator.dimensions[name] ?? 'NULL'} IN (SELECT value FROM json_each(:only_${name}))`)].join(' AND '),
  parameters: Object.fromEntries(Object.entries(slice).map(([name, values]) => [`only_${name}`, JSON.stringify(values)])),
});

/** What is read with: parameters of the layout, and those of the report that change the SQL. */
export type Given = { read: Reader; parameters: SqlParameters; params: Pick<ReportParams, 'yearKind' | 'scope'> };

/** The records of a slice of an indicator, each once; none where it cannot be narrowed so. */
export const recordsOf = ({ read, parameters, params }: Given, indicator: Indicator, slice: Slice): string[] => {
  const cut = resolved(indicator, params);
  if (!cut) return [];
  const { where, parameters: only } = sliced(cut, slice);
  return read.column<string>(`SELECT DISTINCT ${cut.id} FROM ${cut.from} WHERE ${where} ORDER BY 1`, { ...parameters, ...scopeParameters(params), ...only });
};

/** The amount in won, minutes or records; null where the indicator cannot be narrowed as asked. */
export type MeasureOrNull = (indicator: Indicator, slice: Slice) => number | null;
/** As `MeasureOrNull`, with zero for what cannot be narrowed. */
export type Measure = (indicator: Indicator, slice: Slice) => number;

/**
 * Measures slices of indicators. Each set is read once for all indicators of it, and once more for a distinct count
 * over several groups.
 * @param indicators those that will be measured, as far as known: they share the reading of a set
 */
export const measurer = ({ read, parameters, params }: Given, indicators: readonly Indicator[]): MeasureOrNull => {
  const cuts = new Map<Indicator, Resolved | null>();
  const cutOf = (indicator: Indicator): Resolved | null => {
    const known = cuts.get(indicator);
    if (known !== undefined) return known;
    const made = resolved(indicator, params);
    cuts.set(indicator, made);
    return made;
  };
  const given = { ...parameters, ...scopeParameters(params) };
  const family = indicators.flatMap((indicator) => cutOf(indicator) ?? []);
  const kept = new Map<string, Group[]>();
  const groupsOf = (cut: Resolved): Group[] => {
    const isKnown = family.includes(cut);
    const key = isKnown ? setOf(cut) : cut.code;
    const groups = kept.get(key) ?? read.all<Group>(groupSql(cut, isKnown ? family : []), given);
    kept.set(key, groups);
    return groups;
  };
  return (indicator, slice) => {
    const cut = cutOf(indicator);
    if (!cut) return null;
    const matching = groupsOf(cut).filter((group) => Object.entries(slice).every(([name, values]) => values.includes(group[name] ?? '')));
    if (cut.measure !== 'distinct' || matching.length < 2) return matching.reduce((sum, group) => sum + Number(group[cut.code]), 0);
    const { where, parameters: only } = sliced(cut, slice);
    return read.value<number>(`SELECT ${measureSql(cut)} FROM ${cut.from} WHERE ${where}`, { ...given, ...only }) ?? 0;
  };
};
