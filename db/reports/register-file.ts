/** 과제 관리대장 as CSV: written block by block while it is read, so that a million rows hold nothing up and whoever reads can stop. */
import type { Application } from '../application.ts';
import { csvBytes } from '../imports/encode-csv.ts';
import { labelOf, type Cell } from '../kernel/field.ts';
import { unpacked } from '../kernel/block.ts';
import type { ListRow } from '../kernel/list-types.ts';
import { supportTypeOf } from '../tasks/choices.ts';
import { task } from '../tasks/fields.ts';
import { daysToEnd } from './choices.ts';
import { registerList, withParams } from './register-list.ts';
import { guarded, type CsvEncoding } from './report-csv.ts';
import type { ReportParams, ReportTable } from './table-types.ts';

/** Rows of a block: the most a list hands over at once. */
const atOnce = 500;

export const registerHeads: readonly string[] = ['연번', '과제번호', '과제명', '주관기업', '미니클러스터', '지원유형', '수행 시작', '수행 종료', '국비(원)', '민간부담금(원)', '총사업비(원)', '코디네이터', '상태', '만료까지 남은 날'];

const textOf = (value: Cell | undefined): string => (value === null || value === undefined ? '' : String(value));

const lineOf = (row: ListRow, number: number, asOf: string): string[] => {
  const text = (name: string): string => guarded(textOf(row[name]));
  return [
    String(number), text('task_no'), text('title'), text('lead_org_name'), text('cluster_name'), guarded(supportTypeOf({ support_type: row['support_type'], decided_on: row['decided_on'], found_on: row['found_on'], program_year: row['program_year'] })), text('start_on'), text('end_on'),
    textOf(row['fund_national']), textOf(row['fund_private']), textOf(row['total_cost']), text('coordinator_name'), labelOf(task.fields.status, row['status'] ?? null), textOf(daysToEnd(row, asOf)),
  ];
};

/** Title and day above, one heading line, every task, the totals at the end, footnotes below. */
export const registerCsv = (app: Application, table: ReportTable, params: ReportParams, encoding: CsvEncoding): ReadableStream<Uint8Array> => {
  const total = (code: string): string => textOf(table.cells[0]?.[table.columns.findIndex(({ key }) => key === code)]?.value ?? null);
  // In memory of their own: a piece is handed to another thread, which Node's shared pool cannot be.
  const bytes = (rows: readonly (readonly string[])[], isFirst = false): Uint8Array => new Uint8Array(csvBytes(rows, { encoding, bom: isFirst && encoding !== 'cp949' }));
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield bytes([[guarded(table.title)], [table.asOf], ['(단위: 원)'], registerHeads], true);
    for (let start = 0; ; start += atOnce) {
      const { rows } = unpacked(await app.query(registerList, withParams({ start, end: start + atOnce, sort: [], filter: {}, quick: null, selection: null }, params)));
      if (rows.length > 0) yield bytes(rows.map((row, index) => lineOf(row, start + index + 1, params.asOf)));
      if (rows.length < atOnce) break;
    }
    yield bytes([['합계', `${total('register-tasks')}건`, '', '', '', '', '', '', total('register-national'), total('register-private'), total('register-total')], ...table.footnotes.map(({ text }) => [guarded(text)])]);
  }
  return ReadableStream.from(pieces());
};
