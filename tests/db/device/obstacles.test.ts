import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import type { ObstacleLines } from '../../../db/device/obstacle-lines.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const firm = (name: string): Promise<{ id: string }> => desk.call('mutation', 'organisations.create', { values: { name, kind: 'firm' } });
const latest = (): number => desk.app.read.value<number>('SELECT max(id) FROM action') ?? 0;
const obstacles = (input: object): Promise<ObstacleLines> => desk.call('query', 'device.obstacles', input);

test('a value that moved on is told with both values, the record and the field in words', async () => {
  const { id } = await firm('가온정밀');
  await desk.call('mutation', 'organisations.change', { id, patch: { kind: 'university', employees: 1200 } });
  const action = latest();
  await desk.call('mutation', 'organisations.change', { id, patch: { kind: 'institute', employees: null } });
  const { lines, more } = await obstacles({ action });
  expect(more).toBe(0);
  expect(lines).toEqual([
    { kind: 'changed', type: '기업·기관', record: '가온정밀', field: '구분', written: '대학', now: '연구소' },
    { kind: 'changed', type: '기업·기관', record: '가온정밀', field: organisation.fields.employees.ko, written: '1,200명', now: null },
  ]);
});

test('a record in use is told with the record that uses it', async () => {
  const { id } = await firm('가온정밀');
  const action = latest();
  await desk.call('mutation', 'tasks.create', { values: { title: '금형 수명', lead_org: id, field: 'rnd' } });
  expect((await obstacles({ action })).lines).toEqual([{ kind: 'used', type: '기업·기관', record: '가온정밀', field: '주관기업', written: null, now: '애로과제: 금형 수명' }]);
});

test('without a number, the action Ctrl+Z would take back; nothing in the way of it', async () => {
  await firm('가온정밀');
  expect(await obstacles({})).toEqual({ lines: [], more: 0 });
});
