/** Hub complexes and their economic regions as SQL: the reference data lives in memory, the lists sort in SQLite. */
import { complexes, complexOf, economicRegions } from '../reference/complexes.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const byHub = (column: string, valueOf: (complex: (typeof complexes)[number]) => string | null, otherwise: string): string => {
  const cases = complexes.flatMap((complex) => {
    const value = valueOf(complex);
    if (value === null) return [];
    return [...new Set([complex.code, complex.ko, ...complex.aliases])].map((name) => `WHEN ${quoted(name)} THEN ${quoted(value)}`);
  });
  return `CASE ${column} ${cases.join(' ')} ELSE ${otherwise} END`;
};

/** Name of the hub whose code or written name stands in the column; an unknown one as it is written. */
export const hubName = (column: string): string => byHub(column, (complex) => complex.ko, column);

/** Economic region (광역경제권) of the hub, or NULL. */
export const hubRegion = (column: string): string =>
  byHub(column, (complex) => economicRegions.find((region) => region.code === complex.region)?.ko ?? null, 'NULL');

/** What is stored for a hub as typed: the code of a known complex, else the text. */
export const hubCode = (text: string): string => complexOf(text.trim())?.code ?? text.trim();
