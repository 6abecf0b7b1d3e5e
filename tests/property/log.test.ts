import { expect, test } from 'vitest';
import { chainOf, hashOfPatch, type Operation } from '../../db/kernel/operation.ts';
import { compareWithLog, mergeOperations, operationsSince } from '../../db/kernel/merge.ts';
import { nextRedo, nextUndo, undo } from '../../db/kernel/undo.ts';
import { openTestStore, tester, type TestStore } from '../support/store.ts';
import { randomCommand, randomFrom, visibleState, wholeState } from './arbitrary-edits.ts';
import { runsOf } from './depth.ts';
import { forSeeds } from './seeds.ts';

const withStore = (act: (store: TestStore) => void): void => {
  const store = openTestStore();
  try {
    act(store);
  } finally {
    store.dispose();
  }
};

test('a re-fold of the log equals the tables', () => {
  forSeeds('refold', 25, (seed) => withStore((store) => {
    const random = randomFrom(seed);
    for (let step = 0; step < 60; step += 1) {
      randomCommand(store, tester, random);
      const target = random(6) === 0 ? nextUndo(store, tester) : undefined;
      if (target) undo(store, tester, target.id, 'all');
    }
    expect(compareWithLog(store)).toEqual([]);
  }));
}, 120_000);

test('the self-check sees a value that went past the door', () => {
  withStore((store) => {
    const random = randomFrom(1);
    while (store.read.value<number>('SELECT count(*) FROM task') === 0) randomCommand(store, tester, random);
    store.door.isOpen = true;
    store.db.exec("UPDATE task SET title = '몰래 고침'");
    store.door.isOpen = false;
    expect(compareWithLog(store).map((one) => one.column)).toContain('title');
  });
});

test('undo after do is the identity, and redo after undo too', () => {
  forSeeds('undo', 25, (seed) => withStore((store) => {
    const random = randomFrom(seed);
    const states = [visibleState(store)];
    const actions = (): number => store.read.value<number>('SELECT count(*) FROM action') ?? 0;
    for (let step = 0; step < 40; step += 1) {
      const before = actions();
      randomCommand(store, tester, random);
      if (actions() > before) states.push(visibleState(store));
    }
    for (let back = states.length - 2; back >= 0; back -= 1) {
      const target = nextUndo(store, tester);
      if (!target) throw new Error('nothing left to undo');
      undo(store, tester, target.id);
      expect(visibleState(store)).toBe(states[back]);
    }
    for (let forward = 1; forward < states.length; forward += 1) {
      const target = nextRedo(store, tester);
      if (!target) throw new Error('nothing left to redo');
      undo(store, tester, target.id);
      expect(visibleState(store)).toBe(states[forward]);
    }
    expect(compareWithLog(store)).toEqual([]);
  }));
}, 120_000);

/** Sends a random part of what the receiver lacks: of each stream a beginning, as carriers do, in any order of streams. */
const exchange = (from: TestStore, to: TestStore, random: (below: number) => number): void => {
  const held = new Map(to.read.all<{ office: number; writer: number; seq: number }>('SELECT office, writer, seq FROM sync_stream').map((row) => [`${row.office}:${row.writer}`, row.seq]));
  const streams = Map.groupBy(operationsSince(from, held), (op) => op.writer);
  const order = [...streams.values()].sort(() => random(3) - 1);
  const parts = order.map((ops) => ops.slice(0, random(ops.length + 1)));
  mergeOperations(to, parts.flat());
  // What has been delivered once may be delivered again.
  if (random(4) === 0) mergeOperations(to, parts.flat());
};

test('replicas that exchange random parts in random order end equal', () => {
  let conflicts = 0;
  forSeeds('replicas', 12, (seed) => {
    const random = randomFrom(seed);
    const skew = [0, 3_600_000 * 30, -3_600_000 * 30, 1000].map((ms) => () => Date.now() + ms);
    const replicas = skew.map((now) => openTestStore({ now }));
    try {
      const any = (): TestStore => {
        const one = replicas[random(replicas.length)];
        if (!one) throw new Error('no replica');
        return one;
      };
      for (let step = 0; step < 120; step += 1) {
        if (random(3) > 0) randomCommand(any(), tester, random);
        else exchange(any(), any(), random);
      }
      for (const from of replicas) for (const to of replicas) if (from !== to) mergeOperations(to, operationsSince(from, new Map()));
      const fresh = openTestStore();
      const [first] = replicas;
      if (!first) throw new Error('no replica');
      const all = operationsSince(first, new Map());
      mergeOperations(fresh, all.sort(() => random(3) - 1));
      const expected = wholeState(first);
      conflicts += first.read.value<number>('SELECT count(*) FROM sync_conflict') ?? 0;
      for (const replica of [...replicas, fresh]) {
        expect(wholeState(replica)).toBe(expected);
        expect(compareWithLog(replica)).toEqual([]);
      }
      fresh.dispose();
    } finally {
      for (const replica of replicas) replica.dispose();
    }
  });
  // Without true concurrency the property would prove little.
  expect(conflicts).toBeGreaterThan(1.6 * runsOf(12));
}, 240_000);

test('every stream is an unbroken chain', () => {
  withStore((store) => {
    const random = randomFrom(5);
    for (let step = 0; step < 50; step += 1) randomCommand(store, tester, random);
    let previous = '';
    for (const op of operationsSince(store, new Map()) as Operation[]) {
      expect(op.ph).toBe(hashOfPatch(op.patch));
      expect(op.chain).toBe(chainOf(previous, op));
      previous = op.chain;
    }
    expect(previous).not.toBe('');
  });
});
