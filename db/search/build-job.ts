/**
 * 검색 색인 다시 만들기: a job that leaves a usable index at every moment. A reader thread makes the new one in a file beside the data;
 * its pages are taken over in short turns of the application thread; then the names change places in one transaction. What is
 * written meanwhile goes into the old index as always, is noted, and is indexed again in the new one.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../errors.ts';
import type { Job, JobReport, Jobs } from '../kernel/jobs.ts';
import type { Query } from '../kernel/query.ts';
import type { Store } from '../kernel/store.ts';
import { buildQuery, type From } from './build-query.ts';
import { localOf } from './catch-up.ts';
import { documentsToFill, indexSql } from './fill.ts';
import { keepWritesShort } from './merge.ts';
import { isBuilt, markBuilt } from './rebuild.ts';

/** Bytes of pages taken over in one turn: about 5 ms (measured). */
const bytesATurn = 512 * 1024;
const rowsATurn = 2000;

type Asking = { readonly store: Store; query<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>; doorIsFree(): Promise<void>; caughtUp(): Promise<void> };

/** Where FTS5 keeps an index: all of it is plain rows. */
const parts = ['data', 'idx', 'docsize', 'config'] as const;

/** The file in which an index is made. */
const builtBeside = (store: Store): string => join(dirname(store.path), 'search-build.db');

const building = new WeakSet<Store>();

/** Notes every document that is indexed while another index is being made. Temporary: it goes with the connection, as the work does. */
const noteChanges = ({ db }: Store): void => {
  db.exec(`CREATE TEMP TABLE search_touched (row INTEGER PRIMARY KEY);
    CREATE TEMP TRIGGER search_touch AFTER INSERT ON main.search_waiting BEGIN INSERT OR IGNORE INTO search_touched VALUES (new.row); END;
    INSERT INTO search_touched SELECT row FROM search_waiting`);
};

const endNoting = ({ db }: Store): void => { db.exec('DROP TRIGGER IF EXISTS temp.search_touch; DROP TABLE IF EXISTS temp.search_touched'); };

/** Runs a piece of work on the writing connection when no long work holds it. */
const turn = async <T>(app: Asking, act: () => T): Promise<T> => {
  await app.caughtUp();
  await app.doorIsFree();
  if (!app.store.db.open) throw new Refusal('cancelled', '프로그램을 닫는 중입니다.');
  const result = app.store.db.transaction(act).immediate();
  await new Promise((resolve) => { setImmediate(resolve); });
  return result;
};

/** Removes an index that is no longer asked, a few pages at a time: dropping it whole would hold everything up, for its pages are overwritten. */
const dropSlowly = async (app: Asking, table: string): Promise<void> => {
  const { db, read } = app.store;
  if (read.value<number>('SELECT 1 FROM sqlite_schema WHERE name = ?', [table]) === undefined) return;
  for (const part of ['data', 'docsize'] as const) {
    const remove = db.prepare(`DELETE FROM ${table}_${part} WHERE id IN (SELECT id FROM ${table}_${part} ${part === 'data' ? 'WHERE id > 10 ' : ''}ORDER BY id LIMIT ?)`);
    while (await turn(app, () => remove.run(part === 'data' ? 150 : rowsATurn).changes) > 0);
  }
  const remove = db.prepare(`DELETE FROM ${table}_idx WHERE (segid, term) IN (SELECT segid, term FROM ${table}_idx LIMIT ?)`);
  while (await turn(app, () => remove.run(rowsATurn).changes) > 0);
  await turn(app, () => db.exec(`DROP TABLE ${table}`));
};

/** What a cancel or a crash has left of an index that nobody asks. */
const clearLeftovers = async (app: Asking): Promise<void> => {
  app.store.db.unsafeMode(true);
  for (const table of ['search_next', 'search_old']) await dropSlowly(app, table);
};

/** The first term of each page, in the order of its key. */
const takeOverTerms = async (app: Asking): Promise<void> => {
  const { db } = app.store;
  type Term = { segid: number; term: Uint8Array; pgno: number };
  const next = db.prepare<[number, Uint8Array, number], Term>('SELECT segid, term, pgno FROM built.search_text_idx WHERE (segid, term) > (?, ?) ORDER BY segid, term LIMIT ?');
  const put = db.prepare<[number, Uint8Array, number]>('INSERT INTO search_next_idx (segid, term, pgno) VALUES (CAST(? AS INTEGER), ?, CAST(? AS INTEGER))');
  for (let last: Term | undefined = { segid: -1, term: new Uint8Array(), pgno: 0 }; last;) {
    const { segid, term }: Term = last;
    last = await turn(app, () => {
      const rows = next.all(segid, term, rowsATurn);
      for (const row of rows) put.run(row.segid, row.term, row.pgno);
      return rows.at(-1);
    });
  }
};

/** Takes the pages of the file over into `search_next`. */
const takeOver = async (app: Asking, onProgress: (share: number) => Promise<void>): Promise<void> => {
  const { db } = app.store;
  await turn(app, () => {
    db.exec(indexSql('search_next'));
    for (const part of parts) db.exec(`DELETE FROM search_next_${part}`);
    db.exec('INSERT INTO search_next_config SELECT * FROM built.search_text_config');
  });
  await takeOverTerms(app);
  // A count would read the whole file at once.
  const pages = Number(db.pragma('built.page_count', { simple: true }));
  const bytes = Number(db.prepare('SELECT avg(length(block)) FROM (SELECT block FROM built.search_text_data LIMIT 1000)').pluck().get());
  for (const [part, rows] of [['data', Math.max(1, Math.round(bytesATurn / Math.max(bytes, 1)))], ['docsize', rowsATurn]] as const) {
    const edge = db.prepare<[number, number], number>(`SELECT max(id) FROM (SELECT id FROM built.search_text_${part} WHERE id > ? ORDER BY id LIMIT ?)`).pluck();
    const copy = db.prepare<[number, number]>(`INSERT INTO search_next_${part} SELECT * FROM built.search_text_${part} WHERE id > ? AND id <= ?`);
    let taken = 0;
    for (let after = -1; ;) {
      const until = edge.get(after, rows);
      if (typeof until !== 'number') break;
      const from = after;
      await turn(app, () => copy.run(from, until));
      after = until;
      taken += rows;
      if (part === 'data') await onProgress(Math.min(1, taken / Math.max(1, pages)));
    }
  }
};

const swap = (store: Store): void => {
  store.db.exec('ALTER TABLE search_text RENAME TO search_old; ALTER TABLE search_next RENAME TO search_text');
  // The trigger would note them again.
  store.db.exec('CREATE TEMP TABLE search_left AS SELECT row FROM search_touched; DROP TRIGGER temp.search_touch; INSERT OR IGNORE INTO search_waiting SELECT row FROM temp.search_left; DROP TABLE temp.search_left');
  markBuilt(localOf(store));
  keepWritesShort(store);
};

/**
 * Makes the index anew. Cancelled or ended in the middle, the old one goes on serving.
 * @throws Refusal `cancelled`
 */
export const buildSearch = async (app: Asking, job: Pick<Job, 'progress'>): Promise<{ documents: number }> => {
  const { store } = app;
  const path = builtBeside(store);
  try {
    // What a crash or a cancel has left.
    await clearLeftovers(app);
    await app.doorIsFree();
    endNoting(store);
    noteChanges(store);
    const total = Math.max(1, documentsToFill(store.read));
    let documents = 0;
    let from: From = null;
    do {
      const step: { next: From; done: number } = await app.query(buildQuery, { path, from });
      documents += step.done;
      from = step.next;
      await job.progress(Math.min(documents, total), total);
    } while (from !== null);
    store.db.prepare('ATTACH ? AS built').run(path);
    await takeOver(app, () => job.progress(total, total));
    await turn(app, () => swap(store));
    return { documents };
  } finally {
    await app.query(buildQuery, { path, from: null, isDropped: true }).catch(() => undefined);
    await app.doorIsFree();
    if (store.db.open) {
      endNoting(store);
      if (store.db.prepare("SELECT 1 FROM pragma_database_list WHERE name = 'built'").get()) store.db.exec('DETACH built');
      await clearLeftovers(app);
      store.db.unsafeMode(false);
    }
    rmSync(path, { force: true });
    building.delete(store);
  }
};

/** Starts the job. @throws Refusal `locked` while it already runs */
export const startBuilding = (app: Asking & { readonly jobs: Jobs }): JobReport => {
  if (building.has(app.store)) throw new Refusal('locked', '검색 색인을 이미 만들고 있습니다. 끝날 때까지 기다리거나 그 작업을 취소하세요.');
  building.add(app.store);
  return app.jobs.start('검색 색인 다시 만들기', (job) => buildSearch(app, job));
};

/** Starts it when the index is of another version, or an upgrade has left it behind. */
export const buildWhereNeeded = (app: Asking & { readonly jobs: Jobs; onBug(error: unknown): string }): void => {
  if (!isBuilt(app.store.read)) startBuilding(app);
  else {
    rmSync(builtBeside(app.store), { force: true });
    clearLeftovers(app).catch((error: unknown) => { if (app.store.db.open) app.onBug(error); });
  }
};
