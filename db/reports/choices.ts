/** What page and database work out alike about the register of tasks (과제 관리대장). No Node import. */
import type { Cell } from '../kernel/field.ts';
import { settledStates } from '../tasks/workflow.ts';

type Row = Readonly<Record<string, Cell | undefined>>;

const dayMs = 86_400_000;

/** Days from the as-of day to the end of the work; negative when it is past, null where no end is waited for. */
export const daysToEnd = (row: Row, asOf: string): number | null => {
  const { end_on: end, status } = row;
  if (typeof end !== 'string' || (typeof status === 'string' && (settledStates as readonly string[]).includes(status))) return null;
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${asOf}T00:00:00Z`)) / dayMs);
};

/** `2010-04-01 ~ 2011-03-31`; what is not known stays empty, and nothing when neither is. */
export const periodText = ({ start_on: start, end_on: end }: Row): string => (start || end ? `${typeof start === 'string' ? start : ''} ~ ${typeof end === 'string' ? end : ''}`.trim() : '');

/** Most rows that are printed: some thirty pages. More are saved as a file. */
export const mostPrinted = 1000;
