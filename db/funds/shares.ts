/**
 * Shares of money, judged exactly: whole won as BigInt, percents as decimal text ('66.7'), no floating point anywhere.
 * Government money = national + local. The law: 국가연구개발혁신법 시행령 §19 별표 (domain.md §5).
 */

/** Whole won, zero or more; as a number only while it is a safe integer. */
export type Won = bigint | number | string;

/** `at-most`: the limit itself is allowed (이하); `below`: it is not (미만). */
export type ShareRule = 'at-most' | 'below';

/** Whole won as BigInt. Throws RangeError for a fraction, a sign, or a number too large to be exact. */
export const wonOf = (value: Won): bigint => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not whole won: ${value}`);
  if (typeof value === 'string' && !/^\d+$/.test(value)) throw new RangeError(`not whole won: ${value}`);
  const won = BigInt(value);
  if (won < 0n) throw new RangeError(`not whole won: ${value}`);
  return won;
};

/** A percent as a fraction of one: '66.7' → 667 / 1000. Throws RangeError for what is no plain decimal. */
const fractionOf = (percent: string): { above: bigint; below: bigint } => {
  const [, whole, decimals = ''] = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(percent.trim()) ?? [];
  if (whole === undefined) throw new RangeError(`not a percent: ${percent}`);
  return { above: BigInt(whole + decimals), below: 100n * 10n ** BigInt(decimals.length) };
};

const ceiling = (above: bigint, below: bigint): bigint => (above + below - 1n) / below;

/** Is the government's part of the total allowed? Nothing out of nothing is. */
export const isWithinShare = (government: Won, total: Won, percent: string, rule: ShareRule): boolean => {
  const { above, below } = fractionOf(percent);
  const [part, limit] = [wonOf(government) * below, wonOf(total) * above];
  return part === 0n || (rule === 'below' ? part < limit : part <= limit);
};

/**
 * The smallest total cost for which this government money is allowed, in won, rounded up:
 * 100,000,000 at 75 % → 133,333,334. Null when no total would do (0 %).
 */
export const smallestTotal = (government: Won, percent: string, rule: ShareRule = 'at-most'): bigint | null => {
  const part = wonOf(government);
  const { above, below } = fractionOf(percent);
  if (part === 0n) return 0n;
  if (above === 0n) return null;
  const least = rule === 'below' ? (part * below) / above + 1n : ceiling(part * below, above);
  return least < part ? part : least;
};

/** The body's own share: what the government does not pay; 0 when it pays all. */
export const ownShare = (total: Won, government: Won): bigint => {
  const own = wonOf(total) - wonOf(government);
  return own < 0n ? 0n : own;
};

/** The smallest cash part of the own share, in won, rounded up: 33,333,334 at 10 % → 3,333,334. */
export const smallestCash = (own: Won, percent: string): bigint => {
  const { above, below } = fractionOf(percent);
  return ceiling(wonOf(own) * above, below);
};

/** Does the cash reach the least part of the own share? */
export const isEnoughCash = (cash: Won, own: Won, percent: string): boolean => wonOf(cash) >= smallestCash(own, percent);

/**
 * A part of a whole in percent, as text with `places` decimals, rounded half up: for showing, never for judging
 * (75.0000003 % reads '75.0'). Null of nothing.
 */
export const percentOf = (part: Won, whole: Won, places = 1): string | null => {
  const all = wonOf(whole);
  if (all === 0n) return null;
  const digits = ((wonOf(part) * 100n * 10n ** BigInt(places) * 2n + all) / (all * 2n)).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
