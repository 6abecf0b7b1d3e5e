/** Amounts in forms: what a person typed, read back to them while typing; a sentence when it can mean two things. */
import { formatNumber } from './parse-number.ts';
import { parseWon, WON_UNITS, type WonUnit } from './parse-won.ts';

export type WonRead = { won: number } | { problem: string };

const example = '‘1억 2,000만원’이나 ‘120,000,000’처럼 써 주세요.';

/** Why an amount that `parseWon` does not take cannot be taken. */
const problemOfWon = (text: string, unit: WonUnit): string => {
  const plain = text.normalize('NFKC').trim();
  if (!/\d/.test(plain)) return `금액에 숫자가 없습니다. ${example}`;
  if (/\d\s+\d/.test(plain)) return `숫자 사이가 떨어져 있어 하나인지 둘인지 알 수 없습니다. ${example}`;
  if (/\d,(?!\d{3}(?!\d))/.test(plain)) return `쉼표 자리가 맞지 않습니다. 세 자리마다 쓰거나 빼 주세요.`;
  const tail = /[억조]\s*([\d,.]+|[\d,.]*[천백십][\d,.천백십]*)\s*$/.exec(plain)?.[1];
  if (tail) return `‘${tail.trim()}’ 뒤가 만원인지 원인지 알 수 없습니다. ‘1억 2,000만원’처럼 끝까지 써 주세요.`;
  if (/^[\d,]+\.\d+$/.test(plain) && unit === '원') return '소수는 단위가 있어야 읽을 수 있습니다. ‘1.2억’이나 ‘1.5백만원’처럼 써 주세요.';
  if (/\.\d/.test(plain) && parseWon(plain.replace(/\.\d+/g, ''), unit) !== null) return '원보다 작은 금액은 쓸 수 없습니다. 소수 자리를 확인해 주세요.';
  if (/\d{14,}|조/.test(plain)) return '금액이 너무 크거나 읽을 수 없습니다. 단위를 확인해 주세요.';
  return `금액을 읽을 수 없습니다. ${example}`;
};

/** Reads a typed amount, zero or more; digits without a unit word count in `unit`. */
export const readWon = (text: string, unit: WonUnit = '원'): WonRead => {
  const won = parseWon(text, unit);
  if (won === null) return { problem: problemOfWon(text, unit) };
  return won < 0 ? { problem: '금액은 0원 이상이어야 합니다.' } : { won };
};

const groups = [[1_000_000_000_000, '조'], [100_000_000, '억'], [10_000, '만']] as const;

/** As people say it, to the won: `1억 2,000만원`, `1억 3,333만 3,334원`; minus is △. */
export const formatWonLong = (won: number): string => {
  let rest = Math.abs(won);
  const parts: string[] = [];
  for (const [size, word] of groups) {
    const count = (rest - (rest % size)) / size;
    rest %= size;
    if (count > 0) parts.push(`${formatNumber(count)}${word}`);
  }
  if (rest > 0 || parts.length === 0) parts.push(formatNumber(rest));
  return `${won < 0 ? '△' : ''}${parts.join(' ')}원`;
};

/** An amount as it stands in an input of this unit: exact, so that it is read back as the same won (133,333,334원 = `133.333334` 백만원). */
export const writeWon = (won: number, unit: WonUnit = '원'): string => {
  const step = WON_UNITS[unit];
  const rest = Math.abs(won) % step;
  const whole = formatNumber((Math.abs(won) - rest) / step);
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(String(step).length - 1, '0').replace(/0+$/, '')}`;
  return `${won < 0 ? '△' : ''}${whole}${decimals}`;
};

/** What stands under the input while typing: `= 120,000,000원 (1억 2,000만원)`, or why it cannot be read; empty for nothing. */
export const wonReading = (text: string, unit: WonUnit = '원'): string => {
  if (text.trim() === '') return '';
  const read = readWon(text, unit);
  if ('problem' in read) return read.problem;
  const plain = `${formatNumber(read.won)}원`;
  return read.won < 10_000 ? `= ${plain}` : `= ${plain} (${formatWonLong(read.won)})`;
};
