/** `npm run bench:data -- --scale nation|x10|x100 [--out DIR] [--seed N] [--again] [--refollow]`: the databases the bench measures on. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { openStore, databaseName, type Store } from '../../../db/kernel/store.ts';
import { refollow } from '../../../db/kernel/bulk.ts';
import { followers } from '../../../db/followers.ts';
import { records } from '../../../db/records.ts';
import { fillStore } from './fill.ts';
import { alignSchema } from './schema.ts';
import { isScale, scales, type Scale } from './scales.ts';

/** Where the database of a scale lies unless another folder is named. */
export const folderOf = (scale: string): string => join(tmpdir(), 'clusterdesk-bench', scale);

const number = (value: number): string => Math.round(value).toLocaleString('en-US');

// A file that is thrown away when the run dies needs no journal on the disk and no wait for it; an index of millions is sorted in a file.
const hurried = ['journal_mode = MEMORY', 'synchronous = OFF', 'cache_size = -1500000', 'secure_delete = OFF', 'temp_store = FILE', 'threads = 2'] as const;
const hurry = (store: Store): void => { for (const pragma of hurried) store.db.pragma(pragma); };

const settle = (store: Store): void => {
  store.db.pragma('journal_mode = WAL');
  store.db.pragma('wal_checkpoint(TRUNCATE)');
};

const report = (store: Store, seconds: number): void => {
  const counts = [...records.map((type) => type.table), 'sync_log', 'action'].map((table) => [table, store.read.value<number>(`SELECT count(*) FROM ${table}`) ?? 0] as const);
  for (const [table, rows] of counts) if (rows > 0) console.log(`  ${table.padEnd(20)} ${number(rows).padStart(12)}`);
  const rowsOf = (table: string): number => counts.find(([name]) => name === table)?.[1] ?? 0;
  const rows = counts.reduce((sum, [table, count]) => sum + (table === 'sync_log' || table === 'action' ? 0 : count), 0);
  const bytes = statSync(store.path).size;
  console.log(`${number(bytes / 1e6)} MB, ${seconds.toFixed(1)} s with indexes and followers, ${number(rows / seconds)} rows/s, ${number(rowsOf('sync_log') / seconds)} operations/s, ${number(bytes / Math.max(1, rowsOf('task')))} bytes per task (all tables and the log)`);
};

const open = (dataDir: string): Store => openStore({ dataDir, records, followers });

/** Writes the database of a scale into a folder. */
export const makeData = (dataDir: string, scale: Scale, seed: number): void => {
  const started = performance.now();
  const store = open(dataDir);
  try {
    hurry(store);
    fillStore(store, scale, seed, (text) => { console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`); });
    settle(store);
    report(store, (performance.now() - started) / 1000);
  } finally {
    store.close();
  }
};

/**
 * Brings an existing database to the schema of this program and makes the followers' tables anew when one of them had to be made.
 * @param always makes them anew in any case
 */
export const bringUpToDate = (dataDir: string, always = false): void => {
  const db = new Sqlite(join(dataDir, databaseName));
  db.function('sync_open', { deterministic: false }, () => 0);
  for (const pragma of hurried) db.pragma(pragma);
  const emptied = alignSchema(db);
  db.pragma('journal_mode = WAL');
  db.close();
  if (emptied.length === 0 && !always) return;
  if (emptied.length > 0) console.log(`made anew in ${dataDir}: ${emptied.join(', ')}`);
  const store = open(dataDir);
  try {
    hurry(store);
    refollow(store);
    settle(store);
  } finally {
    store.close();
  }
};

/** `--refollow`, with its time. */
const refollowData = (dataDir: string): void => {
  const started = performance.now();
  bringUpToDate(dataDir, true);
  const store = open(dataDir);
  report(store, (performance.now() - started) / 1000);
  store.close();
};

/** @returns what is wrong with the arguments, or null when all is done */
const main = (): string | null => {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: 'nation' }, out: { type: 'string' }, seed: { type: 'string', default: '1' }, again: { type: 'boolean', default: false }, refollow: { type: 'boolean', default: false } } });
  if (!isScale(values.scale)) return `--scale: one of ${Object.keys(scales).join(', ')}`;
  const dataDir = values.out ?? folderOf(values.scale);
  const exists = existsSync(join(dataDir, databaseName));
  if (values.refollow) {
    if (!exists) return `no database in ${dataDir}`;
    refollowData(dataDir);
    return null;
  }
  if (exists && !values.again) return `${dataDir} holds a database already; --again makes it anew`;
  // Made beside and moved in whole: nobody ever finds half a database.
  const making = `${dataDir}.making`;
  rmSync(making, { recursive: true, force: true });
  makeData(making, scales[values.scale], Number(values.seed));
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(making, dataDir);
  console.log(dataDir);
  return null;
};

if (import.meta.main) {
  const wrong = main();
  if (wrong !== null) {
    console.error(wrong);
    process.exitCode = 2;
  }
}
