/**
 * The index made anew in a file of its own, by the thread that builds in the background: no lock on the data meanwhile, whatever
 * the turn it is at. The thread keeps the file open between turns; `build-job.ts` asks for turn after turn and takes the file over.
 */
import { rmSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { query } from '../kernel/query.ts';
import { fillSome, gathered, gatheredUsually, indexSql, type Place } from './fill.ts';

/** Others in this thread wait no longer than this. */
const turnMs = 250;

let open: { path: string; db: Database } | null = null;

const close = (isDone: boolean): void => {
  if (!open) return;
  open.db.exec(isDone ? 'COMMIT' : 'ROLLBACK');
  open.db.close();
  if (!isDone) rmSync(open.path, { force: true });
  open = null;
};

const finished = (): null => {
  close(true);
  return null;
};

const start = (path: string): Database => {
  close(false);
  rmSync(path, { force: true });
  const db = new Sqlite(path);
  // Thrown away unless it comes to its end: nothing to recover.
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -32768');
  db.exec(indexSql('search_text'));
  db.exec(`INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ${gathered}); BEGIN`);
  open = { path, db };
  return db;
};

/** Where a turn begins: nowhere yet, at a record, or at putting the segments together. */
export type From = Place | 'merging' | null;
export type BuildTurn = { path: string; from: From; isDropped?: boolean };

/** Pages merged by one statement, in a file nobody waits for. */
const pagesATime = 1000;

/** Makes one segment of all, at a level above those that writes fill: it is not merged again for thousands of them. @returns whether it is one */
const mergeInto = (db: Database, isFirst: boolean): boolean => {
  const started = performance.now();
  const merge = db.prepare<[number]>("INSERT INTO search_text (search_text, rank) VALUES ('merge', CAST(? AS INTEGER))");
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  for (let pages = isFirst ? -pagesATime : pagesATime; performance.now() - started < turnMs; pages = pagesATime) {
    const before = changes.get() ?? 0;
    merge.run(pages);
    // The statement itself counts as one (SQLite's description of the command).
    if ((changes.get() ?? 0) - before < 2) return true;
  }
  return false;
};

export const buildQuery = query('search.build', (read, { path, from, isDropped = false }: BuildTurn): { next: From; done: number } => {
  if (isDropped) {
    close(false);
    return { next: null, done: 0 };
  }
  const db = from === null ? start(path) : open?.path === path ? open.db : null;
  if (!db) throw new Error('the thread that built the index has gone, and what it had with it');
  if (from !== 'merging') {
    const insert = db.prepare('INSERT INTO search_text (rowid, tokens) VALUES (?, ?)');
    const turn = fillSome(read, (row, tokens) => insert.run(row, tokens), from ?? { kind: 0, after: 0 }, turnMs);
    if (turn.next !== null) return turn;
    db.exec(`INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ${gatheredUsually})`);
    return { next: mergeInto(db, true) ? finished() : 'merging', done: turn.done };
  }
  return { next: mergeInto(db, false) ? finished() : 'merging', done: 0 };
}, { lane: 'build' });
