/** Entry of a reader thread: a read-only connection and every declared query. */
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { Refusal } from './errors.ts';
import { withParts } from './kernel/list.ts';
import { listsChanged } from './kernel/lists/ask.ts';
import { readerOf } from './kernel/reader.ts';
import type { ReaderAnswer, ReaderRequest } from './kernel/readers.ts';
import { refusalOfSqlite } from './kernel/sqlite-refusal.ts';
import { pastDays } from './past.ts';
import { queries } from './queries.ts';

const { path } = workerData as { path: string };
const db = new Sqlite(path, { readonly: true });
db.pragma('temp_store = MEMORY');
db.pragma('cache_size = -65536');
const read = readerOf(db);
const past = pastDays(path);
const whole = <Answer>(run: () => Answer): Answer => db.transaction(run)();
const byName = new Map([...queries, listsChanged].flatMap(withParts).map((one) => [one.name, one]));

const answer = ({ id, name, input, versions, commits }: ReaderRequest): ReaderAnswer => {
  const started = performance.now();
  try {
    const found = byName.get(name);
    if (!found) throw new Error(`no query is called ${name}`);
    // The application thread sends what this query's own type asks for.
    const value = found.run(read, input as never, { versions, commits, past, whole });
    return { id, ok: true, value, ms: performance.now() - started };
  } catch (error) {
    const known = refusalOfSqlite(error);
    const ms = performance.now() - started;
    if (known instanceof Refusal) return { id, ok: false, refusal: { code: known.code, message: known.message, details: known.details }, ms };
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error), ms };
  }
};

parentPort?.on('message', (request: ReaderRequest) => parentPort?.postMessage(answer(request)));
