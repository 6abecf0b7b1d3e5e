/** The data folder of this device: what lies in it, and copies of it. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backUp, type Store } from '../kernel/store.ts';

export type Backup = { name: string; bytes: number; at: string };
export type DataFolder = { path: string; bytes: number; backups: Backup[] };

const folderOf = (store: Store): string => join(dirname(store.path), 'backups');

const backupsOf = (store: Store): Backup[] => {
  let names: string[] = [];
  try {
    names = readdirSync(folderOf(store)).filter((name) => name.endsWith('.db'));
  } catch (error) {
    // No backup has been made yet.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return names.map((name) => {
    const { size, mtime } = statSync(join(folderOf(store), name));
    return { name, bytes: size, at: mtime.toISOString() };
  }).sort((a, b) => (a.at < b.at ? 1 : -1));
};

/** Where the data lies, how large it is, and the copies beside it, newest first. */
export const dataFolder = (store: Store): DataFolder => ({ path: dirname(store.path), bytes: statSync(store.path).size, backups: backupsOf(store) });

/** Makes a copy now. @returns the new copy */
export const backUpNow = (store: Store): Backup => {
  const name = `by-hand-${new Date(store.now()).toISOString().replace(/\D/g, '').slice(0, 17)}`;
  const path = backUp(store.db, name);
  return { name: `${name}.db`, bytes: statSync(path).size, at: new Date(store.now()).toISOString() };
};
