import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutcomesOfTask } from '../../../db/outcomes/of-task.ts';
import type { DueLine } from '../../../db/outcomes/due-years.ts';
import { task } from '../../../db/tasks/fields.ts';
import { refusalOnWire } from '../../support/refused.ts';
import { testApplication, type TestApplication, type TestStore } from '../../support/store.ts';
import { inStore, makeFirm, makeTask, stop } from './desk.ts';

let desk: TestApplication;
let store: TestStore;
let id: string;
beforeEach(async () => {
  desk = await testApplication({ now: () => Date.parse('2014-02-10T09:00:00+09:00') });
  store = desk.app.store as TestStore;
  id = inStore(store, (tx) => makeTask(tx, makeFirm(tx, '(주)한빛정밀'), { coordinator: desk.coordinator }));
});
afterEach(() => desk.dispose());

const of = () => desk.call<OutcomesOfTask>('query', 'outcomes.of', { id });
const check = (on_date: string, result = 'continue') => desk.call<{ id: string }>('mutation', 'outcomes.midChecks.add', { task: id, values: { on_date, result, checker: desk.coordinator } });
const refusal = async (call: Promise<unknown>) => {
  const said = await refusalOnWire(call);
  if (!said) throw new Error('was not refused');
  return { code: said.code, fields: said.details.map((one) => one.field) };
};
const finish = () => inStore(store, (tx) => tx.change(task, id, { status: 'completed', completed_on: '2013-09-10' }));

describe('mid-checks', () => {
  it('lie between the start and the end, both days included', async () => {
    expect(await refusal(check('2012-08-31'))).toEqual({ code: 'invalid', fields: ['on_date'] });
    const first = await check('2012-09-01');
    finish();
    await check('2013-09-10');
    expect(await refusal(check('2013-09-11'))).toEqual({ code: 'invalid', fields: ['on_date'] });
    expect(await refusal(desk.call('mutation', 'outcomes.midChecks.change', { id: first.id, patch: { on_date: '2012-08-31' } }))).toEqual({ code: 'invalid', fields: ['on_date'] });
    expect((await of()).midChecks.map((one) => one.on_date)).toEqual(['2012-09-01', '2013-09-10']);
  });

  it('end with the day a task was stopped, and need a start', async () => {
    inStore(store, (tx) => stop(tx, id, '2013-03-05'));
    await check('2013-03-05', 'stop');
    expect(await refusal(check('2013-03-06'))).toEqual({ code: 'invalid', fields: ['on_date'] });
    inStore(store, (tx) => tx.change(task, id, { start_on: null }));
    expect(await refusal(check('2013-01-01'))).toEqual({ code: 'invalid', fields: ['start_on'] });
  });

  it('need day, checker and result', async () => {
    expect((await refusal(desk.call('mutation', 'outcomes.midChecks.add', { task: id, values: { opinion: '잘 되고 있음' } }))).fields.sort()).toEqual(['checker', 'on_date', 'result']);
  });
});

describe('outputs', () => {
  const add = () => desk.call<{ id: string }>('mutation', 'outcomes.outputs.add', { task: id, values: { kind: 'patent-applied', title: '도금액 재생 장치', number: '10-2013-0012345', on_date: '2013-05-02' } });

  it('and none at all exclude each other', async () => {
    await desk.call('mutation', 'outcomes.setNoOutputs', { id, value: true });
    expect((await of()).hasNoOutputs).toBe(true);
    const { id: output } = await add();
    expect(await of()).toMatchObject({ hasNoOutputs: false, outputs: [{ number: '10-2013-0012345' }] });
    expect(await refusal(desk.call('mutation', 'outcomes.setNoOutputs', { id, value: true }))).toEqual({ code: 'invalid', fields: ['has_no_outputs'] });
    await desk.call('mutation', 'outcomes.outputs.remove', { id: output });
    await desk.call('mutation', 'outcomes.setNoOutputs', { id, value: true });
  });

  it('come and go in one undo step, with what they take back', async () => {
    await desk.call('mutation', 'outcomes.setNoOutputs', { id, value: true });
    await add();
    const undone = await desk.call<{ label: string }>('mutation', 'device.undo', {});
    expect(undone.label).toBe('성과 추가: 도금 불량 개선');
    expect(await of()).toMatchObject({ hasNoOutputs: true, outputs: [] });
  });

  it('belong to a task that is there', async () => {
    expect((await refusal(desk.call('mutation', 'outcomes.outputs.add', { task: 'nobody', values: { kind: 'paper', title: '가' } }))).code).toBe('not-found');
  });
});

describe('R&D that followed', () => {
  const add = (year: number) => desk.call('mutation', 'outcomes.followOns.add', { task: id, values: { program: '중견기업 기술개발', year, amount: 300_000_000 } });

  it('begins in the year of the end or later; the planned end holds until there is one', async () => {
    expect(await refusal(add(2012))).toEqual({ code: 'invalid', fields: ['year'] });
    await add(2013);
    inStore(store, (tx) => tx.change(task, id, { status: 'completed', completed_on: '2014-01-15' }));
    expect(await refusal(add(2013))).toEqual({ code: 'invalid', fields: ['year'] });
    await add(2014);
    expect((await of()).followOns.map((one) => one.year)).toEqual([2013, 2014]);
  });
});

it('says what waits for the user, and for everybody', async () => {
  finish();
  const due = (everybody: boolean) => desk.call<DueLine[]>('query', 'outcomes.due', { everybody });
  expect(await due(false)).toEqual([]);
  inStore(store, (tx) => tx.change(task, id, { completed_on: '2012-12-31' }));
  expect(await due(false)).toMatchObject([{ task: id, year: 2013, due_on: '2014-03-31', state: 'due' }]);
  inStore(store, (tx) => tx.change(task, id, { coordinator: null }));
  expect([await due(false), (await due(true)).length]).toEqual([[], 1]);
  await desk.call('mutation', 'outcomes.setYears', { task: id, changes: [{ year: 2013, patch: { is_commercialised: 0 } }] });
  expect(await due(true)).toEqual([]);
});
