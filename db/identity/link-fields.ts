/** Which fields of which records point to a record of a table: read off the declarations, so that a new noun is never forgotten. */
import type { AnyRecord, RecordType } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { records } from '../records.ts';

export type LinkField = Readonly<{ type: AnyRecord; field: string }>;

export const linksTo = (table: string): LinkField[] =>
  records.flatMap((type) => Object.entries(type.fields).flatMap(([field, { kind, to }]) => (kind === 'link' && to === table ? [{ type, field }] : [])));

const lockedOn = (day: string): string => `EXISTS (SELECT 1 FROM period_lock l WHERE l._del = 0 AND coalesce(l.is_open, 0) = 0 AND ${day} BETWEEN l.from_on AND l.until_on)`;

/**
 * Rows that are evidence and stay as they were written: they go on pointing to the record they were written for, and are read through
 * the record that stands for it.
 */
const settled: Readonly<Record<string, string>> = {
  session: `t.status = 'confirmed' OR ${lockedOn('t.visit_on')}`,
  attendance: `EXISTS (SELECT 1 FROM meeting g WHERE g.id = t.meeting AND ${lockedOn('g.start_on')})`,
};

/** SQL: live rows of a table, as `t`, whose field points to one of the ids of `:from` (JSON) and that may be changed. */
export const movable = ({ type, field }: LinkField): string =>
  `FROM ${type.table} t WHERE t._del = 0 AND t.${field} IN (SELECT value FROM json_each(:from)) AND NOT (${settled[type.table] ?? '0'})`;

/** The field is one of the declaration's own; a command over every noun cannot know it by type. */
export const changeFields = (tx: Tx, type: AnyRecord, id: string, patch: Readonly<Record<string, unknown>>): void =>
  tx.change(type as unknown as RecordType, id, patch as never);

/** Every live record that is not settled and points to one of `from` points to `to` afterwards; a record that would point to itself to nothing. */
export const relink = (tx: Tx, table: string, from: readonly string[], to: string, except: readonly string[] = []): void => {
  for (const { type, field } of linksTo(table)) {
    if (except.includes(`${type.table}.${field}`)) continue;
    const ids = tx.read.column<string>(`SELECT t.id ${movable({ type, field })} ORDER BY t.n`, { from: JSON.stringify(from) });
    for (const id of ids) changeFields(tx, type, id, { [field]: type.table === table && id === to ? null : to });
  }
};
