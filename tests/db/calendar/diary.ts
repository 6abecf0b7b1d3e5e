/** A random office with everything a calendar shows, and a reader that finds it without SQL conditions. */
import { account } from '../../../db/accounts/fields.ts';
import { actionItem } from '../../../db/actions/fields.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { write } from '../../../db/kernel/write.ts';
import { attendance, meeting, meetingCluster } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session, sessionAttendee } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { daysAfter } from '../../../db/today/days.ts';
import { tester, type TestStore } from '../../support/store.ts';

/** Mulberry32: the same numbers for the same seed. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type Diary = { people: string[]; clusters: string[]; firms: string[] };

const first = '2026-01-01';

export const putDiary = (store: TestStore, seed: number, size = 60): Diary => {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const day = (): string => daysAfter(first, Math.floor(random() * 120));
  const maybe = <T>(value: () => T): T | null => (random() < 0.5 ? value() : null);
  return write(store, tester, '달력 표본', (tx) => {
    const people = ['김', '이', '박', '최'].map((name, index) => {
      const id = tx.create(person, { name: `${name}코디` });
      if (index < 3) tx.create(account, { name: `${name}코디`, number: 100 + index, role: 'coordinator', person: id, office: index === 2 ? '창원' : '구미' });
      return id;
    });
    const clusters = ['전자부품', '기계', '소재'].map((name, index) => tx.create(miniCluster, { name: `${name} MC`, hub: '구미', kind: 'general', founded_on: '2020-01-01', manager: people[index] ?? null }));
    const firms = ['한빛정밀', '다온', '세움'].map((name) => tx.create(organisation, { name, kind: 'firm', address: '구미시 1로' }));
    const sessions = Array.from({ length: size }, () => {
      const on = day();
      const id = tx.create(session, {
        visit_on: on, start_at: '10:00', end_at: '11:00', mode: 'visit', place: '공장', coordinator: pick(people), organisation: pick(firms), cluster: maybe(() => pick(clusters)),
        next_visit_on: maybe(() => daysAfter(on, Math.floor(random() * 60))), status: 'draft',
      });
      if (random() < 0.2) { const who = pick(people); tx.create(sessionAttendee, { session: id, person: who, side: 'agency' }, relationId('session_attendee', id, who)); }
      return id;
    });
    const meetings = Array.from({ length: size }, (_, index) => {
      const on = day();
      const id = tx.create(meeting, {
        title: `회의 ${index}`, kind: 'other', start_on: on, end_on: random() < 0.3 ? daysAfter(on, Math.floor(random() * 20)) : null, start_at: maybe(() => '14:00'),
        chair: maybe(() => pick(people)), recorder: maybe(() => pick(people)), status: pick([null, 'planned', 'held', 'cancelled']),
      });
      for (const cluster of new Set([pick(clusters), pick(clusters)])) tx.create(meetingCluster, { meeting: id, cluster }, relationId('meeting_cluster', id, cluster));
      if (random() < 0.3) { const who = pick(people); tx.create(attendance, { meeting: id, person: who, kind: 'coordinator' }, relationId('attendance', id, who)); }
      return id;
    });
    const tasks = Array.from({ length: size }, (_, index) => tx.create(task, {
      title: `과제 ${index}`, status: pick(['discovered', 'in-progress', 'on-hold', 'completed']), lead_org: pick(firms), coordinator: maybe(() => pick(people)), cluster: maybe(() => pick(clusters)),
      office: pick([null, '구미', '창원']), found_on: '2025-01-01', end_on: maybe(day), review_on: maybe(day),
    }));
    for (let index = 0; index < size; index += 1) {
      tx.create(actionItem, {
        what: `할 일 ${index}`, owner: maybe(() => pick(people)), due_on: maybe(day), status: pick(['open', 'in-progress', 'done', 'cancelled']),
        session: maybe(() => pick(sessions)), meeting: maybe(() => pick(meetings)), task: maybe(() => pick(tasks)),
      });
    }
    for (const [type, ids] of [[session, sessions], [meeting, meetings], [task, tasks]] as const) for (const id of ids) if (random() < 0.05) tx.remove(type, id);
    return { people, clusters, firms };
  });
};

type Row = Record<string, string | number | null>;

/** Every key of the calendar by plain loops over plain rows. */
export const naiveKeys = (store: TestStore, { from, to, whose, person: me, office, cluster }: { from: string; to: string; whose: string; person: string; office: string; cluster: string }): string[] => {
  const rows = (table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table}`).filter((row) => row['_del'] === 0);
  const within = (value: unknown): boolean => typeof value === 'string' && value >= from && value <= to;
  const [attendees, companions, hosts, clusters, accounts] = [rows('attendance'), rows('session_attendee'), rows('meeting_cluster'), rows('mini_cluster'), rows('account')];
  const officeOfPerson = (id: unknown): unknown => accounts.find((one) => one['person'] === id && id !== null && one['office'] !== null)?.['office'] ?? office;
  const hostsOf = (id: unknown): unknown[] => hosts.filter((one) => one['meeting'] === id).map((one) => one['cluster']);
  const [sessions, meetings, tasks] = [store.read.all<Row>('SELECT * FROM session'), rows('meeting'), store.read.all<Row>('SELECT * FROM task')];
  const ours: Record<string, (row: Row) => boolean> = {
    session: (row) => (whose === 'mine' ? row['coordinator'] === me || companions.some((one) => one['session'] === row['id'] && one['person'] === me) : whose === 'office' ? officeOfPerson(row['coordinator']) === office : row['cluster'] === cluster),
    meeting: (row) => (whose === 'mine' ? row['chair'] === me || row['recorder'] === me || attendees.some((one) => one['meeting'] === row['id'] && one['person'] === me) || hostsOf(row['id']).some((id) => clusters.find((one) => one['id'] === id)?.['manager'] === me)
      : whose === 'office' ? officeOfPerson(row['recorder'] ?? row['chair']) === office : hostsOf(row['id']).includes(cluster)),
    task: (row) => (whose === 'mine' ? row['coordinator'] === me : whose === 'office' ? (row['office'] ?? officeOfPerson(row['coordinator'])) === office : row['cluster'] === cluster),
    action: (row) => (whose === 'mine' ? row['owner'] === me : whose === 'office' ? officeOfPerson(row['owner']) === office
      : hostsOf(row['meeting']).includes(cluster) || sessions.find((one) => one['id'] === row['session'])?.['cluster'] === cluster || tasks.find((one) => one['id'] === row['task'])?.['cluster'] === cluster),
  };
  const is = (kind: string, row: Row): boolean => ours[kind]?.(row) ?? false;

  return [
    ...sessions.filter((row) => row['_del'] === 0 && within(row['visit_on']) && is('session', row)).map((row) => `session:${row['id']}`),
    ...sessions.filter((row) => row['_del'] === 0 && within(row['next_visit_on']) && is('session', row)).map((row) => `visit:${row['id']}`),
    ...meetings.filter((row) => String(row['start_on']) <= to && String(row['end_on'] ?? row['start_on']) >= from && is('meeting', row)).map((row) => `meeting:${row['id']}`),
    ...rows('action_item').filter((row) => within(row['due_on']) && row['status'] !== 'cancelled' && is('action', row)).map((row) => `action:${row['id']}`),
    ...tasks.filter((row) => row['_del'] === 0 && within(row['end_on']) && row['status'] !== 'completed' && is('task', row)).map((row) => `task-end:${row['id']}`),
    ...tasks.filter((row) => row['_del'] === 0 && within(row['review_on']) && row['status'] === 'on-hold' && is('task', row)).map((row) => `review:${row['id']}`),
  ].sort();
};
