/** The unit of amounts this person has chosen: of bare digits typed into an amount box, and of tables of money. */
import { useSyncExternalStore } from 'react';
import type { WonUnit } from '../../../db/korean/parse-won.ts';
import { usePreferences } from '../preferences.tsx';

export const wonUnits = ['원', '천원', '백만원'] as const satisfies readonly WonUnit[];
export type ChosenUnit = (typeof wonUnits)[number];

const key = 'won-unit';
const isUnit = (value: unknown): value is ChosenUnit => wonUnits.some((unit) => unit === value);

const listeners = new Set<() => void>();

/** Every box and table on the page follows at once. */
export const useWonUnit = (): [ChosenUnit, (unit: ChosenUnit) => void] => {
  const preferences = usePreferences();
  const unit = useSyncExternalStore((changed) => { listeners.add(changed); return () => listeners.delete(changed); }, () => {
    const kept = preferences.get(key);
    return isUnit(kept) ? kept : '원';
  });
  return [unit, (next) => {
    preferences.set(key, next);
    for (const listener of listeners) listener();
  }];
};
