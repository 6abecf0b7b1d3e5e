import { afterAll, beforeAll, expect, test } from 'vitest';
import { listQuery, listSql, type ListSpec } from '../../../db/kernel/list.ts';
import { unpacked } from '../../../db/kernel/block.ts';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisationListSpec } from '../../../db/organisations/list.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
const all: ListRequest = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };
const run = (request: Partial<ListRequest>, versions: Record<string, number> = {}) => unpacked(listQuery(organisationListSpec).run(store.read, { ...all, ...request }, { versions }));

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '등록', (tx) => {
    for (let index = 0; index < 250; index += 1) {
      tx.create(organisation, { name: `기업 ${String(index).padStart(3, '0')}`, kind: index % 5 === 0 ? 'university' : 'firm', employees: index % 7 === 0 ? null : (index * 37) % 400, certifications: index % 2 ? 'venture,innobiz' : 'mainbiz' });
    }
  });
});
afterAll(() => store.dispose());

test('blocks come in the asked order with the exact total', () => {
  expect(run({ start: 100, end: 103, sort: [{ column: 'name', descending: true }] })).toMatchObject({ total: 250, rows: [{ name: '기업 149' }, { name: '기업 148' }, { name: '기업 147' }] });
  expect(run({ start: 249, end: 349 }).rows).toHaveLength(1);
  expect(run({ start: 0, end: 0 })).toEqual({ rows: [], total: 250 });
});

test('no value sorts last in both directions', () => {
  for (const descending of [false, true]) expect(run({ start: 249, end: 250, sort: [{ column: 'employees', descending }] }).rows[0]?.['employees']).toBeNull();
});

test.each<[string, Partial<ListRequest>, (index: number) => boolean]>([
  ['contains', { filter: { name: { op: 'contains', value: '12' } } }, (index) => String(index).padStart(3, '0').includes('12')],
  ['a percent sign is only a percent sign', { filter: { name: { op: 'contains', value: '%' } } }, () => false],
  ['one of a set', { filter: { kind: { op: 'in', values: ['university'] } } }, (index) => index % 5 === 0],
  ['a range', { filter: { employees: { op: 'range', from: 100, to: 200 } } }, (index) => index % 7 !== 0 && (index * 37) % 400 >= 100 && (index * 37) % 400 <= 200],
  ['empty', { filter: { employees: { op: 'empty' } } }, (index) => index % 7 === 0],
  ['quick: every word', { quick: '기업 049' }, (index) => index === 49],
  ['quick: initial consonants', { quick: 'ㄱㅇ' }, () => true],
])('filters as a naive loop would: %s', (_name, request, holds) => {
  expect(run(request).total).toBe(Array.from({ length: 250 }, (_, index) => index).filter(holds).length);
});

test('a snapshot is renewed when a column it depends on is written, contents are always fresh', () => {
  const versions: Record<string, number> = {};
  const request = { sort: [{ column: 'employees', descending: true }], end: 1 };
  const top = run(request, versions).rows[0];
  write(store, tester, '수정', (tx) => tx.change(organisation, String(top?.id), { memo: '새 메모', employees: 1 }));
  expect(run(request, versions).rows[0]).toMatchObject({ id: top?.id, memo: '새 메모' });
  versions['organisation.employees'] = 1;
  expect(run(request, versions).rows[0]?.id).not.toBe(top?.id);
});

test('a letter, a number or the beginning of a name is found in the order, up and down', () => {
  const at = (seek: string, column: string, descending = false) => run({ start: 0, end: 0, sort: [{ column, descending }], seek }).at;
  expect(at('기업 12', 'name')).toBe(120);
  expect(at('ㄱ', 'name')).toBe(0);
  expect(at('ㅎ', 'name')).toBe(249);
  expect(at('기업 12', 'name', true)).toBe(249 - 129);
  const employees = run({ start: 0, end: 250, sort: [{ column: 'employees', descending: false }] }).rows.map((row) => row['employees']);
  expect(at('200', 'employees')).toBe(employees.findIndex((value) => value !== null && Number(value) >= 200));
});

test('an unknown column is a bug, not an empty list', () => {
  expect(() => run({ sort: [{ column: 'drop table', descending: false }] })).toThrow('no column');
});

test('the order by name walks its index', () => {
  const spec: ListSpec = { ...organisationListSpec, where: "t.kind = 'firm'" };
  const { sql, parameters } = listSql(spec, all);
  const plan = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((row) => row.detail).join('\n');
  expect(plan).toContain('organisation_kind_name');
});
