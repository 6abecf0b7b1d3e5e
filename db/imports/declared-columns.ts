import type { Fields } from '../kernel/field.ts';
import { readerOfField } from './read-cell.ts';
import type { TargetColumn } from './target.ts';

/** The columns a record type can be imported from: every field that declares header names. `own` reads some of them by a rule of its own. */
export function declaredColumns(fields: Fields, required: readonly string[], own: Readonly<Record<string, TargetColumn['read']>> = {}): readonly TargetColumn[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.headers === undefined || field.headers.length === 0
      ? []
      : [{ key, ko: field.ko, headers: field.headers, required: required.includes(key), read: own[key] ?? readerOfField(field) }],
  );
}
