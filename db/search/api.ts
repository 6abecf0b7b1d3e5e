/** The one box over everything (Ctrl+K). */
import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { openSelection } from '../device/selection.ts';
import { localCommand, procedure, router } from '../kernel/rpc.ts';
import { kindNames, type KindName } from './choices.ts';
import { startBuilding } from './build-job.ts';
import { matchingRows } from './matching.ts';
import { officesQuery } from './offices.ts';
import { isBuilt } from './rebuild.ts';
import { similarQuery } from './similar.ts';
import { searchQuery, totalQuery, waitingRows } from './search.ts';

export type { Mark } from './marks.ts';
export type { Group, Hit, Next, SearchAnswer } from './search-types.ts';
export type { Similar } from './similar.ts';
export type { TotalAnswer } from './search.ts';

const kindName = z.enum(kindNames.map((kind) => kind.name) as [KindName, ...KindName[]]);
const day = z.iso.date();

const asked = z.object({
  text: z.string().max(200), kinds: z.array(kindName).max(kindNames.length).optional(), from: day.optional(), until: day.optional(), office: z.string().max(100).optional(),
});

const next = z.object({ phase: z.enum(['typed', 'open']), below: z.number(), top: z.array(z.number()).max(200), shown: z.array(z.number()).max(200) });

export const searchApi = router({
  /** The first results of every kind; with `next` the following ones of the kind it came with. */
  find: procedure.input(asked.extend({ limit: z.number().int().min(1).max(50).default(6), next: next.optional() }))
    .query(({ ctx, input, signal }) => ctx.app.query(searchQuery, { ...input, me: currentAccount(ctx.app.read)?.person ?? null }, signal)),
  /** Counts the results of a kind, a piece at a time. */
  total: procedure.input(asked.omit({ kinds: true }).extend({ kind: kindName, next: z.object({ below: z.number(), counted: z.number() }).optional() }))
    .query(({ ctx, input, signal }) => ctx.app.query(totalQuery, input, signal)),
  /** All results of a kind as a selection its list opens. */
  open: localCommand.input(asked.omit({ kinds: true }).extend({ kind: kindName })).mutation(async ({ ctx, input, signal }) =>
    openSelection(ctx.app.store, await ctx.app.query(matchingRows, { ...input, label: `찾기: ${input.text.trim()}` }, signal))),
  /** Solved tasks like this one. */
  similar: procedure.input(z.object({ id: z.string() })).query(({ ctx, input, signal }) => {
    const row = ctx.app.read.get<{ title: string | null; need: string | null }>('SELECT title, need_text AS need FROM task WHERE id = ?', [input.id]);
    return row ? ctx.app.query(similarQuery, { id: input.id, title: row.title ?? '', need: row.need ?? '' }, signal) : [];
  }),
  /** Solved tasks like the one being written. */
  similarTo: procedure.input(z.object({ title: z.string().max(200), need: z.string().max(20_000) })).query(({ ctx, input, signal }) => ctx.app.query(similarQuery, { id: null, ...input }, signal)),
  /** Offices that have anything: what the filter offers. */
  offices: procedure.query(({ ctx }) => ctx.app.query(officesQuery, undefined)),
  /** How far the index is: records that wait for it. */
  state: procedure.query(({ ctx }) => ({ waiting: waitingRows(ctx.app.read), isWhole: isBuilt(ctx.app.read) })),
  /** Makes the index anew as a job; the old one serves until the new one is whole. */
  rebuild: localCommand.mutation(({ ctx }) => startBuilding(ctx.app)),
});
