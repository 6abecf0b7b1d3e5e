import { afterEach, beforeEach, expect, it } from 'vitest';
import { asideOn } from '../../../db/quality/put-aside.ts';
import type { Queue } from '../../../db/quality/queue.ts';
import type { Found } from '../../../db/quality/rule.ts';
import { account } from '../../../db/accounts/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { task } from '../../../db/tasks/fields.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';
import { aTask, lookedAtOn, scene, type Scene } from './examples.ts';

let desk: TestApplication;
let made: Scene;
const add = (values: Parameters<typeof aTask>[1]): string => write(desk.app.store, tester, '준비', (tx) => aTask({ ...made, tx }, values));
beforeEach(async () => {
  desk = await testApplication({ now: () => Date.parse(`${lookedAtOn}T09:00:00+09:00`) });
  made = write(desk.app.store, tester, '준비', scene);
});
afterEach(() => desk.dispose());

const queue = (scope: string, rule: string | null = null) => desk.call<Queue>('query', 'quality.queue', { scope, rule });

it('is empty when nothing is to be repaired', async () => {
  add({});
  expect(await queue('all')).toEqual({ rules: [], total: 0, late: 0, aside: 0, lines: [] });
});

it('shows mine, those of my office or those of all, with counts by rule, and what was repaired is gone', async () => {
  const mine = add({ title: '내 과제', coordinator: desk.coordinator, end_on: '2014-02-01' });
  add({ title: '남의 과제', end_on: '2014-01-31' });
  expect(await queue('mine')).toMatchObject({ rules: [{ code: 'task.end-passed', severity: 'late', count: 1 }], total: 1, late: 1, lines: [{ label: '내 과제', rule: 'task.end-passed', at: { table: 'task', id: mine, tab: 'fields', field: 'end_on' }, person_name: '시험 사용자' }] });
  expect((await queue('all')).total).toBe(2);
  // No office is known of this user, so the office is everybody's; with one it is that office's.
  expect((await queue('office')).total).toBe(2);
  write(desk.app.store, tester, '지사', (tx) => { for (const id of tx.read.column<string>('SELECT id FROM account WHERE person = ?', [desk.coordinator])) tx.change(account, id, { office: '창원지사' }); });
  write(desk.app.store, tester, '다른 지사', (tx) => aTask({ ...made, tx }, { title: '구미 과제', office: '구미지사', end_on: '2014-01-31' }));
  expect((await queue('office')).lines.map((line) => line.label).sort()).toEqual(['남의 과제', '내 과제']);
  expect(await desk.call('query', 'quality.count', { scope: 'mine' })).toEqual({ total: 1, late: 1 });
  write(desk.app.store, tester, '고침', (tx) => tx.change(task, mine, { end_on: '2014-08-31' }));
  expect(await desk.call('query', 'quality.count', { scope: 'mine' })).toEqual({ total: 0, late: 0 });
});

it('lists one rule when asked, the counts of all beside it', async () => {
  add({ end_on: '2014-02-01', employees_at_decision: null });
  const found = await queue('all', 'task.employees-unknown');
  expect(found.rules.map((one) => one.code)).toEqual(['task.end-passed', 'task.employees-unknown']);
  expect(found.lines.map((one) => one.rule)).toEqual(['task.employees-unknown']);
});

it('puts a line aside with a reason until a day, for everybody, and takes it back', async () => {
  const id = add({ end_on: '2014-02-01', employees_at_decision: null });
  const which = { rule: 'task.end-passed', record: id, field: 'end_on', label: '도금 불량 개선' };
  const aside = (more: object) => desk.call('mutation', 'quality.putAside', { ...which, reason: '연장 협의 중', until_on: '2014-02-10', ...more });
  await expect(aside({ reason: ' ' })).rejects.toThrow('값이 맞지 않습니다');
  await expect(aside({ until_on: '2014-02-09' })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'until_on' }] } } });
  await expect(aside({ rule: 'task.nothing' })).rejects.toMatchObject({ data: { refusal: { code: 'not-found', details: [{ field: 'rule' }] } } });
  await aside({});
  expect(await queue('all')).toMatchObject({ total: 1, late: 0, aside: 1, rules: [{ code: 'task.employees-unknown' }] });
  expect((await queue('all', 'aside')).lines).toMatchObject([{ rule: 'task.end-passed', aside: { reason: '연장 협의 중', until_on: '2014-02-10' } }]);
  await desk.call('mutation', 'quality.takeBack', which);
  expect(await queue('all')).toMatchObject({ total: 2, aside: 0 });
  // Put aside again it is the same record; a day later it is back by itself.
  await aside({});
  const read = desk.app.read;
  expect(asideOn(read, '2014-02-10')('task.end-passed', { at: { id, field: 'end_on' } } as Found)).not.toBeNull();
  expect(asideOn(read, '2014-02-11')('task.end-passed', { at: { id, field: 'end_on' } } as Found)).toBeNull();
  const undone = await desk.call<{ label: string }>('mutation', 'device.undo', {});
  expect(undone.label).toBe('점검 미루기: 도금 불량 개선');
  expect((await queue('all')).aside).toBe(0);
});
