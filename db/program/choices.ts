/** By which day's rules a task is judged; for page and database alike. */
import type { Cell } from '../kernel/field.ts';
import { programYearOf, programYears, yearOfProgramNumber } from '../reference/program-years.ts';

export type RuleDays = Readonly<{ program_year?: Cell | undefined; decided_on?: Cell | undefined; found_on?: Cell | undefined }>;

/**
 * The day whose rules hold for a task: its decision when that lies in the task's program year (or no year is set),
 * else the day it was found when that does, else the first day of the program year. Null without any of them.
 */
export const ruleDayOf = (task: RuleDays): string | null => {
  const [decided, found] = [task.decided_on, task.found_on].map((day) => (typeof day === 'string' ? day : null));
  if (typeof task.program_year !== 'number') return decided ?? found ?? null;
  const year = yearOfProgramNumber(task.program_year);
  const isInYear = (day: string | null | undefined): day is string => typeof day === 'string' && programYearOf(day)?.year === year;
  if (isInYear(decided)) return decided;
  if (isInYear(found)) return found;
  return programYears.find((row) => row.year === year)?.startOn ?? `${year}-04-01`;
};

/** Code of a support type that is still open (미정). */
export const undecidedSupportType = 'undecided';

/** Who decides on a task of this cost (won) under a threshold: the lead coordinator below it, a committee otherwise (R1). */
export const routeForCost = (cost: number | null, smallTaskBelow: number | null): 'lead-coordinator' | 'committee' | null =>
  cost === null ? null : smallTaskBelow !== null && cost < smallTaskBelow ? 'lead-coordinator' : 'committee';
