/** How late the shell thread and the application thread are while reports, the export of the whole register and a rebuild run together, and how soon a one-field edit answers meanwhile. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { notMeasured, openDesk, openRaw } from './desk.ts';
import { figure, median, percentile, timeOf, type Figure } from './measure.ts';

const quietMs = 4000;
const busyMs = 12_000;
/** Until the rebuild has taken its pages over, which is when it writes most; no longer than this. */
const mostBusyMs = 150_000;
const between = 250;

type Span = { from: number; until: number };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** How late the timer of a thread came within a span of time. */
const lateness = (folder: string, thread: string, { from, until }: Span): number[] => readdirSync(folder).filter((name) => name.startsWith(thread))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  .flatMap((line) => { const [at = 0, late = 0] = line.split(' ').map(Number); return at >= from && at <= until ? [late] : []; });

const asker = (shell: Launched) => async (path: string, body?: unknown): Promise<Response> => {
  const headers = { 'x-clusterdesk-token': shell.token, 'content-type': 'application/json' };
  return fetch(shell.origin + path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
};

const read = async (answer: Promise<Response>): Promise<number> => {
  const one = await answer;
  await one.arrayBuffer();
  return one.status;
};

const inputOf = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
const params = { asOf: '2026-11-27', fromYear: 2017, toYear: 2026 };

export const measureStalls = async (dataDir: string): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-loops-'));
  // Seats somebody, so that the edits have an author.
  await openDesk(dataDir).close();
  const raw = openRaw(dataDir);
  const ids = raw.prepare<[], { id: string }>("SELECT id FROM task WHERE _del = 0 AND status = 'discovered' ORDER BY n DESC LIMIT 500").all().map(({ id }) => id);
  // They are edited in a list, where they stand before somebody's eyes.
  raw.prepare('SELECT * FROM task WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids));
  raw.close();
  const shell = await launchLoopback({ dataDir, env: { CLUSTERDESK_BENCH_LOOPS: folder, NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'watch-loop.ts')).href}` } });
  try {
    const ask = asker(shell);
    let edits = 0;
    /** One field of one task, as a cell of the list sends it. */
    const edit = async (): Promise<number> => {
      edits += 1;
      const id = ids[edits % ids.length];
      return timeOf(async () => {
        const status = await read(ask('/api/tasks.change', { id, patch: { memo: `측정 ${Date.now()}` } }));
        if (status !== 200) throw new Error(`the edit was answered ${status}`);
      });
    };
    const editFor = async (ms: number, goesOn: () => Promise<boolean> = () => Promise.resolve(false)): Promise<{ span: Span; times: number[] }> => {
      const from = Date.now();
      const times: number[] = [];
      while (Date.now() - from < ms || (Date.now() - from < mostBusyMs && await goesOn())) {
        times.push(await edit());
        await sleep(between);
      }
      return { span: { from, until: Date.now() }, times };
    };

    for (let warm = 0; warm < 5; warm += 1) await edit();
    const quiet = await editFor(quietMs);

    let isBusy = true;
    const again = async (work: () => Promise<unknown>): Promise<number> => {
      let rounds = 0;
      for (; isBusy; rounds += 1) await work();
      return rounds;
    };
    const rebuild = await read(ask('/api/search.rebuild', {}));
    // 423: one is under way already, because the index was made by an earlier program.
    const isRebuilding = rebuild === 200 || rebuild === 423;
    if (!isRebuilding) notMeasured('a rebuild beside the reports', `search.rebuild answered ${rebuild}`);
    const work = [
      again(() => read(ask(`/api/reports.table?input=${inputOf({ report: 't2', params })}`))),
      again(() => read(ask(`/api/reports.table?input=${inputOf({ report: 't1', params })}`))),
      again(() => read(ask(`/files/register/cp949?asOf=${params.asOf}&fromYear=${params.fromYear}&toYear=${params.toYear}`))),
      again(() => read(ask('/api/reports.open', { report: 't2', params, cell: 'found~sum' }))),
    ];
    const isBuilding = async (): Promise<boolean> => {
      const { result } = await (await ask('/api/device.jobs')).json() as { result: { data: { state: string }[] } };
      return result.data.some(({ state }) => state === 'running');
    };
    const busy = await editFor(busyMs, isBuilding);
    const isWhole = !(await isBuilding());
    isBusy = false;
    const rounds = await Promise.all(work);
    await sleep(1200);

    const part = (thread: string, span: Span, of: number): number => percentile(lateness(folder, thread, span), of);
    const what = `${rounds.reduce((sum, one) => sum + one, 0)} reports, registers and drill-downs${isRebuilding ? ` and ${isWhole ? 'a whole rebuild' : 'a part of a rebuild'}` : ''} in ${((busy.span.until - busy.span.from) / 1000).toFixed(0)} s / nothing but the edits`;
    const stall = (thread: string, ko: string, most: number): Figure[] => [
      figure(`${ko} thread late, p99`, part(thread, busy.span, 0.99), Math.max(0.5, part(thread, quiet.span, 0.99)), what, { most }),
      figure(`${ko} thread late, worst`, part(thread, busy.span, 1), Math.max(0.5, part(thread, quiet.span, 1)), 'the same, the longest one', { unsteady: true }),
    ];
    return [
      ...stall('shell', 'shell', 16), ...stall('application', 'application', 50),
      figure('one-field edit meanwhile, p50', median(busy.times), median(quiet.times), `${busy.times.length} edits over the loopback / the same while nothing else runs`),
      figure('one-field edit meanwhile, p95', percentile(busy.times, 0.95), percentile(quiet.times, 0.95), 'the same', { most: 100 }),
    ];
  } finally {
    await shell.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
