import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import type { TaskValues } from '../tasks/create.ts';
import { addAgenda, changeAgenda, makeTask, orderAgenda, type AgendaValues } from './agenda.ts';
import { chainOf, takeCarried, waitingForQuery, waitingOfQuery } from './carry.ts';
import { agendaItem } from './fields.ts';
import type { Reader } from '../kernel/reader.ts';

const generic = recordProcedures(agendaItem);
const titleOf = (read: Reader, id: string): string => labelsOf(read, 'agenda_item', [id])[0]?.label ?? '';

/** Agenda items of a meeting. */
export const agendaApi = router({
  get: generic.get,
  history: generic.history,
  add: command.input(z.object({ meeting: z.string(), values: valuesOf<Partial<AgendaValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `안건 추가: ${input.values.title ?? ''}`, (tx) => addAgenda(tx, input.meeting, input.values)) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<AgendaValues>>(), was: valuesOf<Partial<AgendaValues>>().optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `안건 수정: ${titleOf(ctx.app.read, input.id)}`, (tx) => changeAgenda(tx, input.id, input.patch, input.was));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `안건 삭제: ${titleOf(ctx.app.read, input.id)}`, (tx) => tx.remove(agendaItem, input.id));
  }),
  /** All items in their new order. */
  order: command.input(z.object({ meeting: z.string(), ids: z.array(z.string()).max(1000) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, '안건 순서 바꾸기', (tx) => orderAgenda(tx, input.meeting, input.ids));
  }),
  /** Items earlier meetings carried over and that wait for this one. */
  waiting: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(waitingOfQuery, input)),
  /** The same for a meeting that is not made yet; the first cluster is the host. */
  waitingFor: procedure.input(z.object({ cluster: z.string().nullish(), kind: z.string().nullish(), series: z.string().nullish(), date: z.iso.date() })).query(({ ctx, input }) =>
    ctx.app.query(waitingForQuery, { cluster: input.cluster ?? null, kind: input.kind ?? null, series: input.series ?? null, date: input.date })),
  /** Takes waiting items onto the agenda. */
  take: command.input(z.object({ meeting: z.string(), ids: z.array(z.string()).min(1).max(200) })).mutation(({ ctx, input }) => {
    const what = input.ids.length === 1 ? titleOf(ctx.app.read, input.ids[0] ?? '') : `${input.ids.length}건`;
    return { ids: write(ctx.app.store, ctx.actor, `이월 안건 받기: ${what}`, (tx) => takeCarried(tx, input.meeting, input.ids)) };
  }),
  /** The item through all the meetings it was carried through. */
  chain: procedure.input(byId).query(({ ctx, input }) => chainOf(ctx.app.read, input.id)),
  /** 과제화: `values` needs `lead_org`; title, date and cluster come from the item and its meeting unless given. */
  makeTask: command.input(z.object({ id: z.string(), values: valuesOf<Partial<TaskValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `과제화: ${input.values.title ?? titleOf(ctx.app.read, input.id)}`, (tx) => makeTask(tx, input.id, input.values)) })),
});
