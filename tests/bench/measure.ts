/** Timing in pairs: both sides in turn, so that a ratio holds when the machine's speed drifts. */

export type Figure = {
  name: string;
  ours: number;
  /** The yardstick of the same run. */
  theirs: number;
  ratio: number;
  unit: string;
  what: string;
  /** The ratio that is asked for; told, and kept by `bench:check` only as far as the run before kept it. */
  mostRatio?: number;
  /** What is asked for in the unit itself; told only, for it depends on the machine. */
  most?: number;
  /** One single event of a run, such as its worst one: told, not compared with other runs. */
  unsteady?: true;
};

/** One part of the bench: what it measures over the database of a scale. */
export type Suite = { name: string; run: () => Promise<Figure[]> };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const percentile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

export const timeOf = async (run: () => unknown): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** Times of `rounds` alternating runs, after a tenth as many to warm up, in milliseconds. */
export const timesInPairs = async (rounds: number, ours: (round: number) => unknown, theirs: (round: number) => unknown): Promise<{ ours: number[]; theirs: number[] }> => {
  for (let round = 0; round < Math.ceil(rounds / 10); round += 1) {
    await ours(-1 - round);
    await theirs(-1 - round);
  }
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await timeOf(() => ours(round)));
    other.push(await timeOf(() => theirs(round)));
  }
  return { ours: mine, theirs: other };
};

/** Medians of `timesInPairs`. */
export const inPairs = async (rounds: number, ours: (round: number) => unknown, theirs: (round: number) => unknown): Promise<{ ours: number; theirs: number }> => {
  const times = await timesInPairs(rounds, ours, theirs);
  return { ours: median(times.ours), theirs: median(times.theirs) };
};

export const figure = (name: string, ours: number, theirs: number, what: string, asked: Pick<Figure, 'most' | 'mostRatio' | 'unsteady'> & { unit?: string } = {}): Figure =>
  ({ name, ours, theirs, ratio: ours / theirs, unit: asked.unit ?? 'ms', what, ...asked });

const verdict = ({ ours, ratio, unit, most, mostRatio }: Figure): string => [
  ...(mostRatio === undefined ? [] : [ratio <= mostRatio ? `within ${mostRatio}×` : `OVER ${mostRatio}×`]),
  ...(most === undefined ? [] : [ours <= most ? `within ${most} ${unit}` : `OVER ${most} ${unit}`]),
].join(', ');

export const print = (one: Figure): void => {
  const told = verdict(one);
  console.log(`${one.name.padEnd(52)} ${one.ours.toFixed(3).padStart(11)} / ${one.theirs.toFixed(3).padStart(10)} ${one.unit}  = ${one.ratio.toFixed(2).padStart(7)}   ${told === '' ? '' : `[${told}] `}${one.what}`);
};
