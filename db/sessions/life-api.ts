import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { labelsOf } from '../kernel/label.ts';
import { labelOf } from '../kernel/field.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { write } from '../kernel/write.ts';
import { entryGuards, lockUnits } from '../reference/choices/session.ts';
import { ruleLevels } from '../reference/choices/money.ts';
import { correctSession } from './correct.ts';
import type { SessionValues } from './create.ts';
import { session } from './fields.ts';
import { guardsOf, setGuard } from './guards.ts';
import { shippedGuards } from './judge.ts';
import { sessionLife } from './life.ts';
import { inPeriodQuery, lockPeriod, locksOf, openPeriod, periodName, periodOf } from './lock.ts';
import { localNow } from './now.ts';
import { mayDecide, officeOfAccount } from './office.ts';
import { stepSession, stepSessions } from './step.ts';

export type { GuardCode, GuardLevel, SessionFinding } from './judge.ts';
export type { CorrectionLine, SessionLife, SessionStepLine } from './life.ts';
export type { LockLine } from './lock.ts';
export type { PlannedStep } from './plan-step.ts';

const codes = <Code extends string>(list: readonly { code: Code }[]): [Code, ...Code[]] => list.map((one) => one.code) as [Code, ...Code[]];
const unit = z.enum(codes(lockUnits));
const reason = z.string().max(2000);
const ids = z.array(z.string()).max(100).optional();
const confirmation = z.object({ confirm_name: z.string().max(60).nullable().optional(), confirm_on: z.iso.date().nullable().optional() });

/** States, corrections, locks and entry rules of sessions. */
export const lifeProcedures = {
  /** State, possible steps, history and corrections. */
  life: procedure.input(byId).query(({ ctx, input }) => sessionLife(ctx.app.read, input.id, { by: currentAccount(ctx.app.read)?.number ?? 0, now: localNow(ctx.app.store.now()) })),
  /** One or several sessions take a step, in one undo step: all, or none and each that cannot is named. */
  step: command.input(z.object({ ids: z.array(z.string()).min(1).max(2000), to: z.string(), reason: reason.nullable().optional(), values: confirmation.optional() })).mutation(({ ctx, input }) => {
    const [only = ''] = input.ids;
    const name = input.ids.length === 1 ? (labelsOf(ctx.app.read, 'session', input.ids)[0]?.label ?? '') : `${input.ids.length}건`;
    const taken = { to: input.to, now: localNow(ctx.app.store.now()), reason: input.reason, ...(input.values ? { values: tidy(input.values) } : {}) };
    write(ctx.app.store, ctx.actor, `상담 ${labelOf(session.fields.status, input.to)}: ${name}`, (tx) => {
      if (input.ids.length === 1) stepSession(tx, only, taken);
      else stepSessions(tx, input.ids, taken);
    });
    return { action: lastAction(ctx.app.store) };
  }),
  /** 정정 of a confirmed session. */
  correct: command.input(z.object({
    id: z.string(), patch: valuesOf<Partial<SessionValues>>(), reason,
    join: z.array(z.object({ id: z.string(), side: z.enum(['firm', 'agency']) })).max(100).optional(), leave: ids, link: ids, unlink: ids,
  })).mutation(({ ctx, input }) => {
    const name = labelsOf(ctx.app.read, 'session', [input.id])[0]?.label ?? '';
    const id = write(ctx.app.store, ctx.actor, `상담 정정: ${name}`, (tx) => correctSession(tx, input.id, { ...input, now: localNow(ctx.app.store.now()) }));
    return { id, action: lastAction(ctx.app.store) };
  }),
  locks: router({
    /** The office of the user, its locks, and whether the user may lock. */
    list: procedure.query(({ ctx }) => {
      const by = currentAccount(ctx.app.read)?.number ?? 0;
      const office = officeOfAccount(ctx.app.read, by);
      return { office, mayLock: mayDecide(ctx.app.read, by, 'lock'), locks: locksOf(ctx.app.read, office).map((line) => ({ ...line, name: periodName(line) })) };
    }),
    /** What would be locked. */
    preview: procedure.input(z.object({ unit, day: z.iso.date() })).query(async ({ ctx, input }) => {
      const period = periodOf(input.unit, input.day);
      return { ...period, name: periodName({ unit: input.unit, from_on: period.from }), ...await ctx.app.query(inPeriodQuery, period) };
    }),
    lock: command.input(z.object({ unit, day: z.iso.date(), reason })).mutation(({ ctx, input }) => {
      const office = officeOfAccount(ctx.app.read, ctx.actor.number);
      return { id: write(ctx.app.store, ctx.actor, `마감: ${office} ${periodName({ unit: input.unit, from_on: periodOf(input.unit, input.day).from })}`, (tx) => lockPeriod(tx, { office, ...input })) };
    }),
    open: command.input(z.object({ id: z.string(), reason })).mutation(({ ctx, input }) =>
      write(ctx.app.store, ctx.actor, '마감 풀기', (tx) => openPeriod(tx, input.id, input.reason))),
  }),
  guards: router({
    list: procedure.query(({ ctx }) => {
      const by = currentAccount(ctx.app.read)?.number ?? 0;
      const office = officeOfAccount(ctx.app.read, by);
      return { office, mayChange: mayDecide(ctx.app.read, by, 'lock'), guards: guardsOf(ctx.app.read, office), shipped: shippedGuards };
    }),
    set: command.input(z.object({ guard: z.enum(codes(entryGuards)), level: z.enum(codes(ruleLevels)), amount: z.number().int().min(1, '1 이상이어야 합니다.').max(10_000).nullable() })).mutation(({ ctx, input }) =>
      write(ctx.app.store, ctx.actor, `상담 입력 규칙: ${entryGuards.find(({ code }) => code === input.guard)?.ko ?? ''}`, (tx) =>
        setGuard(tx, officeOfAccount(tx.read, ctx.actor.number), input.guard, { level: input.level, amount: input.amount }))),
  }),
};

const tidy = (values: z.infer<typeof confirmation>): { confirm_name?: string | null; confirm_on?: string | null } => ({
  ...(values.confirm_name === undefined ? {} : { confirm_name: values.confirm_name }), ...(values.confirm_on === undefined ? {} : { confirm_on: values.confirm_on }),
});
