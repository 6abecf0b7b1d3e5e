/** Freezing a report: numbers and ids are read from one state of the records, then kept by one write. */
import type { Application } from '../application.ts';
import { Refusal } from '../errors.ts';
import { dataFolder } from '../attachments/add.ts';
import { keepBlob } from '../attachments/blobs.ts';
import type { Actor } from '../kernel/actor.ts';
import { clockAfter } from '../kernel/past.ts';
import { query } from '../kernel/query.ts';
import { write } from '../kernel/write.ts';
import { asRows } from '../device/selection.ts';
import { tableWithRecords } from '../reports/all-records.ts';
import { readerFor, reportOf, type ReportInput } from '../reports/reports.ts';
import type { CellKey, ReportTable } from '../reports/table-types.ts';
import { frozenCell } from './compare.ts';
import { frozenReport } from './fields.ts';
import type { FrozenDefinition } from './frozen-types.ts';
import { writeIds } from './ids-file.ts';

export type Taken = { table: ReportTable; definitions: FrozenDefinition[]; clock: number; records: number; ids: Uint8Array };

export const takeQuery = query('frozen.take', (read, { report, params }: ReportInput, context): Taken => {
  const declared = reportOf(report);
  const from = readerFor(read, params, context);
  const take = (): Taken => {
    const { table, cells } = tableWithRecords(from, declared, params);
    const newest = read.value<number | null>('SELECT max(hlc) FROM sync_log') ?? 0;
    const clock = params.dataAsOf === null ? newest : Math.min(newest, clockAfter(params.dataAsOf) - 1);
    return {
      table, definitions: declared.indicators.map(({ code, version, ko, formula }) => ({ code, version, ko, formula })), clock,
      records: new Set(cells.flatMap(({ ids }) => ids)).size, ids: writeIds(cells),
    };
  };
  return context.whole ? context.whole(take) : take();
}, { lane: 'long' });

export const openQuery = query('frozen.open', (read, { idsPath, cell, label }: { idsPath: string; cell: CellKey; label: string }) => asRows(read, { ...frozenCell(idsPath, cell), label }), { lane: 'long' });

export type Submission = { submitted_on: string; submitted_to: string; submitted_by: string; document_no: string | null; note: string | null };

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> { yield bytes; }

/** Keeps a report as it is handed in. Lines of a card may be named by row numbers, which mean nothing on another device. @throws Refusal `invalid` for a card. @returns the id of the frozen report */
export const freezeReport = async (app: Application, actor: Actor, input: ReportInput, submission: Submission): Promise<string> => {
  if (input.report.startsWith('d-')) throw new Refusal('invalid', '현황판의 카드는 제출본으로 남길 수 없습니다. 보고에서 같은 표를 골라 확정해 주세요.');
  const taken = await app.query(takeQuery, input);
  const { sha256 } = await keepBlob(dataFolder(app), taken.table.title, inOnePiece(taken.ids), taken.ids.byteLength);
  const title = app.isDemo ? `[예시] ${taken.table.title}` : taken.table.title;
  await app.doorIsFree();
  return write(app.store, actor, `보고 확정: ${title}`, (tx) => tx.create(frozenReport, {
    report: input.report, title, ...submission, params: JSON.stringify(input.params), definitions: JSON.stringify(taken.definitions), numbers: JSON.stringify({ ...taken.table, title }),
    clock: taken.clock, records: taken.records, ids_sha256: sha256,
  }));
};
