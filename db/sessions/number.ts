import type { Reader } from '../kernel/reader.ts';

/**
 * The next log number of a month: `CL-2026-11-0007`. Deleted and undone sessions keep theirs, so none is used twice on
 * this device; two devices may meet on one while offline, which is shown, not refused. It is plain text to everybody else.
 */
export const nextSessionNo = (read: Reader, visitOn: string): string => {
  const month = `CL-${visitOn.slice(0, 7)}-`;
  // '.' is the character after '-': the range holds exactly the numbers of the month.
  const last = read.value<number>('SELECT max(CAST(substr(session_no, ?) AS INTEGER)) FROM session WHERE session_no >= ? AND session_no < ?',
    [month.length + 1, month, `${month.slice(0, -1)}.`]) ?? 0;
  return `${month}${String(last + 1).padStart(4, '0')}`;
};
