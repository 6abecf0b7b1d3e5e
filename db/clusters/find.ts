import { choseong, foldName } from '../korean/names.ts';
import { findQuery, type FindInput, type Found } from '../kernel/find.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { hubName } from './hub-sql.ts';

const gone = "CASE WHEN t.merged_into IS NOT NULL THEN ' · 통합됨' WHEN t.dissolved_on IS NOT NULL THEN ' · 해산' ELSE '' END";

const byName = findQuery({ name: 'cluster.name', table: 'mini_cluster', label: 't.name', note: `${hubName('t.hub')} || ${gone}` });

/** Mini-clusters that once had such a name: under the name of today, with the former one beside it. */
const byFormerName = (read: Reader, text: string, limit: number): Found[] => {
  const isInitials = /[ㄱ-ㅎ]/.test(text);
  const wanted = isInitials ? choseong(text) : foldName(text);
  if (wanted.length < 2) return [];
  const column = isInitials ? 'name_cho' : 'name_key';
  return read.all<Found>(
    `SELECT t.id, t.name AS label, '구 ' || p.name || ${gone} AS note FROM cluster_past p JOIN mini_cluster t ON t.id = p.cluster AND t._del = 0
     WHERE p._del = 0 AND p.${column} LIKE :anywhere ESCAPE '\\' GROUP BY t.id ORDER BY p.${column} <> :exact, length(p.${column}), t.name LIMIT :limit`,
    { anywhere: `%${wanted.replace(/[\\%_]/g, '\\$&')}%`, exact: wanted, limit });
};

/** Mini-clusters by any syllables of the name or its initial consonants, former names after those of today; the note is the hub, and 통합됨 or 해산 for one that has ended. */
export const findCluster = query('find.cluster', (read, input: FindInput, context): Found[] => {
  const found = byName.run(read, input, context);
  const room = (input.limit ?? 12) - found.length;
  if (room <= 0) return found;
  const known = new Set(found.map((one) => one.id));
  return [...found, ...byFormerName(read, input.text, room + found.length).filter((one) => !known.has(one.id)).slice(0, room)];
});
