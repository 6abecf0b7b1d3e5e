import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueLines, dueYears } from '../../../db/outcomes/due-years.ts';
import { setYears } from '../../../db/outcomes/results.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { inStore, makeFirm, makeTask, stop, type TaskValues } from './desk.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore({ now: () => Date.parse('2016-06-15T09:00:00+09:00') }); });
afterEach(() => store.dispose());

const add = (values: TaskValues): string => inStore(store, (tx) => makeTask(tx, makeFirm(tx, '(주)한빛정밀'), values));
const done = (on: string, more: TaskValues = {}): string => add({ status: 'completed', completed_on: on, ...more });
const states = (id: string, today: string) => dueYears(store.read, id, today).map(({ year, state }) => `${year} ${state}`);
const enter = (id: string, year: number, sales = 0): void => inStore(store, (tx) => setYears(tx, id, [{ year, patch: { sales } }]));

it('asks for nothing while the work goes on', () => {
  expect(dueYears(store.read, add({}), '2020-01-01')).toEqual([]);
});

it('asks for three years after the end, each by 31 March of the next', () => {
  const id = done('2013-12-31');
  expect(dueYears(store.read, id, '2014-01-01').map((one) => one.due_on)).toEqual(['2015-03-31', '2016-03-31', '2017-03-31']);
  expect(states(id, '2014-12-31')).toEqual(['2014 later', '2015 later', '2016 later']);
  expect(states(id, '2015-01-01')).toEqual(['2014 due', '2015 later', '2016 later']);
  expect(states(id, '2015-03-31')).toEqual(['2014 due', '2015 later', '2016 later']);
  expect(states(id, '2015-04-01')).toEqual(['2014 overdue', '2015 later', '2016 later']);
  // The day after belongs to the next year.
  expect(states(done('2014-01-01'), '2015-04-01')).toEqual(['2015 later', '2016 later', '2017 later']);
});

it('knows a zero as entered and an emptied year as not', () => {
  const id = done('2013-12-31');
  enter(id, 2014);
  expect(states(id, '2015-04-01')[0]).toBe('2014 entered');
  inStore(store, (tx) => setYears(tx, id, [{ year: 2014, patch: { sales: null } }]));
  expect(states(id, '2015-04-01')[0]).toBe('2014 overdue');
});

it('counts from the day a task was stopped, also after it went on to 사후관리', () => {
  const id = add({});
  inStore(store, (tx) => stop(tx, id, '2013-02-01'));
  expect(states(id, '2014-05-01')).toEqual(['2014 later', '2015 later', '2016 later']);
});

it('counts the years of the period rule of the day of the end', () => {
  inStore(store, (tx) => {
    tx.create(periodRule, { name: '2013년까지', valid_from: '2005-04-01', valid_until: '2013-12-31', follow_up_years: 5 });
    tx.create(periodRule, { name: '2014년부터', valid_from: '2014-01-01', follow_up_years: 1 });
  });
  expect(states(done('2013-12-31'), '2014-06-01')).toHaveLength(5);
  expect(states(done('2014-01-01'), '2014-06-01')).toEqual(['2015 later']);
});

it('lists what waits, the most overdue first, for one coordinator or all', () => {
  const me = inStore(store, (tx) => tx.create(person, { name: '김하나' }));
  const old = done('2012-12-31', { title: '오래된 과제', coordinator: me });
  const mine = done('2014-05-01', { title: '내 과제', coordinator: me });
  const other = done('2014-05-01', { title: '남의 과제' });
  done('2013-05-01', { status: 'closed' });
  enter(old, 2014, 1);
  const lines = (person: string | null, today = '2016-02-01') => dueLines(store.read, { person, today }).map((one) => `${one.title} ${one.year} ${one.state}`);
  expect(lines(me)).toEqual(['오래된 과제 2013 overdue', '내 과제 2015 due', '오래된 과제 2015 due']);
  expect(lines(null)).toContain('남의 과제 2015 due');
  expect(lines(null)).toHaveLength(4);
  enter(mine, 2015, 0);
  enter(other, 2015, 0);
  expect(lines(null)).toEqual(['오래된 과제 2013 overdue', '오래된 과제 2015 due']);
});
