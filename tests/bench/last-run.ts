/** The ratios of the run before, and what has become worse since. Times are not kept: they say what machine it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure, Suite } from './measure.ts';

const path = new URL('./last-run.json', import.meta.url);

/** A ratio may rise by this much before the check fails (a fall of 20 % of what there was). */
const fall = 1.2;
/** Below this a ratio is a question of the clock. */
const smallest = 0.005;

/** Ratios by scale and figure. */
type Kept = Record<string, Record<string, number>>;

const read = (): Kept => JSON.parse(readFileSync(path, 'utf8')) as Kept;

const rounded = (ratio: number): number => Number(ratio.toPrecision(3));

/** Writes the figures of a run over those of the same name. */
export const keepRun = (scale: string, figures: readonly Figure[]): void => {
  const kept = read();
  kept[scale] = { ...kept[scale], ...Object.fromEntries(figures.filter((one) => !one.unsteady).map((one) => [one.name, rounded(one.ratio)])) };
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
};

/** Figures that are worse than kept, with what they were. */
export const fallen = (kept: Readonly<Record<string, number>>, figures: readonly Figure[]): { figure: Figure; was: number }[] => figures.flatMap((figure) => {
  const was = kept[figure.name];
  return was === undefined || figure.unsteady || figure.ratio <= Math.max(was, smallest) * fall ? [] : [{ figure, was }];
});

/**
 * Compares with the run before. What has fallen is measured once more, because a machine hiccups; what falls again fails the check.
 * @returns whether all stands
 */
export const compareWithLast = async (scale: string, measured: ReadonlyMap<Suite, readonly Figure[]>, again: (suite: Suite) => Promise<Figure[]>): Promise<boolean> => {
  const kept = read()[scale] ?? {};
  let compared = 0;
  let stands = true;
  for (const [suite, figures] of measured) {
    compared += figures.filter((figure) => figure.name in kept).length;
    const first = fallen(kept, figures);
    if (first.length === 0) continue;
    console.log(`\n${suite.name}: ${first.length} figures fell; measured once more`);
    const second = fallen(kept, await again(suite)).filter(({ figure }) => first.some((one) => one.figure.name === figure.name));
    for (const { figure, was } of second) {
      stands = false;
      console.log(`FELL  ${figure.name}: ${figure.ratio.toPrecision(3)}, was ${was} (${((figure.ratio / was - 1) * 100).toFixed(0)} % worse)`);
    }
  }
  const names = new Set([...measured.values()].flat().map((figure) => figure.name));
  const lost = [...measured.values()].some((figures) => figures.length === 0) ? Object.keys(kept).filter((name) => !names.has(name)) : [];
  if (lost.length > 0) console.log(`not compared, because not measured this time: ${lost.join(', ')}`);
  if (compared === 0) {
    console.log(`nothing to compare with at ${scale}: npm run bench -- --scale ${scale} --keep stores a run`);
    return false;
  }
  console.log(stands ? `\n${compared} figures stand against the run before` : '\nthe check fails');
  return stands;
};
