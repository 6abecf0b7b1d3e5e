import { idsOf } from '../../support/ids-of.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingFactsSql, ownMeetingsSql, ownSessionsSql, sessionFactsSql, taskFactsSql } from '../../../db/rounds/activity-facts.ts';
import { activityRecords, monthAfter, readActivity, type ActivityInput } from '../../../db/rounds/activity.ts';
import { entryGuard, session } from '../../../db/sessions/fields.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { forSeeds } from '../../property/seeds.ts';
import { meet, openRounds, openTask, today, visit, type RoundWorld } from './round-world.ts';

let world: RoundWorld;
beforeEach(() => { world = openRounds(); });
afterEach(() => world.store.dispose());

const whole = (more: Partial<ActivityInput> = {}): ActivityInput => ({ month: '2026-11', coordinator: null, compare: 'none', by: 7, today, ...more });
const firm = (index: number): string => world.firms[index % world.firms.length] ?? '';

/** The numbers of a row by code. */
const numbers = (row: string, more: Partial<ActivityInput> = {}): Record<string, number | null> => {
  const table = readActivity(world.store.read, whole(more));
  const at = table.rows.findIndex(({ key }) => key === row);
  return Object.fromEntries(table.columns.map(({ key }, index) => [key, table.cells[at]?.[index]?.value ?? null]));
};
const recordsOf = (cell: string, more: Partial<ActivityInput> = {}): string[] => idsOf(world.store.read, activityRecords.run(world.store.read, { ...whole(more), cell }, { versions: {} }));

test('a month of a coordinator, and the records behind each number', () => {
  const made = world.do((tx) => {
    const first = visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: '2026-11-02', start_at: '09:00', end_at: '14:00', status: 'confirmed' });
    const second = visit(tx, { organisation: firm(1), coordinator: world.kim, visit_on: '2026-11-02', start_at: '14:00', end_at: '18:30', status: 'confirmed' });
    const call = visit(tx, { organisation: firm(1), coordinator: world.kim, visit_on: '2026-11-03', contact_minutes: 20, mode: 'phone' });
    visit(tx, { organisation: firm(1), coordinator: world.kim, visit_on: '2026-10-31', contact_minutes: 60 });
    const found = openTask(tx, { lead_org: firm(0), title: '도금', found_on: '2026-11-05', source_session: first, coordinator: world.lee });
    const held = meet(tx, { title: '세미나', start_on: '2026-11-10' }, [world.kim, world.lee]);
    meet(tx, { title: '취소된 모임', start_on: '2026-11-11', status: 'cancelled' }, [world.kim]);
    meet(tx, { title: '앞으로의 모임', start_on: '2026-11-29' }, [world.kim]);
    return { first, second, call, found, held };
  });
  // Of the 570 confirmed minutes of 2 November 480 are paid.
  expect(numbers(world.kim)).toEqual({ sessions: 3, visits: 2, hours: 9.8, firms: 2, found: 1, made: 33.3, meetings: 1, paid: 8 });
  expect(numbers(world.lee)).toMatchObject({ sessions: 0, found: 0, made: null, meetings: 1 });
  expect(recordsOf(`${world.kim}~paid`)).toEqual([made.first, made.second].sort());
  expect(recordsOf(`${world.kim}~visits`)).toEqual([made.first, made.second].sort());
  expect(recordsOf(`${world.kim}~found`)).toEqual([made.found]);
  expect(recordsOf(`total~meetings`)).toEqual([made.held]);
  expect(() => recordsOf('nobody~paid')).toThrow(/새로 고친/);
});

test('the limit of a day is that of the coordinator’s office, and none when its rule is off', () => {
  world.do((tx) => {
    for (const coordinator of [world.kim, world.lee]) visit(tx, { organisation: firm(0), coordinator, visit_on: '2026-11-02', contact_minutes: 600, status: 'confirmed' });
    tx.create(entryGuard, { office: '안산지사', guard: 'day-hours', level: 'block', amount: 240 }, relationId('entry_guard', '안산지사', 'day-hours'));
    tx.create(entryGuard, { office: '창원지사', guard: 'day-hours', level: 'off', amount: null }, relationId('entry_guard', '창원지사', 'day-hours'));
  });
  expect([numbers(world.kim)['paid'], numbers(world.lee)['paid'], numbers('total')['paid']]).toEqual([4, 10, 14]);
});

test('months compared: the month before, a year ago, and twelve months of one coordinator', () => {
  world.do((tx) => {
    for (const day of ['2026-11-02', '2026-11-03', '2026-10-05', '2025-11-07']) visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: day, contact_minutes: 60 });
    visit(tx, { organisation: firm(0), coordinator: world.lee, visit_on: '2026-10-05', contact_minutes: 30 });
  });
  expect(numbers(world.kim, { compare: 'before' })).toMatchObject({ sessions: 2, 'sessions-change': 1, 'firms-change': 0, 'hours-change': 1 });
  expect(numbers(world.lee, { compare: 'before' })).toMatchObject({ sessions: 0, 'sessions-change': -1, 'hours-change': -0.5 });
  expect(numbers(world.kim, { compare: 'year-ago' })).toMatchObject({ 'sessions-change': 1 });
  const own = readActivity(world.store.read, whole({ coordinator: world.kim }));
  expect(own.rows.map(({ key }) => key)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', 'total']);
  expect(numbers('total', { coordinator: world.kim })).toMatchObject({ sessions: 3, firms: 1 });
  expect([monthAfter('2026-01', -1), monthAfter('2025-12', 1), monthAfter('2026-11', -12)]).toEqual(['2025-12', '2026-01', '2025-11']);
});

test('the reads go by the index of their day', () => {
  const plan = (sql: string, names: readonly string[]): string => world.store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, Object.fromEntries(names.map((name) => [name, today]))).map(({ detail }) => detail).join('\n');
  expect(plan(sessionFactsSql, ['from', 'until'])).toMatch(/SEARCH s USING INDEX session_visit_on/);
  expect(plan(ownSessionsSql, ['from', 'until', 'person'])).toMatch(/SEARCH s USING INDEX session_coordinator_visit_on \(coordinator=\? AND visit_on>\? AND visit_on<\?\)/);
  expect(plan(ownMeetingsSql, ['from', 'until', 'today', 'person'])).toMatch(/SEARCH a USING INDEX attendance_person/);
  expect(plan(taskFactsSql, ['from', 'until'])).toMatch(/SEARCH t USING INDEX task_found_on/);
  expect(plan(meetingFactsSql, ['from', 'until', 'today'])).toMatch(/SEARCH g USING INDEX meeting_start_on/);
});

/** Small generator of numbers, the same for a seed. */
const dice = (seed: number) => {
  let state = seed >>> 0;
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
};

type Plain = { who: string; firm: string; day: string; minutes: number; mode: string; status: string; hasTask: boolean };

test('every number equals a recount by plain loops', () => {
  forSeeds('activity equals a naive recount', 6, (seed) => {
    const own = openRounds();
    const roll = dice(seed);
    const pick = <T>(of: readonly [T, ...T[]]): T => of[roll(of.length)] ?? of[0];
    const [sessions, tasks, meetings]: [Plain[], { who: string; day: string }[], { who: string[]; day: string; counts: boolean }[]] = [[], [], []];
    own.do((tx) => {
      for (let index = 0; index < 60; index += 1) {
        const one: Plain = {
          who: pick([own.kim, own.lee]), firm: own.firms[roll(3)] ?? '', day: `2026-${pick(['10', '11'])}-${String(1 + roll(22)).padStart(2, '0')}`,
          minutes: roll(300), mode: pick(['visit', 'phone', 'office']), status: pick(['draft', 'submitted', 'confirmed', 'confirmed']), hasTask: roll(4) === 0,
        };
        const id = visit(tx, { coordinator: one.who, organisation: one.firm, visit_on: one.day, contact_minutes: one.minutes, mode: one.mode, status: one.status });
        if (roll(8) === 0) { tx.remove(session, id); continue; }
        sessions.push(one);
        if (!one.hasTask) continue;
        const day = `2026-${pick(['10', '11'])}-${String(1 + roll(22)).padStart(2, '0')}`;
        openTask(tx, { lead_org: one.firm, title: `과제 ${index}`, found_on: day, source_session: id, coordinator: pick([own.kim, own.lee]) });
        tasks.push({ who: one.who, day });
      }
      for (let index = 0; index < 12; index += 1) {
        const who = [own.kim, own.lee].filter(() => roll(2) === 0);
        const [day, status] = [`2026-${pick(['10', '11'])}-${String(1 + roll(28)).padStart(2, '0')}`, pick([null, 'held', 'cancelled', 'planned'])];
        meet(tx, { title: `모임 ${index}`, start_on: day, status }, who);
        meetings.push({ who, day, counts: status === 'held' || (status === null && day < today) });
      }
    });
    const table = readActivity(own.store.read, whole());
    for (const people of [[own.kim], [own.lee], [own.kim, own.lee]]) {
      const row = table.rows.findIndex(({ key }) => key === (people.length === 2 ? 'total' : people[0]));
      const mine = sessions.filter(({ who, day }) => people.includes(who) && day.startsWith('2026-11'));
      let minutes = 0;
      let paid = 0;
      for (const { minutes: some } of mine) minutes += some;
      for (const who of people) {
        for (let day = 1; day <= 31; day += 1) {
          let sum = 0;
          for (const one of mine) if (one.who === who && Number(one.day.slice(8)) === day && one.status === 'confirmed') sum += one.minutes;
          paid += sum > 480 ? 480 : sum;
        }
      }
      const made = mine.filter(({ hasTask }) => hasTask).length;
      const expected = [
        mine.length, mine.filter(({ mode }) => mode === 'visit').length, Math.round(minutes / 6) / 10, new Set(mine.map((one) => one.firm)).size,
        tasks.filter(({ who, day }) => people.includes(who) && day.startsWith('2026-11')).length, mine.length === 0 ? null : Math.round((made * 1000) / mine.length) / 10,
        meetings.filter(({ day, counts }) => counts && day.startsWith('2026-11')).flatMap(({ who }) => who.filter((one) => people.includes(one))).length, Math.round(paid / 6) / 10,
      ];
      expect(row).toBeGreaterThanOrEqual(0);
      expect(table.cells[row]?.map(({ value }) => value)).toEqual(expected);
    }
    own.store.dispose();
  });
}, 60_000);
