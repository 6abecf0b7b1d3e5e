import { canonicalOf, standsForItself } from '../identity/same-sql.ts';
import { choseong, foldName } from '../korean/names.ts';
import { findQuery, type FindInput, type Found } from '../kernel/find.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { nearIn, nearList } from '../search/near.ts';
import { firmStatuses } from '../reference/choices/organisation.ts';

/** 폐업, 합병… before the place, so that nobody chooses such a body unawares. */
const gone = `CASE t.status ${firmStatuses.filter((one) => one.code !== 'active').map((one) => `WHEN '${one.code}' THEN '${one.ko} · '`).join(' ')} ELSE '' END`;

const byName = findQuery({
  name: 'organisation', table: 'organisation', label: 't.name', where: standsForItself('t.id'), near: nearIn('organisation'),
  note: `trim(${gone} || coalesce(t.district, t.province, '') || ' ' || coalesce(t.products, t.industry_name, ''))`,
});

/** SQL: the records of the bodies the index proposes, as the parameter `:near`; nothing when every row must be looked at. */
const amongNear = (link: string, near: readonly number[] | null): string => (near === null ? '' : `AND ${link} IN (SELECT coalesce(other.id, n.id) FROM json_each(:near) j JOIN organisation n ON n.n = j.value
  LEFT JOIN organisation_same own ON own.id = n.id LEFT JOIN organisation_same other ON other.canonical = own.canonical)`);

const nearFor = (near: readonly number[] | null): { near?: string } => (near === null ? {} : { near: JSON.stringify(near) });

/** Bodies that once had such a name: under the name of today, with the former one beside it. */
const byFormerName = (read: Reader, text: string, limit: number): Found[] => {
  const isInitials = /[ㄱ-ㅎ]/.test(text);
  const wanted = isInitials ? choseong(text) : foldName(text);
  if (wanted.length < 2) return [];
  const column = isInitials ? 'value_cho' : 'value_key';
  const near = nearList(read, 'organisation', wanted, isInitials);
  return read.all<Found>(
    // Of several former names the nearest is told, always the same: `min` chooses the row the other columns come from.
    `SELECT id, label, note FROM (SELECT t.id, t.name AS label, '구 ' || p.value AS note, min((p.${column} <> :exact) || printf('%05d', length(p.${column})) || p.value) AS nearest FROM organisation_past p JOIN organisation t ON t.id = ${canonicalOf('p.organisation')} AND t._del = 0
     WHERE p._del = 0 AND p.what = 'name' ${amongNear('p.organisation', near)} AND p.${column} LIKE :anywhere ESCAPE '\\' GROUP BY t.id)
     ORDER BY substr(nearest, 1, 6), label LIMIT :limit`,
    { anywhere: `%${wanted.replace(/[\\%_]/g, '\\$&')}%`, exact: wanted, limit, ...nearFor(near) });
};

/** Bodies of which another record has such a name: by the record that stands for them. */
const byOtherRecord = (read: Reader, text: string, limit: number): Found[] => {
  const isInitials = /[ㄱ-ㅎ]/.test(text);
  const wanted = isInitials ? choseong(text) : foldName(text);
  if (wanted.length < 2) return [];
  const near = nearList(read, 'organisation', wanted, isInitials);
  return read.all<Found>(
    `SELECT id, label, note FROM (SELECT t.id, t.name AS label, '같은 곳: ' || o.name AS note, min(o.name) AS first FROM organisation_same s JOIN organisation o ON o.id = s.id JOIN organisation t ON t.id = s.canonical AND t._del = 0
     WHERE s.id <> s.canonical ${amongNear('s.id', near)} AND o.${isInitials ? 'name_cho' : 'name_key'} LIKE :anywhere ESCAPE '\\' GROUP BY t.id) ORDER BY label LIMIT :limit`,
    { anywhere: `%${wanted.replace(/[\\%_]/g, '\\$&')}%`, limit, ...nearFor(near) });
};

/** Organisations by any syllables of the name or its initial consonants, former names after those of today; the note tells equal names apart. */
export const findOrganisation = query('find.organisation', (read, input: FindInput, context): Found[] => {
  const found = byName.run(read, input, context);
  const room = (input.limit ?? 12) - found.length;
  if (room <= 0) return found;
  const known = new Set(found.map((one) => one.id));
  const more = [...byFormerName(read, input.text, room + found.length), ...byOtherRecord(read, input.text, room + found.length)];
  return [...found, ...more.filter((one) => !known.has(one.id) && known.add(one.id)).slice(0, room)];
});
