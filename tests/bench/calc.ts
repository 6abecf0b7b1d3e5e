/** Sessions of each mini-cluster by month: the report through `handle`, against LibreOffice Calc opening the sessions as a sheet and counting them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportTable } from '../../db/reports/table-types.ts';
import { notMeasured, openDesk } from './desk.ts';
import { figure, median, timeOf, type Figure } from './measure.ts';
import { xlsxOf, type SheetCell } from './xlsx.ts';

const year = 2025;
const params = { asOf: '2026-11-27', fromYear: year, toYear: year };
/** As numbers, 202501: a text that looks like a date is read as one by COUNTIFS. */
const months = Array.from({ length: 12 }, (_, at) => year * 100 + at + 1);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));

type Session = { cluster: string; visit_on: string };

/** The sessions on one sheet, the counts on another. */
const bookOf = (sessions: readonly Session[], clusters: readonly string[]): Buffer => {
  const last = sessions.length + 1;
  const counts = clusters.map((_, row): SheetCell[] => months.map((_month, column) => ({ formula: `COUNTIFS(상담!$A$2:$A$${last},$A${row + 2},상담!$B$2:$B$${last},${String.fromCharCode(66 + column)}$1)` })));
  return xlsxOf([
    { name: '상담', rows: [['미니클러스터', '월', '일자'], ...sessions.map((one) => [one.cluster, monthOf(one.visit_on), one.visit_on])] },
    { name: '표', rows: [['미니클러스터', ...months], ...clusters.map((id, row) => [id, ...(counts[row] ?? [])])] },
  ]);
};

const soffice = (): string | null => ['soffice', 'libreoffice', 'localc'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;

/** Opens a book, computes it and writes its second sheet as CSV: the one way to have Calc work without a window. */
const computed = (program: string, folder: string, book: string): string => {
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
  execFileSync(program, [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, `${book}.xlsx`)], { stdio: 'ignore', timeout: 3_600_000 });
  return readFileSync(join(folder, `${book}-표.csv`), 'utf8');
};

export const measureCalc = async (dataDir: string): Promise<Figure[]> => {
  const program = soffice();
  if (program === null) {
    notMeasured('LibreOffice Calc', 'no soffice on this machine (Debian: apt-get install libreoffice-calc-nogui); the ratio that is asked for, 50×, stands unproven here');
    return [];
  }
  const desk = openDesk(dataDir);
  const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-calc-'));
  try {
    const ask = async (): Promise<ReportTable> => ((await desk.get('reports.table', { report: 't7s', params })) as { result: { data: ReportTable } }).result.data;
    const table = await ask();
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) times.push(await timeOf(ask));

    const sessions = desk.raw.prepare<[], Session>("SELECT coalesce(cluster, '') AS cluster, visit_on FROM session WHERE _del = 0 ORDER BY visit_on").all();
    // A row of a mini-cluster is named `mc:<id>`.
    const lines = table.rows.flatMap(({ key }, row) => (key.startsWith('mc:') ? [{ row, id: key.slice(3) }] : []));
    const clusters = lines.map(({ id }) => id);
    writeFileSync(join(folder, 'counts.xlsx'), bookOf(sessions, clusters));
    writeFileSync(join(folder, 'nothing.xlsx'), bookOf([], []));
    computed(program, folder, 'nothing');
    const starting = await timeOf(() => computed(program, folder, 'nothing'));
    let answer = '';
    const whole = await timeOf(() => { answer = computed(program, folder, 'counts'); });

    const theirs = new Map(answer.split('\n').slice(1).filter(Boolean).map((line) => { const [id = '', ...cells] = line.split(','); return [id.replaceAll('"', ''), cells.map(Number)] as const; }));
    let compared = 0;
    for (const { row, id } of lines) {
      months.forEach((month, column) => {
        const [mine, other] = [table.cells[row]?.[column]?.value ?? 0, theirs.get(id)?.[column]];
        if (mine !== other) throw new Error(`${table.rows[row]?.labels.join(' ')} ${month}: the report says ${mine}, Calc ${other}`);
        compared += 1;
      });
    }
    if (compared === 0 || compared !== clusters.length * 12) throw new Error(`${compared} cells compared, not ${clusters.length * 12}`);
    const ours = median(times);
    return [figure(`${clusters.length} mini-clusters × 12 months`, ours, whole - starting, `the report / Calc opening ${sessions.length.toLocaleString('en-US')} sessions and computing COUNTIFS (${(whole / 1000).toFixed(1)} s, ${(starting / 1000).toFixed(1)} s of them starting, which is taken off); ${compared} cells equal`, { mostRatio: 1 / 50 })];
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
