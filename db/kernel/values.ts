/** The few different values of a column of a long table. */

/**
 * SQL of the values of live rows that are not empty, in order: stepped through by an index that begins with the column, from one value
 * to the next, instead of a walk over every row.
 * @param where more that one of the rows must hold, of the table's own columns
 */
export const valuesSql = (table: string, column: string, where = ''): string =>
  `SELECT v.value AS ${column} FROM (WITH RECURSIVE one(value) AS (SELECT min(${column}) FROM ${table} WHERE ${column} > ''
     UNION ALL SELECT (SELECT min(s.${column}) FROM ${table} s WHERE s.${column} > one.value) FROM one WHERE one.value IS NOT NULL) SELECT value FROM one WHERE value IS NOT NULL) v
   WHERE EXISTS (SELECT 1 FROM ${table} s WHERE s.${column} = v.value AND s._del = 0${where === '' ? '' : ` AND ${where}`})`;

/** The same for a column of whole numbers. */
export const numbersSql = (table: string, column: string): string =>
  `SELECT v.value AS ${column} FROM (WITH RECURSIVE one(value) AS (SELECT min(${column}) FROM ${table}
     UNION ALL SELECT (SELECT min(s.${column}) FROM ${table} s WHERE s.${column} > one.value) FROM one WHERE one.value IS NOT NULL) SELECT value FROM one WHERE value IS NOT NULL) v
   WHERE EXISTS (SELECT 1 FROM ${table} s WHERE s.${column} = v.value AND s._del = 0)`;
