import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import type { Reader } from '../kernel/reader.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { agendaApi } from './agenda-api.ts';
import { attendanceApi } from './attendance-api.ts';
import { costsApi } from './costs-api.ts';
import { endMeeting } from './end.ts';
import { meeting } from './fields.ts';
import { findMeeting } from './find.ts';
import { holdMeeting, removeMeeting, setClusters, settleMeeting, titleOf, type MeetingValues } from './hold.ts';
import { meetingList } from './list.ts';
import { minutesQuery } from './minutes.ts';
import { meetingRelationsQuery } from './queries.ts';
import { nextRound } from './round.ts';
import { votersOf } from './votes.ts';

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
  /** The first cluster is the host; without a title one is made of host, round and kind. `carried`: waiting items it takes up. */
  create: command.input(z.object({ values: valuesOf<Partial<MeetingValues>>(), clusters: z.array(z.string()).max(100), agenda: z.array(z.string().trim().min(1).max(200)).max(100).default([]), carried: z.array(z.string()).max(200).default([]) })).mutation(({ ctx, input }) => {
    const title = input.values.title ?? titleOf(ctx.app.read, input.values, input.clusters);
    return { id: write(ctx.app.store, ctx.actor, `회의 등록: ${title} ${input.values.start_on ?? ''}`, (tx) => holdMeeting(tx, input.values, input.clusters, input.agenda, input.carried)) };
  }),
  setClusters: command.input(z.object({ id: z.string(), clusters: z.array(z.string()).max(100) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `주관 미니클러스터 바꾸기: ${named(ctx.app.read, input.id)}`, (tx) => setClusters(tx, input.id, input.clusters));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회의 삭제: ${named(ctx.app.read, input.id)}`, (tx) => removeMeeting(tx, input.id));
  }),
  /** 회의 끝내기: what becomes of every open item; the meeting was held and its minutes are drafted. */
  end: command.input(z.object({ id: z.string(), outcomes: z.record(z.string(), z.enum(['done', 'carried', 'dropped'])), endAt: z.string().regex(/^\d{2}:\d{2}$/).nullish() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회의 끝내기: ${named(ctx.app.read, input.id)}`, (tx) => endMeeting(tx, input.id, { outcomes: input.outcomes, endAt: input.endAt ?? null }));
  }),
  /** The minutes as they would be put together now; nothing is stored. */
  minutes: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(minutesQuery, input)),
  /** Who may vote: present, proxies, head count. */
  voters: procedure.input(byId).query(({ ctx, input }) => votersOf(ctx.app.read, input.id)),
  agenda: agendaApi,
  attendance: attendanceApi,
  costs: costsApi,
});

export type { AgendaLine } from './agenda.ts';
export type { ChainStep, Waiting } from './carry.ts';
export type { CostFinding } from './cost-check.ts';
export type { CostRule } from './cost-rules.ts';
export type { CostCheck, CostRow } from './costs.ts';
export type { ClusterQuorum } from './quorum.ts';
export type { ClusterRates, MemberRate } from './rates.ts';
export type { MeetingRelations } from './relations.ts';
export type { Roster, RosterGuest, RosterMember, RosterOrganisation } from './roster.ts';
export type { Voters } from './votes.ts';
