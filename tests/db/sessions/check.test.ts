import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { checkSession, refuseUnfit, type SessionWarning } from '../../../db/sessions/check.ts';
import { createSession } from '../../../db/sessions/create.ts';
import { person } from '../../../db/people/fields.ts';
import { Refusal } from '../../../db/errors.ts';
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
const kinds = (warnings: SessionWarning[]) => warnings.map((one) => one.kind).toSorted();

describe('checkSession', () => {
  it('tells of a firm that had closed by the day, and not before', () => {
    write(store, tester, '폐업', (tx) => tx.change(organisation, firm, { status: 'closed', status_on: '2012-05-02' }));
    expect(checkSession(store.read, { organisation: firm, visit_on: '2012-05-02' }, '2012-06-01')).toMatchObject([{ kind: 'not-active', field: 'organisation', message: '한빛정밀은 2012-05-02에 폐업한 곳입니다. 날짜를 확인해 주세요.' }]);
    expect(checkSession(store.read, { organisation: firm, visit_on: '2012-05-01' }, '2012-06-01')).toEqual([]);
  });
  it('warns of time that overlaps for the coordinator; touching ends do not', () => {
    const first = log({});
    const draft = { coordinator, organisation: other, visit_on: '2012-05-02' };
    const [warning, ...more] = checkSession(store.read, { ...draft, start_at: '15:00', end_at: '16:00' }, '2012-05-03');
    expect(warning).toMatchObject({ kind: 'overlap', session: first, message: '시간이 겹칩니다: 같은 날 14:00–15:30 한빛정밀 상담이 있습니다.' });
    expect(more).toEqual([]);
    expect(checkSession(store.read, { ...draft, start_at: '15:30', end_at: '16:00' }, '2012-05-03')).toEqual([]);
    expect(checkSession(store.read, { ...draft, id: first, organisation: firm, start_at: '14:00', end_at: '15:30' }, '2012-05-03')).toEqual([]);
  });

  it('warns of the same firm, coordinator and day twice, of a day to come, and of more than eight hours', () => {
    log({ start_at: '08:00', end_at: '15:30' });
    expect(kinds(checkSession(store.read, { coordinator, organisation: firm, visit_on: '2012-05-02', start_at: '16:00', end_at: '17:00' }, '2012-05-01'))).toEqual(['future', 'long-day', 'same-day']);
    expect(checkSession(store.read, { coordinator, organisation: firm, visit_on: '2012-05-03' }, '2012-05-03')).toEqual([]);
  });
});

describe('refuseUnfit', () => {
  const missing = (id: string, now: string): string[] => {
    try {
      refuseUnfit(store.read, id, now);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.details.map((one) => one.field);
    }
  };

  it('names everything that is missing before a session is handed in', () => {
    const id = log({ mode: 'visit', place: '현장', end_at: null });
    expect(missing(id, '2012-05-03 09:00')).toEqual(['end_at', 'fields', 'summary', 'advice', 'result', 'attendees']);
  });

  it('accepts a whole one, not before it has ended', () => {
    const id = log({ mode: 'visit', place: '현장', fields: 'rnd', summary: '가', advice: '나', result: 'ongoing' }, { attendees: [{ name: '박부장' }] });
    expect(missing(id, '2012-05-02 15:29')).toEqual(['visit_on']);
    expect(missing(id, '2012-05-02 15:30')).toEqual([]);
  });
});
