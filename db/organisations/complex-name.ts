/** Industrial complexes as SQL: a record holds the code of a known complex, or whatever name a file or a person wrote. */
import { complexes } from '../reference/complexes.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Name of the complex whose code stands in the column; anything else as it is written. */
export const complexName = (column: string): string =>
  `CASE ${column} ${complexes.map((one) => `WHEN ${quoted(one.code)} THEN ${quoted(one.ko)}`).join(' ')} ELSE ${column} END`;
