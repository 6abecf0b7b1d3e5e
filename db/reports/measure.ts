/** Measures slices of indicators, and lists the records of a slice, by one and the same condition. */
import type { Reader } from '../kernel/reader.ts';
import { countedFrom, resolved, scopeParameters, type Indicator, type Resolved, type Slice, type SqlParameters } from './indicator.ts';
import type { ReportParams } from './table-types.ts';

/** A row of `groupSql`: the values of the dimensions, and an amount for each indicator by its code. */
export type Group = Readonly<Record<string, string | number>>;

const measureSql = ({ measure, id, when }: Resolved): string => {
  const counted = (sql: string): string => (when === undefined ? sql : `CASE WHEN ${when} THEN ${sql} END`);
  if (measure === 'count') return when === undefined ? 'count(*)' : `count(${counted('1')})`;
  if (measure !== 'distinct' && 'sum' in measure) return `coalesce(sum(${counted(measure.sum)}), 0)`;
  return `count(DISTINCT ${counted(measure === 'distinct' ? id : measure.distinct)})`;
};

const keyOf = (value: string | number): string => (typeof value === 'number' ? `#${value}` : value);

const isDistinct = ({ measure }: Resolved): boolean => measure === 'distinct' || (typeof measure === 'object' && 'distinct' in measure);

const setOf = ({ from, where, dimensions }: Resolved): string => JSON.stringify([from, where, dimensions]);

/** SQL of the numbers of indicators of one and the same set, divided by all its dimensions; a column for each code. One that counts each once is read by itself: alone, in the order of an index, it needs no table of what it has seen. */
export const groupSql = (indicator: Resolved, others: readonly Resolved[] = []): string => {
  const dimensions = Object.entries(indicator.dimensions);
  const family = [indicator, ...others.filter((one) => one !== indicator && !isDistinct(one) && !isDistinct(indicator) && setOf(one) === setOf(indicator))];
  const columns = [...dimensions.map(([name, sql]) => `${sql} AS "${name}"`), ...family.map((one) => `${measureSql(one)} AS "${one.code}"`)];
  return `SELECT ${columns.join(', ')}
    FROM ${indicator.from} WHERE ${indicator.where}${dimensions.length > 0 ? ` GROUP BY ${dimensions.map((_, index) => index + 1).join(', ')}` : ''}`;
};

const sliced = (indicator: Resolved, slice: Slice): { where: string; parameters: Record<string, string> } => ({
  where: [`(${indicator.where})`, ...(indicator.when === undefined ? [] : [`(${indicator.when})`]), ...Object.keys(slice).map((name) => `${indicator.dimensions[name] ?? 'NULL'} IN (SELECT value FROM json_each(:only_${name}))`)].join(' AND '),
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

/** The ids of a set with the values of its dimensions, read once: for whoever wants the records of every cell. */
export const recordGroups = ({ read, parameters, params }: Given, indicator: Indicator): { at: Readonly<Record<string, string | number>>; ids: string[] }[] => {
  const cut = resolved(indicator, params);
  if (!cut) return [];
  const names = Object.keys(cut.dimensions);
  const { where, parameters: only } = sliced(cut, {});
  const rows = read.all<Record<string, string | number> & { record: string }>(
    `SELECT DISTINCT ${[`${cut.id} AS record`, ...names.map((name) => `${cut.dimensions[name] ?? 'NULL'} AS "${name}"`)].join(', ')} FROM ${cut.from} WHERE ${where}`, { ...parameters, ...scopeParameters(params), ...only });
  return [...Map.groupBy(rows, (row) => names.map((name) => keyOf(row[name] ?? '')).join('\u0000')).values()].map((own) => ({
    at: Object.fromEntries(names.map((name) => [name, own[0]?.[name] ?? ''])), ids: own.map((row) => row.record),
  }));
};

/** The amount in won, minutes or records; null where the indicator cannot be narrowed as asked. */
export type MeasureOrNull = (indicator: Indicator, slice: Slice) => number | null;
/** As `MeasureOrNull`, with zero for what cannot be narrowed. */
export type Measure = (indicator: Indicator, slice: Slice) => number;

type Rolled = { sum: number; groups: number };

/** Amounts of a set by the values of some of its dimensions, so that a cell is looked up and not searched. */
const rolledUp = (groups: readonly Group[], names: readonly string[], code: string): Map<string, Rolled> => {
  const rolled = new Map<string, Rolled>();
  for (const group of groups) {
    const key = names.map((name) => keyOf(group[name] ?? '')).join('\u0000');
    const found = rolled.get(key);
    if (found) { found.sum += Number(group[code]); found.groups += 1; } else rolled.set(key, { sum: Number(group[code]), groups: 1 });
  }
  return rolled;
};

/** Keys of every combination of the values of a slice. */
const keysOf = (slice: Slice): string[] =>
  Object.values(slice).reduce<string[] | null>((keys, values) => {
    const own = [...new Set(values)].map(keyOf);
    return keys === null ? own : keys.flatMap((key) => own.map((one) => `${key}\u0000${one}`));
  }, null) ?? [''];

export type Measurer = MeasureOrNull & {
  /** What the set of an indicator is divided into: for rows that come from the records. None where it cannot be narrowed as asked. */
  groups(indicator: Indicator): readonly Group[];
};

/**
 * Measures slices of indicators. Each set is read once for all indicators of it, and once more for a distinct count
 * over several groups.
 * @param indicators those that will be measured, as far as known: they share the reading of a set
 */
export const measurer = ({ read, parameters, params }: Given, indicators: readonly Indicator[]): Measurer => {
  const cuts = new Map<Indicator, Resolved | null>();
  const cutOf = (indicator: Indicator): Resolved | null => {
    const known = cuts.get(indicator);
    if (known !== undefined) return known;
    const made = countedFrom(indicator, params);
    cuts.set(indicator, made);
    return made;
  };
  const given = { ...parameters, ...scopeParameters(params) };
  const family = indicators.flatMap((indicator) => cutOf(indicator) ?? []);
  const kept = new Map<string, Group[]>();
  const groupsOf = (cut: Resolved): Group[] => {
    const isKnown = family.includes(cut) && !isDistinct(cut);
    const key = isKnown ? setOf(cut) : cut.code;
    const groups = kept.get(key) ?? read.all<Group>(groupSql(cut, isKnown ? family : []), given);
    kept.set(key, groups);
    return groups;
  };
  const keptRolled = new Map<string, Map<string, Rolled>>();
  const found = (cut: Resolved, slice: Slice): Rolled => {
    const names = Object.keys(slice);
    const key = [cut.code, ...names].join(' ');
    const rolled = keptRolled.get(key) ?? rolledUp(groupsOf(cut), names, cut.code);
    keptRolled.set(key, rolled);
    const here = keysOf(slice).flatMap((one) => rolled.get(one) ?? []);
    return { sum: here.reduce((sum, one) => sum + one.sum, 0), groups: here.reduce((count, one) => count + one.groups, 0) };
  };
  const measure: MeasureOrNull = (indicator, slice) => {
    const cut = cutOf(indicator);
    if (!cut) return null;
    const { sum, groups } = found(cut, slice);
    if (!isDistinct(cut) || groups < 2) return sum;
    const { where, parameters: only } = sliced(cut, slice);
    return read.value<number>(`SELECT ${measureSql(cut)} FROM ${cut.from} WHERE ${where}`, { ...given, ...only }) ?? 0;
  };
  return Object.assign(measure, { groups: (indicator: Indicator): readonly Group[] => { const cut = cutOf(indicator); return cut ? groupsOf(cut) : []; } });
};

/** Two measurers as one, where the rows of a table had to be asked before the rest could be: `first` measures the indicators named. */
export const eitherOf = (first: Measurer, named: readonly Indicator[], second: Measurer): Measurer => {
  const of = (indicator: Indicator): Measurer => (named.includes(indicator) ? first : second);
  return Object.assign((indicator: Indicator, slice: Slice) => of(indicator)(indicator, slice), { groups: (indicator: Indicator) => of(indicator).groups(indicator) });
};
