/** A plain or rightly grouped number: `1922`, `1,922`, `-3.5`, `△12`, `(12)`. */
const NUMBER = /^([-−–△▲+]?)\s*(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;

/** A decimal number as lists write it, or null. `1,922 `, full-width digits, △ and brackets for minus are understood; `1,23` is not a number. */
export function parseDecimal(text: string): number | null {
  let plain = text.normalize('NFKC').replace(/[\s\u00A0]+/g, ' ').trim();
  const bracketed = /^\((.+)\)$/.exec(plain);
  if (bracketed) plain = `-${bracketed[1] ?? ''}`;
  const parts = NUMBER.exec(plain);
  if (!parts) return null;
  const size = Number(`${(parts[2] ?? '').replaceAll(',', '')}${parts[3] ?? ''}`);
  return parts[1] === '' || parts[1] === '+' ? size : -size;
}

/** A whole number with separators or a counting word (12명, 3 개사, 1,922 건), or null. `12.0` is 12, `12.5` is null. */
export function parseInteger(text: string): number | null {
  const value = parseDecimal(text.normalize('NFKC').replace(/\s*(?:명|인|개사|개|건|회|년|㎡|m2)\s*$/, ''));
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

/** `1234567` → `1,234,567`; minus is written △ as in government tables, none is `-`. */
export function formatNumber(value: number | null, decimals = 0): string {
  if (value === null) return '-';
  // Whole numbers are grouped without the locale, which takes 0.1 ms for each.
  const size = decimals === 0 && Number.isSafeInteger(value) ? String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, ',') : Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/.test(size) ? `△${size}` : size;
}
