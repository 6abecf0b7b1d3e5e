/** Calls the records of lines by their names: only for the lines that are shown. */
import type { Reader } from '../kernel/reader.ts';
import { bases, type Base } from './base.ts';
import type { Found, Said } from './rule.ts';

type Name = { n: number; id: string; label: string; note: string | null; person: string | null; office: string | null };

export const named = (read: Reader, base: Base, said: readonly Said[]): Found[] => {
  const { columns, from } = bases[base];
  const names = new Map(read.all<Name>(`SELECT t.n, ${columns} FROM ${from} WHERE t.n IN (SELECT value FROM json_each(?)) GROUP BY t.n`, [JSON.stringify([...new Set(said.map(({ n }) => n))])]).map((row) => [row.n, row]));
  return said.flatMap(({ n, message, field, tab, at }): Found[] => {
    const row = names.get(n);
    return row ? [{ at: at ?? { table: base, id: row.id, tab, field }, label: row.label, note: row.note, message, person: row.person, office: row.office }] : [];
  });
};
