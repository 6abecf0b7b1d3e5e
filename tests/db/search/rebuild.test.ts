/** The index made anew while people work: usable at every moment, whole at the end. */
import { expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { buildSearch, startBuilding } from '../../../db/search/build-job.ts';
import { catchUp } from '../../../db/search/catch-up.ts';
import { kindNames } from '../../../db/search/choices.ts';
import { idsMatching } from '../../../db/search/matching.ts';
import { isBuilt } from '../../../db/search/rebuild.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { naiveMatches } from './naive.ts';
import { randomQuery, randomWrite } from './world.ts';

const compare = ({ app }: TestApplication, random: (below: number) => number): void => {
  while (catchUp(app.store));
  for (let at = 0; at < 30; at += 1) {
    const text = randomQuery(random);
    for (const { name } of kindNames) expect([...(idsMatching(app.read, name, text) ?? [])], `${name}: ${text}`).toEqual(naiveMatches(app.read, name, text) ?? []);
  }
};

const tablesOf = ({ app }: TestApplication): string[] => app.read.column<string>("SELECT name FROM sqlite_schema WHERE name LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE '%autoindex%' ORDER BY 1");
const usual = ['search_text', 'search_text_config', 'search_text_data', 'search_text_docsize', 'search_text_idx', 'search_waiting'];

const seed = Date.now() % 1_000_000;
console.log(`search rebuild: seed ${seed}`);

test('what is written while the index is made anew is found in the new one', async () => {
  const made = await testApplication();
  const random = randomFrom(seed);
  try {
    for (let step = 0; step < 60; step += 1) randomWrite(made.app.store, random);
    made.app.store.db.exec("INSERT INTO search_text (search_text) VALUES ('delete-all')");
    expect(made.app.read.value<number>('SELECT count(*) FROM search_text_docsize')).toBe(0);
    // Edits between any two turns of the work.
    await buildSearch(made.app, { progress: async () => { randomWrite(made.app.store, random); await new Promise((resolve) => { setImmediate(resolve); }); } });
    compare(made, random);
    expect(made.app.read.value<number>('SELECT count(*) FROM search_text_docsize')).toBeGreaterThan(0);
    expect(tablesOf(made)).toEqual(usual);
    for (let step = 0; step < 40; step += 1) randomWrite(made.app.store, random);
    compare(made, random);
  } finally {
    await made.dispose();
  }
}, 60_000);

test('stopped in the middle, the old index goes on serving and nothing is left behind', async () => {
  const made = await testApplication();
  const random = randomFrom(seed + 1);
  try {
    for (let step = 0; step < 40; step += 1) randomWrite(made.app.store, random);
    for (const stopAt of [1, 2]) {
      let steps = 0;
      await expect(buildSearch(made.app, { progress: async () => { steps += 1; randomWrite(made.app.store, random); if (steps === stopAt) throw new Error('stopped'); } })).rejects.toThrow('stopped');
      compare(made, random);
      expect(tablesOf(made)).toEqual(usual);
    }
  } finally {
    await made.dispose();
  }
}, 60_000);

test('an index of another version is made anew when the program starts, as a job', async () => {
  const made = await testApplication();
  write(made.app.store, tester, '등록', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
  made.app.store.db.exec("DELETE FROM sync_self WHERE k = 'search_tokens'; INSERT INTO search_text (search_text) VALUES ('delete-all')");
  await made.app.close();
  const again = await testApplication({ dataDir: made.dataDir });
  try {
    while (again.app.jobs.list().some((job) => job.state === 'running')) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(again.app.jobs.list().map((job) => [job.label, job.state])).toEqual([['검색 색인 다시 만들기', 'done']]);
    expect(isBuilt(again.app.read)).toBe(true);
    expect(idsMatching(again.app.read, 'organisation', '한빛')).toHaveLength(1);
    expect(() => { startBuilding(again.app); startBuilding(again.app); }).toThrow('이미 만들고');
    while (again.app.jobs.list().some((job) => job.state === 'running')) await new Promise((resolve) => { setTimeout(resolve, 20); });
  } finally {
    await again.dispose();
  }
}, 60_000);
