/** Makes the whole index anew, in one go: for a new file, and for data written in bulk. */
import type { Local } from '../kernel/follow.ts';
import type { Reader } from '../kernel/reader.ts';
import { documentsToFill, fillSome, gathered, gatheredUsually, tokensVersion } from './fill.ts';

/** Documents an upgrade indexes while it holds the start up (about a second); more are left to `build-job.ts`, and the old index serves meanwhile. */
const mostAtStart = 20_000;

export const markBuilt = (local: Local): void => local.run("INSERT INTO sync_self (k, v) VALUES ('search_tokens', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v", [tokensVersion]);

/** False when the index is of another version, or an upgrade has left it behind. */
export const isBuilt = (read: Reader): boolean => read.value<number>("SELECT v FROM sync_self WHERE k = 'search_tokens'") === tokensVersion;

export const rebuildSearch = (local: Local): void => {
  local.run("INSERT INTO search_text (search_text) VALUES ('delete-all')", []);
  local.run('DELETE FROM search_waiting', []);
  local.run(`INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ${gathered})`, []);
  fillSome(local.read, (row, tokens) => local.run('INSERT INTO search_text (rowid, tokens) VALUES (?, ?)', [row, tokens]), { kind: 0, after: 0 }, Infinity);
  local.run(`INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ${gatheredUsually})`, []);
  // One segment: a query looks into each.
  local.run("INSERT INTO search_text (search_text) VALUES ('optimize')", []);
  markBuilt(local);
};

export const rebuildSearchLater = (local: Local): void => {
  if (documentsToFill(local.read) <= mostAtStart) rebuildSearch(local);
  else local.run("DELETE FROM sync_self WHERE k = 'search_tokens'", []);
};
