/**
 * What the page remembers for this person: column widths, rail, split widths, letter size, colours.
 * Read all at once before the first paint, so that reading is synchronous and nothing jumps.
 */
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

export type Preferences = {
  /** The remembered value, or undefined. Values are plain JSON. */
  get: (key: string) => unknown;
  /** Remembers a value; it is written in the background. */
  set: (key: string, value: unknown) => void;
};

/** Preferences that last as long as the page; `onSet` writes them further. */
export const createPreferences = (initial: Readonly<Record<string, unknown>> = {}, onSet?: (key: string, value: unknown) => void): Preferences => {
  const values = new Map(Object.entries(initial));
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
      onSet?.(key, value);
    },
  };
};

const PreferencesContext = createContext<Preferences>(createPreferences());

export const PreferencesProvider = ({ preferences, children }: { preferences: Preferences; children: ReactNode }) =>
  <PreferencesContext value={preferences}>{children}</PreferencesContext>;

export const usePreferences = (): Preferences => useContext(PreferencesContext);

/** State that is remembered under `key`. A remembered value that `accepts` refuses is ignored. */
export const usePreference = <T,>(key: string, fallback: T, accepts: (value: unknown) => value is T): [T, (value: T) => void] => {
  const preferences = usePreferences();
  const [value, setValue] = useState<T>(() => {
    const kept = preferences.get(key);
    return accepts(kept) ? kept : fallback;
  });
  const keep = useCallback((next: T) => {
    setValue(next);
    preferences.set(key, next);
  }, [preferences, key]);
  return [value, keep];
};

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
