import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import type { Application } from '../application.ts';
import { procedure, router } from '../kernel/rpc.ts';
import { dayOf } from '../kernel/write.ts';
import { qualityQueue, type QueueInput } from './queue.ts';

export type { Queue, QueueLine, RuleCount } from './queue.ts';
export type { Repair, Severity } from './rule.ts';

const scope = z.enum(['mine', 'office', 'all']).default('mine');

/** A user who is no person, or of no office, sees everybody's. */
const inputOf = (app: Application, whose: z.infer<typeof scope>): QueueInput => {
  const account = currentAccount(app.read);
  return { today: dayOf(app.store.now()), person: whose === 'mine' ? (account?.person ?? null) : null, office: whose === 'office' ? (account?.office ?? null) : null };
};

/** 자료 점검: what is missing, contradictory or late in the records. */
export const qualityApi = router({
  queue: procedure.input(z.object({ scope, rule: z.string().nullable().default(null) })).query(({ ctx, input }) => ctx.app.query(qualityQueue, { ...inputOf(ctx.app, input.scope), rule: input.rule })),
  /** How many lines there are, for a number beside a word. */
  count: procedure.input(z.object({ scope })).query(async ({ ctx, input }) => {
    const { total, late } = await ctx.app.query(qualityQueue, { ...inputOf(ctx.app, input.scope), rule: '' });
    return { total, late };
  }),
  /** The office of the user, null when nobody has said it. */
  office: procedure.query(({ ctx }) => currentAccount(ctx.app.read)?.office ?? null),
});
