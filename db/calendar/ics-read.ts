/** Calendar files coming in: events in Korean time, those that recur spread out over a year. */
import ICAL from 'ical.js';
import { Refusal } from '../errors.ts';
import { daysAfter } from '../today/days.ts';
import { blocksOf, type IcsBlock, type IcsProblem } from './ics-lines.ts';
import type { IcsEvent } from './ics-types.ts';
import { inKorea, isKnownZone, momentOf } from './ics-zone.ts';

/** Days of a recurring event at most. */
const mostDays = 400;
const yearDays = 365;

const codeOf = (block: IcsBlock): string => block.lines.map((line) => line.text).join('\r\n');
const calendarOf = (blocks: readonly IcsBlock[]): InstanceType<typeof ICAL.Component> => ICAL.Component.fromString(`BEGIN:VCALENDAR\r\n${blocks.map((block) => `${codeOf(block)}\r\n`).join('')}END:VCALENDAR`);

const remedy = '달력에서 그 일정을 고쳐 다시 내보내 주세요. 다른 일정은 가져올 수 있습니다.';

/** Why an event cannot be read, with the line; null when it can. */
const problemOf = (block: IcsBlock): IcsProblem | null => {
  const start = block.lines.find((line) => /^DTSTART[;:]/i.test(line.text));
  if (!start) return { line: block.at, message: `시작(DTSTART)이 없는 일정입니다. ${remedy}` };
  for (const line of block.lines) {
    const [, name = '', value = ''] = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(?:;[^:]*)?:(.*)$/i.exec(line.text) ?? [];
    const wrong = name === '' ? undefined : value.trim().split(',').find((one) => !isDate(one.split('/')[0] ?? ''));
    if (wrong !== undefined) return { line: line.at, message: `“${wrong.slice(0, 30)}”: ${name.toUpperCase()}의 날짜가 아닙니다. ${remedy}` };
  }
  try {
    const event = new ICAL.Event(calendarOf([block]).getFirstSubcomponent('vevent') ?? undefined);
    if (event.isRecurring()) event.iterator().next();
    return null;
  } catch (error) {
    const rule = block.lines.find((line) => /^(RRULE|DURATION)[;:]/i.test(line.text));
    return { line: (rule ?? block).at, message: `읽을 수 없는 일정입니다(${error instanceof Error ? error.message.slice(0, 80) : '알 수 없는 까닭'}). ${remedy}` };
  }
};

const isDate = (value: string): boolean => {
  const [, year = '', month = '', day = '', hour = '00', minute = '00'] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}Z?)?$/.exec(value) ?? [];
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== '' && made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60;
};

type Time = InstanceType<typeof ICAL.Time>;
type Event = InstanceType<typeof ICAL.Event>;

/** A time in Korea, and what was done to it. `at` is null for a whole day. */
type Read = { on: string; at: string | null; note: string | null };

const isoDay = (time: Time): string => `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
const isoWall = (time: Time): string => `${isoDay(time)}T${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}:${String(time.second).padStart(2, '0')}`;

/** @param named TZID as written; what the machine knows of the name goes before what the file says of it, which programs often cut short */
const readTime = (time: Time, named: string | null, zones: ReadonlySet<string>): Read => {
  if (time.isDate) return { on: isoDay(time), at: null, note: null };
  const own = { on: isoDay(time), at: isoWall(time).slice(11, 16) };
  if (time.zone === ICAL.Timezone.utcTimezone) return { ...inKorea(time.toUnixTime() * 1000), note: null };
  if (named === null) return { ...own, note: null };
  const there = isKnownZone(named) ? inKorea(momentOf(isoWall(time), named)) : zones.has(named) ? inKorea(time.toUnixTime() * 1000) : null;
  if (there === null) return { ...own, note: `모르는 시간대(${named})라 적힌 시각을 한국 시각으로 보았습니다.` };
  return { ...there, note: there.on === own.on && there.at === own.at ? null : `${named} 시간대를 한국 시각으로 바꾸었습니다.` };
};

type Span = Pick<IcsEvent, 'on' | 'until' | 'start' | 'end'>;

/** Whole days end with the day before DTEND; an end at midnight belongs to the day before, too. */
const spanOf = (from: Read, to: Read | null): Span => {
  const wholeUntil = (day: string): string => (day > from.on ? daysAfter(day, -1) : from.on);
  if (from.at === null) return { on: from.on, until: to === null ? from.on : wholeUntil(to.on), start: null, end: null };
  if (to === null || to.at === null || (to.on === from.on && to.at === from.at)) return { on: from.on, until: from.on, start: from.at, end: null };
  if (from.at === '00:00' && to.at === '00:00' && to.on > from.on) return { on: from.on, until: wholeUntil(to.on), start: null, end: null };
  if (to.at === '00:00' && to.on === daysAfter(from.on, 1)) return { on: from.on, until: from.on, start: from.at, end: '23:59' };
  return to.on < from.on || (to.on === from.on && to.at < from.at) ? { on: from.on, until: from.on, start: from.at, end: null } : { on: from.on, until: to.on, start: from.at, end: to.at };
};

const textOf = (value: unknown, longest: number): string | null => (typeof value === 'string' && value.trim() !== '' ? value.replace(/\r\n?/g, '\n').normalize('NFC').trim().slice(0, longest) : null);

const zoneOf = (event: Event, name: string): string | null => {
  const named: unknown = event.component.getFirstProperty(name)?.getFirstParameter('tzid');
  return typeof named === 'string' ? named : null;
};

const plainOf = (event: Event, start: Time, end: Time | null, zones: ReadonlySet<string>): Span & { notes: string[] } => {
  const startZone = zoneOf(event, 'dtstart');
  const from = readTime(start, startZone, zones);
  const to = end === null ? null : readTime(end, zoneOf(event, 'dtend') ?? startZone, zones);
  return { ...spanOf(from, to), notes: [...new Set([from.note, to?.note].flatMap((note) => note ?? []))] };
};

const hasEnd = (event: Event): boolean => event.component.hasProperty('dtend') || event.component.hasProperty('duration');

const bodyOf = (event: Event, isCancelled: boolean): Pick<IcsEvent, 'uid' | 'title' | 'place' | 'note' | 'isCancelled'> => ({
  uid: textOf(event.uid, 500) ?? '', title: textOf(event.summary, 200) ?? '제목 없음', place: textOf(event.location, 200), note: textOf(event.description, 4000),
  isCancelled: isCancelled || textOf(event.component.getFirstPropertyValue('status'), 20)?.toUpperCase() === 'CANCELLED',
});

type Spread = { today: string; zones: ReadonlySet<string>; isCancelled: boolean };

/** The days of a recurring event between a year before today and a year after; of one that begins later, its first year. */
const spread = (event: Event, line: number, { today, zones, isCancelled }: Spread): IcsEvent[] => {
  const first = isoDay(event.startDate);
  const from = daysAfter(today, -yearDays);
  const to = daysAfter(first > today ? first : today, yearDays);
  const made: IcsEvent[] = [];
  const iterator = event.iterator();
  let isCut = false;
  for (let time = iterator.next(); time; time = iterator.next()) {
    const day = isoDay(time);
    if (day > to || made.length >= mostDays) { isCut = true; break; }
    if (day < from) { isCut = true; continue; }
    const one = event.getOccurrenceDetails(time);
    const { notes, ...span } = plainOf(one.item, one.startDate, hasEnd(one.item) ? one.endDate : null, zones);
    made.push({ ...bodyOf(one.item, isCancelled), uid: textOf(event.uid, 500) ?? '', ...span, occurrence: isoWall(time), line, notes: ['반복 일정의 하루', ...notes] });
  }
  return isCut ? made.map((one) => ({ ...one, notes: [`반복 일정의 하루 (${from > first ? from : first} ~ ${to}만 펼침)`, ...one.notes.slice(1)] })) : made;
};

export type IcsRead = { events: IcsEvent[]; problems: IcsProblem[]; /** 할 일 and the like, which are not taken. */ others: { name: string; count: number }[] };

/**
 * Reads a calendar file.
 * @param today days of recurring events are looked for around it
 * @throws Refusal `invalid` with the line when the file as a whole is no calendar
 */
export const readIcs = (text: string, today: string): IcsRead => {
  const { events: blocks, zones: zoneBlocks, method, problems, others } = blocksOf(text);
  const found = blocks.flatMap((block) => {
    const problem = problemOf(block);
    if (problem) problems.push(problem);
    return problem ? [] : [block];
  });
  const goodZones = zoneBlocks.filter((zone) => { try { calendarOf([zone]); return true; } catch { return false; } });
  const calendar = calendarOf([...goodZones, ...found]);
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').flatMap((zone) => textOf(zone.getFirstPropertyValue('tzid'), 200) ?? []));
  const isCancelled = method === 'CANCEL';
  const components = calendar.getAllSubcomponents('vevent');
  const masters = new Set(components.flatMap((one) => (one.hasProperty('recurrence-id') ? [] : [String(one.getFirstPropertyValue('uid'))])));
  const events = components.flatMap((component, index): IcsEvent[] => {
    const line = found[index]?.at ?? 1;
    const isException = component.hasProperty('recurrence-id');
    // A changed day of a series stands among its days; alone it is an event like any other.
    if (isException && masters.has(String(component.getFirstPropertyValue('uid')))) return [];
    try {
      const event = new ICAL.Event(component);
      if (event.isRecurring() && !isException) return spread(event, line, { today, zones, isCancelled });
      const { notes, ...span } = plainOf(event, event.startDate, hasEnd(event) ? event.endDate : null, zones);
      return [{ ...bodyOf(event, isCancelled), ...span, occurrence: isException ? isoWall(event.recurrenceId) : null, line, notes }];
    } catch (error) {
      if (error instanceof Refusal) throw error;
      problems.push({ line, message: `읽을 수 없는 일정입니다. ${remedy}` });
      return [];
    }
  });
  return { events: events.sort((a, b) => a.on.localeCompare(b.on) || (a.start ?? '').localeCompare(b.start ?? '') || a.line - b.line), problems: problems.sort((a, b) => a.line - b.line), others: [...others].map(([name, count]) => ({ name, count })) };
};
