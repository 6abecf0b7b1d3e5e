/** Which fields of which records point to a record of a table: read off the declarations, so that a new noun is never forgotten. */
import type { AnyRecord, RecordType } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { records } from '../records.ts';

export type LinkField = Readonly<{ type: AnyRecord; field: string }>;

export const linksTo = (table: string): LinkField[] =>
  records.flatMap((type) => Object.entries(type.fields).flatMap(([field, { kind, to }]) => (kind === 'link' && to === table ? [{ type, field }] : [])));

/** The field is one of the declaration's own; a command over every noun cannot know it by type. */
export const changeFields = (tx: Tx, type: AnyRecord, id: string, patch: Readonly<Record<string, unknown>>): void =>
  tx.change(type as unknown as RecordType, id, patch as never);

/** Every live record that points to one of `from` points to `to` afterwards; a record that would point to itself to nothing. */
export const relink = (tx: Tx, table: string, from: readonly string[], to: string, except: readonly string[] = []): void => {
  for (const { type, field } of linksTo(table)) {
    if (except.includes(`${type.table}.${field}`)) continue;
    const ids = tx.read.column<string>(`SELECT id FROM ${type.table} WHERE _del = 0 AND ${field} IN (SELECT value FROM json_each(?)) ORDER BY n`, [JSON.stringify(from)]);
    for (const id of ids) changeFields(tx, type, id, { [field]: type.table === table && id === to ? null : to });
  }
};
