import { choseong, foldName } from '../korean/names.ts';
import { findQuery, type FindInput, type Found } from '../kernel/find.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';

const byName = findQuery({
  name: 'organisation', table: 'organisation', label: 't.name',
  note: "trim(coalesce(t.district, t.province, '') || ' ' || coalesce(t.products, t.industry_name, ''))",
});

/** Bodies that once had such a name: under the name of today, with the former one beside it. */
const byFormerName = (read: Reader, text: string, limit: number): Found[] => {
  const isInitials = /[ㄱ-ㅎ]/.test(text);
  const wanted = isInitials ? choseong(text) : foldName(text);
  if (wanted.length < 2) return [];
  const column = isInitials ? 'value_cho' : 'value_key';
  return read.all<Found>(
    `SELECT t.id, t.name AS label, '구 ' || p.value AS note FROM organisation_past p JOIN organisation t ON t.id = p.organisation AND t._del = 0
     WHERE p._del = 0 AND p.what = 'name' AND p.${column} LIKE :anywhere ESCAPE '\\' GROUP BY t.id
     ORDER BY p.${column} <> :exact, length(p.${column}), t.name LIMIT :limit`,
    { anywhere: `%${wanted.replace(/[\\%_]/g, '\\$&')}%`, exact: wanted, limit });
};

/** Organisations by any syllables of the name or its initial consonants, former names after those of today; the note tells equal names apart. */
export const findOrganisation = query('find.organisation', (read, input: FindInput, context): Found[] => {
  const found = byName.run(read, input, context);
  const room = (input.limit ?? 12) - found.length;
  if (room <= 0) return found;
  const known = new Set(found.map((one) => one.id));
  return [...found, ...byFormerName(read, input.text, room + found.length).filter((one) => !known.has(one.id)).slice(0, room)];
});
