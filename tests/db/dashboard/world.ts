/** Random tasks of random firms around every edge the cards have, and the raw rows for a recount. */
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { participant, task, taskStep } from '../../../db/tasks/fields.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { session } from '../../../db/sessions/fields.ts';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import { randomOf } from '../work/random-work.ts';
import { tester } from '../../support/store.ts';

export type Row = Readonly<Record<string, string | number | null>> & { readonly id: string };

const provinces = ['경상남도', '경남', '강원도', '강원특별자치도', '전라북도', '세종특별자치시', '어딘가', null];
const types = ['product-commercial', 'undecided', 'office-own', null];
const offices = ['창원', '구미', null];

/** Fills a store with a decade; a tenth of everything is removed again, a third of that restored. */
export const putWorld = (store: Store, seed: number, size = 90): void => {
  const random = randomOf(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const one = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const dayOf = (year: number): string => `${year}-${one(['01-01', '02-28', '03-31', '04-01', '06-15', '11-30', '12-31'])}`;
  const after = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const gone: [typeof task | typeof participant | typeof session | typeof membership, string][] = [];
  write(store, tester, '준비', (tx) => {
    const people = Array.from({ length: 5 }, (_, index) => tx.create(person, { name: `코디 ${index}`, roles: 'coordinator' }));
    const firms = Array.from({ length: 15 }, (_, index) => tx.create(organisation, { name: `기업 ${index}`, kind: 'firm', province: one(provinces) }));
    // Two records of one body.
    const twin = tx.create(organisation, { name: '기업 0', kind: 'firm', province: one(provinces), merged_into: firms[0] ?? null });
    const bodies = [...firms, twin];
    const clusters = Array.from({ length: 4 }, (_, index) => tx.create(miniCluster, { name: `MC ${index}`, hub: one(['창원', '남동']), kind: 'general', founded_on: '2008-01-01', dissolved_on: index === 3 ? '2010-06-30' : null }));
    for (const cluster of clusters) {
      for (const body of bodies) {
        if (random() > 0.6) continue;
        const joined = dayOf(2008 + upTo(4));
        const id = tx.create(membership, { cluster, organisation: body, kind: 'firm', joined_on: joined, left_on: random() < 0.2 ? after(joined, upTo(900)) : null });
        if (random() < 0.1) gone.push([membership, id]);
      }
    }
    for (let index = 0; index < size; index += 1) {
      const found = dayOf(2007 + upTo(6));
      const decided = random() < 0.3 ? null : after(found, one([0, 1, 7, 8, 14, 15, 30, 31, 60, 61, 90, 91, 180, 181, 365, 366, 900]));
      const done = random() < 0.5 ? null : after(decided ?? found, one([0, 7, 30, 200, 400, 1000]));
      const lead = one(bodies);
      const id = tx.create(task, {
        title: `과제 ${index}`, status: one(taskStates).code, lead_org: lead, found_on: found, received_on: random() < 0.5 ? null : after(found, upTo(5)), decided_on: decided, completed_on: done,
        end_on: random() < 0.4 ? null : dayOf(2009 + upTo(5)), support_type: one(types), office: one(offices), coordinator: random() < 0.2 ? null : one(people), cluster: random() < 0.3 ? null : one(clusters),
        employees_at_decision: one([null, 0, 9, 10, 50, 51, 100, 101, 300, 301]),
      });
      if (random() < 0.5) tx.create(taskStep, { task: id, from_status: one(taskStates).code, to_status: one(['on-hold', 'completed', 'stopped']), on_date: after(found, upTo(700)) });
      for (const body of bodies) if (random() < 0.12) { const made = tx.create(participant, { task: id, organisation: body, role: body === lead ? 'lead' : 'partner' }, relationId('participant', id, body)); if (random() < 0.1) gone.push([participant, made]); }
      if (random() < 0.1) gone.push([task, id]);
    }
    for (let index = 0; index < size; index += 1) {
      const id = tx.create(session, { visit_on: dayOf(2007 + upTo(6)), mode: 'phone', coordinator: one(people), organisation: one(bodies), cluster: random() < 0.3 ? null : one(clusters), status: 'draft' });
      if (random() < 0.1) gone.push([session, id]);
    }
  });
  for (const [index, [type, id]] of gone.entries()) {
    write(store, tester, '삭제', (tx) => tx.remove(type, id));
    if (index % 3 === 0) write(store, tester, '되살리기', (tx) => tx.restore(type, id));
  }
};

/** The rows that stand, as they are. */
export const rowsOf = (store: Store, table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table}`).filter((row) => row['_del'] === 0);
