/** What the application adds to raw SQLite: a one-field edit and the first page of a long list, through `handle`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createHandle } from '../../db/handle.ts';
import { write } from '../../db/kernel/write.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { testApplication, tester } from '../support/store.ts';
import { inPairs, type Figure } from './measure.ts';

export const rowsInList = 100_000;

const post = (path: string, input: unknown): Request =>
  new Request(`http://application/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) });

const get = (path: string, input: unknown): Request => new Request(`http://application/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);

/** Fills the list through the door, in transactions of 10,000. */
export const fill = (store: Parameters<typeof write>[0]): string[] => {
  const ids: string[] = [];
  for (let start = 0; start < rowsInList; start += 10_000) {
    write(store, tester, '채우기', (tx) => {
      for (let index = start; index < start + 10_000; index += 1) {
        ids.push(tx.create(organisation, { name: `시험정밀 ${(index * 7919) % rowsInList}`, kind: 'firm', employees: index % 500, district: '창원시', products: '금형, 자동차부품' }));
      }
    });
  }
  return ids;
};

/** The figures of the request level; prints how long the filling took. */
export const measureHandle = async (): Promise<Figure[]> => {
  const desk = await testApplication();
  const started = performance.now();
  const ids = fill(desk.app.store);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${rowsInList.toLocaleString()} organisations written through the door in ${seconds.toFixed(1)} s (${Math.round(rowsInList / seconds).toLocaleString()} rows/s)`);
  // So many at once are indexed behind the write; an edit is measured as it is on other days.
  while ((desk.app.read.value<number>('SELECT 1 FROM search_waiting LIMIT 1') ?? 0) > 0) await new Promise((resolve) => { setTimeout(resolve, 100); });

  const raw = new Sqlite(join(desk.dataDir, 'raw.db'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON', 'temp_store = MEMORY', 'cache_size = -65536']) raw.pragma(pragma);
  raw.exec(`ATTACH '${desk.app.store.path}' AS app; CREATE TABLE organisation AS SELECT * FROM app.organisation; DETACH app;
    CREATE UNIQUE INDEX organisation_id ON organisation (id); CREATE INDEX organisation_name ON organisation (name);`);
  const update = raw.prepare('UPDATE organisation SET memo = ? WHERE id = ?');
  const select = raw.prepare('SELECT id, name, kind, complex, province, district, address, industry_code, industry_name, products, employees, registry_size, representative, phone, business_no, status FROM organisation WHERE _del = 0 ORDER BY name LIMIT 100');

  const handle = createHandle(desk.app, desk.dataDir);
  const ask = async (request: Request): Promise<unknown> => {
    const answer = await handle(request);
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const target = (round: number): string => ids[(round + 1000) * 37 % ids.length] ?? '';
  const edit = await inPairs(500, (round) => ask(post('organisations.change', { id: target(round), patch: { memo: `메모 ${round}` } })), (round) => update.run(`메모 ${round}`, target(round)));
  const page = { start: 0, end: 100, sort: [{ column: 'name', descending: false }], filter: {}, quick: null, selection: null };
  const list = await inPairs(200, () => ask(get('organisations.list', page)), () => JSON.stringify(select.all()));
  const deep = await inPairs(100, () => ask(get('organisations.list', { ...page, start: 90_000, end: 90_100 })), () => JSON.stringify(select.all()));
  raw.close();
  await desk.dispose();
  rmSync(desk.dataDir, { recursive: true, force: true });
  return [
    { name: 'one-field edit', ...edit, ratio: edit.ours / edit.theirs, unit: 'ms', what: 'handle (JSON, door, log, chain) / raw UPDATE, same pragmas' },
    { name: `first page of ${rowsInList.toLocaleString()} rows`, ...list, ratio: list.ours / list.theirs, unit: 'ms', what: 'handle (JSON, reader thread, snapshot) / raw SELECT of 100 rows' },
    { name: 'page at row 90,000', ...deep, ratio: deep.ours / deep.theirs, unit: 'ms', what: 'handle / raw SELECT of the first 100 rows' },
  ];
};
