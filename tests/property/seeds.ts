import { readFileSync } from 'node:fs';
import { runsOf } from './depth.ts';

/** Seeds that once failed; they are run again for ever. */
const kept = JSON.parse(readFileSync(new URL('./failed-seeds.json', import.meta.url), 'utf8')) as Record<string, number[]>;

/**
 * Runs a property for the kept seeds and new ones: `whole` of them, or this run's share of that (depth.ts). A failure names its seed: put it into
 * failed-seeds.json under the property's name.
 */
export const forSeeds = (property: string, whole: number, check: (seed: number) => void): void => {
  const runs = runsOf(whole);
  const base = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  const seeds = [...(kept[property] ?? []), ...Array.from({ length: runs }, (_, index) => base + index)];
  console.log(`${property}: seeds ${base}…${base + runs - 1}${kept[property] ? `, kept ${kept[property].join(', ')}` : ''}`);
  for (const seed of seeds) {
    try {
      check(seed);
    } catch (error) {
      throw new Error(`${property} fails with seed ${seed}`, { cause: error });
    }
  }
};
