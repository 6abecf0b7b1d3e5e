import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { Refusal } from '../errors.ts';
import { labelsOf } from '../kernel/label.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { dayOf, write, type Tx } from '../kernel/write.ts';
import { task } from '../tasks/fields.ts';
import { dueFollowUps } from './due-years.ts';
import { followOn, midCheck, output } from './fields.ts';
import { setFirstNational } from './first-national.ts';
import { refuseFollowOnBefore, refuseMidCheckOutside } from './limits.ts';
import { lineProcedures } from './line-api.ts';
import { outcomesQuery } from './of-task.ts';
import { setYears, type YearFigures } from './results.ts';

export type { DueLine, DueState, DueYear } from './due-years.ts';
export type { EarlierTask, FirstNational } from './first-national.ts';
export type { FollowOnLine, MidCheckLine, OutcomesOfTask, OutputLine } from './of-task.ts';
export type { Totals, YearFigures, YearLine } from './results.ts';

/** A task with an output is not one without. */
const forgetNoOutputs = (tx: Tx, id: string): void => {
  const row = tx.read.get<{ id: string }>('SELECT t.id FROM output o JOIN task t ON t.id = o.task AND t._del = 0 WHERE o.id = ? AND t.has_no_outputs = 1', [id]);
  if (row) tx.change(task, row.id, { has_no_outputs: 0 });
};

const year = z.number().int().min(2000).max(2100);

/** What becomes of a task (성과·사후). */
export const outcomesApi = router({
  of: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(outcomesQuery, { id: input.id, today: dayOf(ctx.app.store.now()) })),
  /** Follow-up years that wait: of the user, or with `everybody` of all. */
  due: procedure.input(z.object({ everybody: z.boolean().default(false) })).query(({ ctx, input }) =>
    ctx.app.query(dueFollowUps, { person: input.everybody ? null : (currentAccount(ctx.app.read)?.person ?? null), today: dayOf(ctx.app.store.now()) })),
  midChecks: router(lineProcedures(midCheck, refuseMidCheckOutside)),
  outputs: router(lineProcedures(output, forgetNoOutputs)),
  followOns: router(lineProcedures(followOn, refuseFollowOnBefore)),
  /** Figures of one or several years, as typed or pasted: one undo step. */
  setYears: command.input(z.object({ task: z.string(), changes: z.array(z.object({ year, patch: valuesOf<Partial<YearFigures>>(), was: valuesOf<Partial<YearFigures>>().optional() })).min(1).max(50) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `연도별 성과 입력: ${labelsOf(ctx.app.read, 'task', [input.task])[0]?.label ?? ''} ${input.changes.map((one) => one.year).join('·')}년`, (tx) => setYears(tx, input.task, input.changes))),
  /** 성과 없음 확인. @throws Refusal `invalid` while outputs are listed */
  setNoOutputs: command.input(byId.extend({ value: z.boolean() })).mutation(({ ctx, input }) => {
    const { read } = ctx.app;
    const count = read.value<number>('SELECT count(*) FROM output WHERE task = ? AND _del = 0', [input.id]) ?? 0;
    if (input.value && count > 0) throw new Refusal('invalid', `성과가 ${count}건 있습니다. 성과를 지운 뒤 ‘성과 없음’으로 확인해 주세요.`, [{ field: 'has_no_outputs', value: 1, message: `성과 ${count}건` }]);
    write(ctx.app.store, ctx.actor, `성과 없음 ${input.value ? '확인' : '확인 취소'}: ${labelsOf(read, 'task', [input.id])[0]?.label ?? ''}`, (tx) => tx.change(task, input.id, { has_no_outputs: input.value ? 1 : 0 }));
  }),
  /** The answer to 첫 국가R&D; `fillsYear` writes the firm's own year when it is empty. */
  setFirstNational: command.input(byId.extend({ value: z.enum(['yes', 'no', 'unknown']).nullable(), fillsYear: z.boolean().default(false) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `첫 국가R&D 확인: ${labelsOf(ctx.app.read, 'task', [input.id])[0]?.label ?? ''}`, (tx) => setFirstNational(tx, input.id, input.value, input.fillsYear))),
});
