/** The one writing connection of a device, with its clock and its identity. */
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { Refusal } from '../errors.ts';
import { createClock, type Clock } from './clock.ts';
import type { AnyRecord } from './field.ts';
import type { Follower } from './follow.ts';
import type { Keeper } from './keep.ts';
import { migrate } from './migrate.ts';
import { readerOf, type Reader } from './reader.ts';
import { refusalOfSqlite } from './sqlite-refusal.ts';
import { finishUpgrade } from './upgrade.ts';

/** What one commit changed, as announced to readers and windows. */
export type Change = {
  action: number;
  tables: Record<string, { ids: string[]; fields: string[]; rowsCameOrWent: boolean }>;
};

export type Store = {
  readonly db: Database;
  readonly read: Reader;
  readonly path: string;
  readonly records: ReadonlyMap<string, AnyRecord>;
  readonly followers: readonly Follower[];
  readonly keepers: readonly Keeper[];
  readonly clock: Clock;
  readonly office: number;
  readonly writer: number;
  /** 1 while the door holds its transaction; the guard triggers ask for it. */
  readonly door: { isOpen: boolean };
  readonly listeners: Set<(change: Change) => void>;
  readonly now: () => number;
  close(): void;
};

export type StoreOptions = {
  /** Folder that holds the database, its lock and its backups; made when missing. */
  dataDir: string;
  records: readonly AnyRecord[];
  followers: readonly Follower[];
  keepers?: readonly Keeper[];
  /** Wall clock in milliseconds; replaced in tests. */
  now?: () => number;
};

export const databaseName = 'clusterdesk.db';

const setPragmas = (db: Database): void => {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  // Without it an overwritten phone number was still in the file after a checkpoint (measured).
  db.pragma('secure_delete = ON');
  // Sorts must not spill personal data into files outside the database.
  db.pragma('temp_store = MEMORY');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -65536');
};

/** Holds a lock that dies with the process, so that two programs never write as the same device. */
const lockFolder = (dataDir: string): Database => {
  const lock = new Sqlite(join(dataDir, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Refusal('locked', '이 자료 폴더는 이미 다른 클러스터데스크 창이 쓰고 있습니다. 열려 있는 창을 쓰거나 닫은 뒤 다시 여세요.');
  }
  return lock;
};

const selfValue = (db: Database, key: string, make: () => number): number => {
  const kept = db.prepare<[string], { v: number }>('SELECT v FROM sync_self WHERE k = ?').get(key);
  if (kept) return kept.v;
  const made = make();
  db.prepare('INSERT INTO sync_self (k, v) VALUES (?, ?)').run(key, made);
  return made;
};

/**
 * Opens (or creates) the database of a data folder and brings it to this version.
 * @throws Refusal `locked` (another process has it), `from-the-future`, `damaged`, `not-found`, `read-only`
 */
export const openStore = ({ dataDir, records, followers, keepers = [], now = Date.now }: StoreOptions): Store => {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = lockFolder(dataDir);
    try {
      return openLocked(join(dataDir, databaseName), records, { followers, keepers }, now, () => lock.close());
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw refusalOfSqlite(error);
  }
};

const openLocked = (path: string, records: readonly AnyRecord[], around: Pick<Store, 'followers' | 'keepers'>, now: () => number, unlock: () => void): Store => {
  const db = new Sqlite(path);
  try {
    const door = { isOpen: false };
    db.function('sync_open', { deterministic: false }, () => (door.isOpen ? 1 : 0));
    setPragmas(db);
    migrate(db, (version) => backUp(db, `before-${version}-${stamp(now())}`));
    const office = selfValue(db, 'office', () => 0);
    const writer = selfValue(db, 'writer', () => randomInt(1, 2 ** 48 - 1));
    const last = db.prepare<[], { hlc: number | null }>(lastClockSql).get()?.hlc ?? 0;
    const store: Store = {
      db, path, office, writer, door, now,
      read: readerOf(db),
      records: new Map(records.map((type) => [type.table, type])),
      ...around,
      clock: createClock(last, now),
      listeners: new Set(),
      close: () => {
        db.close();
        unlock();
      },
    };
    finishUpgrade(store);
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
};

// A stream's clock only grows, so its last operation holds its largest: a walk over the log of ten years takes seconds.
const lastClockSql = 'SELECT max(l.hlc) AS hlc FROM sync_stream s JOIN sync_log l ON l.office = s.office AND l.writer = s.writer AND l.seq = s.seq';

const stamp = (ms: number): string => new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14);

/**
 * Writes a consistent copy into `backups/` beside the database. `VACUUM INTO` also works on an encrypted
 * file, which the driver's own backup does not.
 * @returns path of the copy
 */
export const backUp = (db: Database, name: string): string => {
  const folder = join(dirname(db.name), 'backups');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.db`);
  db.prepare('VACUUM INTO ?').run(path);
  return path;
};

