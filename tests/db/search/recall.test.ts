/** What the index finds, all of it, is what a look at every row finds. */
import { expect, test } from 'vitest';
import { mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import { nextUndo, undo } from '../../../db/kernel/undo.ts';
import { rebuildFollowers } from '../../../db/kernel/follow.ts';
import { kindNames, type KindName } from '../../../db/search/choices.ts';
import { idsMatching } from '../../../db/search/matching.ts';
import { searchQuery } from '../../../db/search/search.ts';
import type { Next } from '../../../db/search/search-types.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { naiveMatches } from './naive.ts';
import { randomQuery, randomWrite } from './world.ts';

/** Every result of a kind, page after page, as row numbers in the order shown. */
const everyResult = (store: TestStore, kind: KindName, text: string, limit: number): number[] => {
  const found: string[] = [];
  for (let next: Next | undefined, pages = 0; pages < 10_000; pages += 1) {
    const [group] = searchQuery.run(store.read, { text, limit, me: null, kinds: [kind], next }, { versions: {} }).groups;
    found.push(...(group?.hits ?? []).map((hit) => hit.id));
    if (!group?.next) break;
    next = group.next;
  }
  return found.map((id) => store.read.value<number>(`SELECT n FROM ${kind} WHERE id = ?`, [id]) ?? 0);
};

const checkAll = (store: TestStore, random: (below: number) => number, queries: number): number => {
  let hits = 0;
  for (let at = 0; at < queries; at += 1) {
    const text = randomQuery(random);
    for (const { name } of kindNames) {
      const wanted = naiveMatches(store.read, name, text);
      const about = `${name}: ${JSON.stringify(text)}`;
      const shown = everyResult(store, name, text, 1 + random(4));
      expect(new Set(shown).size, `${about} twice`).toBe(shown.length);
      expect(shown.toSorted((a, b) => a - b), about).toEqual(wanted ?? []);
      expect([...(idsMatching(store.read, name, text) ?? [])], about).toEqual(wanted ?? []);
      hits += wanted?.length ?? 0;
    }
  }
  return hits;
};

test('every result of every kind, and nothing else, after edits, deletes, undo and what came from elsewhere', () => {
  forSeeds('search recall', 4, (seed) => {
    const [here, elsewhere] = [openTestStore(), openTestStore()];
    try {
      const random = randomFrom(seed);
      for (let step = 0; step < 120; step += 1) {
        randomWrite(random(5) === 0 ? elsewhere : here, random);
        const target = random(8) === 0 ? nextUndo(here, tester) : undefined;
        if (target) undo(here, tester, target.id, 'all');
        if (random(20) === 0) mergeOperations(here, operationsSince(elsewhere, new Map()));
        if (random(20) === 0) mergeOperations(elsewhere, operationsSince(here, new Map()));
      }
      mergeOperations(here, operationsSince(elsewhere, new Map()));
      expect(here.read.value('SELECT count(*) FROM search_waiting')).toBe(0);
      expect(checkAll(here, random, 40), 'some queries find something').toBeGreaterThan(0);
      here.db.transaction(() => { here.door.isOpen = true; rebuildFollowers(here); here.door.isOpen = false; })();
      checkAll(here, random, 10);
    } finally {
      here.dispose();
      elsewhere.dispose();
    }
  });
}, 240_000);
