/** Every report over the whole data through `handle`, warm, and T1–T3 cold, against the plainest SQL that answers a like question. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { databaseName } from '../../db/kernel/store.ts';
import { reports } from '../../db/reports/reports.ts';
import { notMeasured, openDesk, openRaw, type Desk } from './desk.ts';
import { figure, median, timeOf, type Figure } from './measure.ts';

/** The data ends on 2026-11-27. */
const params = { asOf: '2026-11-27', fromYear: 2017, toYear: 2026 };

/** What stands for a report when nothing is worked out beforehand: one walk over the tasks. */
const plainSql = "SELECT substr(decided_on, 1, 4) AS year, count(*), sum(fund_national) FROM task WHERE _del = 0 GROUP BY year";

const most = (code: string): number => (['t1', 't2', 't3'].includes(code) ? 300 : 1000);

const tableOf = (desk: Desk, report: string): Promise<unknown> => desk.get('reports.table', { report, params });

const warm = async (dataDir: string, rounds: number): Promise<Figure[]> => {
  const desk = openDesk(dataDir);
  const ids = desk.raw.prepare<[], string>("SELECT id FROM task WHERE _del = 0 AND status = 'discovered' ORDER BY n DESC LIMIT 100").pluck().all();
  let edits = 0;
  /** Somebody writes a field between two looks: nothing that was counted is asked for again. */
  const edit = async (): Promise<void> => {
    edits += 1;
    await desk.post('tasks.change', { id: ids[edits % ids.length], patch: { memo: `측정 ${Date.now()}` } });
  };
  try {
    const plain = desk.raw.prepare(plainSql);
    const figures: Figure[] = [];
    for (const { code, title } of reports) {
      const first = await timeOf(() => tableOf(desk, code));
      // What takes longer than it may is not asked for as often.
      const times: { ours: number; theirs: number }[] = [];
      for (let round = 0; round < Math.max(2, Math.min(rounds, Math.ceil(5000 / first))); round += 1) {
        await edit();
        times.push({ ours: await timeOf(() => tableOf(desk, code)), theirs: await timeOf(() => plain.all()) });
      }
      const [ours, theirs] = [median(times.map((one) => one.ours)), median(times.map((one) => one.theirs))];
      console.log(`  ${code} ${ours.toFixed(0)} ms (${first.toFixed(0)} ms the first time)`);
      figures.push(figure(`${code} warm`, ours, theirs, `${title}, after somebody wrote a field / one GROUP BY year over the tasks`, { most: most(code) }));
    }
    return figures;
  } finally {
    await desk.close();
  }
};

/**
 * Takes a file out of the page cache: GNU dd asks the kernel (posix_fadvise, DONTNEED), which node cannot; `fincore` tells what stayed.
 * @returns how much is still in memory, in parts of the whole; null where there is no such dd
 */
const evict = (path: string): number | null => {
  if (process.platform !== 'linux' || spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status !== 0) return null;
  const told = spawnSync('fincore', ['--bytes', '--noheadings', '--output', 'RES,SIZE', path], { encoding: 'utf8' });
  const [kept = 0, size = 1] = told.stdout.trim().split(/\s+/).map(Number);
  return told.status === 0 ? kept / size : 0;
};

/** One report in a process of its own, right after the file has left memory: opening is not counted, the first reader thread and its connection are. */
const coldScript = join(import.meta.dirname, 'cold-report.ts');

const cold = (dataDir: string): Figure[] => {
  const path = join(dataDir, databaseName);
  const figures: Figure[] = [];
  for (const code of ['t1', 't2', 't3']) {
    const kept = evict(path);
    if (kept === null) {
      notMeasured('cold reports', 'dd with iflag=nocache (GNU) is not here, so the file cannot be taken out of memory');
      return figures;
    }
    const ours = Number(execFileSync(process.execPath, [coldScript, dataDir, code, JSON.stringify(params)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
    evict(path);
    const raw = openRaw(dataDir);
    const started = performance.now();
    raw.prepare(plainSql).all();
    const theirs = performance.now() - started;
    raw.close();
    figures.push(figure(`${code} cold`, ours, theirs, `file out of memory (${(kept * 100).toFixed(1)} % stayed), new process and connection / the GROUP BY, cold as well`, { most: 1000, unsteady: true }));
  }
  return figures;
};

export const measureReports = async (dataDir: string, rounds = 7): Promise<Figure[]> => [...await warm(dataDir, rounds), ...cold(dataDir)];
