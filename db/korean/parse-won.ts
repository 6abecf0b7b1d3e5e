import { formatNumber } from './parse-number.ts';

/** Units money is printed in; the value is won per unit. */
export const WON_UNITS = { 원: 1, 천원: 1_000, 만원: 10_000, 백만원: 1_000_000, 억원: 100_000_000 } as const;
export type WonUnit = keyof typeof WON_UNITS;

const MAN = 10_000n;
const BIG: Readonly<Record<string, bigint>> = { 조: 1_000_000_000_000n, 억: 100_000_000n, 만: MAN };
const SMALL: Readonly<Record<string, bigint>> = { 천: 1_000n, 백: 100n, 십: 10n };
/** Decimals are carried exactly: everything is counted in millionths of a won. */
const SCALE = 1_000_000n;
const TOKEN = /(\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(\.\d{1,6})?|[조억만천백십]/y;

/** Millionths of the number written as `whole` and `.fraction`. */
function scaled(whole: string, fraction: string): bigint {
  return BigInt(whole.replaceAll(',', '')) * SCALE + BigInt(fraction.slice(1).padEnd(6, '0'));
}

/**
 * Money as people write it, as whole won, or null: 1억 2,000만원, 120백만원, 1.2억, 3억5천만원, 1,234천원, ￦1,000, △500.
 * A number without a unit word is counted in `unit` (the unit a column's header names). `1억 2000` and `3억5천` are null: they may mean 만.
 */
export function parseWon(text: string, unit: WonUnit = '원'): number | null {
  const spaced = text.normalize('NFKC');
  if (/\d\s+\d/.test(spaced)) return null;
  let plain = spaced.replace(/\s+/g, '').replace(/^(?:₩|\\|krw)/i, '');
  let negative = false;
  const signed = /^([-−–△▲]|\()(.+)$/.exec(plain);
  if (signed) {
    negative = true;
    plain = (signed[2] ?? '').replace(/^(?:₩|\\)/, '').replace(signed[1] === '(' ? /\)$/ : /$^/, '');
  }
  const saysWon = plain.endsWith('원');
  if (saysWon) plain = plain.slice(0, -1);
  if (!/\d/.test(plain)) return null;
  const amount = readAmount(plain, saysWon, unit);
  if (amount === null || amount % SCALE !== 0n) return null;
  const won = Number(amount / SCALE);
  if (!Number.isSafeInteger(won)) return null;
  return negative && won !== 0 ? -won : won;
}

/** The unsigned amount in millionths of a won. */
function readAmount(plain: string, saysWon: boolean, unit: WonUnit): bigint | null {
  let total = 0n;
  let section = 0n;
  let open: bigint | null = null;
  let lastBig: bigint | null = null;
  let unitWords = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const token = TOKEN.exec(plain);
    if (!token) return null;
    if (token[1] !== undefined) {
      if (open !== null) return null;
      open = scaled(token[1], token[2] ?? '.');
      continue;
    }
    unitWords += 1;
    const small = SMALL[token[0]];
    const big = BIG[token[0]];
    if (small !== undefined) section += (open ?? SCALE) * small;
    else if (big !== undefined) {
      if (lastBig !== null && big >= lastBig) return null;
      section += open ?? 0n;
      total += (section === 0n ? SCALE : section) * big;
      section = 0n;
      lastBig = big;
    }
    open = null;
  }
  if (unitWords === 0) return open === null ? null : open * (saysWon ? 1n : BigInt(WON_UNITS[unit]));
  if (open !== null && lastBig !== null && !saysWon) return null;
  if (section !== 0n && lastBig !== null && lastBig > MAN && !saysWon) return null;
  return total + section + (open ?? 0n);
}

/** Won in a unit, grouped, without the unit word: 억원 with one decimal, the others whole, rounded half away from zero. None is `-`. */
export function formatWon(won: number | null, unit: WonUnit = '원'): string {
  if (won === null) return '-';
  const decimals = unit === '억원' ? 1 : 0;
  const step = WON_UNITS[unit] / 10 ** decimals;
  const size = Math.abs(won);
  const rest = size % step;
  const rounded = (size - rest) / step + (rest * 2 >= step ? 1 : 0);
  return formatNumber(Math.sign(won) * (rounded / 10 ** decimals), decimals);
}

/** `formatWon` with its unit word: `133,333,334원`, `1.3억원`. */
export function formatWonWithUnit(won: number | null, unit: WonUnit = '원'): string {
  return won === null ? '-' : `${formatWon(won, unit)}${unit}`;
}
