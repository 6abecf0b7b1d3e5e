import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../db/errors.ts';
import { actionOf, nextRedo, nextUndo, obstaclesOf, recentActions, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { openTestStore, temporaryFolder, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

const importTwo = (): string[] => write(store, tester, '기업 2건 가져오기', (tx) => ['가온', '나래'].map((name) => tx.create(organisation, { name, kind: 'firm' })));
const liveNames = (): string[] => store.read.column<string>('SELECT name FROM organisation WHERE _del = 0 ORDER BY name');
const latest = (): number => recentActions(store, 1)[0]?.id ?? 0;

test('an import of many rows goes back in one step, and comes again', () => {
  importTwo();
  undo(store, tester, latest());
  expect(liveNames()).toEqual([]);
  undo(store, tester, latest());
  expect(liveNames()).toEqual(['가온', '나래']);
});

test('undo and redo survive a restart', () => {
  const dataDir = temporaryFolder();
  const before = openTestStore({ dataDir });
  write(before, tester, '등록', (tx) => tx.create(organisation, { name: '가온', kind: 'firm' }));
  before.close();
  const after = openTestStore({ dataDir });
  const target = nextUndo(after, tester);
  expect(target?.label).toBe('등록');
  if (target) undo(after, tester, target.id);
  expect(after.read.value('SELECT _del FROM organisation')).toBe(1);
  expect(nextRedo(after, tester)?.label).toBe('등록');
  after.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('what has been changed since is a conflict that shows both values; it can be kept or taken back', () => {
  const [gaon = ''] = importTwo();
  const action = latest();
  write(store, tester, '수정', (tx) => tx.change(organisation, gaon, { employees: 50 }));
  expect(() => undo(store, tester, action)).toThrow(Refusal);
  expect(obstaclesOf(store, actionOf(store, action))).toMatchObject([{ kind: 'changed', field: 'employees', written: null, now: 50 }]);
  undo(store, tester, action, 'keep');
  expect(liveNames()).toEqual(['가온']);
});

test('a record somebody else has come to use is named before it goes', () => {
  const [gaon = ''] = importTwo();
  const action = latest();
  write(store, tester, '상담', (tx) => tx.create(session, { visit_on: '2026-11-20', mode: 'phone', coordinator: 'me', organisation: gaon, status: 'draft' }));
  let refused: Refusal | undefined;
  try { undo(store, tester, action); } catch (error) { if (error instanceof Refusal) refused = error; }
  expect(refused?.details[0]?.message).toBe('기업·기관을 쓰는 상담 기록이 있습니다.');
  undo(store, tester, action, 'all');
  expect(liveNames()).toEqual([]);
});

test('redo is offered until something new is done', () => {
  importTwo();
  undo(store, tester, latest());
  expect(nextRedo(store, tester)).toBeDefined();
  write(store, tester, '등록', (tx) => tx.create(organisation, { name: '다솜', kind: 'firm' }));
  expect(nextRedo(store, tester)).toBeUndefined();
  expect(nextUndo(store, tester)?.label).toBe('등록');
});

test('several undos and redos walk back and forth over the same actions', () => {
  for (const name of ['가', '나', '다']) write(store, tester, name, (tx) => tx.create(organisation, { name, kind: 'firm' }));
  const step = (which: typeof nextUndo): void => {
    const target = which(store, tester);
    if (!target) throw new Error('nothing to do');
    undo(store, tester, target.id);
  };
  step(nextUndo); step(nextUndo);
  expect(liveNames()).toEqual(['가']);
  step(nextRedo); step(nextRedo);
  expect(liveNames()).toEqual(['가', '나', '다']);
  step(nextUndo); step(nextUndo); step(nextUndo);
  expect(liveNames()).toEqual([]);
  expect(nextUndo(store, tester)).toBeUndefined();
});

test('an action is not undone twice', () => {
  importTwo();
  const action = latest();
  undo(store, tester, action);
  expect(() => undo(store, tester, action)).toThrow('이미 되돌린 작업입니다');
});

test('one user does not undo what another did', () => {
  importTwo();
  expect(nextUndo(store, { number: 8, name: '다른 사람' })).toBeUndefined();
});
