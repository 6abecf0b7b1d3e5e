import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import type { Application } from '../application.ts';
import { command, procedure, router } from '../kernel/rpc.ts';
import { dayOf, write } from '../kernel/write.ts';
import { putLineAside, takeLineBack } from './put-aside.ts';
import { qualityQueue, type QueueInput } from './queue.ts';

export type { Queue, QueueLine, RuleCount } from './queue.ts';
export type { Repair, Severity } from './rule.ts';

const line = z.object({ rule: z.string(), record: z.string().min(1), field: z.string().nullable() });
/** What a line is called in the list of recent actions. */
const label = z.string().max(300).default('');
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
  /** Puts a line aside with the reason, until a day or until it is taken back. */
  putAside: command.input(line.extend({ label, reason: z.string().trim().min(1, '사유를 적어 주세요.').max(300), until_on: z.iso.date().nullable() })).mutation(({ ctx, input: { label: name, reason, until_on, ...which } }) =>
    write(ctx.app.store, ctx.actor, `점검 미루기: ${name}`, (tx) => putLineAside(tx, which, { reason, until_on }))),
  takeBack: command.input(line.extend({ label })).mutation(({ ctx, input: { label: name, ...which } }) =>
    write(ctx.app.store, ctx.actor, `점검 다시 꺼내기: ${name}`, (tx) => takeLineBack(tx, which))),
  /** The office of the user, null when nobody has said it. */
  office: procedure.query(({ ctx }) => currentAccount(ctx.app.read)?.office ?? null),
});
