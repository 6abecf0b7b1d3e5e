/** Drafts and preferences: kept on this device, by account, outside the log. */
import { run } from '../kernel/row.ts';
import type { Store } from '../kernel/store.ts';

export type Draft = { key: string; label: string; body: string; at: string };

/** Unfinished forms of an account, newest first. */
export const draftsOf = (store: Store, account: number): Draft[] =>
  store.read.all<Draft>('SELECT k AS key, label, body, at FROM draft WHERE user_id = ? ORDER BY at DESC', [account]);

export const draftOf = (store: Store, account: number, key: string): Draft | null =>
  store.read.get<Draft>('SELECT k AS key, label, body, at FROM draft WHERE user_id = ? AND k = ?', [account, key]) ?? null;

/** Keeps what has been typed so far; it survives a crash of page, program and machine. */
export const putDraft = (store: Store, account: number, draft: { key: string; label: string; body: string }): void =>
  run(store, 'INSERT INTO draft (user_id, k, label, body, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET label = excluded.label, body = excluded.body, at = excluded.at',
    [account, draft.key, draft.label, draft.body, new Date(store.now()).toISOString()]);

export const dropDraft = (store: Store, account: number, key: string): void => run(store, 'DELETE FROM draft WHERE user_id = ? AND k = ?', [account, key]);

/** Column widths, theme, remembered mappings … by name. */
export const preferencesOf = (store: Store, account: number): Record<string, unknown> =>
  Object.fromEntries(store.read.all<{ k: string; v: string }>('SELECT k, v FROM preference WHERE user_id = ?', [account]).map((row) => [row.k, JSON.parse(row.v) as unknown]));

/** An undefined value forgets the preference. */
export const setPreference = (store: Store, account: number, key: string, value: unknown): void => {
  if (value === undefined || value === null) run(store, 'DELETE FROM preference WHERE user_id = ? AND k = ?', [account, key]);
  else run(store, 'INSERT INTO preference (user_id, k, v) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET v = excluded.v', [account, key, JSON.stringify(value)]);
};

/** Forgets preferences whose name begins with one of the prefixes. @returns how many */
export const forgetPreferences = (store: Store, account: number, prefixes: readonly string[]): number => {
  const doomed = Object.keys(preferencesOf(store, account)).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  for (const key of doomed) setPreference(store, account, key, undefined);
  return doomed.length;
};
