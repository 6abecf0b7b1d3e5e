/** `npm run bench`: every figure as a ratio within this one run. `--scale nation|x10|x100`, `--only lists,search`, `--keep` (stores the ratios), `--check` (compares them with those stored). */
import { parseArgs } from 'node:util';
import { compareWithLast, keepRun } from './last-run.ts';
import { isScale, scales } from './data/scales.ts';
import { print, type Figure, type Suite } from './measure.ts';
import { suitesOf } from './suites.ts';

const runOnce = async (suite: Suite): Promise<Figure[]> => {
  console.log(`\n${suite.name}`);
  const figures = await suite.run();
  for (const figure of figures) print(figure);
  return figures;
};

const { values } = parseArgs({ options: { scale: { type: 'string', default: 'x10' }, only: { type: 'string' }, keep: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } } });
if (!isScale(values.scale)) throw new Error(`--scale: one of ${Object.keys(scales).join(', ')}`);
const { scale } = values;
const wanted = values.only?.split(',');
const measured = new Map<Suite, Figure[]>();
for (const suite of suitesOf(scale)) if (!wanted || wanted.includes(suite.name)) measured.set(suite, await runOnce(suite));
if (measured.size === 0) throw new Error(`--only: some of ${suitesOf(scale).map(({ name }) => name).join(', ')}`);
if (values.check) process.exitCode = (await compareWithLast(scale, measured, runOnce)) ? 0 : 1;
if (values.keep) keepRun(scale, [...measured.values()].flat());
