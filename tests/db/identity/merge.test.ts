import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../db/errors.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { committee, evaluator } from '../../../db/evaluations/fields.ts';
import { distinguish, merge, split } from '../../../db/identity/merge.ts';
import { linksTo } from '../../../db/identity/link-fields.ts';
import { canonicalId } from '../../../db/identity/same-sql.ts';
import { wrongCanonicals } from '../../../db/identity/canonical.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { compareWithLog } from '../../../db/kernel/merge.ts';
import { actionOf, nextUndo, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { findOrganisation } from '../../../db/organisations/find.ts';
import { organisationRelations } from '../../../db/organisations/relations.ts';
import { firmYear, organisation, site } from '../../../db/organisations/fields.ts';
import { affiliation, person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { refusalOf } from '../../support/refused.ts';
import { openTestStore, temporaryFolder, tester, type TestStore } from '../../support/store.ts';
import { visibleState } from '../../property/arbitrary-edits.ts';

let store: TestStore;
let dataDir: string;
let days = 0;
const now = (): number => Date.UTC(2026, 2, 2) + days * 86_400_000;

type Things = Record<'a' | 'b' | 'c' | 'lead' | 'shared' | 'cluster' | 'who', string>;

const fill = (): Things => write(store, tester, '준비', (tx) => {
  const a = tx.create(organisation, { name: '(주)나래금속', kind: 'firm', address: '경상남도 창원시 성산구 웅남로 101', district: '창원시', employees: 40 });
  const b = tx.create(organisation, { name: '나래금속 주식회사', kind: 'firm', address: '경상북도 구미시 1공단로4길 44', district: '구미시', business_no: '9358174060', phone: '0544601234', employees: 55 });
  const c = tx.create(organisation, { name: '가람정밀', kind: 'firm', succeeded_by: b });
  const who = tx.create(person, { name: '이금속', organisation: b });
  const lead = tx.create(task, { title: '도금 불량', status: 'discovered', lead_org: b, found_on: '2026-01-05' });
  const shared = tx.create(task, { title: '공동 과제', status: 'discovered', lead_org: c, found_on: '2026-01-06' });
  tx.create(participant, { task: shared, organisation: a, role: 'partner' }, relationId('participant', shared, a));
  tx.create(participant, { task: shared, organisation: b, role: 'partner', share_percent: 30, person: who }, relationId('participant', shared, b));
  tx.create(participant, { task: lead, organisation: a, role: 'partner' }, relationId('participant', lead, a));
  tx.create(session, { visit_on: '2026-01-05', mode: 'phone', coordinator: who, organisation: b, status: 'draft' });
  const cluster = tx.create(miniCluster, { name: '정밀금형', hub: 'changwon', kind: 'general', founded_on: '2020-01-01' });
  tx.create(membership, { cluster, organisation: a, kind: 'firm', joined_on: '2022-01-01', left_on: '2024-12-31' });
  tx.create(membership, { cluster, organisation: b, kind: 'firm', joined_on: '2021-03-01', memo: '먼저 가입' });
  const meeting = tx.create(committee, { name: '1차', kind: 'regional', held_on: '2026-02-01', status: 'planned' });
  tx.create(evaluator, { committee: meeting, person: who, organisation: b, role: 'evaluator' }, relationId('evaluator', meeting, who));
  for (const [body, employees, sales] of [[a, 38, null], [b, 50, 900]] as const) tx.create(firmYear, { organisation: body, year: 2025, employees, sales }, relationId('firm_year', body, '2025'));
  tx.create(firmYear, { organisation: b, year: 2024, employees: 45 }, relationId('firm_year', b, '2024'));
  tx.create(affiliation, { person: who, organisation: b, from_on: '2020-01-01' });
  tx.create(site, { organisation: b, name: '2공장', address: '경상북도 구미시 산호대로 9' });
  return { a, b, c, lead, shared, cluster, who };
});

const rows = <Row>(sql: string, ...parameters: string[]): Row[] => store.read.all<Row>(sql, parameters);
const live = (id: string): Record<string, unknown> => store.read.get<Record<string, unknown>>('SELECT * FROM organisation WHERE id = ?', [id]) ?? {};

beforeEach(() => {
  days = 0;
  dataDir = temporaryFolder();
  store = openTestStore({ dataDir, now });
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const reopen = (): void => {
  store.close();
  store = openTestStore({ dataDir, now });
};

describe('merging', () => {
  test('every link of every noun points to the record that stands for both, in one step', () => {
    const { a, b, c, lead } = fill();
    const { id, action } = merge(store, tester, [b, a], { employees: 55 });
    expect(id).toBe(a);
    expect(actionOf(store, action).label).toBe('기업 합치기: (주)나래금속 ← 나래금속 주식회사');
    for (const { type, field } of linksTo('organisation')) {
      const left = rows(`SELECT id FROM ${type.table} WHERE _del = 0 AND ${field} = ?`, b);
      expect(left, `${type.table}.${field}`).toEqual([]);
    }
    expect(live(a)).toMatchObject({ employees: 55, phone: '0544601234', business_no: '9358174060', name: '(주)나래금속', merged_into: null, _del: 0 });
    expect(live(b)).toMatchObject({ merged_into: a, _del: 0 });
    expect(live(c)['succeeded_by']).toBe(a);
    expect(store.read.value('SELECT lead_org FROM task WHERE id = ?', [lead])).toBe(a);
    expect(canonicalId(store.read, b)).toBe(a);
    expect(compareWithLog(store)).toEqual([]);
  });

  test('what is there twice is joined: the survivor keeps what it has filled', () => {
    const { a, b, shared, lead, cluster, who } = fill();
    merge(store, tester, [a, b], {});
    expect(rows('SELECT organisation, role, share_percent, person FROM participant WHERE _del = 0 AND task = ?', shared)).toEqual([{ organisation: a, role: 'partner', share_percent: 30, person: who }]);
    expect(rows('SELECT id FROM participant WHERE _del = 0 AND task = ?', lead)).toEqual([]);
    expect(rows('SELECT organisation, joined_on, left_on, memo FROM membership WHERE _del = 0 AND cluster = ?', cluster)).toEqual([{ organisation: a, joined_on: '2021-03-01', left_on: null, memo: '먼저 가입' }]);
    expect(rows('SELECT id, year, employees, sales FROM firm_year WHERE _del = 0 AND organisation = ? ORDER BY year', a)).toEqual([
      { id: relationId('firm_year', a, '2024'), year: 2024, employees: 45, sales: null }, { id: relationId('firm_year', a, '2025'), year: 2025, employees: 38, sales: 900 },
    ]);
    expect(rows('SELECT organisation FROM evaluator WHERE _del = 0')).toEqual([{ organisation: a }]);
  });

  test('the other name is found, the other address is a place of it', () => {
    const { a, b } = fill();
    write(store, tester, '이름', (tx) => tx.change(organisation, b, { name: '새론도금(주)' }));
    merge(store, tester, [a, b], {});
    expect(findOrganisation.run(store.read, { text: '새론도금' }, { versions: {} }).map((one) => one.id)).toContain(a);
    expect(rows('SELECT name, address FROM site WHERE _del = 0 AND organisation = ? ORDER BY n', a)).toEqual([
      { name: '2공장', address: '경상북도 구미시 산호대로 9' }, { name: '구미시 사업장', address: '경상북도 구미시 1공단로4길 44' },
    ]);
  });

  test('a confirmed session stays as it was written, and is read through the record that stands for both', () => {
    const { a, b, who } = fill();
    const kept = write(store, tester, '확정된 상담', (tx) => {
      const id = tx.create(session, { visit_on: '2026-01-20', mode: 'phone', coordinator: who, organisation: b, status: 'draft' });
      tx.put(session, id, { status: 'confirmed', status_n: 1 });
      return id;
    });
    merge(store, tester, [a, b], {});
    expect(store.read.value('SELECT organisation FROM session WHERE id = ?', [kept])).toBe(b);
    expect(organisationRelations.run(store.read, { id: a }, { versions: {} }).sessions.map((one) => one.visit_on)).toEqual(['2026-01-20', '2026-01-05']);
  });

  test('stays that do not meet stay two', () => {
    const { a, b, cluster } = fill();
    write(store, tester, '탈퇴', (tx) => tx.change(membership, rows<{ id: string }>('SELECT id FROM membership WHERE organisation = ?', b)[0]?.id ?? '', { left_on: '2021-12-31' }));
    merge(store, tester, [a, b], {});
    expect(rows('SELECT joined_on FROM membership WHERE _del = 0 AND cluster = ? ORDER BY joined_on', cluster)).toHaveLength(2);
  });

  test('one record, an unknown one or a deleted one is refused', () => {
    const { a, b } = fill();
    const refusal = (ids: string[]): string => {
      const { code, details } = refusalOf(() => merge(store, tester, ids, {}));
      return `${code} ${details[0]?.field ?? ''}`.trim();
    };
    expect(refusal([a])).toBe('invalid ids');
    expect(refusal([a, 'nobody'])).toBe('not-found');
    write(store, tester, '삭제', (tx) => tx.remove(organisation, b));
    expect(refusal([a, b])).toBe('not-found');
  });

  test('a third record merged later brings along what was merged into it', () => {
    const { a, b, c } = fill();
    merge(store, tester, [b, c], {});
    expect(canonicalId(store.read, c)).toBe(b);
    merge(store, tester, [a, b], {});
    expect([b, c].map((id) => live(id)['merged_into'])).toEqual([a, a]);
    const kept = rows<{ value: string; until_on: string | null }>("SELECT value, until_on FROM organisation_past WHERE _del = 0 AND organisation = ? AND what = 'name'", a);
    expect(kept.map((one) => one.value).sort()).toEqual(['가람정밀', '나래금속 주식회사']);
    expect(kept.find((one) => one.value === '나래금속 주식회사')?.until_on).toBeNull();
    expect(wrongCanonicals(store.read)).toEqual([]);
  });
});

describe('taking it back', () => {
  test('a month later, after a restart and other work, everything is as it was', () => {
    const { a, b } = fill();
    const before = visibleState(store);
    const { action } = merge(store, tester, [a, b], { name: '나래금속(주)' });
    days = 31;
    reopen();
    expect(nextUndo(store, tester)?.id).toBe(action);
    undo(store, tester, action);
    expect(visibleState(store)).toBe(before);
    expect(store.read.value('SELECT count(*) FROM organisation_same')).toBe(0);
    expect(compareWithLog(store)).toEqual([]);
    expect(wrongCanonicals(store.read)).toEqual([]);
  });

  test('what has changed since is kept, value by value, and all the rest goes back', () => {
    const { a, b, lead, who } = fill();
    const { action } = merge(store, tester, [a, b], { employees: 55 });
    days = 30;
    reopen();
    write(store, tester, '뒤의 일', (tx) => {
      tx.change(organisation, a, { employees: 60 });
      tx.change(task, lead, { title: '도금 불량 개선' });
      tx.create(session, { visit_on: '2026-03-20', mode: 'phone', coordinator: who, organisation: a, status: 'draft' });
    });
    expect(() => undo(store, tester, action)).toThrow(Refusal);
    undo(store, tester, action, 'keep');
    expect(live(a)).toMatchObject({ employees: 60, business_no: null, phone: null });
    expect(live(b)).toMatchObject({ merged_into: null });
    expect(canonicalId(store.read, b)).toBe(b);
    expect(store.read.get('SELECT title, lead_org FROM task WHERE id = ?', [lead])).toEqual({ title: '도금 불량 개선', lead_org: b });
    expect(rows('SELECT organisation FROM session WHERE _del = 0 ORDER BY visit_on')).toEqual([{ organisation: b }, { organisation: a }]);
    expect(rows('SELECT organisation FROM participant WHERE _del = 0')).toHaveLength(3);
  });

  test('merged, undone, merged again is merged', () => {
    const { a, b } = fill();
    const first = merge(store, tester, [a, b], {});
    const merged = visibleState(store);
    undo(store, tester, first.action);
    merge(store, tester, [a, b], {});
    const state = (text: string): unknown => (JSON.parse(text) as [string, { id: string }[]][]).map(([table, list]) => [table, list.map(({ id: _id, ...row }) => JSON.stringify(row)).sort()]);
    expect(state(visibleState(store))).toEqual(state(merged));
    expect(canonicalId(store.read, b)).toBe(a);
  });

  test('a record can be taken out where the step itself is not at hand', () => {
    const { a, b } = fill();
    merge(store, tester, [a, b], { business_no: null });
    split(store, tester, b);
    expect(canonicalId(store.read, b)).toBe(b);
    expect(() => split(store, tester, b)).toThrow(Refusal);
  });
});

test('known to differ: one step, whatever the order; one body cannot differ from itself', () => {
  const { a, b, c } = fill();
  distinguish(store, tester, [c, a], '주소가 다름');
  const pair = (): unknown[] => rows('SELECT id, one, other, reason FROM distinct_pair WHERE _del = 0');
  expect(pair()).toEqual([{ id: relationId('distinct_pair', a, c), one: a, other: c, reason: '주소가 다름' }]);
  merge(store, tester, [b, a], {});
  expect(() => distinguish(store, tester, [a, b], null)).toThrow(Refusal);
  expect(pair()).toHaveLength(1);
  merge(store, tester, [c, a], {});
  expect(pair()).toEqual([]);
});
