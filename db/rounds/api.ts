/** Rounds over the wire: whom to visit next, sheets to take along, what was done in a month, and handing work over. */
import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import type { Application } from '../application.ts';
import { openSelection } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import { serveFiles } from '../files.ts';
import { command, localCommand, procedure, router } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { dayOf, write } from '../kernel/write.ts';
import { lostInCp949, reportCsv } from '../reports/report-csv.ts';
import { activityRecords, activityTable, type ActivityInput, type ActivityTable } from './activity.ts';
import { handOver, successorNames } from './hand-over.ts';
import { handoverQuery } from './handover.ts';
import { nextVisits } from './next-visits.ts';
import { roundOptions } from './scope.ts';
import { partRules } from './visit-parts.ts';
import { visitSheets } from './visit-sheet.ts';

export type { ActivityTable } from './activity.ts';
export type { Handover, HandoverItem, HandoverKind } from './handover-types.ts';
export type { NextVisits, RoundOptions, VisitLine, VisitScope, VisitSheet } from './round-types.ts';
export type { PartKind, VisitPart } from './visit-parts.ts';

const scope = z.object({ coordinator: z.string().nullable(), office: z.string().nullable(), cluster: z.string().nullable(), complex: z.string().nullable(), silentDays: z.number().int().min(7).max(3650) });
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, '달을 2026-11처럼 입력해 주세요.');
const asked = z.object({ month, coordinator: z.string().nullable(), compare: z.enum(['none', 'before', 'year-ago']) });
/** Sheets printed at once: more than anybody visits in a week. */
const mostSheets = 60;

const today = (app: Application): string => dayOf(app.store.now());
const whole = (app: Application, input: z.output<typeof asked>): ActivityInput => ({ ...input, by: currentAccount(app.read)?.number ?? 0, today: today(app) });

/** Sample data says so wherever the table goes: screen, clipboard, file, paper. */
const shownTable = async (app: Application, input: z.output<typeof asked>): Promise<ActivityTable> => {
  const table = await app.query(activityTable, whole(app, input));
  return app.isDemo ? { ...table, title: `[예시] ${table.title}` } : table;
};

export const roundsApi = router({
  options: procedure.query(async ({ ctx }) => ({ ...(await ctx.app.query(roundOptions, null)), me: currentAccount(ctx.app.read)?.person ?? null, today: today(ctx.app), rules: partRules })),
  next: procedure.input(scope).query(({ ctx, input }) => ctx.app.query(nextVisits, { scope: input, today: today(ctx.app) })),
  sheets: procedure.input(z.object({ ids: z.array(z.string()).min(1).max(mostSheets, `방문 준비표는 한 번에 ${mostSheets}장까지 만듭니다.`) })).query(({ ctx, input }) => ctx.app.query(visitSheets, { ids: input.ids, today: today(ctx.app) })),
  activity: procedure.input(asked).query(({ ctx, input }) => shownTable(ctx.app, input)),
  /** Keeps the records behind a number as a selection that a list opens. */
  openActivity: localCommand.input(asked.extend({ cell: z.string().max(200) })).mutation(async ({ ctx, input }) =>
    openSelection(ctx.app.store, await ctx.app.query(activityRecords, { ...whole(ctx.app, input), cell: input.cell }))),
  lostInCp949: procedure.input(asked).query(async ({ ctx, input }) => lostInCp949(await shownTable(ctx.app, input))),
  handover: procedure.input(z.object({ person: z.string() })).query(({ ctx, input }) => ctx.app.query(handoverQuery, { person: input.person, today: today(ctx.app) })),
  handOver: command.input(z.object({ from: z.string(), moves: z.array(z.object({ key: z.string().max(200), to: z.string().min(1) })).max(10_000) })).mutation(({ ctx, input }) => {
    const name = ctx.app.read.value<string>('SELECT name FROM person WHERE id = ?', [input.from]) ?? '';
    write(ctx.app.store, ctx.actor, `인수인계: ${name} → ${successorNames(ctx.app, input.moves).join('·')} (${input.moves.length}건)`, (tx) => handOver(tx, input.from, input.moves));
    return { action: lastAction(ctx.app.store) };
  }),
});

/** `/files/activity/<YYYY-MM>?coordinator=&compare=none|before|year-ago&encoding=utf-8|cp949`. */
serveFiles('activity', async (app, id, given) => {
  const input = asked.safeParse({ month: id, coordinator: given.get('coordinator') || null, compare: given.get('compare') ?? 'none' });
  if (!input.success) throw new Refusal('not-found', '없는 표입니다. 방문 계획의 활동실적에서 달을 골라 주세요.');
  const table = await shownTable(app, input.data);
  const encoding = given.get('encoding') === 'cp949' ? 'cp949' : 'utf-8';
  return { name: `${table.title.replaceAll(':', '')}.csv`, type: `text/csv; charset=${encoding === 'cp949' ? 'euc-kr' : 'utf-8'}`, body: reportCsv(table, encoding) };
});
