import { afterEach, beforeEach, expect, test } from 'vitest';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { nextTaskNumber } from '../../../db/program/number-pattern.ts';
import { patternFault, suggestedPattern } from '../../../db/program/number-tokens.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let cluster = '';
beforeEach(() => {
  store = openTestStore();
  cluster = write(store, tester, '준비', (tx) => tx.create(miniCluster, { name: '정밀', hub: '창원', kind: 'general', founded_on: '2010-01-01' }));
});
afterEach(() => store.dispose());

const day = '2011-05-01';
const number = (tx: Tx): string => nextTaskNumber(tx.read, { program_year: 7, cluster, support_type: 'production-technology' }, day);
const numbered = (tx: Tx): string => tx.create(task, { title: '과제', status: 'received', lead_org: tx.create(organisation, { name: '한빛', kind: 'firm' }), found_on: day, task_no: number(tx) });
const make = (): string => write(store, tester, '접수', numbered);
const noOf = (id: string): string => store.read.value<string>('SELECT task_no FROM task WHERE id = ?', [id]) ?? '';
const next = (): string => nextTaskNumber(store.read, { program_year: 7, cluster, support_type: 'production-technology' }, day);

test('follows the suggested pattern: program year, hub, type, running number', () => {
  expect(noOf(make())).toMatch(/^07-[A-Z]{2,3}-PT-0001$/);
  expect(noOf(make())).toMatch(/-0002$/);
});

test('gives no number twice: not after deletion, not after it was changed or cleared, not after undo', () => {
  const [first, second, third] = [make(), make(), make()];
  write(store, tester, '삭제', (tx) => tx.remove(task, third));
  expect(next()).toMatch(/-0004$/);
  write(store, tester, '비움', (tx) => { tx.change(task, second, { task_no: null }); tx.change(task, first, { task_no: '옛 번호' }); });
  expect(next()).toMatch(/-0004$/);
  make();
  const last = store.read.value<number>('SELECT max(id) FROM action') ?? 0;
  undo(store, tester, last);
  expect(next()).toMatch(/-0005$/);
});

test('sees what the same step has given, and counts by prefix', () => {
  const given = write(store, tester, '접수 3건', (tx) => [numbered(tx), numbered(tx), numbered(tx)]);
  expect(given.map(noOf).map((text) => text.slice(-4))).toEqual(['0001', '0002', '0003']);
  expect(nextTaskNumber(store.read, { program_year: 8, cluster, support_type: 'production-technology' }, '2012-05-01')).toMatch(/^08-.*-0001$/);
  expect(nextTaskNumber(store.read, { program_year: null, cluster: null, support_type: null }, day)).toBe('07-XX-XX-0001');
});

test('uses the office’s pattern of the day, with text behind the number; foreign numbers count not', () => {
  write(store, tester, '규칙', (tx) => tx.create(periodRule, { name: '형식', valid_from: '2011-04-01', task_number_pattern: '{연도}년 제{일련3}호' }));
  write(store, tester, '옛 번호', (tx) => { for (const text of ['2011년 제12-3호', '2011년 제007호', '2011년 제9']) tx.change(task, numbered(tx), { task_no: text }); });
  expect(next()).toBe('2011년 제008호');
});

test('says what is wrong with a pattern', () => {
  expect(patternFault(suggestedPattern)).toBeNull();
  for (const wrong of ['{차년도2}-{거점}', '{일련4}{일련4}', '{번호}-{일련4}', '{일련4', `${'가'.repeat(26)}{일련4}`]) expect(patternFault(wrong), wrong).not.toBeNull();
});

test('looks numbers up in indexes', () => {
  const plan = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT json_extract(patch, '$.task_no') FROM sync_log WHERE tbl = 'task' AND json_extract(patch, '$.task_no') IS NOT NULL
    AND json_extract(patch, '$.task_no') >= 'a' AND json_extract(patch, '$.task_no') < 'b'`).map((row) => row.detail).join(' ');
  expect(plan).toContain('sync_log_task_no');
});
