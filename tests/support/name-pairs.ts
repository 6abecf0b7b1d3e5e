/** Pairs of names with what a person says of them: read from a file, judged by the program, measured. */
import { readFileSync } from 'node:fs';
import { compareBodies, isSameFirm, type Description, type Likeness, type Verdict } from '../../db/identity/score.ts';
import { decode } from '../../db/imports/decode.ts';
import { parseTable } from '../../db/imports/parse.ts';

export type Pair = { one: Description; other: Description; namesakes: number; judgement: string; why: string };

/** What a judgement of the file asks of the program. */
export const expectedOf = (judgement: string): Verdict => {
  if (/사람 확인 필요/.test(judgement)) return 'ask';
  if (/공장 2곳|다른 공장/.test(judgement)) return 'same-firm-other-site';
  if (/지점/.test(judgement)) return 'branch';
  return /다름|다른 (회사|기업|곳|기관)/.test(judgement) ? 'different' : 'same';
};

/** The facts a remark of the observed list states: two addresses, how many rows carry the name. */
const remarked = (why: string): { places: [string, string] | null; namesakes: number } => {
  const two = /주소가 다른 두 행\((\S+) (\S+) \/ (?:(\S+) )?(\S+)\)/.exec(why);
  const places: [string, string] | null = two ? [`${two[1]} ${two[2]}`, `${two[3] ?? two[1]} ${two[4]}`] : /공장이 둘/.test(why) ? ['공장 하나', '또 다른 공장'] : null;
  return { places, namesakes: Number(/같은 이름 (\d+)건/.exec(why)?.[1] ?? 0) };
};

/** The pairs of a CSV file in any encoding the import reads: 표기A, 표기B, (관측), 판정, 차이, then address, number and phone of both where it has them. */
export const pairsOf = async (file: string | URL): Promise<Pair[]> => {
  const { rows } = await parseTable(decode(readFileSync(file)).text.replace(/^\uFEFF/, ''));
  return rows.slice(1).map(([a = '', b = '', , judgement = '', why = '', addressA, addressB, numberA, numberB, phoneA, phoneB]) => {
    const { places, namesakes } = remarked(why);
    return {
      one: { name: a, address: addressA || places?.[0], business_no: numberA, phone: phoneA },
      other: { name: b, address: addressB || places?.[1], business_no: numberB, phone: phoneB },
      namesakes, judgement, why,
    };
  });
};

export const judged = async (file: string | URL): Promise<(Pair & { said: Likeness })[]> =>
  (await pairsOf(file)).map((pair) => ({ ...pair, said: compareBodies(pair.one, pair.other, { namesakes: pair.namesakes }) }));

/** Precision and recall of "same firm"; questions are counted by themselves. */
export const measure = (pairs: readonly (Pair & { said: Likeness })[]) => {
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
