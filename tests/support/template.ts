/**
 * An empty database of this version, made once per run by the real steps and copied for each test: 27 steps cost about 90 ms of a
 * processor, a copy next to nothing, and a run opens thousands of stores. It knows no device yet, so every copy becomes one of its own.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrate } from '../../db/kernel/migrate.ts';
import { databaseName } from '../../db/kernel/store.ts';

/** Where the workers of a run find it; without it, as outside vitest, every store goes through the steps itself. */
const variable = 'CLUSTERDESK_EMPTY_DATABASE';

/** Before the first test of a run; what it returns, after the last (vitest `globalSetup`). */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-empty-'));
  const path = join(folder, databaseName);
  const db = new Sqlite(path);
  // The guards of the tables name it; no step writes a record.
  db.function('sync_open', { deterministic: false }, () => 0);
  db.pragma('journal_mode = WAL');
  db.pragma('secure_delete = ON');
  migrate(db, () => undefined);
  db.close();
  process.env[variable] = path;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Puts the empty database into a data folder that has none. */
export const startFromTemplate = (dataDir: string): void => {
  const template = process.env[variable];
  const path = join(dataDir, databaseName);
  if (template === undefined || existsSync(path)) return;
  mkdirSync(dataDir, { recursive: true });
  copyFileSync(template, path);
};
