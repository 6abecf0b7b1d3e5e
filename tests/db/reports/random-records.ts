/** Random tasks and mini-clusters around every edge the tables have, and the raw rows for a recount. */
import fc from 'fast-check';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { clusterKinds, memberKinds } from '../../../db/reference/choices/cluster.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { task, taskStep } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

const states = taskStates.map((state) => state.code);
const edges = [null, 0, 9, 10, 49, 50, 51, 100, 101, 300, 301, 5000];
const days = (first: number, last: number) => fc.tuple(fc.integer({ min: first, max: last }), fc.constantFrom('01-01', '02-28', '03-31', '06-15', '12-30', '12-31'))
  .map(([year, day]) => `${year}-${day}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const later = (one: string, other: string | null): string | null => (other === null ? null : other < one ? one : other);

const oneTask = fc.record({
  firm: fc.nat(4), found_on: days(2003, 2011), decided_on: maybe(days(2004, 2012)), completed_on: fc.option(days(2005, 2012), { nil: null, freq: 1 }),
  status: fc.constantFrom('on-hold', 'on-hold', 'on-hold', 'follow-up', 'closed', ...states), employees: fc.constantFrom(...edges),
  national: maybe(fc.integer({ min: 0, max: 250_000_000 })), cash: maybe(fc.integer({ min: 0, max: 90_000_000 })),
  steps: fc.array(fc.record({ from: fc.constantFrom('received', 'planning', 'in-progress', 'completed', 'follow-up', ...states), to: fc.constantFrom('on-hold', 'on-hold', 'completed', 'stopped', 'discovered'), on: days(2004, 2012) }), { maxLength: 4, size: 'max' }),
  fate: fc.constantFrom('kept', 'kept', 'kept', 'deleted', 'restored'),
});

const oneMembership = fc.record({
  cluster: fc.nat(15), person: maybe(fc.nat(5)), organisation: fc.nat(4), kind: fc.constantFrom(...memberKinds.map((kind) => kind.code)),
  joined_on: days(2007, 2011), left_on: fc.option(days(2007, 2012), { nil: null, freq: 1 }), fate: fc.constantFrom('kept', 'kept', 'kept', 'deleted', 'restored'),
});

const oneCluster = fc.record({
  hub: fc.constantFrom('남동', 'namdong', '창원', 'gumi', '명지녹산', '제주도 어딘가', '없는단지'), founded_on: days(2007, 2011), dissolved_on: fc.option(days(2008, 2012), { nil: null, freq: 1 }),
  isInside: fc.integer({ min: 0, max: 9 }).map((number) => number === 0), fate: fc.constantFrom('kept', 'kept', 'kept', 'kept', 'deleted'),
});

export const someTasks = fc.array(oneTask, { maxLength: 60, size: 'max' });
export const someClusters = fc.record({ clusters: fc.array(oneCluster, { minLength: 1, maxLength: 16, size: 'max' }), memberships: fc.array(oneMembership, { maxLength: 60, size: 'max' }) });
export const someParams = fc.record({ asOf: days(2006, 2012), fromYear: fc.integer({ min: 2004, max: 2009 }), length: fc.nat(4), yearKind: fc.constantFrom('calendar' as const, 'program' as const) })
  .map(({ asOf, fromYear, length, yearKind }) => ({ ...plainParams, asOf, fromYear, toYear: fromYear + length, yearKind }));

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;

const finish = (store: Store, type: typeof task | typeof membership | typeof miniCluster, made: readonly { id: string; fate: string }[]): void => {
  for (const { id, fate } of made) {
    if (fate === 'kept') continue;
    write(store, tester, '삭제', (tx) => tx.remove(type, id));
    if (fate === 'restored') write(store, tester, '되살리기', (tx) => tx.restore(type, id));
  }
};

const someFirms = (store: Store): string[] => write(store, tester, '기업', (tx) => Array.from({ length: 5 }, (_, index) => tx.create(organisation, { name: `기업 ${index}`, kind: 'firm' })));

export const putTasks = (store: Store, tasks: Generated<typeof someTasks>): void => {
  const firms = someFirms(store);
  const made = write(store, tester, '과제', (tx) => tasks.map((one, index) => {
    const id = tx.create(task, {
      title: `과제 ${index}`, status: one.status, lead_org: firms[one.firm] ?? '', found_on: one.found_on, decided_on: later(one.found_on, one.decided_on), completed_on: one.completed_on,
      employees_at_decision: one.employees, fund_national: one.national, fund_private_cash: one.cash,
    });
    for (const { from, to, on } of one.steps) tx.create(taskStep, { task: id, from_status: from, to_status: to, on_date: on });
    return { id, fate: one.fate };
  }));
  finish(store, task, made);
};

export const putClusters = (store: Store, { clusters, memberships }: Generated<typeof someClusters>): void => {
  const firms = someFirms(store);
  const people = write(store, tester, '사람', (tx) => Array.from({ length: 6 }, (_, index) => tx.create(person, { name: `사람 ${index}` })));
  const madeClusters = write(store, tester, 'MC', (tx) => {
    const ids: { id: string; fate: string }[] = [];
    for (const [index, one] of clusters.entries()) {
      const parent = one.isInside ? (ids[0]?.id ?? null) : null;
      ids.push({ id: tx.create(miniCluster, { name: `MC ${index}`, hub: one.hub, kind: clusterKinds[0].code, founded_on: one.founded_on, dissolved_on: later(one.founded_on, one.dissolved_on), parent }), fate: one.fate });
    }
    return ids;
  });
  const made = write(store, tester, '회원', (tx) => memberships.map((one) => ({
    id: tx.create(membership, {
      cluster: madeClusters[one.cluster % madeClusters.length]?.id ?? '', person: one.person === null ? null : (people[one.person] ?? null),
      organisation: one.person === null ? (firms[one.organisation] ?? null) : null, kind: one.kind, joined_on: one.joined_on, left_on: later(one.joined_on, one.left_on),
    }),
    fate: one.fate,
  })));
  finish(store, membership, made);
  finish(store, miniCluster, madeClusters);
};
