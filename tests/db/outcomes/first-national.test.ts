import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstNationalCheck, setFirstNational } from '../../../db/outcomes/first-national.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { openTestStore, testApplication, type TestStore } from '../../support/store.ts';
import { inStore, makeFirm, makeTask, type TaskValues } from './desk.ts';

let store: TestStore;
let firm: string;
beforeEach(() => {
  store = openTestStore();
  firm = inStore(store, (tx) => makeFirm(tx, '(주)한빛정밀'));
});
afterEach(() => store.dispose());

const rnd = { support_type: 'field-technology' };
const add = (values: TaskValues = {}, lead = firm): string => inStore(store, (tx) => makeTask(tx, lead, values));
const before = (values: TaskValues = {}): TaskValues => ({ ...rnd, title: '앞선 과제', task_no: '05-CW-0001', found_on: '2009-03-01', decided_on: '2009-06-01', agreed_on: null, start_on: null, end_on: null, status: 'closed', ...values });
const answer = (id: string, value: 'yes' | 'no', fillsYear = false): void => inStore(store, (tx) => setFirstNational(tx, id, value, fillsYear));
const refused = (value: string): unknown => expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field: 'first_national_rnd', value })] });

describe('a firm without history', () => {
  it('is suggested as first for R&D and takes the year of the decision', () => {
    const id = add({ ...rnd });
    expect(firstNationalCheck(store.read, id)).toMatchObject({ suggestion: 'yes', earlier: [], joined: [], firm: { id: firm, year: null }, isYearEarlier: false, year: 2012 });
    answer(id, 'yes', true);
    expect(store.read.value('SELECT first_national_rnd_year FROM organisation WHERE id = ?', [firm])).toBe(2012);
    // Its own year of the same task does not turn against it.
    expect(firstNationalCheck(store.read, id).suggestion).toBe('yes');
  });

  it('gets no suggestion where the support is no R&D or gives no money', () => {
    expect(firstNationalCheck(store.read, add({ support_type: 'overseas-exhibition' })).suggestion).toBeNull();
    expect(firstNationalCheck(store.read, add({ support_type: 'technical-guidance' })).suggestion).toBeNull();
  });

  it('leaves the year alone unless asked', () => {
    answer(add({ ...rnd }), 'yes');
    expect(store.read.value('SELECT first_national_rnd_year FROM organisation WHERE id = ?', [firm])).toBeNull();
  });
});

describe('an earlier R&D task of the firm', () => {
  it('refuses yes, names the task and takes no', () => {
    const earlier = add(before());
    const id = add({ ...rnd });
    expect(firstNationalCheck(store.read, id)).toMatchObject({ suggestion: 'no', earlier: [{ id: earlier, title: '앞선 과제', task_no: '05-CW-0001' }] });
    expect(() => answer(id, 'yes')).toThrow(refused(earlier));
    expect(() => answer(id, 'yes')).toThrow('‘앞선 과제’(05-CW-0001)');
    expect(store.read.value('SELECT first_national_rnd FROM task WHERE id = ?', [id])).toBeNull();
    answer(id, 'no');
    answer(earlier, 'yes');
  });

  it.each([
    ['decided the same day', { decided_on: '2012-07-20' }],
    ['decided later', { decided_on: '2013-01-01' }],
    ['not selected', { status: 'rejected' }],
    ['given up', { status: 'withdrawn' }],
    ['marketing', { support_type: 'total-marketing' }],
    ['without money', { support_type: 'technical-guidance' }],
  ])('does not refuse when it was %s', (_, values) => {
    add(before(values));
    answer(add({ ...rnd }), 'yes');
  });

  it('counts under a name the office has given its own support type', async () => {
    const { supportRule } = await import('../../../db/program/fields.ts');
    inStore(store, (tx) => tx.create(supportRule, { code: 'local-7', name: '지역 특화 기술개발', valid_from: '2005-04-01', is_money: 1 }));
    const earlier = add(before({ support_type: 'local-7' }));
    expect(() => answer(add({ ...rnd }), 'yes')).toThrow(refused(earlier));
  });

  it('stands in a record merged with this firm', () => {
    const twin = inStore(store, (tx) => makeFirm(tx, '한빛정밀 주식회사'));
    const earlier = add(before(), twin);
    const id = add({ ...rnd });
    expect(firstNationalCheck(store.read, id).suggestion).toBe('yes');
    inStore(store, (tx) => tx.change(organisation, twin, { merged_into: firm }));
    if (store.read.value('SELECT count(*) FROM organisation_same') === 0) for (const one of [twin, firm]) store.db.prepare('INSERT INTO organisation_same (id, canonical) VALUES (?, ?)').run(one, firm);
    expect(() => answer(id, 'yes')).toThrow(refused(earlier));
    // The other way round as well: the task is asked through the record that was merged.
    inStore(store, (tx) => { tx.change(task, earlier, { lead_org: firm }); tx.change(task, id, { lead_org: twin }); });
    expect(() => answer(id, 'yes')).toThrow(refused(earlier));
  });
});

it('shows where the firm took part, without refusing', () => {
  const other = inStore(store, (tx) => makeFirm(tx, '다른 기업'));
  const joined = add(before(), other);
  inStore(store, (tx) => tx.create(participant, { task: joined, organisation: firm, role: 'partner' }));
  const id = add({ ...rnd });
  expect(firstNationalCheck(store.read, id)).toMatchObject({ suggestion: 'yes', earlier: [], joined: [{ id: joined, organisation_name: '다른 기업' }] });
  answer(id, 'yes');
});

it('refuses by the year that stands at the firm, if it is earlier', () => {
  inStore(store, (tx) => tx.change(organisation, firm, { first_national_rnd_year: 2011 }));
  const id = add({ ...rnd });
  expect(() => answer(id, 'yes')).toThrow(refused(firm));
  inStore(store, (tx) => tx.change(organisation, firm, { first_national_rnd_year: 2012 }));
  answer(id, 'yes');
});

it('is held by the form, the pasted block and the screen of outcomes alike', async () => {
  const desk = await testApplication();
  try {
    const [lead, id] = inStore(desk.app.store as TestStore, (tx) => {
      const made = makeFirm(tx, '(주)한빛정밀');
      makeTask(tx, made, before());
      return [made, makeTask(tx, made, rnd)];
    });
    expect(lead).toBeTypeOf('string');
    const patch = { first_national_rnd: 'yes' };
    await expect(desk.call('mutation', 'tasks.change', { id, patch })).rejects.toThrow('첫 국가R&D가 아닙니다');
    await expect(desk.call('mutation', 'tasks.changeMany', { changes: [{ id, patch }] })).rejects.toThrow('첫 국가R&D가 아닙니다');
    await expect(desk.call('mutation', 'outcomes.setFirstNational', { id, value: 'yes' })).rejects.toThrow('첫 국가R&D가 아닙니다');
    await desk.call('mutation', 'outcomes.setFirstNational', { id, value: 'no' });
  } finally {
    await desk.dispose();
  }
});
