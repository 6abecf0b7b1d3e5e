/** Numbers as Korean statistics print them: domain.md §13. */

const none = '-';

/** `1,234`, `△3`, `-` for none. */
export const countText = (value: number): string => (value === 0 ? none : `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`);

/** Share in percent to one decimal, half up; null when there is no whole. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 1000) / whole) / 10);

/** `76.4`, always one decimal; `-` for none and for a share of nothing. */
export const percentText = (value: number | null): string => (value === null || value === 0 ? none : value.toFixed(1));

/** Won in whole 백만원, half up. */
export const millionsOf = (won: number): number => Math.round(won / 1_000_000);

/** A day as documents write it: `2026. 12. 31.` */
export const dayText = (day: string): string => day.split('-').map((part) => `${Number(part)}.`).join(' ');
