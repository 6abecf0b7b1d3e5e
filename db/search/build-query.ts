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

export type BuildTurn = { path: string; from: Place | null; isDropped?: boolean };

export const buildQuery = query('search.build', (read, { path, from, isDropped = false }: BuildTurn): { next: Place | null; done: number } => {
  if (isDropped) {
    close(false);
    return { next: null, done: 0 };
  }
  const db = from === null ? start(path) : open?.path === path ? open.db : null;
  if (!db) throw new Error('the thread that built the index has gone, and what it had with it');
  const insert = db.prepare('INSERT INTO search_text (rowid, tokens) VALUES (?, ?)');
  const turn = fillSome(read, (row, tokens) => insert.run(row, tokens), from ?? { kind: 0, after: 0 }, turnMs);
  if (turn.next === null) {
    db.exec(`INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ${gatheredUsually})`);
    close(true);
  }
  return turn;
}, { lane: 'build' });
