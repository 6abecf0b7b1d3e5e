import { z } from 'zod';
import type { Application } from '../application.ts';
import { currentAccount } from '../accounts/current.ts';
import { Refusal } from '../errors.ts';
import { serveFiles } from '../files.ts';
import { decode, detectEncoding } from '../imports/decode.ts';
import type { Reader } from '../kernel/reader.ts';
import { command, procedure, router } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { dayOf, write } from '../kernel/write.ts';
import { checkSession } from '../sessions/check.ts';
import { localNow } from '../sessions/now.ts';
import { officeOf } from '../sessions/office.ts';
import type { Asking, CalendarEntry } from './calendar-types.ts';
import { calendarKinds, calendarScopes, kindWord, type CalendarKind } from './choices.ts';
import { calendarQuery } from './entries.ts';
import { icsPreview } from './ics-judge.ts';
import { takeIn } from './ics-take.ts';
import { writeIcs } from './ics-write.ts';
import { moveEntry } from './move.ts';

export type { CalendarEntry, CalendarMove, CalendarRequest } from './calendar-types.ts';
export type { IcsAs, IcsEvent, IcsPreview, IcsProblem, IcsProposal } from './ics-types.ts';

const day = z.iso.date();
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).nullable();
const kind = z.enum(calendarKinds.map((one) => one.code) as [CalendarKind, ...CalendarKind[]]);
const range = z.object({ from: day, to: day, whose: z.enum(calendarScopes.map((one) => one.code) as ['mine', 'office', 'cluster']), cluster: z.string().nullable() });
const event = z.object({
  uid: z.string().max(500), occurrence: z.string().nullable(), title: z.string().min(1).max(200), on: day, until: day, start: hour, end: hour,
  place: z.string().max(200).nullable(), note: z.string().max(4000).nullable(), isCancelled: z.boolean(), line: z.number(), notes: z.array(z.string()),
});

const askingOf = (app: Application): Asking => {
  const me = currentAccount(app.read);
  return { person: me?.person ?? null, office: me?.office ?? null, today: dayOf(app.store.now()) };
};

/** What a look at the moved session finds; nothing stops it while it is being written. */
const warningsOf = (read: Reader, id: string, number: number, now: number): string[] => {
  const row = read.get<{ coordinator: string | null; organisation: string | null; visit_on: string; start_at: string | null; end_at: string | null }>('SELECT coordinator, organisation, visit_on, start_at, end_at FROM session WHERE id = ?', [id]);
  return row ? checkSession(read, { id, ...row }, { now: localNow(now), office: officeOf(read, row.coordinator, number) }).flatMap(({ kind: what, message }) => (what === 'no-task' || what === 'open-task' ? [] : [message])) : [];
};

/** The calendar: sessions, meetings and what is due, by day; moved by hand; out to other calendars and in from them. */
export const calendarApi = router({
  range: procedure.input(range).query(({ ctx, input }) => ctx.app.query(calendarQuery, { ...input, asking: askingOf(ctx.app) })),
  /** @returns the action to take back, and what there is to know about a moved session */
  move: command.input(z.object({ kind, id: z.string().min(1), day: day.optional(), title: z.string().max(500), on: day, start: hour.optional(), end: hour.optional(), was: z.object({ on: day, start: hour, end: hour }) })).mutation(({ ctx, input: { title, ...move } }) => {
    write(ctx.app.store, ctx.actor, `일정 옮기기: ${title} ${move.was.on}${move.was.on === move.on ? '' : ` → ${move.on}`}${move.start ? ` ${move.start}` : ''}`, (tx) => moveEntry(tx, move));
    return { action: lastAction(ctx.app.store), warnings: move.kind === 'session' ? warningsOf(ctx.app.read, move.id, ctx.actor.number, ctx.app.store.now()) : [] };
  }),
  /** Reads a calendar file (base64) and says what each event could become. Nothing is written. */
  preview: procedure.input(z.object({ name: z.string().min(1).max(300), base64: z.base64() })).mutation(({ ctx, input }) => {
    const bytes = Buffer.from(input.base64, 'base64');
    const encoding = detectEncoding(bytes);
    return ctx.app.query(icsPreview, { text: decode(bytes, encoding ?? 'utf-8').text, today: dayOf(ctx.app.store.now()) });
  }),
  /** Takes decided events in: one undo step. */
  takeIn: command.input(z.object({ name: z.string().min(1).max(300), decisions: z.array(z.object({ event, as: z.enum(['meeting', 'session', 'move']), cluster: z.string().nullable(), organisation: z.string().nullable() })).min(1).max(5000) })).mutation(({ ctx, input }) => {
    const coordinator = currentAccount(ctx.app.read)?.person ?? null;
    const count = (as: string): number => input.decisions.filter((one) => one.as === as).length;
    const words = [['meeting', '회의'], ['session', '상담'], ['move', '옮김']].flatMap(([as = '', word = '']) => (count(as) > 0 ? [`${word} ${count(as)}건`] : [])).join(', ');
    const ids = write(ctx.app.store, ctx.actor, `일정 가져오기: ${input.name} (${words})`, (tx) => takeIn(tx, input.decisions, coordinator));
    return { ids, action: lastAction(ctx.app.store) };
  }),
});

const icsType = 'text/calendar; charset=utf-8';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One record, wherever it lies and whoever's it is. */
const oneEntry = async (app: Application, what: 'meeting' | 'session', id: string): Promise<CalendarEntry> => {
  const on = app.read.value<string>(`SELECT ${what === 'meeting' ? 'start_on' : 'visit_on'} FROM ${what} WHERE id = ? AND _del = 0`, [id]);
  const asking = { ...askingOf(app), person: null, office: null };
  const found = on === undefined ? undefined : (await app.query(calendarQuery, { from: on, to: on, whose: 'office', cluster: null, kinds: [what], asking })).find((one) => one.id === id);
  if (!found) throw new Refusal('not-found', '일정을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return found;
};

const fileName = (title: string): string => `${title.replace(/[\\/:*?"<>|\s]+/gu, '_').slice(0, 80)}.ics`;

// `/files/calendar/meeting.<id>.ics`, `/files/calendar/session.<id>.ics`, `/files/calendar/range.ics?from=&to=&whose=&cluster=&kinds=`
serveFiles('calendar', async (app, id, given) => {
  const now = app.store.now();
  const [, what, one = ''] = /^(meeting|session)\.(.+)\.ics$/.exec(id) ?? [];
  if (what === 'meeting' || what === 'session') {
    const entry = await oneEntry(app, what, one);
    return { name: fileName(`${entry.on}_${entry.title}`), type: icsType, body: bytesOf(writeIcs([entry], { name: entry.title, now })) };
  }
  if (id !== 'range.ics') throw new Refusal('not-found', '없는 파일입니다.');
  const asked = range.extend({ kinds: z.array(kind) }).safeParse({ from: given.get('from'), to: given.get('to'), whose: given.get('whose'), cluster: given.get('cluster'), kinds: given.get('kinds')?.split(',').filter(Boolean) ?? calendarKinds.map((item) => item.code) });
  if (!asked.success) throw new Refusal('invalid', '기간이나 조건이 맞지 않습니다. 일정 화면에서 다시 내보내 주세요.');
  const entries = await app.query(calendarQuery, { ...asked.data, asking: askingOf(app) });
  const name = asked.data.kinds.length === 1 ? kindWord(asked.data.kinds[0] ?? 'meeting') : '일정';
  return { name: fileName(`${name}_${asked.data.from}_${asked.data.to}`), type: icsType, body: bytesOf(writeIcs(entries, { name: `클러스터데스크 ${name}`, now })) };
});
