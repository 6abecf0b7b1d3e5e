/** The next task number by the pattern of the day. Never one that any task has had, also a deleted or withdrawn one; gaps are allowed (domain.md §6). */
import type { Reader } from '../kernel/reader.ts';
import { complexOf } from '../reference/complexes.ts';
import { programNumberOf, programYearOf, yearOfProgramNumber } from '../reference/program-years.ts';
import { undecidedSupportType } from './choices.ts';
import { fillPattern } from './number-tokens.ts';
import { periodRuleOn } from './rules.ts';

/** What of a task goes into its number. */
export type NumberedTask = Readonly<{ program_year: number | null; cluster: string | null; support_type: string | null }>;

/** Two or three letters for a code: initials of its words, or the first letters of a single one. What has no Latin letter is XX. */
export const shortOf = (code: string | null): string => {
  if (code === null || code === undecidedSupportType) return 'XX';
  const words = code.toUpperCase().split('-').map((word) => word.replace(/[^A-Z0-9]/g, '')).filter((word) => word !== '');
  if (words.length === 0) return 'XX';
  return words.length === 1 ? (words[0] ?? '').slice(0, 2) : words.map((word) => word[0]).join('').slice(0, 3);
};

// Both ranges are read from an index: what the log remembers of deleted, withdrawn and changed numbers, and what this transaction has written.
const greatestSql = `SELECT max(CAST(middle AS INTEGER)) FROM (
  SELECT substr(number, length(:before) + 1, length(number) - length(:before) - length(:after)) AS middle FROM (
    SELECT json_extract(patch, '$.task_no') AS number FROM sync_log WHERE tbl = 'task' AND json_extract(patch, '$.task_no') IS NOT NULL
      AND json_extract(patch, '$.task_no') >= :before AND json_extract(patch, '$.task_no') < :above
    UNION ALL SELECT task_no FROM task WHERE task_no >= :before AND task_no < :above)
  WHERE substr(number, length(number) - length(:after) + 1) = :after)
  WHERE middle <> '' AND length(middle) <= 15 AND middle NOT GLOB '*[^0-9]*'`;

/** The greatest running number any task has had between these two texts; 0 when none has. */
const greatestUsed = (read: Reader, before: string, after: string): number => read.value<number>(greatestSql, { before, after, above: `${before}\u{10FFFF}` }) ?? 0;

/**
 * The next free number for a task received on a day (`YYYY-MM-DD`). Inside a transaction it sees the numbers given so far.
 * @returns text of at most 30 characters
 */
export const nextTaskNumber = (read: Reader, task: NumberedTask, day: string): string => {
  const year = task.program_year === null ? (programYearOf(day)?.year ?? Number(day.slice(0, 4))) : yearOfProgramNumber(task.program_year);
  const number = programNumberOf(year);
  const hub = task.cluster === null ? undefined : read.value<string>('SELECT hub FROM mini_cluster WHERE id = ?', [task.cluster]);
  const { before, after, digits } = fillPattern(periodRuleOn(read, day).task_number_pattern, {
    차년도: String(number), 차년도2: String(number).padStart(2, '0'), 연도: String(year), 연도2: String(year).slice(2),
    거점: (hub === undefined ? undefined : complexOf(hub)?.shortCode) ?? 'XX', 유형: shortOf(task.support_type),
  });
  return `${before}${String(greatestUsed(read, before, after) + 1).padStart(digits, '0')}${after}`;
};
