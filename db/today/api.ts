import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { procedure, router } from '../kernel/rpc.ts';
import { dayOf } from '../kernel/write.ts';
import { followUpsQuery } from './follow-ups.ts';
import { todayQuery } from './today.ts';

export type { FollowUps } from './follow-ups.ts';
export type { Today } from './today.ts';

export const todayApi = router({
  /** What waits for the user at this device; with `everybody` the open work of all. */
  get: procedure.input(z.object({ everybody: z.boolean().default(false) })).query(({ ctx, input }) => {
    const account = currentAccount(ctx.app.read);
    return ctx.app.query(todayQuery, { user: account?.number ?? 0, person: input.everybody ? null : (account?.person ?? null), today: dayOf(ctx.app.store.now()) });
  }),
  /** Years after the end of tasks whose results wait to be entered. */
  followUps: procedure.input(z.object({ everybody: z.boolean().default(false) })).query(({ ctx, input }) =>
    ctx.app.query(followUpsQuery, { person: input.everybody ? null : (currentAccount(ctx.app.read)?.person ?? null), today: dayOf(ctx.app.store.now()) })),
});
