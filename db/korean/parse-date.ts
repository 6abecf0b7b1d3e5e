const DAY_MS = 86_400_000;
const WEEKDAYS = '일월화수목금토';
/** Day 0 of Excel's 1900 system as it counts after its imagined 29 February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** 2000-01-01 to 2064-12-31 written as a serial number: five digits that mean nothing else in a date column. */
const EXCEL_SERIALS = { first: 36_526, last: 60_266 };
/** Two-digit years up to this are 20xx: firms founded in '68 are common, tasks planned for '50 are not. */
const LAST_SHORT_YEAR = 49;

/** `YYYY-MM-DD` when the three numbers are a day of the calendar between 1800 and 2199, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The day `days` after an ISO date. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

const SEPARATED = /^(\d{4}|\d{2})\s*(?:[.\-/]|년)\s*(\d{1,2})\s*(?:[.\-/]|월)\s*(\d{1,2})\s*(?:[.]|일)?$/;
const WEEKDAY = /\s*[([]\s*[일월화수목금토](?:요일)?\s*[)\]]\s*$/;
const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A date as people write it, as `YYYY-MM-DD`, or null: 2011.4.21, 2011-04-21, '11.04.21, 20110421, 2011년 4월 21일,
 * 2011. 4. 21.(목), an Excel serial. With `today` (ISO) the short forms of a date field too: 1122, 11.22, 11월 22일, 오늘, 어제,
 * 내일, 모레, +3. Text that needs judgement (작년 2월) is null.
 */
export function parseDate(text: string, today?: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(WEEKDAY, '').replace(TIME, '').replace(/^['’‘`´]\s*(?=\d{2}\D)/, '').trim();
  const parts = SEPARATED.exec(plain);
  if (parts) return isoDate(fullYear(parts[1] ?? ''), Number(parts[2]), Number(parts[3]));
  if (/^\d{8}$/.test(plain)) return isoDate(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)));
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return fromExcelSerial(Number(plain));
  return today === undefined ? null : parseNear(plain, today);
}

function fromExcelSerial(serial: number): string | null {
  if (serial < EXCEL_SERIALS.first || serial > EXCEL_SERIALS.last) return null;
  return new Date(EXCEL_EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

const NEAR_WORDS: Readonly<Record<string, number>> = { 그제: -2, 어제: -1, 오늘: 0, 내일: 1, 모레: 2 };

function parseNear(plain: string, today: string): string | null {
  const word = NEAR_WORDS[plain];
  if (word !== undefined) return addDays(today, word);
  if (/^[+-]\d{1,3}$/.test(plain)) return addDays(today, Number(plain));
  const year = Number(today.slice(0, 4));
  const parts = /^(\d{1,2})\s*(?:[.\-/]|월)\s*(\d{1,2})\s*(?:[.]|일)?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
  return parts ? isoDate(year, Number(parts[1]), Number(parts[2])) : null;
}

/** An ISO date as offices print it: `2011. 4. 21.(목)`. Anything else is returned as it is. */
export function formatDateKo(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return iso;
  const weekday = WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? '';
  return `${parts[1] ?? ''}. ${Number(parts[2])}. ${Number(parts[3])}.(${weekday})`;
}
