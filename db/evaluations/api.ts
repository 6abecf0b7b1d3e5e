import { z } from 'zod';
import type { Values } from '../kernel/field.ts';
import { findInput } from '../kernel/find.ts';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import type { Reader } from '../kernel/reader.ts';
import { waitingTasksQuery } from './agenda.ts';
import { agendaApi } from './agenda-api.ts';
import { decisionApi } from './decision-api.ts';
import { committee } from './fields.ts';
import { closeMeeting, holdMeeting, removeMeeting, reopenMeeting, settleChange } from './hold.ts';
import { committeeList, findCommittee } from './list.ts';
import { membersApi } from './members-api.ts';
import { evaluationsOfTask } from './of-task.ts';
import { scoresApi } from './scores-api.ts';
import { sheetQuery } from './sheet.ts';

export type { Conflict } from './conflict.ts';
export type { Decision } from './decide.ts';
export type { WaitingTask } from './agenda.ts';
export type { TaskEvaluations, TaskMeeting, TaskScore } from './of-task.ts';
export type { Sheet, SheetEvaluator, SheetScore, SheetTask, Statistics } from './sheet.ts';

const generic = recordProcedures(committee, { afterChange: settleChange });
const named = (read: Reader, id: string): string => labelsOf(read, 'committee', [id])[0]?.label ?? '';

/** Evaluation meetings (평가회의), and small tasks decided by a lead coordinator. */
export const evaluationsApi = router({
  get: generic.get,
  history: generic.history,
  change: generic.change,
  changeMany: generic.changeMany,
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(committeeList, input)),
  find: procedure.input(findInput).query(({ ctx, input }) => ctx.app.query(findCommittee, { text: input.text, limit: input.limit })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'committee', input.ids)),
  /** Everything of one meeting. */
  open: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(sheetQuery, input)),
  /** Tasks that can still come before a meeting. */
  waiting: procedure.input(z.object({ committee: z.string() })).query(({ ctx, input }) => ctx.app.query(waitingTasksQuery, input)),
  /** Every meeting a task was before, and the lead coordinator's decision. */
  ofTask: procedure.input(byId).query(({ ctx, input }) => evaluationsOfTask(ctx.app.read, input.id)),
  create: command.input(z.object({ values: valuesOf<Partial<Values<typeof committee.fields>>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `평가회의 등록: ${input.values.name ?? ''} ${input.values.held_on ?? ''}`, (tx) => holdMeeting(tx, input.values)) })),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `평가회의 삭제: ${named(ctx.app.read, input.id)}`, (tx) => removeMeeting(tx, input.id));
  }),
  close: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `평가회의 마감: ${named(ctx.app.read, input.id)}`, (tx) => closeMeeting(tx, input.id));
  }),
  /** Takes the closing back; the reason stands in the list of recent actions and in the audit. */
  reopen: command.input(byId.extend({ reason: z.string().trim().min(1, '마감을 푸는 까닭을 적어 주세요.').max(200) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `평가회의 마감 풀기: ${named(ctx.app.read, input.id)} (${input.reason})`, (tx) => reopenMeeting(tx, input.id));
  }),
  tasks: agendaApi,
  evaluators: membersApi,
  scores: scoresApi,
  ...decisionApi,
});
