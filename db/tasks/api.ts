import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { labelOf } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { refuseWorkflow } from '../kernel/change-many.ts';
import { createMany } from '../kernel/create-many.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { dayOf, write } from '../kernel/write.ts';
import { checkFirstNational } from '../outcomes/first-national.ts';
import { organisation } from '../organisations/fields.ts';
import { organisationNamed } from '../organisations/by-name.ts';
import { changeTask } from './change.ts';
import { createTask, type TaskValues } from './create.ts';
import { factsOf, taskValuesOf } from './facts.ts';
import { task } from './fields.ts';
import { findTask, taskList } from './list.ts';
import { moveTask, moveTasks } from './move.ts';
import { sharedMovesQuery } from './moves.ts';
import { participantsApi } from './participants.ts';
import { stepsOf, taskRelationsQuery } from './relations.ts';

export type { Missing, Move, SharedMove } from './moves.ts';
export type { TaskRelations, TaskStepLine } from './relations.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '날짜를 2026-11-22처럼 입력해 주세요.');

/** Difficulty tasks with their participants and their way through the states. */
export const tasksApi = router({
  ...recordProcedures(task, {
    change: changeTask,
    afterChange: checkFirstNational,
  }),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(taskList, input)),
  find: procedure.input(z.object({ text: z.string().max(200), limit: z.number().int().max(50).optional() })).query(({ ctx, input }) =>
    ctx.app.query(findTask, { text: input.text, ...(input.limit === undefined ? {} : { limit: input.limit }) })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'task', input.ids)),
  /** Makes a task, with its firm when that is new too: one undo step. */
  create: command.input(z.object({ values: valuesOf<Partial<TaskValues>>(), newFirm: z.object({ name: z.string().trim().min(1).max(200) }).optional() })).mutation(({ ctx, input }) => {
    const { values, newFirm } = input;
    const id = write(ctx.app.store, ctx.actor, `애로과제 등록: ${values.title ?? ''}`, (tx) =>
      createTask(tx, newFirm && !values.lead_org ? { ...values, lead_org: tx.create(organisation, { name: newFirm.name, kind: 'firm' }) } : values));
    return { id, action: lastAction(ctx.app.store) };
  }),
  /** Rows pasted below the end of the list: one undo step; all of them, or none and the refused cells named. */
  createMany: command.input(z.object({ rows: z.array(z.object({ values: valuesOf<Partial<TaskValues>>(), leadOrgName: z.string().max(200) })).min(1).max(5000) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `애로과제 ${input.rows.length}건 붙여넣어 등록`, (tx) => createMany(input.rows, ({ values, leadOrgName }) => {
      refuseWorkflow(task, values);
      return createTask(tx, { ...values, lead_org: organisationNamed(tx.read, leadOrgName, 'lead_org_name') });
    }))),
  /** The moves that all of the tasks (one, or the first hundred of many) can make now, each with what is missing. */
  moves: procedure.input(z.union([byId, z.object({ ids: z.array(z.string()).min(1).max(2000) })])).query(({ ctx, input }) =>
    ctx.app.query(sharedMovesQuery, { ids: 'id' in input ? [input.id] : input.ids.slice(0, 100), on: dayOf(ctx.app.store.now()), by: currentAccount(ctx.app.read)?.number ?? 0 })),
  /** States the program year of a task does not use. */
  statesOff: procedure.input(byId).query(({ ctx, input }) => factsOf(ctx.app.read, input.id, taskValuesOf(ctx.app.read, input.id), { on: dayOf(ctx.app.store.now()), reason: null }).period.states_off),
  /** Moves one or several tasks to a state, in one undo step: all, or none and each that cannot be moved is named. */
  move: command.input(z.object({
    ids: z.array(z.string()).min(1).max(2000), to: z.string(), on: day, reason: z.string().max(2000).nullable().optional(), values: valuesOf<Partial<TaskValues>>().optional(),
  })).mutation(({ ctx, input }) => {
    const [only] = input.ids;
    const name = input.ids.length === 1 ? (labelsOf(ctx.app.read, 'task', input.ids)[0]?.label ?? '') : `${input.ids.length}건`;
    write(ctx.app.store, ctx.actor, `과제 상태 → ${labelOf(task.fields.status, input.to)}: ${name}`, (tx) => {
      if (input.ids.length === 1 && only !== undefined) moveTask(tx, only, input);
      else moveTasks(tx, input.ids, input);
    });
    return { action: lastAction(ctx.app.store) };
  }),
  relations: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(taskRelationsQuery, input)),
  steps: procedure.input(byId).query(({ ctx, input }) => stepsOf(ctx.app.read, input.id)),
  participants: participantsApi,
});
