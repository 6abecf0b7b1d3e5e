import { z } from 'zod';
import { currentAccount } from '../accounts/current.ts';
import { relationId } from '../kernel/id.ts';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { write } from '../kernel/write.ts';
import type { TaskValues } from '../tasks/create.ts';
import { addAttendee, removeAttendee, type Attendee } from './attendees.ts';
import { changeSession } from './change.ts';
import { checkSession } from './check.ts';
import { createSession, type SessionValues } from './create.ts';
import { session, sessionMeeting, sessionTask } from './fields.ts';
import { lifeProcedures } from './life-api.ts';
import { findSession, sessionList } from './list.ts';
import { makeTask } from './make-task.ts';
import { localNow } from './now.ts';
import { officeOf } from './office.ts';
import { phrasesApi } from './phrases-api.ts';
import { firmPanelQuery, sessionRelations, sessionsOfMeeting } from './relations.ts';

export type { SessionWarning } from './check.ts';
export type { CorrectionLine, GuardCode, GuardLevel, LockLine, PlannedStep, SessionFinding, SessionLife, SessionStepLine } from './life-api.ts';
export type { PhraseLine } from './phrases-api.ts';
export type { FirmPanel, LastSession, PastSession, SessionMeetingLine, SessionOfMeeting, SessionRelations } from './relations.ts';

const attendee: z.ZodType<Attendee> = z.union([
  z.object({ id: z.string().min(1) }),
  z.object({ name: z.string().trim().min(1, '이름을 입력해 주세요.').max(60), position: z.string().max(60).optional(), mobile: z.string().max(40).optional() }),
]);
const side = z.enum(['firm', 'agency']);
const cell = z.string().nullable().optional();
const pair = z.object({ session: z.string(), task: z.string() });
const meetingPair = z.object({ session: z.string(), meeting: z.string() });

const newSession = z.object({
  values: valuesOf<Partial<SessionValues>>(),
  newFirm: z.object({ name: z.string().trim().min(1).max(200), address: z.string().max(500).optional() }).optional(),
  attendees: z.array(attendee).max(100).optional(),
  companions: z.array(attendee).max(100).optional(),
  tasks: z.array(z.string()).max(100).optional(),
  meetings: z.array(z.string()).max(100).optional(),
  nextAction: z.object({ what: z.string().trim().min(1, '할 일을 입력해 주세요.').max(500), due_on: cell, owner: cell }).nullable().optional(),
});

/** One-to-one coordination sessions. */
export const sessionsApi = router({
  ...recordProcedures(session, { change: changeSession }),
  ...lifeProcedures,
  phrases: phrasesApi,
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(sessionList, input)),
  find: procedure.input(z.object({ text: z.string().max(200), limit: z.number().int().max(50).optional() })).query(({ ctx, input }) =>
    ctx.app.query(findSession, { text: input.text, ...(input.limit === undefined ? {} : { limit: input.limit }) })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'session', input.ids)),
  /** The session with its firm (also a new one), people, tasks and next action: one undo step. The coordinator is the user unless given. */
  create: command.input(newSession).mutation(({ ctx, input }) => {
    const firm = input.newFirm?.name ?? labelsOf(ctx.app.read, 'organisation', input.values.organisation ? [input.values.organisation] : [])[0]?.label ?? '';
    const coordinator = input.values.coordinator ?? currentAccount(ctx.app.read)?.person ?? null;
    const values = { ...input.values, ...(coordinator === null ? {} : { coordinator }) };
    return { id: write(ctx.app.store, ctx.actor, `상담 등록: ${firm} ${input.values.visit_on ?? ''}`.trim(), (tx) => createSession(tx, { ...input, values })), action: lastAction(ctx.app.store) };
  }),
  /** 과제화. @returns the new task */
  makeTask: command.input(z.object({ id: z.string(), values: valuesOf<Partial<TaskValues>>().optional() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `과제화: ${nameOf(ctx.app.read, input.id)}`, (tx) => makeTask(tx, input.id, input.values)), action: lastAction(ctx.app.store) })),
  link: command.input(pair).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `상담–과제 연결: ${nameOf(ctx.app.read, input.session)}`, (tx) => { tx.create(sessionTask, input, relationId('session_task', input.session, input.task)); })),
  unlink: command.input(pair).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `상담–과제 연결 끊기: ${nameOf(ctx.app.read, input.session)}`, (tx) => tx.remove(sessionTask, relationId('session_task', input.session, input.task)))),
  linkMeeting: command.input(meetingPair).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `상담–회의 연결: ${nameOf(ctx.app.read, input.session)}`, (tx) => { tx.create(sessionMeeting, input, relationId('session_meeting', input.session, input.meeting)); })),
  unlinkMeeting: command.input(meetingPair).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `상담–회의 연결 끊기: ${nameOf(ctx.app.read, input.session)}`, (tx) => tx.remove(sessionMeeting, relationId('session_meeting', input.session, input.meeting)))),
  /** Sessions that belong to a meeting. */
  ofMeeting: procedure.input(z.object({ meeting: z.string() })).query(({ ctx, input }) => sessionsOfMeeting(ctx.app.read, input.meeting)),
  attend: command.input(z.object({ session: z.string(), person: attendee, side })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `상담 참석자 추가: ${nameOf(ctx.app.read, input.session)}`, (tx) => addAttendee(tx, input.session, input.person, input.side)) })),
  leave: command.input(z.object({ session: z.string(), person: z.string() })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `상담 참석자 빼기: ${nameOf(ctx.app.read, input.session)}`, (tx) => removeAttendee(tx, input.session, input.person))),
  /** Warnings about a session as it is being written. */
  check: procedure.input(z.object({ id: z.string().optional(), coordinator: cell, organisation: cell, visit_on: cell, start_at: cell, end_at: cell, contact_minutes: z.number().nullable().optional(), result: cell })).query(({ ctx, input }) => {
    const me = currentAccount(ctx.app.read);
    const coordinator = input.coordinator ?? me?.person ?? null;
    return checkSession(ctx.app.read, { ...input, coordinator }, { now: localNow(ctx.app.store.now()), office: officeOf(ctx.app.read, coordinator, me?.number ?? 0) });
  }),
  relations: procedure.input(byId).query(({ ctx, input }) => sessionRelations(ctx.app.read, input.id)),
  /** What is known of a firm while a session with it is written. */
  firm: procedure.input(z.object({ organisation: z.string(), coordinator: cell, on: z.string(), except: z.string().optional() })).query(({ ctx, input }) => ctx.app.query(firmPanelQuery, input)),
});

const nameOf = (read: Parameters<typeof labelsOf>[0], id: string): string => labelsOf(read, 'session', [id])[0]?.label ?? '';
