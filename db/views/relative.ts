/** Values of a filter that mean something else tomorrow or for somebody else: `@today-1`, `@month-last`, `@me`. */
import type { Cell } from '../kernel/field.ts';
import type { Filter } from '../kernel/list-types.ts';

/** For whom and when a view is looked at. */
export type Onlooker = {
  /** Person id of the account, null when the account is nobody of the list of people. */
  person: string | null;
  /** `YYYY-MM-DD`. */
  today: string;
};

const pattern = /^@(?:me|(?:today|month-first|month-last|year-first|year-last)(?:[+-]\d{1,4})?)$/;

/** Whether a text is one of the relative values; any other text beginning with `@` is not known. */
export const isRelative = (value: Cell): boolean => typeof value === 'string' && pattern.test(value);

const written = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** A relative value as of the onlooker's day; anything else stays as it is. */
export const resolveValue = (value: Cell, { person, today }: Onlooker): Cell => {
  if (typeof value !== 'string' || !isRelative(value)) return value;
  if (value === '@me') return person;
  const [, name = '', shift = '0'] = /^@(today|month-first|month-last|year-first|year-last)([+-]\d+)?$/.exec(value) ?? [];
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const move = Number(shift);
  switch (name) {
    case 'month-first': return written(year, month - 1, 1 + move);
    case 'month-last': return written(year, month, move);
    case 'year-first': return written(year, 0, 1 + move);
    case 'year-last': return written(year, 11, 31 + move);
    default: return written(year, month - 1, day + move);
  }
};

export const resolveFilter = (filter: Filter, who: Onlooker): Filter => {
  switch (filter.op) {
    case 'equals': return { op: 'equals', value: resolveValue(filter.value, who) };
    case 'in': return { op: 'in', values: filter.values.map((value) => resolveValue(value, who)) };
    case 'range': return { op: 'range', from: resolveValue(filter.from, who), to: resolveValue(filter.to, who) };
    default: return filter;
  }
};

export const resolveFilters = (filters: Readonly<Record<string, Filter>>, who: Onlooker): Record<string, Filter> =>
  Object.fromEntries(Object.entries(filters).map(([column, filter]) => [column, resolveFilter(filter, who)]));
