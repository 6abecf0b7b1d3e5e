import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { meetingSeries } from '../meetings/fields.ts';
import type { MeetingValues } from '../meetings/hold.ts';
import { changeAll, type SeriesPatch } from './change.ts';
import { asRuled, cancelDay, moveDay } from './except.ts';
import { holdDay } from './hold.ts';
import { seriesLines, seriesShown, todayNow } from './list.ts';
import { makeSeries, removeSeries } from './make.ts';
import { changeMeeting, seriesOfMeeting } from './meeting-change.ts';
import { splitSeries } from './split.ts';

const generic = recordProcedures(meetingSeries);
const day = z.iso.date();
const clusters = z.array(z.string()).max(100);
const reason = z.string().max(300).nullable().default(null);
const scope = z.enum(['this', 'following', 'all']);
const onDay = byId.extend({ day });
const named = (read: Reader, id: string): string => labelsOf(read, 'meeting_series', [id])[0]?.label ?? '';

/** Series of meetings (정기 회의). */
export const seriesApi = router({
  record: generic.get,
  history: generic.history,
  restore: generic.restore,
  list: procedure.query(({ ctx }) => ctx.app.query(seriesLines, { today: todayNow(ctx.app.store.now()) })),
  get: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(seriesShown, { id: input.id, today: todayNow(ctx.app.store.now()) })),
  /** The first mini-cluster is the host. */
  create: command.input(z.object({ values: valuesOf<SeriesPatch>(), clusters })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `정기 회의 등록: ${input.values.title ?? ''}`, (tx) => makeSeries(tx, input.values, input.clusters)) })),
  /** The whole series, or all of it from `day` on: then the answer names the second series. */
  change: command.input(byId.extend({ patch: valuesOf<SeriesPatch>(), clusters: clusters.optional(), from: day.nullable().default(null) })).mutation(({ ctx, input }) => {
    const { id, patch, from } = input;
    const label = `정기 회의 수정: ${named(ctx.app.read, id)}${from === null ? '' : ` (${from}부터)`}`;
    return { id: write(ctx.app.store, ctx.actor, label, (tx) => {
      if (from !== null) return splitSeries(tx, id, from, patch, input.clusters);
      changeAll(tx, id, patch, input.clusters);
      return id;
    }) };
  }),
  /** Its meetings stay and stand alone. */
  remove: command.input(byId).mutation(({ ctx, input }) => { write(ctx.app.store, ctx.actor, `정기 회의 삭제: ${named(ctx.app.read, input.id)}`, (tx) => removeSeries(tx, input.id)); }),
  /** Makes the meeting of a day. */
  hold: command.input(onDay).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `회의 만들기: ${named(ctx.app.read, input.id)} ${input.day}`, (tx) => holdDay(tx, input.id, input.day)) })),
  move: command.input(onDay.extend({ to: day, reason })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `정기 회의 옮기기: ${named(ctx.app.read, input.id)} ${input.day} → ${input.to}`, (tx) => moveDay(tx, input.id, input.day, input.to, input.reason));
  }),
  cancel: command.input(onDay.extend({ reason })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `정기 회의 쉬기: ${named(ctx.app.read, input.id)} ${input.day}`, (tx) => cancelDay(tx, input.id, input.day, input.reason));
  }),
  /** Takes a move or a day left out back. */
  asRuled: command.input(onDay).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `정기 회의 되돌리기: ${named(ctx.app.read, input.id)} ${input.day}`, (tx) => asRuled(tx, input.id, input.day));
  }),
  /** The series of a meeting, or null. */
  ofMeeting: procedure.input(byId).query(({ ctx, input }) => seriesOfMeeting(ctx.app.read, input.id)),
  /** A meeting of a series is changed: it alone, it and what follows, or all. */
  changeMeeting: command.input(byId.extend({ patch: valuesOf<Partial<MeetingValues>>(), was: valuesOf<Partial<MeetingValues>>().optional(), scope })).mutation(({ ctx, input }) => {
    const words = { this: '회의 수정', following: '이후 회의 모두 수정', all: '정기 회의 전체 수정' } as const;
    write(ctx.app.store, ctx.actor, `${words[input.scope]}: ${labelsOf(ctx.app.read, 'meeting', [input.id])[0]?.label ?? ''}`, (tx) => changeMeeting(tx, input.id, input.patch, input.was, input.scope));
  }),
});

export type { SeriesDay } from './book.ts';
export type { SeriesPatch } from './change.ts';
export type { OfferedDay, SeriesLine, SeriesShown } from './list.ts';
export type { ChangeScope } from './meeting-change.ts';
