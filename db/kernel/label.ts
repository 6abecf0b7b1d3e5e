/** What a record is called where another one links to it. */
import type { Cell } from './field.ts';
import type { AnyRecord } from './field.ts';
import type { Reader } from './reader.ts';

export type Label = {
  table: string;
  id: string;
  /** Name as shown; `(상위 기록 미도착)` when the record has not arrived yet. */
  label: string;
  isDeleted: boolean;
  isMissing: boolean;
};

/** SQL expression of a record's name, with the table's alias `t`. */
const nameSql: Readonly<Record<string, string>> = {
  task: 't.title', frozen_report: 't.title', meeting: 't.title', meeting_series: 't.title', output: 't.title', follow_on: 't.program', agenda_item: 't.title', action_item: 't.what', import_batch: 't.file_name',
  survey_response: "coalesce((SELECT o.name FROM organisation o WHERE o.id = t.organisation) || ' ', '') || coalesce('응답 ' || t.sheet_no, '응답')",
  national_indicator: "t.year || '년 전국 지표 ' || coalesce(t.value, '') || coalesce(t.unit, '')",
  session: "t.visit_on || ' ' || coalesce((SELECT o.name FROM organisation o WHERE o.id = t.organisation), '')",
};

/** Names of records of one table, in the order asked. */
export const labelsOf = (read: Reader, table: string, ids: readonly string[]): Label[] => {
  if (ids.length === 0) return [];
  const rows = read.all<{ id: string; label: string | null; deleted: number | null }>(
    `SELECT j.value AS id, ${nameSql[table] ?? 't.name'} AS label, t._del AS deleted FROM json_each(?) j LEFT JOIN ${table} t ON t.id = j.value ORDER BY j.key`, [JSON.stringify(ids)]);
  return rows.map((row) => ({
    table, id: row.id, label: row.deleted === null ? '(상위 기록 미도착)' : (row.label ?? ''), isDeleted: row.deleted === 1, isMissing: row.deleted === null,
  }));
};

const hasName = (type: AnyRecord): boolean => type.table in nameSql || 'name' in type.fields;

/** What one record is called; a relation has no name of its own and goes by the records it joins: `정밀금형 · 이금형`. */
export const recordName = (read: Reader, type: AnyRecord, id: string): string => {
  if (hasName(type)) return labelsOf(read, type.table, [id])[0]?.label ?? '';
  const row = read.get<Record<string, Cell>>(`SELECT * FROM ${type.table} WHERE id = ?`, [id]) ?? {};
  return Object.values(linksOf(read, type, row)).map((one) => one.label).join(' · ');
};

/** What an action on a record is called in the list of recent actions: `애로과제 수정: 도금 불량 개선`. */
export const namedAction = (read: Reader, type: AnyRecord, id: string, verb: string): string => {
  const [label] = hasName(type) ? labelsOf(read, type.table, [id]) : [];
  return label && !label.isMissing && label.label !== '' ? `${type.ko} ${verb}: ${label.label}` : `${type.ko} ${verb}`;
};

/** Names of everything a record links to, by field. */
export const linksOf = (read: Reader, type: AnyRecord, values: Readonly<Record<string, Cell>>): Record<string, Label> =>
  Object.fromEntries(Object.entries(type.fields).flatMap(([name, field]) => {
    const target = values[name];
    if (field.kind !== 'link' || field.to === undefined || typeof target !== 'string') return [];
    const [label] = labelsOf(read, field.to, [target]);
    return label ? [[name, label]] : [];
  }));
