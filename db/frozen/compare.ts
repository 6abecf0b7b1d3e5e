/** 왜 숫자가 다른가: a frozen report beside the same report today, cell by cell and record by record. */
import { readFileSync } from 'node:fs';
import { Refusal } from '../errors.ts';
import type { AnyRecord } from '../kernel/field.ts';
import { recordName } from '../kernel/label.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { records } from '../records.ts';
import { tableWithRecords, type CellIds } from '../reports/all-records.ts';
import { reports } from '../reports/reports.ts';
import type { CellKey, RecordTable, ReportTable } from '../reports/table-types.ts';
import type { ChangedRecord, Comparison, Frozen, Why } from './frozen-types.ts';
import { readIds } from './ids-file.ts';
import { partsOf as partsOfType } from './parts.ts';
import { changedSince, changesSince } from './since.ts';

/** A frozen report with where its ids lie. */
export type Asked = { frozen: Frozen; clock: number; idsPath: string };

/** Most records of a cell that are listed, of each kind. */
const mostListed = 300;

const typeOf = (table: RecordTable): AnyRecord => {
  const type = records.find((one) => one.table === table);
  if (!type) throw new Refusal('not-found', `이 판에는 없는 기록입니다: ${table}`);
  return type;
};

type Cells = ReadonlyMap<CellKey, CellIds>;
const byKey = (cells: readonly CellIds[]): Cells => new Map(cells.map((cell) => [cell.key, cell]));

const textsOf = (table: ReportTable): Map<CellKey, { text: string; row: string; column: string }> => new Map(table.rows.flatMap((row, at) => table.columns.map((column, index) => {
  const cell = table.cells[at]?.[index];
  return [`${row.key}~${column.key}`, { text: cell?.text ?? '', row: [...new Set(row.labels)].filter(Boolean).join(' · '), column: [column.group, column.label].filter(Boolean).join(' ') }] as const;
})));

/** Which of these records were edited since; asked once for each record type. */
const editedIn = (read: Reader, clock: number, tables: readonly string[]): ((table: RecordTable) => ReadonlySet<string>) => {
  const known = new Map<RecordTable, ReadonlySet<string>>();
  return (table) => {
    const found = known.get(table) ?? changedSince(read, typeOf(table), clock, partsOfType(table, tables));
    known.set(table, found);
    return found;
  };
};

type Parts = { table: RecordTable; added: string[]; removed: string[]; edited: string[] };

const partsOf = (before: CellIds | undefined, now: CellIds | undefined, edited: (table: RecordTable) => ReadonlySet<string>): Parts | null => {
  const table = now?.table ?? before?.table;
  if (table === undefined) return null;
  const [then, today] = [new Set(before?.ids), new Set(now?.ids)];
  const touched = edited(table);
  return {
    table, added: [...today].filter((id) => !then.has(id)), removed: [...then].filter((id) => !today.has(id)),
    edited: touched.size === 0 ? [] : [...today].filter((id) => then.has(id) && touched.has(id)),
  };
};

/** Today's table with its records; the day of the data is given up: what was handed in is compared with what is known now. */
const today = (read: Reader, frozen: Frozen) => {
  const report = reports.find(({ code }) => code === frozen.report);
  return report ? { report, ...tableWithRecords(read, report, { ...frozen.params, dataAsOf: null }) } : null;
};

export const compareQuery = query('frozen.compare', (read, { frozen, clock, idsPath }: Asked): Comparison => {
  const now = today(read, frozen);
  const none = { cells: [], total: { cells: 0, added: 0, removed: 0, edited: 0 }, definitions: [], isGone: true };
  if (!now) return none;
  const [before, after] = [byKey(readIds(readFileSync(idsPath))), byKey(now.cells)];
  const [textsBefore, textsNow] = [textsOf(frozen.table), textsOf(now.table)];
  const edited = editedIn(read, clock, now.report.tables ?? []);
  const distinct = { added: new Set<string>(), removed: new Set<string>(), edited: new Set<string>() };
  const cells = [...new Set([...textsBefore.keys(), ...textsNow.keys()])].flatMap((key) => {
    const parts = partsOf(before.get(key), after.get(key), edited);
    for (const how of ['added', 'removed', 'edited'] as const) for (const id of parts?.[how] ?? []) distinct[how].add(id);
    const [was, is] = [textsBefore.get(key), textsNow.get(key)];
    const counts = { added: parts?.added.length ?? 0, removed: parts?.removed.length ?? 0, edited: parts?.edited.length ?? 0 };
    if (was?.text === is?.text && counts.added + counts.removed + counts.edited === 0) return [];
    return [{ key, row: was?.row ?? is?.row ?? '', column: was?.column ?? is?.column ?? '', before: was?.text ?? '', now: is?.text ?? '', ...counts }];
  });
  const declared = new Map(now.report.indicators.map((indicator) => [indicator.code, indicator]));
  return {
    // What explains a number comes before what only was touched.
    cells: [...cells.filter((cell) => cell.before !== cell.now), ...cells.filter((cell) => cell.before === cell.now)], isGone: false, total: { cells: cells.filter((cell) => cell.before !== cell.now).length, added: distinct.added.size, removed: distinct.removed.size, edited: distinct.edited.size },
    definitions: frozen.definitions.flatMap(({ code, version, ko, formula }) => {
      const own = declared.get(code);
      return own?.version === version ? [] : [{ ko, before: version, now: own?.version ?? null, formulaBefore: formula, formulaNow: own?.formula ?? null }];
    }),
  };
}, { lane: 'long' });

/** A membership is looked at on the page of its mini-cluster, an answer sheet on that of its survey. */
const pageOf = (read: Reader, table: RecordTable, id: string): ChangedRecord['page'] => {
  const cluster = table === 'membership' ? read.value<string | null>('SELECT cluster FROM membership WHERE id = ?', [id]) : null;
  const survey = table === 'survey_response' ? read.value<string | null>('SELECT survey FROM survey_response WHERE id = ?', [id]) : null;
  if (survey) return { table: 'survey', id: survey };
  return cluster ? { table: 'mini_cluster', id: cluster } : { table, id };
};

/** The records that make one cell another one, with what happened to each. */
export const whyQuery = query('frozen.why', (read, { frozen, clock, idsPath, cell }: Asked & { cell: CellKey }): Why => {
  const now = today(read, frozen);
  const tables = now?.report.tables ?? [];
  const before = byKey(readIds(readFileSync(idsPath))).get(cell);
  const parts = partsOf(before, now ? byKey(now.cells).get(cell) : undefined, editedIn(read, clock, tables));
  if (!parts) return { records: [], more: 0 };
  const names = new Map(read.all<{ number: number; name: string }>('SELECT number, name FROM account').map((row) => [row.number, row.name]));
  const type = typeOf(parts.table);
  const listed = (['added', 'removed', 'edited'] as const).flatMap((how) => parts[how].slice(0, mostListed).map((id): ChangedRecord => {
    const label = recordName(read, type, id);
    return {
      id, table: parts.table, how, label, isDeleted: read.value<number>(`SELECT _del FROM ${type.table} WHERE id = ?`, [id]) === 1,
      page: pageOf(read, parts.table, id), ...changesSince(read, type, id, clock, names, partsOfType(parts.table, tables)),
    };
  }));
  return { records: listed, more: parts.added.length + parts.removed.length + parts.edited.length - listed.length };
}, { lane: 'long' });

/** The records that were behind a cell when the report was handed in. @throws Refusal `not-found` */
export const frozenCell = (idsPath: string, cell: CellKey): CellIds => {
  const found = byKey(readIds(readFileSync(idsPath))).get(cell);
  if (!found) throw new Refusal('not-found', '이 칸에는 기록이 없습니다.');
  return found;
};
