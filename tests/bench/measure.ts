/** Timing in pairs: both sides in turn, so that a ratio holds when the machine's speed drifts. */

export type Figure = { name: string; ours: number; theirs: number; ratio: number; unit: string; what: string };

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const percentile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

const timeOf = async (run: () => unknown): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** Medians of `rounds` alternating runs, after a tenth as many to warm up. Times in milliseconds. */
export const inPairs = async (rounds: number, ours: (round: number) => unknown, theirs: (round: number) => unknown): Promise<{ ours: number; theirs: number }> => {
  for (let round = 0; round < Math.ceil(rounds / 10); round += 1) {
    await ours(-1 - round);
    await theirs(-1 - round);
  }
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await timeOf(() => ours(round)));
    other.push(await timeOf(() => theirs(round)));
  }
  return { ours: median(mine), theirs: median(other) };
};

export const print = (figure: Figure): void => {
  console.log(`${figure.name.padEnd(44)} ${figure.ours.toFixed(3).padStart(10)} / ${figure.theirs.toFixed(3).padStart(9)} ${figure.unit}  = ${figure.ratio.toFixed(2).padStart(6)}   ${figure.what}`);
};
