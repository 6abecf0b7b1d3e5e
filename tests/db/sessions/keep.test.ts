import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeMany } from '../../../db/kernel/change-many.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { addAttendee } from '../../../db/sessions/attendees.ts';
import { changeSession } from '../../../db/sessions/change.ts';
import { correctSession } from '../../../db/sessions/correct.ts';
import { session, sessionMeeting, sessionTask } from '../../../db/sessions/fields.ts';
import { sessionLife } from '../../../db/sessions/life.ts';
import { lockPeriod, openPeriod, periodOf, refuseLocked } from '../../../db/sessions/lock.ts';
import { makeTask } from '../../../db/sessions/make-task.ts';
import { attachment } from '../../../db/attachments/fields.ts';
import type { Actor } from '../../../db/kernel/actor.ts';
import { now, openOffice, refused, type Office } from './session-world.ts';

let office: Office;
let confirmed: string;
beforeEach(() => {
  office = openOffice();
  confirmed = office.log();
  office.step(confirmed, 'submitted', office.author);
  office.step(confirmed, 'confirmed', office.officer);
});
afterEach(() => office.store.dispose());

const by = (actor: Actor, fn: (tx: Tx) => unknown) => refused(() => write(office.store, actor, '시도', fn));
const correct = (more: Partial<Parameters<typeof correctSession>[2]>) => (tx: Tx) => correctSession(tx, confirmed, { patch: {}, reason: '시각 오기', now, ...more });

const doors: [string, (tx: Tx, id: string) => unknown][] = [
  ['change', (tx, id) => changeSession(tx, id, { advice: '고침' })],
  ['change past the noun', (tx, id) => tx.change(session, id, { advice: '고침' })],
  ['a block pasted', (tx, id) => changeMany(tx, session, [{ id, patch: { advice: '고침' } }], undefined, changeSession)],
  ['remove', (tx, id) => tx.remove(session, id)],
  ['an attendee', (tx, id) => addAttendee(tx, id, { name: '최과장' }, 'firm')],
  ['a link to a task', (tx, id) => tx.create(sessionTask, { session: id, task: 'x' })],
  ['a link to a meeting', (tx, id) => tx.create(sessionMeeting, { session: id, meeting: 'x' })],
  ['과제화', (tx, id) => makeTask(tx, id)],
  ['a status written past the steps', (tx, id) => tx.change(session, id, { status: 'draft' })],
];

describe('a confirmed session', () => {
  it.each(doors)('stays as it is: %s', (_door, run) => {
    expect(by(office.head, (tx) => run(tx, confirmed))).toEqual(['invalid', expect.any(String)]);
    expect(office.status(confirmed)).toBe('confirmed');
    const open = office.log({ visit_on: '2012-05-04' });
    expect(by(office.author, (tx) => run(tx, open))).toBe('ok');
  });

  it('is not changed by undoing what was done before it was confirmed, nor by undoing its making', () => {
    const id = office.log({ visit_on: '2012-05-03' });
    const making = lastAction(office.store);
    write(office.store, office.author, '고침', (tx) => changeSession(tx, id, { summary: '다시 적음' }));
    const edit = lastAction(office.store);
    office.step(id, 'submitted', office.author);
    office.step(id, 'confirmed', office.officer);
    expect(refused(() => undo(office.store, office.author, edit))).toEqual(['invalid', 'status']);
    expect(refused(() => undo(office.store, office.author, making, 'all'))).toEqual(['invalid', 'status']);
    expect(office.store.read.value('SELECT summary FROM session WHERE id = ? AND _del = 0', [id])).toBe('다시 적음');
  });

  it('keeps its evidence, and takes more', () => {
    const file = { owner_table: 'session', owner: confirmed, kind: 'scan', name: '확인서.pdf', mime: 'application/pdf', size: 1, sha256: 'a'.repeat(64) };
    let id = '';
    expect(by(office.author, (tx) => { id = tx.create(attachment, file); })).toBe('ok');
    expect(by(office.author, (tx) => tx.remove(attachment, id))).toEqual(['invalid', 'attachments']);
  });
});

describe('정정', () => {
  it('changes it, and keeps what was there, what is there now, why and by whom, in one step', () => {
    const elsewhere = office.log({ visit_on: '2012-05-04' });
    const person = write(office.store, office.author, '사람', (tx) => addAttendee(tx, elsewhere, { name: '최과장' }, 'firm'));
    expect(by(office.officer, correct({ patch: { start_at: '13:30', advice: '시험 의뢰와 재방문' }, join: [{ id: person, side: 'firm' }] }))).toBe('ok');
    const [line, ...more] = sessionLife(office.store.read, confirmed, { by: office.officer.number, now }).corrections;
    expect(line).toMatchObject({ on_date: '2012-05-10', reason: '시각 오기', by: '담당', changes: { start_at: ['14:00', '13:30'], advice: ['시험 의뢰', '시험 의뢰와 재방문'], attendees: ['박부장', '박부장, 최과장'] } });
    expect(Object.keys(line?.changes ?? {}).toSorted()).toEqual(['advice', 'attendees', 'start_at']);
    expect(more).toEqual([]);
    expect(office.store.read.value('SELECT minutes FROM session WHERE id = ?', [confirmed])).toBe(120);
    undo(office.store, office.officer, lastAction(office.store));
    expect(office.store.read.get('SELECT start_at, status FROM session WHERE id = ?', [confirmed])).toEqual({ start_at: '14:00', status: 'confirmed' });
    expect(sessionLife(office.store.read, confirmed, { by: 0, now }).corrections).toEqual([]);
  });

  it('needs a reason, a change, a confirmed session, and what 확정 asks for', () => {
    expect(by(office.officer, correct({ patch: { advice: '가' }, reason: ' ' }))).toEqual(['invalid', 'reason']);
    expect(by(office.officer, correct({ patch: { advice: '시험 의뢰' } }))).toEqual(['invalid', '']);
    expect(by(office.officer, correct({ patch: { status: 'draft' } }))).toEqual(['invalid', 'status']);
    expect(by(office.officer, correct({ patch: { advice: null } }))).toEqual(['invalid', 'advice']);
    const open = office.log({ visit_on: '2012-05-04', start_at: '14:00', end_at: '15:00' });
    expect(by(office.officer, (tx) => correctSession(tx, open, { patch: { advice: '가' }, reason: '나', now }))).toEqual(['invalid', 'status']);
    expect(by(office.officer, correct({ patch: { visit_on: '2012-05-04' } }))).toEqual(['invalid', 'confirm_on', 'start_at']);
  });
});

describe('마감', () => {
  const lock = (unit: 'day' | 'month' | 'quarter', day: string, actor = office.head) => by(actor, (tx) => lockPeriod(tx, { office: '안산지사', unit, day, reason: '지급 완료' }));

  it.each([['day', '2012-02-29', '2012-02-29', '2012-02-29'], ['month', '2012-02-10', '2012-02-01', '2012-02-29'], ['quarter', '2012-12-31', '2012-10-01', '2012-12-31'], ['quarter', '2012-04-01', '2012-04-01', '2012-06-30']] as const)(
    'a %s of %s is %s to %s', (unit, day, from, until) => expect(periodOf(unit, day)).toEqual({ from, until }));

  it('is laid and opened by the head, with a reason, once', () => {
    expect(lock('month', '2012-05-01', office.officer)).toEqual(['forbidden']);
    expect(by(office.head, (tx) => lockPeriod(tx, { office: '안산지사', unit: 'month', day: '2012-05-01', reason: ' ' }))).toEqual(['invalid', 'reason']);
    expect(lock('month', '2012-05-01')).toBe('ok');
    expect(lock('day', '2012-05-31')).toEqual(['conflict', 'from_on']);
    const [id = ''] = office.store.read.column<string>('SELECT id FROM period_lock');
    expect(by(office.author, (tx) => openPeriod(tx, id, '고칠 것이 있음'))).toEqual(['forbidden']);
    expect(refused(() => undo(office.store, office.author, lastAction(office.store)))).toEqual(['forbidden']);
    expect(by(office.head, (tx) => openPeriod(tx, id, '고칠 것이 있음'))).toBe('ok');
    expect(by(office.author, (tx) => tx.create(session, { organisation: office.firm, coordinator: office.coordinator, visit_on: '2012-05-31', mode: 'phone', status: 'draft' }))).toBe('ok');
  });

  it.each(doors.slice(0, 8))('keeps a session of its days: %s', (_door, run) => {
    const id = office.log({ visit_on: '2012-04-30' });
    expect(lock('month', '2012-04-01')).toBe('ok');
    expect(by(office.head, (tx) => run(tx, id))).toEqual(['invalid', expect.any(String)]);
  });

  it('lets none be made in it, moved into or out of it, stepped, corrected or taken back, and names period, who and when', () => {
    const inside = office.log({ visit_on: '2012-04-30' });
    const outside = office.log({ visit_on: '2012-05-04', start_at: '09:00', end_at: '10:00' });
    const edit = lastAction(office.store);
    expect(lock('month', '2012-04-01')).toBe('ok');
    expect(() => office.log({ visit_on: '2012-04-01' })).toThrow('2012년 4월은 마감되었습니다(안산지사, 지사장, 2012-05-10). 고치려면 지사장이 설정의 ‘상담 입력·마감’에서 먼저 풀어야 합니다.');
    expect(by(office.author, (tx) => changeSession(tx, outside, { visit_on: '2012-04-02' }))).toEqual(['invalid', 'visit_on']);
    expect(by(office.author, (tx) => changeSession(tx, inside, { visit_on: '2012-05-02' }))).toEqual(['invalid', 'visit_on']);
    expect(refused(() => office.step(inside, 'submitted', office.author))).toEqual(['forbidden', 'status']);
    expect(by(office.officer, correct({ patch: { visit_on: '2012-04-02' } }))).toEqual(['invalid', 'visit_on']);
    expect(lock('day', '2012-05-04')).toBe('ok');
    expect(refused(() => undo(office.store, office.author, edit))).toEqual(['invalid', 'visit_on']);
    expect(lock('day', '2012-05-02')).toBe('ok');
    expect(by(office.officer, correct({ patch: { advice: '가' } }))).toEqual(['invalid', 'visit_on']);
    expect(refused(() => refuseLocked(office.store.read, { office: '안산지사', day: '2012-05-02', field: 'start_on' }))).toEqual(['invalid', 'start_on']);
    expect(refused(() => refuseLocked(office.store.read, { office: '창원지사', day: '2012-05-02' }))).toBe('ok');
  });
});
