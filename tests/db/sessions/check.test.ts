import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { checkSession, type SessionDraft } from '../../../db/sessions/check.ts';
import { createSession } from '../../../db/sessions/create.ts';
import { othersSql } from '../../../db/sessions/facts.ts';
import { setGuard } from '../../../db/sessions/guards.ts';
import { ownOffice } from '../../../db/sessions/office.ts';
import { person } from '../../../db/people/fields.ts';
import { createTask } from '../../../db/tasks/create.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let firm: string;
let other: string;
let coordinator: string;
beforeEach(() => {
  store = openTestStore();
  [firm = '', other = '', coordinator = ''] = write(store, tester, '준비', (tx) => [
    tx.create(organisation, { name: '한빛정밀', kind: 'firm' }), tx.create(organisation, { name: '새빛도금', kind: 'firm' }), tx.create(person, { name: '김코디' })]);
});
afterEach(() => store.dispose());

const log = (values: object, more: object = {}) => write(store, tester, '상담', (tx) =>
  createSession(tx, { values: { organisation: firm, coordinator, mode: 'phone', visit_on: '2012-05-02', start_at: '14:00', end_at: '15:30', ...values }, ...more }));
const check = (draft: SessionDraft, today = '2012-06-01', office = ownOffice) => checkSession(store.read, draft, { now: `${today} 09:00`, office });
const kinds = (...asked: Parameters<typeof check>) => check(...asked).map((one) => one.kind).toSorted();

describe('checkSession', () => {
  it('tells of a firm that had closed by the day, and not before', () => {
    write(store, tester, '폐업', (tx) => tx.change(organisation, firm, { status: 'closed', status_on: '2012-05-02' }));
    expect(check({ organisation: firm, visit_on: '2012-05-02' })).toMatchObject([{ kind: 'inactive-firm', field: 'organisation', message: '한빛정밀은 2012-05-02에 폐업한 곳입니다. 날짜를 확인해 주세요.' }]);
    expect(check({ organisation: firm, visit_on: '2012-05-01' })).toEqual([]);
  });

  it('warns of time that overlaps for the coordinator; touching ends do not, nor does the session itself', () => {
    const first = log({});
    const draft = { coordinator, organisation: other, visit_on: '2012-05-02' };
    const [warning, ...more] = check({ ...draft, start_at: '15:00', end_at: '16:00' });
    expect(warning).toMatchObject({ kind: 'overlap', session: first, message: '시간이 겹칩니다: 같은 날 14:00–15:30 한빛정밀 상담이 있습니다.' });
    expect(more).toEqual([]);
    expect(check({ ...draft, start_at: '15:30', end_at: '16:00' })).toEqual([]);
    expect(check({ ...draft, id: first, organisation: firm, start_at: '14:00', end_at: '15:30' })).toEqual([]);
  });

  it('warns of the same firm and day twice, of a day to come, and of a day too long', () => {
    log({ start_at: '08:00', end_at: '15:30' });
    expect(kinds({ coordinator, organisation: firm, visit_on: '2012-05-02', start_at: '16:00', end_at: '17:00' }, '2012-05-01')).toEqual(['day-hours', 'future', 'same-day']);
    expect(kinds({ coordinator, organisation: other, visit_on: '2012-05-02', contact_minutes: 31 })).toEqual(['day-hours']);
    expect(check({ coordinator, organisation: firm, visit_on: '2012-05-03' })).toEqual([]);
  });

  it('goes by what the office set', () => {
    log({});
    const draft = { coordinator, organisation: firm, visit_on: '2012-05-02' };
    write(store, tester, '규칙', (tx) => {
      setGuard(tx, ownOffice, 'same-day', { level: 'off', amount: null });
      setGuard(tx, ownOffice, 'late', { level: 'warn', amount: 30 });
    });
    expect(kinds(draft, '2012-06-01')).toEqual([]);
    expect(kinds(draft, '2012-06-02')).toEqual(['late']);
    expect(kinds(draft, '2012-06-02', '창원지사')).toEqual(['same-day']);
  });

  it('says when a result asks for a task, and when a solved one is still open', () => {
    const id = log({ result: 'became-task' });
    const draft = { id, organisation: firm, visit_on: '2012-05-02' };
    expect(kinds({ ...draft, result: 'became-task' })).toEqual(['no-task']);
    const task = write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, field: 'rnd' }, { session: id }));
    expect(kinds({ ...draft, result: 'became-task' })).toEqual([]);
    expect(kinds({ ...draft, result: 'solved' })).toEqual(['open-task']);
    expect(task).not.toBe('');
  });

  it('finds the day of a coordinator by its index', () => {
    const plan = store.db.prepare(`EXPLAIN QUERY PLAN ${othersSql}`).all({ organisation: '', coordinator: '', day: '', id: '' });
    expect(JSON.stringify(plan)).toContain('session_coordinator_visit_on');
  });
});
