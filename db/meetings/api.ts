import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import type { Reader } from '../kernel/reader.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { agendaApi } from './agenda-api.ts';
import { attendanceApi } from './attendance-api.ts';
import { meeting } from './fields.ts';
import { findMeeting } from './find.ts';
import { holdMeeting, removeMeeting, setClusters, settleMeeting, titleOf, type MeetingValues } from './hold.ts';
import { meetingList } from './list.ts';
import { meetingRelationsQuery } from './queries.ts';
import { nextRound } from './round.ts';

const generic = recordProcedures(meeting, { afterChange: settleMeeting });
const named = (read: Reader, id: string): string => labelsOf(read, 'meeting', [id])[0]?.label ?? '';

/** Mini-cluster meetings with agenda and attendance. */
export const meetingsApi = router({
  get: generic.get,
  history: generic.history,
  change: generic.change,
  changeMany: generic.changeMany,
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(meetingList, input)),
  find: procedure.input(z.object({ text: z.string().max(200), limit: z.number().int().max(50).optional() })).query(({ ctx, input }) =>
    ctx.app.query(findMeeting, { text: input.text, ...(input.limit === undefined ? {} : { limit: input.limit }) })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'meeting', input.ids)),
  relations: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(meetingRelationsQuery, input)),
  /** The next free round of the host for that kind and year, and the title a meeting would get. */
  proposal: procedure.input(z.object({ clusters: z.array(z.string()).max(100), kind: z.string(), date: z.iso.date() })).query(({ ctx, input }) => {
    const [host] = input.clusters;
    const round = host === undefined ? null : nextRound(ctx.app.read, host, input.kind, input.date.slice(0, 4));
    return { round, title: titleOf(ctx.app.read, { kind: input.kind, round }, input.clusters) };
  }),
  /** The first cluster is the host; without a title one is made of host, round and kind. */
  create: command.input(z.object({ values: valuesOf<Partial<MeetingValues>>(), clusters: z.array(z.string()).max(100), agenda: z.array(z.string().trim().min(1).max(200)).max(100).default([]) })).mutation(({ ctx, input }) => {
    const title = input.values.title ?? titleOf(ctx.app.read, input.values, input.clusters);
    return { id: write(ctx.app.store, ctx.actor, `회의 등록: ${title} ${input.values.start_on ?? ''}`, (tx) => holdMeeting(tx, input.values, input.clusters, input.agenda)) };
  }),
  setClusters: command.input(z.object({ id: z.string(), clusters: z.array(z.string()).max(100) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `주관 미니클러스터 바꾸기: ${named(ctx.app.read, input.id)}`, (tx) => setClusters(tx, input.id, input.clusters));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회의 삭제: ${named(ctx.app.read, input.id)}`, (tx) => removeMeeting(tx, input.id));
  }),
  agenda: agendaApi,
  attendance: attendanceApi,
});

export type { AgendaLine } from './agenda.ts';
export type { MeetingRelations } from './relations.ts';
export type { Roster, RosterGuest, RosterMember, RosterOrganisation } from './roster.ts';
