import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meeting } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { qualityRules } from '../../../db/quality/rules.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aTask, examples, lookedAtOn, scene, type Scene } from './examples.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore({ now: () => Date.parse(`${lookedAtOn}T09:00:00+09:00`) }); });
afterEach(() => store.dispose());

const fieldsOf = { task, session, meeting, organisation } as const;
/** What a line may point to beside the fields of the record: see the record's tabs. */
const besides = /^(participants|mid_check|has_no_outputs|outputs|performance(\.\d{4})?|status)$/;
const inScene = <Result>(run: (made: Scene) => Result): { made: Scene; result: Result } => write(store, tester, '준비', (tx) => {
  const made = scene(tx);
  return { made, result: run(made) };
});

it('has a record that breaks it and one that keeps it for every rule, and no example for nothing', () => {
  expect(Object.keys(examples).sort()).toEqual(qualityRules.map((rule) => rule.code).sort());
  expect(new Set(qualityRules.map((rule) => rule.title)).size).toBe(qualityRules.length);
});

describe.each(qualityRules)('$code', (rule) => {
  const example = examples[rule.code];
  if (!example) return;
  const lines = (of: string | null = null) => rule.find(store.read, { today: lookedAtOn, person: of });

  it('finds what breaks it, leads to the field and knows whose it is', () => {
    const { made, result: id } = inScene(example.breaks);
    const wanted = example.leadsTo?.(made) ?? id;
    const line = lines().find((one) => one.at.id === wanted);
    expect(line, `${rule.code} found ${JSON.stringify(lines())}`).toBeDefined();
    const { table, field } = line?.at ?? { table: 'task', field: null };
    expect(field !== null && (field in fieldsOf[table].fields || besides.test(field)), `${table}.${String(field)}`).toBe(true);
    expect(line?.message).toMatch(/(요|다)\.$/);
    expect(line?.label).not.toBe('');
    expect(lines(made.coordinator).map((one) => one.at.id)).toContain(wanted);
    expect(line).toMatchObject({ person: made.coordinator, office: '창원지사' });
    const other = write(store, tester, '다른 사람', (tx) => tx.create(person, { name: '다른이' }));
    expect(lines(other)).toEqual([]);
  });

  it('leaves alone what keeps it', () => {
    inScene(example.keeps);
    expect(lines()).toEqual([]);
  });
});

it('finds nothing at all in a task that is as it should be', () => {
  inScene((made) => aTask(made));
  expect(qualityRules.flatMap((rule) => rule.find(store.read, { today: lookedAtOn, person: null }).map((one) => `${rule.code}: ${one.message}`))).toEqual([]);
});
