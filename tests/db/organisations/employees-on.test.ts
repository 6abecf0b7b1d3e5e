import { afterAll, beforeAll, expect, test } from 'vitest';
import { employeesOn } from '../../../db/organisations/employees-on.ts';
import { firmYear, organisation, sizeClass } from '../../../db/organisations/fields.ts';
import { figuresOf } from '../../../db/organisations/figures.ts';
import { sizeClassOn } from '../../../db/organisations/size-class.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { write } from '../../../db/kernel/write.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

const firm = (values: { employees?: number | null; employees_on?: string | null } = {}): string =>
  write(store, tester, '등록', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm', ...values }));
const figures = (id: string, years: Readonly<Record<number, number | null>>): void => write(store, tester, '현황', (tx) => {
  for (const [year, employees] of Object.entries(years)) tx.create(firmYear, { organisation: id, year: Number(year), employees, sales: 1 }, relationId('firm_year', id, year));
});

test('the year itself counts before the latest year before it, and that before the firm’s own figure', () => {
  const id = firm({ employees: 99, employees_on: '2010-01-01' });
  figures(id, { 2010: 48, 2012: null, 2013: 53 });
  expect(['2010-05-01', '2011-12-31', '2012-06-30', '2013-01-01', '2020-01-01'].map((day) => employeesOn(store.read, id, day))).toEqual([48, 48, 48, 53, 53]);
});

test('before the first year the firm’s own figure stands when it is old enough or of no known day', () => {
  const dated = firm({ employees: 120, employees_on: '2011-03-01' });
  figures(dated, { 2013: 130 });
  expect([employeesOn(store.read, dated, '2011-02-28'), employeesOn(store.read, dated, '2011-03-01')]).toEqual([null, 120]);
  expect(employeesOn(store.read, firm({ employees: 7 }), '2005-04-01')).toBe(7);
  expect([employeesOn(store.read, firm(), '2026-01-01'), employeesOn(store.read, 'not-arrived', '2026-01-01')]).toEqual([null, null]);
});

test('a removed year counts no more', () => {
  const id = firm({ employees: 5 });
  figures(id, { 2010: 48 });
  write(store, tester, '삭제', (tx) => tx.remove(firmYear, relationId('firm_year', id, '2010')));
  expect(employeesOn(store.read, id, '2011-01-01')).toBe(5);
});

test('employeesOn equals a naive scan of random panels', () => {
  forSeeds('employees-on', 40, (seed) => {
    const below = randomFrom(seed);
    const own = { employees: below(3) === 0 ? null : below(400), employees_on: below(3) === 0 ? null : `20${10 + below(10)}-07-01` };
    const panel: Record<number, number | null> = {};
    for (let many = below(8); many > 0; many -= 1) panel[2008 + below(14)] = below(4) === 0 ? null : below(400);
    const id = firm(own);
    figures(id, panel);
    for (let year = 2006; year < 2024; year += 1) {
      const day = `${year}-${below(2) === 0 ? '01-15' : '07-01'}`;
      let expected: number | null = own.employees_on === null || own.employees_on <= day ? own.employees : null;
      for (let at = 2000; at <= year; at += 1) expected = panel[at] ?? expected;
      expect(employeesOn(store.read, id, day)).toBe(expected);
    }
  });
});

test('the legal size is the certificate’s that holds on the day, the one begun last when two do', () => {
  const id = firm();
  write(store, tester, '규모', (tx) => {
    tx.create(sizeClass, { organisation: id, size: 'small', valid_from: '2015-04-01', valid_until: '2016-03-31', certificate: '확인서 1' });
    tx.create(sizeClass, { organisation: id, size: 'medium', valid_from: '2016-03-01' });
  });
  expect(['2015-03-31', '2015-04-01', '2016-03-01', '2026-01-01'].map((day) => sizeClassOn(store.read, id, day))).toEqual([null, 'small', 'medium', 'medium']);
});

test('two records of one body answer with one panel, the record asked first', () => {
  const one = firm();
  const other = firm({ employees: 4, employees_on: '2009-01-01' });
  write(store, tester, '합치기', (tx) => tx.change(organisation, other, { merged_into: one }));
  figures(other, { 2010: 48, 2012: 60 });
  figures(one, { 2012: 61 });
  expect(['2009-06-01', '2011-01-01', '2012-01-01'].map((day) => employeesOn(store.read, one, day))).toEqual([4, 48, 61]);
  expect(employeesOn(store.read, other, '2012-01-01')).toBe(60);
  expect(figuresOf(store.read, one).years.map((year) => [year.year, year.employees])).toEqual([[2010, 48], [2012, 61]]);
});
