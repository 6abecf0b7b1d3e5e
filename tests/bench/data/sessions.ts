/** Coordination sessions: written down on the day, confirmed some days later; few coordinators hold most of them. */
import { relationId } from '../../../db/kernel/id.ts';
import { actionItem } from '../../../db/actions/fields.ts';
import { session, sessionAttendee, sessionTask } from '../../../db/sessions/fields.ts';
import { fields } from './choices.ts';
import { adviceOf, needOf, productOf, promiseOf } from './texts.ts';
import type { Coordinator, Firm, World } from './world.ts';

export const coordinatorOf = ({ chance, coordinators }: World, hub: number): Coordinator => {
  const near = coordinators[hub] ?? [];
  const one = near[chance.skewed(near.length, 1.6)];
  if (!one) throw new Error(`no coordinator at hub ${hub}`);
  return one;
};

const slots = [['09:30', '11:00'], ['10:00', '11:40'], ['13:30', '15:00'], ['14:00', '16:10'], ['15:30', '17:00'], ['16:00', '16:40']] as const;
const modes = ['visit', 'visit', 'visit', 'visit', 'phone', 'video', 'office'] as const;
const results = ['solved', 'solved', 'ongoing', 'ongoing', 'referred', 'on-hold'] as const;

const numbers = { month: '', last: 0 };
const numberOf = (date: string): string => {
  if (numbers.month !== date.slice(0, 7)) Object.assign(numbers, { month: date.slice(0, 7), last: 0 });
  numbers.last += 1;
  return `CL-${numbers.month}-${String(numbers.last).padStart(4, '0')}`;
};

/** @returns the id of the session */
export const putSession = (world: World, firm: Firm, product: string, outcome: string | null = null): string => {
  const { bulk, chance, date } = world;
  const coordinator = coordinatorOf(world, firm.hub);
  const [start, end] = chance.pick(slots);
  const mode = chance.pick(modes);
  const result = outcome ?? chance.pick(results);
  const cluster = world.clusters[firm.cluster];
  const row = bulk.create(session, world.id(), {
    session_no: numberOf(date), visit_on: date, start_at: start, end_at: end, mode, coordinator: coordinator.id, organisation: firm.id, fields: chance.pick(fields), summary: needOf(chance, product), advice: adviceOf(chance), result, status: 'submitted',
    ...(mode === 'visit' ? { place: `${firm.name} 회의실` } : {}), ...(cluster && chance.percent(90) ? { cluster: cluster.id } : {}), ...(result === 'referred' ? { referred_to: '테크노파크' } : {}),
    ...(chance.percent(15) ? { next_visit_on: world.dateOf(world.today + chance.between(7, 60)) } : {}), ...(chance.percent(30) ? { preparation_minutes: 30 } : {}),
  });
  if (firm.task !== null && chance.percent(30)) bulk.create(sessionTask, relationId('session_task', row.id, firm.task), { session: row.id, task: firm.task });
  if (chance.percent(15)) bulk.create(sessionAttendee, relationId('session_attendee', row.id, firm.contact), { session: row.id, person: firm.contact, side: 'firm' });
  if (chance.percent(96)) world.on(world.today + chance.between(1, 20), '상담 확정', () => { bulk.change(row, { status: 'confirmed', confirm_name: firm.contactName, confirm_on: world.date }); });
  if (chance.percent(2)) world.on(world.today + chance.between(30, 400), '정정', () => { bulk.change(row, { summary: needOf(chance, product) }); });
  if (chance.percent(0.8)) {
    world.on(world.today + chance.between(21, 500), '삭제', () => {
      bulk.remove(row);
      if (chance.percent(40)) world.on(world.today + chance.between(1, 30), '복구', () => { bulk.restore(row); });
    });
  }
  if (chance.percent(6)) putPromise(world, { session: row.id, organisation: firm.id, owner: coordinator.id });
  return row.id;
};

/** A follow-up that is done in three of four cases. */
export const putPromise = (world: World, links: Readonly<Record<string, string>>): void => {
  const { bulk, chance } = world;
  const row = bulk.create(actionItem, world.id(), { what: promiseOf(chance), status: 'open', due_on: world.dateOf(world.today + chance.between(7, 60)), ...links });
  if (chance.percent(75)) world.on(world.today + chance.between(3, 80), '후속 조치', () => { bulk.change(row, { status: 'done', done_on: world.date }); });
};

export const putSessions = (world: World, count: number): void => {
  const { chance, firms } = world;
  for (let at = 0; at < count; at += 1) {
    const firm = firms[chance.skewed(firms.length, 1.3)];
    if (firm) putSession(world, firm, productOf(chance));
  }
};
