/** Random tasks, sessions and follow-ups of a few coordinators around one day, and what a list says of them. */
import { actionItem } from '../../../db/actions/fields.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import type { Filter, ListRequest } from '../../../db/kernel/list-types.ts';
import type { PackedBlock } from '../../../db/kernel/block.ts';
import type { Query } from '../../../db/kernel/query.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { midCheck } from '../../../db/outcomes/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { actionStatuses } from '../../../db/reference/choices/meeting.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

/** Numbers from 0 to 1 that a seed repeats. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const today = '2026-06-15';
export const dayAt = (offset: number): string => new Date(Date.UTC(2026, 5, 15 + offset)).toISOString().slice(0, 10);

export type PutWork = { people: string[]; clusters: string[]; tasks: number };

/** Fills a store; a tenth of everything is removed again. */
export const putWork = (store: Store, seed: number, size = 120): PutWork => {
  const random = randomOf(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const one = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const maybe = <T>(value: T): T | null => (random() < 0.3 ? null : value);
  return write(store, tester, '준비', (tx) => {
    const people = ['김가람', '이나래', '박다온', '최마루'].map((name, index) => tx.create(person, { name, roles: index === 3 ? 'lead-coordinator' : index === 2 ? 'expert' : 'coordinator' }));
    const firms = ['한빛정밀', '대성금형', '미래테크'].map((name) => tx.create(organisation, { name, kind: 'firm' }));
    const clusters = ['정밀기계 MC', '금형 MC'].map((name) => tx.create(miniCluster, { name, hub: 'changwon', kind: 'general', founded_on: '2010-01-01' }));
    for (let index = 0; index < size; index += 1) {
      const start = upTo(600) - 400;
      const [startOn, endOn] = [maybe(dayAt(start)), maybe(dayAt(start + upTo(420)))];
      const made = tx.create(task, {
        title: `${one(['사출', '용접', '도금'])} ${one(['수명', '정밀도'])} ${index}`, status: one(taskStates).code, lead_org: one(firms), found_on: dayAt(-700), coordinator: maybe(one(people)), cluster: maybe(one(clusters)),
        start_on: startOn, end_on: endOn, office: maybe(one(['창원', '구미'])), program_year: maybe(one([20, 21, 22])), fund_national: maybe(upTo(9) * 10_000_000), fund_private_cash: maybe(upTo(9) * 1_000_000),
        decided_on: maybe(dayAt(-650)), review_on: maybe(dayAt(upTo(90))),
      });
      if (random() < 0.2) tx.create(midCheck, { task: made, on_date: dayAt(start + 30), checker: one(people), result: 'continue' });
      if (random() < 0.1) tx.remove(task, made);
    }
    for (let index = 0; index < size; index += 1) {
      const made = tx.create(session, { visit_on: dayAt(-upTo(130) + 5), mode: 'phone', coordinator: one(people), organisation: one(firms), status: 'draft' });
      if (random() < 0.1) tx.remove(session, made);
      const followUp = tx.create(actionItem, { what: `할 일 ${index}`, owner: maybe(one(people)), due_on: maybe(dayAt(upTo(40) - 20)), status: one(actionStatuses).code });
      if (random() < 0.1) tx.remove(actionItem, followUp);
    }
    return { people, clusters, tasks: size };
  });
};

/** How many records a list has under these filters: what opening a number would show. */
export const listed = (store: Store, list: Query<ListRequest, PackedBlock>, filter: Record<string, Filter>, quick: string | null = null): number =>
  list.run(store.read, { start: 0, end: 0, sort: [], filter, quick, selection: null }, { versions: {} }).total ?? -1;

/** The plan SQLite makes of a statement. */
export const planOf = (store: Store, sql: string, parameters: readonly (string | number | null)[]): string =>
  store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((row) => row.detail).join('\n');
