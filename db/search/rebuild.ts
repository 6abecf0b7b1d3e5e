/** Makes the whole index anew, in one go: for a new file, a file of an earlier version, and the bulk path of data to measure on. */
import type { Local } from '../kernel/follow.ts';
import { indexRow, kinds } from './kinds.ts';
import { documentsAfter } from './source.ts';
import { tokensOf } from './tokens.ts';

const batch = 2000;

/** Bytes the index gathers in memory before it writes a segment: few segments, so that a query looks into few. The default of FTS5 is 1 MB. */
const gathered = 64 * 1024 * 1024;

/** @param table where to; the table of the index, empty */
export const fillIndex = (local: Local, table: string, onProgress?: (done: number) => void): number => {
  local.run(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${gathered})`, []);
  let done = 0;
  for (const kind of kinds) {
    for (let after = 0; ;) {
      const documents = documentsAfter(local.read, kind, after, batch);
      for (const { n, parts } of documents) local.run(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`, [indexRow(kind, n), tokensOf(parts)]);
      done += documents.length;
      onProgress?.(done);
      const last = documents.at(-1);
      if (!last || documents.length < batch) break;
      after = last.n;
    }
  }
  local.run(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${1024 * 1024})`, []);
  return done;
};

export const rebuildSearch = (local: Local): void => {
  local.run("INSERT INTO search_text (search_text) VALUES ('delete-all')", []);
  local.run('DELETE FROM search_waiting', []);
  fillIndex(local, 'search_text');
};
