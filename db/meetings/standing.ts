/** Which meetings count: the one rule of every figure about meetings, as SQL. `standingOf` says the same of one row. */
import { todaySql } from '../clusters/members-on.ts';

/** SQL of a meeting's standing (`planned`, `held`, `cancelled`) for the table's alias; without a status, one whose last day is past was held. */
export const standingSql = (alias: string, today = todaySql): string =>
  `coalesce(${alias}.status, CASE WHEN coalesce(${alias}.end_on, ${alias}.start_on) < ${today} THEN 'held' ELSE 'planned' END)`;

/** SQL condition of a live meeting that was held. A planned or cancelled one never counts. */
export const heldSql = (alias: string, today = todaySql): string => `(${alias}._del = 0 AND ${standingSql(alias, today)} = 'held')`;
