/** How queries read a body through the records that describe it. */
import type { Reader } from '../kernel/reader.ts';

/** SQL: true when the record stands for its body; `id` is the column, e.g. `t.id`. */
export const standsForItself = (id: string): string => `NOT EXISTS (SELECT 1 FROM organisation_same os WHERE os.id = ${id} AND os.canonical <> os.id)`;

/** SQL: the id of the record that stands for the body which `id` points to. */
export const canonicalOf = (id: string): string => `coalesce((SELECT os.canonical FROM organisation_same os WHERE os.id = ${id}), ${id})`;

/** SQL: the column `link` points to the body of `id` (a column or a parameter), by whichever of its records; goes by the index of `link`. */
export const isSameBody = (link: string, id: string): string =>
  `${link} IN (SELECT coalesce(other.id, one.id) FROM (SELECT ${id} AS id) one LEFT JOIN organisation_same own ON own.id = one.id LEFT JOIN organisation_same other ON other.canonical = own.canonical)`;

/** The record that stands for the body of a record. */
export const canonicalId = (read: Reader, id: string): string => read.value<string>('SELECT canonical FROM organisation_same WHERE id = ?', [id]) ?? id;

/** Every record of the same body, the canonical one first; the record alone when it has no other. */
export const recordsOfBody = (read: Reader, id: string): string[] => {
  const ids = read.column<string>('SELECT other.id FROM organisation_same own JOIN organisation_same other ON other.canonical = own.canonical WHERE own.id = ? ORDER BY other.id', [id]);
  return ids.length === 0 ? [id] : ids;
};
