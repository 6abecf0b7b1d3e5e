import { z } from 'zod';
import { dataFolder } from '../attachments/add.ts';
import { openSelection } from '../device/selection.ts';
import { serveFiles } from '../files.ts';
import { byId, command, localCommand, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { lostInCp949, reportCsv } from '../reports/report-csv.ts';
import { readParams, reportCode } from '../reports/report-input.ts';
import { compareQuery, whyQuery } from './compare.ts';
import { frozenReport } from './fields.ts';
import { freezeReport, openQuery } from './freeze.ts';
import { frozenLines, readAsked, readFrozen } from './read.ts';

export type { CellDifference, ChangedRecord, Comparison, Frozen, FrozenLine, RecordChange, Why } from './frozen-types.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const submission = z.object({
  submitted_on: z.iso.date(), submitted_to: text(100), submitted_by: text(60), document_no: text(60).nullable().default(null), note: text(2000).nullable().default(null),
});
const ofCell = byId.extend({ cell: z.string().max(400) });

/** Reports as they were handed in. */
export const frozenApi = router({
  list: procedure.input(z.object({ report: z.string().nullable() })).query(({ ctx, input }) => frozenLines(ctx.app.read, input.report)),
  get: procedure.input(byId).query(({ ctx, input }) => readFrozen(ctx.app.read, dataFolder(ctx.app), input.id)),
  /** Keeps a report as it now stands as handed in. */
  freeze: command.input(z.object({ report: reportCode, params: z.unknown().transform(readParams), submission })).mutation(async ({ ctx, input: { submission: given, ...input } }) =>
    ({ id: await freezeReport(ctx.app, ctx.actor, input, given) })),
  withdraw: command.input(byId.extend({ reason: text(2000) })).mutation(({ ctx, input: { id, reason } }) => {
    const { title } = readFrozen(ctx.app.read, dataFolder(ctx.app), id);
    write(ctx.app.store, ctx.actor, `제출본 철회: ${title}`, (tx) => tx.change(frozenReport, id, { withdrawn_on: tx.today, withdrawn_reason: reason }));
  }),
  /** Keeps the records that were behind a cell as a selection, as `reports.open` does. */
  open: localCommand.input(ofCell).mutation(async ({ ctx, input: { id, cell } }) => {
    const { frozen, idsPath } = readAsked(ctx.app.read, dataFolder(ctx.app), id);
    return openSelection(ctx.app.store, await ctx.app.query(openQuery, { idsPath, cell, label: `${frozen.title} (${frozen.stamp})` }));
  }),
  /** Where and by how much it differs from today. */
  compare: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(compareQuery, readAsked(ctx.app.read, dataFolder(ctx.app), input.id))),
  /** The records that make a cell differ. */
  why: procedure.input(ofCell).query(({ ctx, input: { id, cell } }) => ctx.app.query(whyQuery, { ...readAsked(ctx.app.read, dataFolder(ctx.app), id), cell })),
  lostInCp949: procedure.input(byId).query(({ ctx, input }) => lostInCp949(readFrozen(ctx.app.read, dataFolder(ctx.app), input.id).table)),
});

/** `/files/frozen/<id>?encoding=utf-8|cp949`: the table as it was handed in, with its stamp. */
serveFiles('frozen', (app, id, given) => {
  const frozen = readFrozen(app.read, dataFolder(app), id);
  const encoding = given.get('encoding') === 'cp949' ? 'cp949' : 'utf-8';
  const table = { ...frozen.table, asOf: `${frozen.table.asOf} · ${frozen.stamp}` };
  return { name: `${frozen.title} (제출본 ${frozen.submitted_on}).csv`, type: `text/csv; charset=${encoding === 'cp949' ? 'euc-kr' : 'utf-8'}`, body: reportCsv(table, encoding) };
});
