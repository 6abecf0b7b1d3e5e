import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionsSql, lastVisitsSql, plannedSql, promisesSql, readNextVisits, tasksSql } from '../../../db/rounds/next-visits.ts';
import type { VisitLine, VisitScope } from '../../../db/rounds/round-types.ts';
import { actionParts } from '../../../db/rounds/visit-parts.ts';
import { sheetSql } from '../../../db/rounds/visit-sheet.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { openRounds, openTask, promise, today, visit, type RoundWorld } from './round-world.ts';

let world: RoundWorld;
beforeEach(() => { world = openRounds(); });
afterEach(() => world.store.dispose());

const next = (scope: Partial<VisitScope> = {}): VisitLine[] =>
  readNextVisits(world.store.read, { coordinator: null, office: null, cluster: null, complex: null, silentDays: 90, ...scope }, today).lines;
const kindsOf = (firm: number, scope: Partial<VisitScope> = {}): string[] => next(scope).find(({ organisation: id }) => id === world.firms[firm])?.parts.map(({ kind }) => kind) ?? [];
const firm = (index: number): string => world.firms[index] ?? '';

test('each line says its reasons in words, and its score is the sum of their points', () => {
  world.do((tx) => {
    visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: '2026-06-01', next_visit_on: '2026-11-12' });
    promise(tx, { what: '시험성적서 받기', owner: world.kim, due_on: '2026-11-01', organisation: firm(0) });
    openTask(tx, { lead_org: firm(0), title: '도금 불량', coordinator: world.kim, found_on: '2026-08-01' });
  });
  const [line] = next();
  expect(line?.organisation).toBe(firm(0));
  expect(line?.parts.map(({ kind, points }) => [kind, points])).toEqual([['promise', 50], ['action', 26], ['silent', 30], ['stuck', 16]]);
  expect(line?.score).toBe(122);
  expect(line?.parts.map(({ reason }) => reason)).toEqual([
    '2026-06-01 상담에서 2026-11-12 방문을 약속했고 10일 지났습니다.', '후속 조치 ‘시험성적서 받기’ (기한 2026-11-01에서 21일 지남)',
    '금형MC 회원인데 2026-06-01 뒤로 174일 동안 찾지 않았습니다.', '과제 ‘도금 불량’: 113일째 ‘접수’ 상태입니다.',
  ]);
  for (const one of next()) expect(one.score).toBe(one.parts.reduce((sum, { points }) => sum + points, 0));
});

test('a later visit by anybody keeps the promise; a session of that very day does not', () => {
  world.do((tx) => visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: '2026-11-10', next_visit_on: '2026-11-20' }));
  expect(kindsOf(0)).toEqual(['promise']);
  world.do((tx) => visit(tx, { organisation: firm(0), coordinator: world.lee, visit_on: '2026-11-21' }));
  expect(kindsOf(0)).toEqual([]);
});

test('a promise far ahead is not listed yet; a visit that is arranged takes points away and says so', () => {
  world.do((tx) => visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: '2026-11-10', next_visit_on: '2026-12-31' }));
  expect(kindsOf(0)).toEqual([]);
  world.do((tx) => visit(tx, { organisation: firm(1), coordinator: world.kim, visit_on: '2026-11-30' }));
  const line = next().find(({ organisation: id }) => id === firm(1));
  expect(line?.parts.map(({ kind, points }) => [kind, points])).toEqual([['never', 30], ['planned', -30]]);
});

test('a member never visited, a member visited lately, and a member that has closed', () => {
  world.do((tx) => {
    visit(tx, { organisation: firm(1), coordinator: world.kim, visit_on: '2026-11-01' });
    tx.change(organisation, firm(2), { status: 'closed' });
  });
  expect([kindsOf(0), kindsOf(1), kindsOf(2)]).toEqual([['never'], [], []]);
  expect(kindsOf(1, { silentDays: 20 })).toEqual(['silent']);
});

test('deadlines are those of tasks that are carried out', () => {
  world.do((tx) => {
    openTask(tx, { lead_org: firm(0), title: '가', status: 'in-progress', found_on: '2026-01-01', end_on: '2026-11-20' });
    openTask(tx, { lead_org: firm(0), title: '나', status: 'completed', found_on: '2026-01-01', end_on: '2026-11-20' });
    openTask(tx, { lead_org: firm(0), title: '다', status: 'planning', found_on: '2026-11-20', end_on: '2026-11-20' });
  });
  expect(next().find(({ organisation: id }) => id === firm(0))?.parts.filter(({ kind }) => kind !== 'never').map(({ kind, points, reason }) => [kind, points, reason])).toEqual([['deadline', 25, '과제 ‘가’ 수행 종료 2026-11-20 (2일 지남)']]);
});

test('follow-ups together count at most 45 points', () => {
  const parts = actionParts([1, 2, 3].map((id) => ({ id: String(id), what: '일', due_on: '2026-10-01' })), today);
  expect(parts.map(({ points }) => points)).toEqual([30, 15, 0]);
});

test('the scope: coordinator, office, mini-cluster and complex', () => {
  world.do((tx) => {
    promise(tx, { what: '가', owner: world.kim, organisation: firm(0) });
    promise(tx, { what: '나', owner: world.lee, organisation: firm(1) });
    visit(tx, { organisation: firm(1), coordinator: world.lee, visit_on: '2026-11-20' });
    visit(tx, { organisation: firm(0), coordinator: world.kim, visit_on: '2026-11-20' });
  });
  const ids = (scope: Partial<VisitScope>): string[] => next(scope).map(({ organisation: id }) => id).sort();
  expect(ids({ coordinator: world.lee })).toEqual([firm(1)]);
  expect(ids({ office: '창원지사' })).toEqual([firm(1)]);
  // The manager of the mini-cluster answers for the member nobody has seen.
  expect(ids({ coordinator: world.kim })).toEqual([firm(0), firm(2)].sort());
  expect(ids({ complex: 'changwon' })).toEqual([firm(2)]);
  expect(ids({ cluster: 'another' })).toEqual([]);
});

test('the reads go by their indexes', () => {
  const plan = (sql: string, names: readonly string[]): string =>
    world.store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, Object.fromEntries(names.map((name) => [name, '[]']))).map(({ detail }) => detail).join('\n');
  expect(plan(lastVisitsSql, ['today'])).toMatch(/USING COVERING INDEX session_organisation_visit_on/);
  expect(plan(plannedSql, ['today'])).toMatch(/SEARCH s USING INDEX session_visit_on/);
  expect(plan(promisesSql, ['since', 'today', 'until'])).toMatch(/SEARCH s USING COVERING INDEX session_promise/);
  expect(plan(actionsSql(true), ['people'])).toMatch(/SEARCH a USING INDEX action_item_owner_due_on/);
  expect(plan(tasksSql(true), ['people'])).toMatch(/SEARCH t USING INDEX task_coordinator/);
  expect(plan(tasksSql(false), [])).toMatch(/SEARCH t USING INDEX task_status/);
  for (const [name, alias, index] of [['people', 'p', 'person_organisation'], ['sessions', 's', 'session_organisation_visit_on'], ['tasks', 't', 'task_lead_org'], ['actions', 'a', 'action_item_organisation']] as const) {
    expect(plan(sheetSql[name], ['id', ...(sheetSql[name].includes(':today') ? ['today'] : [])])).toContain(`SEARCH ${alias} USING INDEX ${index}`);
  }
});
