import { z } from 'zod';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { candidatePairs } from './candidates.ts';
import { lookAlikes } from './look-alikes.ts';
import { distinguish, merge, split, type OrganisationCells } from './merge.ts';
import { comparePair } from './pair.ts';
import { sameAsQuery } from './same-as.ts';

export type { CandidatePage, CandidatePair } from './candidates.ts';
export type { LookAlike } from './look-alikes.ts';
export type { ComparedBody, Move, PairView } from './pair.ts';
export type { SameAs } from './same-as.ts';
export type { Reason, Verdict } from './score.ts';

const twoOrMore = z.array(z.string().min(1)).min(2).max(20);

/** Which records are one body: the queue, the comparison, merging and its opposites. */
export const identityApi = router({
  /** One page of the queue, at most 500 pairs. */
  candidates: procedure.input(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })).query(({ ctx, input }) =>
    ctx.app.query(candidatePairs, { start: input.start, end: Math.min(input.end, input.start + 500) })),
  /** How many pairs wait. */
  count: procedure.query(async ({ ctx }) => ({ total: (await ctx.app.query(candidatePairs, { start: 0, end: 0 })).total })),
  pair: procedure.input(z.object({ ids: twoOrMore })).query(({ ctx, input }) => ctx.app.query(comparePair, input)),
  /** Records that what is being typed may mean. */
  lookAlikes: procedure.input(z.object({ values: valuesOf<OrganisationCells>(), id: z.string().optional() })).query(({ ctx, input }) => lookAlikes(ctx.app.read, input.values, input.id)),
  sameAs: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(sameAsQuery, input)),
  /** One step; `values` are those of the record that remains, where the records differ. */
  merge: command.input(z.object({ ids: twoOrMore, values: valuesOf<OrganisationCells>().optional() })).mutation(({ ctx, input }) => merge(ctx.app.store, ctx.actor, input.ids, input.values ?? {})),
  distinct: command.input(z.object({ pair: z.tuple([z.string().min(1), z.string().min(1)]), reason: z.string().max(500).nullish() })).mutation(({ ctx, input }) =>
    distinguish(ctx.app.store, ctx.actor, input.pair, input.reason ?? null)),
  /** Takes one record out again where its merge cannot be undone here; what has moved stays. */
  split: command.input(byId).mutation(({ ctx, input }) => split(ctx.app.store, ctx.actor, input.id)),
});
