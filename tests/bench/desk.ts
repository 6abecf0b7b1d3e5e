/** The application over one of the bench's databases, asked through `handle`, with a raw connection to the same file beside it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { sitDown } from '../../db/accounts/current.ts';
import { startApplication, type Application } from '../../db/application.ts';
import { createHandle } from '../../db/handle.ts';
import { databaseName } from '../../db/kernel/store.ts';
import { bringUpToDate, folderOf, makeData } from './data/run.ts';
import { scales, type ScaleName } from './data/scales.ts';

/** A line a reader cannot miss: something asked for was not measured. */
export const notMeasured = (what: string, why: string): void => { console.log(`NOT MEASURED: ${what}: ${why}`); };

/** The folder of a scale's database; made on the fly but for x100, which takes too long. Null when there is none. */
export const dataFor = (scale: ScaleName): string | null => {
  const dataDir = folderOf(scale);
  if (!existsSync(join(dataDir, databaseName))) {
    if (scale === 'x100') return null;
    console.log(`making the data of ${scale} in ${dataDir}`);
    makeData(dataDir, scales[scale], 1);
  }
  bringUpToDate(dataDir);
  return dataDir;
};

export type Desk = {
  readonly app: Application;
  readonly dataDir: string;
  readonly raw: Database;
  /** A query of the page; the JSON of its answer, as `handle` gives it. */
  text(path: string, input?: unknown): Promise<string>;
  /** The same, parsed. */
  get(path: string, input?: unknown): Promise<unknown>;
  post(path: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
};

const pragmas = ['temp_store = MEMORY', 'cache_size = -65536'];

/** A connection as a reader thread has it. */
export const openRaw = (dataDir: string): Database => {
  const raw = new Sqlite(join(dataDir, databaseName), { readonly: true });
  for (const pragma of pragmas) raw.pragma(pragma);
  return raw;
};

/** Seats a coordinator of the data and opens the application. */
export const openDesk = (dataDir: string): Desk => {
  const app = startApplication({ dataDir, isDemo: false, readerEntry: new URL('../../db/reader.ts', import.meta.url) });
  sitDown(app.store, app.read.value<string>("SELECT id FROM account WHERE role = 'coordinator' ORDER BY n LIMIT 1") ?? '');
  const handle = createHandle(app, dataDir);
  const asked = async (request: Request): Promise<Response> => {
    const answer = await handle(request);
    if (answer.status !== 200) throw new Error(`${request.url} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const read = async (request: Request): Promise<unknown> => (await asked(request)).json();
  const query = (path: string, input: unknown): Request => new Request(`http://application/api/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`);
  const raw = openRaw(dataDir);
  return {
    app, dataDir, raw,
    text: async (path, input) => (await asked(query(path, input))).text(),
    get: (path, input) => read(query(path, input)),
    post: (path, input) => read(new Request(`http://application/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })),
    close: async () => {
      raw.close();
      await app.close();
    },
  };
};
