import { describe, expect, test } from 'vitest';
import { compareBodies, isSameFirm } from '../../../db/identity/score.ts';
import { expectedOf, judged, measure, pairsOf } from '../../support/name-pairs.ts';

const data = (name: string): URL => new URL(`../../support/data/${name}`, import.meta.url);
const files = ['firm_name_variants.csv', 'firm_name_pairs_made_up.csv'];

describe.each(files)('%s', (file) => {
  test('every pair is judged as the file says', async () => {
    const wrong = (await judged(data(file))).filter(({ judgement, said }) => said.verdict !== expectedOf(judgement));
    expect(wrong.map(({ one, other, judgement, why, said }) => `${one.name} / ${other.name}: ${judgement} (${why}), not ${said.verdict} ${said.score}`)).toEqual([]);
  });
  test('the order of the two does not matter', async () => {
    for (const { one, other, namesakes, said } of await judged(data(file))) expect(compareBodies(other, one, { namesakes })).toMatchObject({ verdict: said.verdict, score: said.score });
  });
  test('precision and recall', async () => {
    const figures = measure(await judged(data(file)));
    console.log(`${file}: ${figures.pairs} pairs, same firm precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}; asked ${figures.asked}, ${figures.askedRightly} of ${figures.toAsk} that need a person`);
    expect(figures.precision).toBe(1);
    expect(figures.recall).toBeGreaterThanOrEqual(0.95);
  });
});

test('names alone of the observed list never join what needs a person, and know every other pair for one firm', async () => {
  for (const { one, other, judgement } of await pairsOf(data('firm_name_variants.csv'))) {
    const { verdict } = compareBodies({ name: one.name }, { name: other.name });
    expect(expectedOf(judgement) === 'ask' ? verdict === 'ask' : isSameFirm(verdict), `${one.name} / ${other.name}: ${verdict}`).toBe(true);
  }
});

test('the points of the reasons add up to the score', async () => {
  for (const file of files) {
    for (const { said } of await judged(data(file))) expect(said.score).toBe(Math.max(0, Math.min(100, said.reasons.reduce((sum, { points }) => sum + points, 0))));
  }
});
