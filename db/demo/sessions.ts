/** Sessions of the sample, written, handed in, confirmed and sent back by those who do it. */
import { relationId } from '../kernel/id.ts';
import { createSession, type SessionValues } from '../sessions/create.ts';
import { session, sessionTask } from '../sessions/fields.ts';
import { stepSession } from '../sessions/step.ts';
import { daysAfter } from '../today/days.ts';
import { inNameOf } from './offices.ts';
import { textOf, type SampleRow } from './sample.ts';
import type { Stage } from './task-steps.ts';

/** What a session is at first; how it goes on is the steps'. */
const later = ['status', 'session_no', 'confirm_name', 'confirm_on'];

/** Writes every session as 작성중, in the order of the days, so that the log numbers run. */
export const writeSessions = ({ tx, sample, staff }: Stage): void => {
  const attendees = Map.groupBy(sample.rows('session_attendee'), (row) => textOf(row['session']));
  for (const row of sample.rows('session')) {
    const values = Object.fromEntries(Object.entries(sample.valuesOf(session, row)).filter(([name]) => !later.includes(name))) as Partial<SessionValues>;
    const people = (side: string) => (attendees.get(row.ref) ?? []).filter((one) => one['side'] === side).map((one) => ({ id: sample.id(textOf(one['person'])) }));
    sample.setId(row.ref, createSession(inNameOf(tx, staff.accountOf(textOf(row['coordinator']))), { values, attendees: people('firm'), companions: people('agency') }));
  }
};

/** Sessions that go on with a task are linked to it; those that found one already are. */
export const linkSessions = ({ tx, sample }: Stage): void => {
  for (const row of sample.rows('session_task')) {
    const [one, other] = [sample.id(textOf(row['session'])), sample.id(textOf(row['task']))];
    tx.create(sessionTask, { session: one, task: other }, relationId('session_task', one, other));
  }
};

/**
 * Takes every session to its state: handed in the day after the visit, looked at by the officer of the office a day later.
 * @param stays refs of sessions nobody has handed in
 */
export const handIn = ({ tx, sample, staff }: Stage, stays: (row: SampleRow) => boolean): void => {
  const within = (day: string): string => (day > sample.today ? sample.today : day);
  for (const row of sample.rows('session')) {
    const status = textOf(row['status']);
    if (status === 'draft' || stays(row)) continue;
    const [id, coordinator, visit] = [sample.id(row.ref), textOf(row['coordinator']), textOf(row['visit_on'])];
    const [handed, seen] = [within(daysAfter(visit, 1)), within(daysAfter(visit, 2))];
    stepSession(inNameOf(tx, staff.accountOf(coordinator), handed), id, { to: 'submitted', now: `${handed} 23:59` });
    if (status === 'submitted') continue;
    const officer = inNameOf(tx, staff.officerOf(staff.officeOfCoordinator(coordinator)), seen);
    if (status === 'returned') stepSession(officer, id, { to: 'returned', now: `${seen} 23:59`, reason: '지원 내용을 조금 더 자세히 적어 주세요.' });
    else stepSession(officer, id, { to: 'confirmed', now: `${seen} 23:59`, values: { confirm_name: textOf(row['confirm_name']), confirm_on: textOf(row['confirm_on']) } });
  }
};
