/** Whatever is done, fact tables hold what the records say: after every step the same as made anew. */
import { expect, test } from 'vitest';
import { wrongFacts } from '../../../db/facts/facts.ts';
import { rebuildFollowers } from '../../../db/kernel/follow.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { runsOf } from '../../property/depth.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { randomStep, tellAll } from './random-history.ts';

test('facts follow edits, moved links, merges of firms, undo, and operations from elsewhere', () => {
  let [counted, taken] = [0, 0];
  forSeeds('facts follow records', 6, (seed) => {
    const random = randomFrom(seed);
    const [here, there] = [openTestStore(), openTestStore()];
    try {
      for (let step = 0; step < 120; step += 1) {
        const store = random(2) === 0 ? here : there;
        if (randomStep(store, random)) taken += 1;
        if (random(12) === 0) tellAll(here, there);
        if (random(12) === 0) tellAll(there, here);
        for (const one of [here, there]) expect({ step, wrong: wrongFacts(one.read) }).toEqual({ step, wrong: [] });
      }
      counted += ['task_fact', 'session_fact', 'membership_fact', 'meeting_fact', 'meeting_cluster_fact', 'firm_fact', 'joint_body'].filter((table) => Number(here.read.value<number>(`SELECT count(*) FROM ${table}`)) > 0).length;
      here.db.transaction(() => rebuildFollowers(here))();
      expect(wrongFacts(here.read)).toEqual([]);
    } finally {
      here.dispose();
      there.dispose();
    }
  });
  expect(counted).toBeGreaterThan(3 * runsOf(6));
  expect(taken).toBeGreaterThan(66 * runsOf(6));
}, 120_000);

test('a table that was not kept is noticed', () => {
  const store = openTestStore();
  try {
    const random = randomFrom(1);
    for (let step = 0; step < 60; step += 1) randomStep(store, random);
    store.db.exec('UPDATE task_fact SET band = \'wrong\'; DELETE FROM session_fact WHERE n = (SELECT min(n) FROM session_fact)');
    expect(wrongFacts(store.read).map(({ table }) => table)).toEqual(expect.arrayContaining(['task_fact', 'session_fact']));
  } finally {
    store.dispose();
  }
});
