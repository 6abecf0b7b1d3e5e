import { expect, test } from 'vitest';
import { Refusal } from '../../db/errors.ts';
import type { Cell } from '../../db/kernel/field.ts';
import { relationId } from '../../db/kernel/id.ts';
import { compareWithLog, mergeOperations, operationsSince } from '../../db/kernel/merge.ts';
import { nextUndo, undo } from '../../db/kernel/undo.ts';
import { write, type Tx } from '../../db/kernel/write.ts';
import { payment } from '../../db/funds/fields.ts';
import { midCheck, output, performance } from '../../db/outcomes/fields.ts';
import { taskStates } from '../../db/reference/choices/task.ts';
import { changeTask, standingFacts } from '../../db/tasks/change.ts';
import type { TaskValues } from '../../db/tasks/create.ts';
import { participant } from '../../db/tasks/fields.ts';
import { moveTask } from '../../db/tasks/move.ts';
import { requirementsOf } from '../../db/tasks/requirements.ts';
import { deepestFirst } from '../../db/tasks/relations.ts';
import { isState, transitions, waysFrom } from '../../db/tasks/workflow.ts';
import { openTestStore, tester, type TestStore } from '../support/store.ts';
import { addAround, fullValues, makeWorld, newTask, type World } from '../support/task-world.ts';
import { randomFrom } from './arbitrary-edits.ts';
import { forSeeds } from './seeds.ts';

type Random = (below: number) => number;
const oneOf = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T;

const lastStep = (store: TestStore, id: string): string | undefined =>
  store.read.value<string>(`SELECT s.to_status FROM task_step s WHERE s.task = ? AND s._del = 0 ORDER BY ${deepestFirst} LIMIT 1`, [id]);
const statusOf = (store: TestStore, id: string): string => store.read.value<string>('SELECT status FROM task WHERE id = ?', [id]) ?? '';

/** What the state of a task asks for and it lacks. */
const lacking = (store: TestStore, id: string): string[] => {
  const facts = standingFacts({ read: store.read, today: '2013-11-01' }, id);
  const { status } = facts.task;
  return isState(status) ? requirementsOf(status, facts.period).filter((one) => !one.isMet(facts)).map(({ key }) => key) : [status];
};

/** Some of the values a task could have, some of them empty or wrong. */
const someValues = (world: World, random: Random, share: number): Partial<TaskValues> => {
  const all: Record<string, readonly Cell[]> = {
    ...Object.fromEntries(Object.entries(fullValues(world)).map(([name, value]) => [name, [value, value, value, null]])),
    task_no: ['가-1', '가-2', null], support_type: ['undecided', 'world-joint', 'consulting'], route: ['committee', 'lead-coordinator', null], final_grade: ['ordinary', 'failure', null],
    has_no_outputs: [0, 1, null], decided_by: [world.lead, world.coordinator, null], fund_national: [30_000_000, 40_000_000, 0, null], start_on: ['2013-08-01', '2013-12-01', null], field: ['rnd', 'export', null],
  };
  return Object.fromEntries(Object.entries(all).filter(() => random(100) < share).map(([name, values]) => [name, oneOf(random, values)])) as Partial<TaskValues>;
};

const days = ['2013-05-10', '2013-07-05', '2013-09-01', '2013-11-01'] as const;

const someRecord = (tx: Tx, world: World, id: string, random: Random): void => {
  const on = oneOf(random, days);
  const makers = [
    () => tx.create(midCheck, { task: id, on_date: on, checker: world.coordinator, result: oneOf(random, ['continue', 'supplement', 'stop'] as const) }),
    () => tx.create(output, { task: id, kind: 'prototype', title: '시제품' }),
    () => tx.create(payment, { task: id, paid_on: on, amount: 1000, fund: 'local' }),
    () => tx.create(performance, { task: id, year: 2014 + random(3), sales: 0 }),
    () => tx.create(participant, { task: id, organisation: world.university, role: 'partner' }, relationId('participant', id, world.university)),
  ];
  oneOf(random, makers)();
};

/** One thing a person may try; a refusal is an answer. */
const tryOne = (store: TestStore, world: World, ids: readonly string[], random: Random): boolean => {
  const id = oneOf(random, ids);
  try {
    const kind = random(10);
    if (kind < 6) {
      // Half of the time all that can be asked for is given, so that walks get far.
      const values = random(2) === 0 ? { ...fullValues(world), has_no_outputs: 1, ...(random(3) === 0 ? someValues(world, random, 5) : {}) } : someValues(world, random, 30);
      const to = random(5) === 0 ? oneOf(random, taskStates).code : oneOf(random, nextOf(store, id, random));
      write(store, tester, '상태', (tx) => moveTask(tx, id, { to, on: oneOf(random, days), reason: random(4) === 0 ? null : '사정', values }));
      return true;
    }
    if (kind < 8) write(store, tester, '수정', (tx) => changeTask(tx, id, someValues(world, random, 15)));
    else write(store, tester, '기록', (tx) => someRecord(tx, world, id, random));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return false;
};

/** States that the workflow lets follow, seldom one with no way on, so that a walk gets far. */
const nextOf = (store: TestStore, id: string, random: Random): readonly string[] => {
  const status = statusOf(store, id);
  const ways = isState(status) ? waysFrom(status, [], store.read.value<string>('SELECT held_from FROM task WHERE id = ?', [id]) ?? null).map(({ to }) => to) : [];
  const onward = ways.filter((to) => to === 'on-hold' || transitions[to].length > 0);
  return onward.length > 0 && random(15) > 0 ? onward : [...ways, status];
};

test('no walk of moves, edits and undos brings a task into a state without what it asks for, and its last step is its state', () => {
  const reached = new Set<string>();
  let moves = 0;
  forSeeds('workflow', 12, (seed) => {
    const store = openTestStore();
    try {
      const random = randomFrom(seed);
      const world = write(store, tester, '준비', makeWorld);
      const ids = [0, 1, 2].map((at) => write(store, tester, '과제', (tx) => {
        const id = newTask(tx, world, { received_by: world.coordinator });
        if (at > 0) addAround(tx, world, id);
        return id;
      }));
      const made = store.read.value<number>('SELECT max(id) FROM action') ?? 0;
      for (let step = 0; step < 240; step += 1) {
        const last = random(12) === 0 ? nextUndo(store, tester) : undefined;
        if (last && last.id > made) undo(store, tester, last.id, 'ask');
        else if (tryOne(store, world, ids, random)) moves += 1;
        for (const id of ids) {
          const status = statusOf(store, id);
          reached.add(status);
          expect({ step, status, lacking: lacking(store, id) }).toEqual({ step, status, lacking: [] });
          expect(lastStep(store, id)).toBe(status);
        }
      }
      expect(compareWithLog(store)).toEqual([]);
    } finally {
      store.dispose();
    }
  });
  console.log(`workflow: ${moves} moves, ${reached.size} of ${taskStates.length} states reached`);
  // A walk that goes nowhere would prove nothing.
  expect(reached.size).toBeGreaterThan(10);
}, 120_000);

test('on two devices the deeper chain stands on both, its last step with it', () => {
  forSeeds('workflow on two devices', 8, (seed) => {
    const stores = [openTestStore(), openTestStore()] as const;
    try {
      const random = randomFrom(seed);
      const world = write(stores[0], tester, '준비', makeWorld);
      const id = write(stores[0], tester, '과제', (tx) => newTask(tx, world, { received_by: world.coordinator }));
      const send = (from: TestStore, to: TestStore): number => mergeOperations(to, operationsSince(from, new Map()));
      send(stores[0], stores[1]);
      for (let step = 0; step < 80; step += 1) {
        const store = oneOf(random, stores);
        tryOne(store, world, [id], random);
        if (random(15) === 0) send(stores[0], stores[1]);
        if (random(15) === 0) send(stores[1], stores[0]);
      }
      send(stores[0], stores[1]);
      send(stores[1], stores[0]);
      const [one, two] = stores.map((store) => [statusOf(store, id), lastStep(store, id)]);
      expect(one).toEqual(two);
      expect(one?.[0]).toBe(one?.[1]);
    } finally {
      for (const store of stores) store.dispose();
    }
  });
}, 120_000);
