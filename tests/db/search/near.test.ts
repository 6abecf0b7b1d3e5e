/** Pickers find through the index what they find by a look at every row. */
import { expect, test } from 'vitest';
import { findMeeting } from '../../../db/meetings/find.ts';
import { findOrganisation } from '../../../db/organisations/find.ts';
import { findPerson } from '../../../db/people/find.ts';
import { findSession } from '../../../db/sessions/list.ts';
import { findTask } from '../../../db/tasks/list.ts';
import { choseong, foldName } from '../../../db/korean/names.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { randomQuery, randomWrite } from './world.ts';

const finders = [findOrganisation, findPerson, findTask, findSession, findMeeting];

test('the same records in the same order, with the index and without', () => {
  forSeeds('picker', 4, (seed) => {
    const store = openTestStore();
    try {
      const random = randomFrom(seed);
      for (let step = 0; step < 120; step += 1) randomWrite(store, random);
      const queries = Array.from({ length: 60 }, () => randomQuery(random)).filter((text) => text.trim() !== '');
      const labels = (text: string, which: number): string[] => (finders[which]?.run(store.read, { text, limit: 50 }, { versions: {} }) ?? []).map((one) => `${one.label} | ${one.note}`)
        // Titles keep the ㅈ of a (주) in their column of consonants, names do not, and neither does the index.
        .filter((label) => !/[ㄱ-ㅎ]/.test(text) || !/㈜|\(주\)|주식회사/.test(label));
      const ask = () => queries.map((text) => finders.map((_, which) => labels(text, which)));
      const indexed = ask();
      // An index of another version is not asked.
      store.db.exec("DELETE FROM sync_self WHERE k = 'search_tokens'");
      const walked = ask();
      // A session is found by its firm or number; that digits also met its day was no meaning, and one letter is looked for where a word begins.
      queries.forEach((text, at) => finders.forEach((finder, which) => {
        if (foldName(text).length === 1 || choseong(text).length === 1 || (finder === findSession && /^[\d\s-]+$/.test(text.normalize('NFKC')))) return;
        expect(indexed[at]?.[which], `${finder.name}: ${JSON.stringify(text)}`).toEqual(walked[at]?.[which]);
      }));
      expect(indexed.flat().some((one) => one.length > 0)).toBe(true);
    } finally {
      store.dispose();
    }
  });
}, 60_000);
