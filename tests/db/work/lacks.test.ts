import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { movesOf } from '../../../db/tasks/moves.ts';
import { readLacks } from '../../../db/work/lacks.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putWork, today } from './random-work.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); putWork(store, 5, 80); });
afterAll(() => store.dispose());

test('a card lacks what the workflow says of its next step', () => {
  const ids = store.read.column<string>('SELECT id FROM task WHERE _del = 0');
  const lacks = readLacks(store.read, ids, today);
  for (const id of ids) {
    const next = movesOf(store.read, id, today, 0, true).find(({ kind }) => kind === 'forward' || kind === 'resume');
    const wanted = next && { to: next.to, messages: [...next.missing, ...next.findings.filter(({ level }) => level === 'block')].map(({ message }) => message) };
    expect(lacks[id]).toEqual(wanted);
  }
  expect(Object.values(lacks).some((lack) => lack.messages.length > 0)).toBe(true);
});

test('nothing is said of closed tasks, of removed ones, of ids nobody knows', () => {
  const [closed, gone] = write(store, tester, '준비', (tx) => {
    const firm = tx.create(organisation, { name: '끝난 기업', kind: 'firm' });
    const make = (status: 'closed' | 'received') => tx.create(task, { title: '과제', status, lead_org: firm, found_on: '2025-01-01' });
    const made = [make('closed'), make('received')] as const;
    tx.remove(task, made[1]);
    return made;
  });
  expect(readLacks(store.read, [closed, gone, 'nobody'], today)).toEqual({});
});
