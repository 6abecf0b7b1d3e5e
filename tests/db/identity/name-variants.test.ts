import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareBodies, isSameFirm, type Description, type Likeness, type Verdict } from '../../../db/identity/score.ts';
import { parseTable } from '../../../db/imports/parse.ts';

type Pair = { one: Description; other: Description; namesakes: number; judgement: string; why: string };

/** What a judgement of the file asks of the program. */
const expectedOf = (judgement: string): Verdict => {
  if (/사람 확인 필요/.test(judgement)) return 'ask';
  if (/공장 2곳|다른 공장/.test(judgement)) return 'same-firm-other-site';
  if (/지점/.test(judgement)) return 'branch';
  return judgement === '다름' ? 'different' : 'same';
};

/** The facts a remark of the observed list states: two addresses, how many rows carry the name. */
const remarked = (why: string): { places: [string, string] | null; namesakes: number } => {
  const two = /주소가 다른 두 행\((\S+) (\S+) \/ (?:(\S+) )?(\S+)\)/.exec(why);
  const places: [string, string] | null = two ? [`${two[1]} ${two[2]}`, `${two[3] ?? two[1]} ${two[4]}`] : /공장이 둘/.test(why) ? ['공장 하나', '또 다른 공장'] : null;
  return { places, namesakes: Number(/같은 이름 (\d+)건/.exec(why)?.[1] ?? 0) };
};

const pairsOf = async (file: string): Promise<Pair[]> => {
  const { rows } = await parseTable(readFileSync(new URL(`../../support/data/${file}`, import.meta.url), 'utf8').replace(/^\uFEFF/, ''));
  return rows.slice(1).map(([a = '', b = '', , judgement = '', why = '', addressA, addressB, numberA, numberB, phoneA, phoneB]) => {
    const { places, namesakes } = remarked(why);
    return {
      one: { name: a, address: addressA || places?.[0], business_no: numberA, phone: phoneA },
      other: { name: b, address: addressB || places?.[1], business_no: numberB, phone: phoneB },
      namesakes, judgement, why,
    };
  });
};

const files = ['firm_name_variants.csv', 'firm_name_pairs_made_up.csv'];

const judged = async (file: string): Promise<(Pair & { said: Likeness })[]> =>
  (await pairsOf(file)).map((pair) => ({ ...pair, said: compareBodies(pair.one, pair.other, { namesakes: pair.namesakes }) }));

/** Precision and recall of "same firm"; questions are counted by themselves. */
const measure = (pairs: readonly (Pair & { said: Likeness })[]) => {
  const isSame = (pair: Pair): boolean => isSameFirm(expectedOf(pair.judgement));
  const merged = pairs.filter(({ said }) => isSameFirm(said.verdict));
  const right = merged.filter(isSame).length;
  const asked = pairs.filter(({ said }) => said.verdict === 'ask');
  return {
    pairs: pairs.length, precision: right / merged.length, recall: right / pairs.filter(isSame).length,
    asked: asked.length, askedRightly: asked.filter(({ judgement }) => expectedOf(judgement) === 'ask').length,
    toAsk: pairs.filter(({ judgement }) => expectedOf(judgement) === 'ask').length,
  };
};

describe.each(files)('%s', (file) => {
  test('every pair is judged as the file says', async () => {
    const wrong = (await judged(file)).filter(({ judgement, said }) => said.verdict !== expectedOf(judgement));
    expect(wrong.map(({ one, other, judgement, why, said }) => `${one.name} / ${other.name}: ${judgement} (${why}), not ${said.verdict} ${said.score}`)).toEqual([]);
  });
  test('the order of the two does not matter', async () => {
    for (const { one, other, namesakes, said } of await judged(file)) expect(compareBodies(other, one, { namesakes })).toMatchObject({ verdict: said.verdict, score: said.score });
  });
  test('precision and recall', async () => {
    const figures = measure(await judged(file));
    console.log(`${file}: ${figures.pairs} pairs, same firm precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}; asked ${figures.asked}, ${figures.askedRightly} of ${figures.toAsk} that need a person`);
    expect(figures.precision).toBe(1);
    expect(figures.recall).toBeGreaterThanOrEqual(0.95);
  });
});

test('names alone of the observed list never join what needs a person, and know every other pair for one firm', async () => {
  for (const { one, other, judgement } of await pairsOf('firm_name_variants.csv')) {
    const { verdict } = compareBodies({ name: one.name }, { name: other.name });
    expect(expectedOf(judgement) === 'ask' ? verdict === 'ask' : isSameFirm(verdict), `${one.name} / ${other.name}: ${verdict}`).toBe(true);
  }
});

test('the points of the reasons add up to the score', async () => {
  for (const file of files) {
    for (const { said } of await judged(file)) expect(said.score).toBe(Math.max(0, Math.min(100, said.reasons.reduce((sum, { points }) => sum + points, 0))));
  }
});
