/** What an address says about a list (`/tasks?where=…`): filters in place of those remembered, for numbers that open their records. */
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { resolveFilters } from '../../db/views/choices.ts';
import type { Filter } from '../../db/kernel/list-types.ts';
import { today } from '../parts/form/DateField.tsx';

/** Address of a list under these filters; relative values (`@today-1`) are taken as of the day it is opened. */
export const whereAddress = (place: string, filters: Readonly<Record<string, Filter>>): string => `${place}?where=${encodeURIComponent(JSON.stringify(filters))}`;

const isFilters = (value: unknown): value is Record<string, Filter> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((one) => typeof one === 'object' && one !== null && 'op' in one);

const read = (text: string | null): Record<string, Filter> | undefined => {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isFilters(value) ? resolveFilters(value, { person: null, today: today() }) : undefined;
  } catch {
    // An address somebody shortened: the list as it is.
    return undefined;
  }
};

/** Parts of an address that stay while records are opened and closed. */
const lasting = ['selection', 'where', 'view'];

export type Where = {
  filters: Record<string, Filter> | undefined;
  /** Changes with the filters. */
  key: string;
  /** `?…` to be put after the address of a record of this list, or nothing. */
  kept: string;
};

export const useWhere = (): Where => {
  const search = useSearch();
  return useMemo(() => {
    const given = new URLSearchParams(search);
    const kept = new URLSearchParams([...given].filter(([name]) => lasting.includes(name))).toString();
    const where = given.get('where');
    return { filters: read(where), key: where ?? '', kept: kept === '' ? '' : `?${kept}` };
  }, [search]);
};
