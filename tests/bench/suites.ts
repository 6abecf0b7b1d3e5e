/** The parts of the bench, in the order in which they run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFor, notMeasured } from './desk.ts';
import type { ScaleName } from './data/scales.ts';
import type { Figure, Suite } from './measure.ts';

/** Measured over the data of a scale; loaded when its turn comes, because a browser and LibreOffice hang on some. */
const overData = (scale: ScaleName, name: string, measure: (dataDir: string) => Promise<Figure[]> | Figure[]): Suite => ({
  name,
  run: async () => {
    const dataDir = dataFor(scale);
    if (dataDir !== null) return measure(dataDir);
    notMeasured(`${name} at ${scale}`, `there is no data; npm run bench:data -- --scale ${scale} makes it`);
    return [];
  },
});

const startOf = (scale: ScaleName): Suite => overData(scale, `start-${scale}`, async (dataDir) => {
  const empty = mkdtempSync(join(tmpdir(), 'clusterdesk-empty-'));
  try {
    return await (await import('./starts.ts')).measureStart(dataDir, scale, empty);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});

/** Over 100,000 rows made for the moment. */
const small: readonly Suite[] = [
  { name: 'handle', run: async () => (await import('./handle.ts')).measureHandle() },
  { name: 'many-rows', run: async () => (await import('./many-rows.ts')).measureManyRows() },
  { name: 'page', run: async () => (await import('./page.ts')).measurePage() },
];

export const suitesOf = (scale: ScaleName): Suite[] => [
  ...(scale === 'x100' ? [] : small),
  overData(scale, 'size', async (dataDir) => (await import('./size.ts')).measureSize(dataDir)),
  overData(scale, 'lists', async (dataDir) => (await import('./lists.ts')).measureLists(dataDir)),
  overData(scale, 'search', async (dataDir) => (await import('./search.ts')).measureSearch(dataDir)),
  overData(scale, 'reports', async (dataDir) => (await import('./reports.ts')).measureReports(dataDir)),
  // Six hundred thousand sessions are what the comparison is asked for; Calc holds a million rows, so x100 does not fit.
  ...(scale === 'x100' ? [] : [overData(scale, 'calc', async (dataDir) => (await import('./calc.ts')).measureCalc(dataDir))]),
  overData(scale, 'stalls', async (dataDir) => (await import('./stalls.ts')).measureStalls(dataDir)),
  overData(scale, 'painted', async (dataDir) => (await import('./painted.ts')).measurePainted(dataDir)),
  ...(scale === 'nation' ? [] : [startOf('nation')]),
  startOf(scale),
];
