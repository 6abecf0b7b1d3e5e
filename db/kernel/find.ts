/** Finding a record by name as it is typed: any syllables of the name, or its initial consonants (초성). */
import { z } from 'zod';
import { choseong, foldName } from '../korean/names.ts';
import { query, type Query } from './query.ts';
import type { Reader } from './reader.ts';

export type Found = { id: string; label: string; note: string };

export type FindSpec = {
  /** Name of the query. */
  name: string;
  table: string;
  /** SQL of what is shown and of the note beside it; the table's alias is `t`. */
  label: string;
  note: string;
  joins?: string;
  where?: string;
  /** Conditions a caller may ask for by name; `:only_<name>` stands for its value. */
  only?: Readonly<Record<string, string>>;
  /**
   * Proposes row numbers (`t.n`) for a folded text in a long table, and from where to ask on; null when every row must be looked at.
   * Not asked when `only` narrows: that goes by an index of its own.
   */
  near?: (read: Reader, wanted: string, isInitials: boolean, below: number | null) => { rows: number[]; below: number | null } | null;
};

/** What to find; `only` narrows by conditions the query names. */
export type FindInput = { text: string; limit?: number | undefined; only?: Readonly<Record<string, string>> | undefined };

/** Input of a `find` procedure. */
export const findInput = z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).optional() });

/** Proposals asked for before a picker is content with what it has. */
const mostWindows = 8;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * A search over `name_key` and `name_cho`: exact first, then beginnings, then anywhere; shorter names first.
 * While the last syllable is still being composed (한비 on the way to 한빛) it is met by its initial consonant.
 */
export const findQuery = (spec: FindSpec): Query<FindInput, Found[]> => query(`find.${spec.name}`, (read, { text, limit = 12, only = {} }) => {
  const narrowed = Object.entries(spec.only ?? {}).filter(([name]) => only[name] !== undefined);
  const where = [spec.where ?? '1', ...narrowed.map(([, sql]) => sql)].join(' AND ');
  const given = Object.fromEntries(narrowed.map(([name]) => [`only_${name}`, only[name] ?? null]));
  const among = (column: 'name_key' | 'name_cho', wanted: string, alsoKey: string, rows: readonly number[] | null): Found[] => read.all<Found>(
    `SELECT t.id, ${spec.label} AS label, coalesce(${spec.note}, '') AS note FROM ${spec.table} t ${spec.joins ?? ''}
     WHERE ${rows ? 't.n IN (SELECT value FROM json_each(:rows)) AND ' : ''}t._del = 0 AND ${where} AND t.${column} LIKE :anywhere ESCAPE '\\' AND t.name_key LIKE :key ESCAPE '\\'
     ORDER BY t.${column} <> :exact, t.${column} NOT LIKE :beginning ESCAPE '\\', length(t.name_key), t.name_key LIMIT :limit`,
    { anywhere: `%${escaped(wanted)}%`, exact: wanted, beginning: `${escaped(wanted)}%`, key: `%${escaped(alsoKey)}%`, limit, ...given, ...(rows ? { rows: JSON.stringify(rows) } : {}) });
  const search = (column: 'name_key' | 'name_cho', wanted: string, alsoKey = ''): Found[] => {
    const proposed: number[] = [];
    for (let below: number | null = null, windows = 0; spec.near && narrowed.length === 0; windows += 1) {
      const near = spec.near(read, wanted, column === 'name_cho', below);
      if (!near) break;
      proposed.push(...near.rows);
      const isLast = near.below === null || windows >= mostWindows;
      // After the first, the third and the last: what was looked at is looked at again.
      const found = isLast || windows === 0 || windows === 2 ? among(column, wanted, alsoKey, proposed) : [];
      if (isLast || found.length >= limit) return found;
      below = near.below;
    }
    return among(column, wanted, alsoKey, null);
  };
  // Single consonants are looked for as they are: folding a name would turn them into another kind of letter.
  if (/[ㄱ-ㅎ]/.test(text)) return search('name_cho', choseong(text), foldName(text.replace(/[ㄱ-ㅎ].*$/, '')));
  const key = foldName(text);
  const found = search('name_key', key);
  return found.length > 0 || key.length < 2 ? found : search('name_cho', choseong(key), key.slice(0, -1));
});
