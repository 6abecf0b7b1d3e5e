/** Scores exactly: decimal text outside, whole hundredths inside, so that no mean, rank or share depends on floating point. */
import type { Problem } from '../errors.ts';

const written = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/;

/** Hundredths of a score from 0 to 100 with up to two decimals (`92.5` → 9250); null for any other text. */
export const hundredthsOf = (text: string): bigint | null => {
  const [, whole, part = ''] = written.exec(text) ?? [];
  if (whole === undefined) return null;
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return value <= 10_000n ? value : null;
};

/** The one way a score is stored: `085.50` → `85.5`. Text that is no score stays as it is. */
export const tidyScore = (text: string): string => {
  const value = hundredthsOf(text.normalize('NFKC').replace(/점$/, '').trim());
  if (value === null) return text;
  const part = String(value % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${value / 100n}${part === '' ? '' : `.${part}`}`;
};

/** Why a text is no score, or null. */
export const scoreProblem = (text: string): Problem | null =>
  hundredthsOf(text) === null ? { field: 'score', value: text, message: '점수는 0부터 100까지, 소수 둘째 자리까지 입력해 주세요. 예: 87.5' } : null;

const ownWish = '회피: ';

/** How the reason of somebody who steps aside by own wish is kept, so that it is told from a conflict of interest ever after. */
export const byOwnWish = (reason: string): string => `${ownWish}${reason.trim()}`;

/** 제척 (a conflict of interest) or 회피 (own wish), with the reason, of a kept reason. */
export const recusalIn = (kept: string | null): { kind: '제척' | '회피'; reason: string } =>
  kept?.startsWith(ownWish) === true ? { kind: '회피', reason: kept.slice(ownWish.length) } : { kind: '제척', reason: kept ?? '' };

/** A mean as the fraction it is: sum of hundredths over the number of scores. */
export type Mean = Readonly<{ sum: bigint; count: bigint }>;

/** Mean of scores; null without any. Text that is no score (it may have arrived from elsewhere) is left out. */
export const meanOf = (scores: readonly string[]): Mean | null => {
  const values = scores.flatMap((text) => hundredthsOf(text) ?? []);
  return values.length === 0 ? null : { sum: values.reduce((sum, value) => sum + value, 0n), count: BigInt(values.length) };
};

/** Tenths of a non-negative fraction as `83.9`: one decimal, half a step rounded up. */
const oneDecimal = (tenthsOver: bigint, under: bigint): string => {
  const tenths = (2n * tenthsOver + under) / (2n * under);
  return `${tenths / 10n}.${tenths % 10n}`;
};

/** A mean with one decimal, half rounded up: 86.25 → `86.3`. */
export const writeMean = (mean: Mean): string => oneDecimal(mean.sum, 10n * mean.count);

/** `part` of `whole` in percent with one decimal (26 of 31 → `83.9`); null of nothing. */
export const percentOf = (part: number, whole: number): string | null => (whole > 0 ? oneDecimal(BigInt(part) * 1000n, BigInt(whole)) : null);

/** Ranks from 1 by the exact mean, highest first; equal means share a rank and the next is skipped; without a mean null. */
export const ranksOf = (means: readonly (Mean | null)[]): (number | null)[] =>
  means.map((mean) => (mean === null ? null : 1 + means.filter((other) => other !== null && other.sum * mean.count > mean.sum * other.count).length));

/** Lowest and highest of scores, as stored; null without any. */
export const spreadOf = (scores: readonly string[]): { low: string; high: string } | null => {
  const valued = scores.flatMap((text) => { const value = hundredthsOf(text); return value === null ? [] : [{ text, value }]; });
  const [first] = valued;
  if (!first) return null;
  return {
    low: valued.reduce((least, one) => (one.value < least.value ? one : least), first).text,
    high: valued.reduce((most, one) => (one.value > most.value ? one : most), first).text,
  };
};
