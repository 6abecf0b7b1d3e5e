/** What belongs to this device and its user: drafts, preferences, recent actions, undo, jobs, selections. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { currentAccount } from '../accounts/current.ts';
import { authorName } from '../kernel/actor.ts';
import { command, localCommand, procedure, router } from '../kernel/rpc.ts';
import { dropDraft, draftOf, draftsOf, forgetPreferences, preferencesOf, putDraft, setPreference } from './desk.ts';
import { backUpNow, dataFolder } from './folder.ts';
import type { ObstacleLines } from './obstacle-lines.ts';
import { obstaclesQuery } from './obstacles.ts';
import { PageBug } from './page-bug.ts';
import { selfCheck } from './self-check.ts';
import { openSelection, rowsQuery, selectionOf } from './selection.ts';
import { actionOf, nextRedo, nextUndo, recentActions, undo } from '../kernel/undo.ts';

export type { Backup, DataFolder } from './folder.ts';
export type { ObstacleLine, ObstacleLines } from './obstacle-lines.ts';
export type { SelfCheck } from './self-check.ts';

const insistence = z.enum(['ask', 'keep', 'all']);

export const deviceApi = router({
  about: procedure.query(({ ctx }) => ({ isDemo: ctx.app.isDemo, account: currentAccount(ctx.app.read) ?? null })),

  /** A bug of the page: logged whole like every other, under the id that is answered. */
  reportBug: procedure.input(z.object({ message: z.string().max(2000), stack: z.string().max(20_000), where: z.string().max(20_000), address: z.string().max(300) })).mutation(({ ctx, input }) =>
    ({ id: ctx.app.onBug(new PageBug(input)) })),

  drafts: procedure.query(({ ctx }) => draftsOf(ctx.app.store, ctx.app.actor().number)),
  draft: procedure.input(z.object({ key: z.string().max(200) })).query(({ ctx, input }) => draftOf(ctx.app.store, currentAccount(ctx.app.read)?.number ?? 0, input.key)),
  putDraft: command.input(z.object({ key: z.string().max(200), label: z.string().max(200), body: z.string().max(1_000_000) })).mutation(({ ctx, input }) => putDraft(ctx.app.store, ctx.actor.number, input)),
  dropDraft: command.input(z.object({ key: z.string().max(200) })).mutation(({ ctx, input }) => dropDraft(ctx.app.store, ctx.actor.number, input.key)),

  preferences: procedure.query(({ ctx }) => preferencesOf(ctx.app.store, currentAccount(ctx.app.read)?.number ?? 0)),
  setPreference: localCommand.input(z.object({ key: z.string().max(200), value: z.unknown() })).mutation(({ ctx, input }) => setPreference(ctx.app.store, currentAccount(ctx.app.read)?.number ?? 0, input.key, input.value)),
  /** Forgets what begins with one of the prefixes: columns, widths of panes. */
  forgetPreferences: localCommand.input(z.object({ prefixes: z.array(z.string().min(1).max(60)).min(1).max(20) })).mutation(({ ctx, input }) => forgetPreferences(ctx.app.store, currentAccount(ctx.app.read)?.number ?? 0, input.prefixes)),

  actions: procedure.input(z.object({ limit: z.number().int().min(1).max(200), before: z.number().int().optional() })).query(({ ctx, input }) => {
    const names = new Map(ctx.app.read.all<{ number: number; name: string }>('SELECT number, name FROM account').map((row) => [row.number, row.name]));
    return recentActions(ctx.app.store, input.limit, input.before).map((action) => ({ ...action, by: authorName(names, action.user_id) }));
  }),
  /** What Ctrl+Z and Ctrl+Shift+Z would do. */
  undoState: procedure.query(({ ctx }) => {
    const account = currentAccount(ctx.app.read);
    if (!account) return { undo: null, redo: null };
    return { undo: nextUndo(ctx.app.store, account) ?? null, redo: nextRedo(ctx.app.store, account) ?? null };
  }),
  /** What stands in the way of taking an action back, in words; without its number, of what Ctrl+Z or Ctrl+Shift+Z would take back. */
  obstacles: procedure.input(z.object({ action: z.number().int().optional(), direction: z.enum(['undo', 'redo']).default('undo') })).query(async ({ ctx, input }): Promise<ObstacleLines> => {
    const target = input.action ?? (input.direction === 'undo' ? nextUndo : nextRedo)(ctx.app.store, ctx.app.actor())?.id;
    return target === undefined ? { lines: [], more: 0 } : await ctx.app.query(obstaclesQuery, { action: target });
  }),
  undo: command.input(z.object({ action: z.number().int().optional(), insistence: insistence.default('ask') })).mutation(({ ctx, input }) => {
    const target = input.action ?? nextUndo(ctx.app.store, ctx.actor)?.id;
    if (target === undefined) return { action: null, label: null };
    return { action: undo(ctx.app.store, ctx.actor, target, input.insistence), label: actionOf(ctx.app.store, target).label };
  }),
  redo: command.input(z.object({ insistence: insistence.default('ask') })).mutation(({ ctx, input }) => {
    const target = nextRedo(ctx.app.store, ctx.actor);
    if (!target) return { action: null, label: null };
    return { action: undo(ctx.app.store, ctx.actor, target.id, input.insistence), label: target.label };
  }),

  folder: procedure.query(({ ctx }) => dataFolder(ctx.app.store)),
  /** Writes a consistent copy of the data into `backups/`. */
  backUp: command.mutation(({ ctx }) => backUpNow(ctx.app.store)),
  /** Starts 자료 점검 as a job; its result is a `SelfCheck`. */
  check: command.mutation(({ ctx }) => ctx.app.jobs.start('자료 점검', (job) => selfCheck(ctx.app.store, job))),
  job: procedure.input(z.object({ id: z.string() })).query(({ ctx, input }) => ctx.app.jobs.get(input.id) ?? null),

  jobs: procedure.query(({ ctx }) => ctx.app.jobs.list()),
  cancelJob: procedure.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => ctx.app.jobs.cancel(input.id)),

  selection: procedure.input(z.object({ id: z.string() })).query(({ ctx, input }) => selectionOf(ctx.app.store, input.id)),
  openSelection: localCommand.input(z.object({ table: z.string(), label: z.string().max(300), ids: z.array(z.string()).max(1_000_000) })).mutation(async ({ ctx, input }) => {
    if (!ctx.app.store.records.has(input.table)) throw new Refusal('invalid', '목록으로 열 수 없는 종류의 기록입니다.', [{ field: 'table', value: input.table, message: '기록의 종류가 아닙니다.' }]);
    return openSelection(ctx.app.store, await ctx.app.query(rowsQuery, input));
  }),
});
