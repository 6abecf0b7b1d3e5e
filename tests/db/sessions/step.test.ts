import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '../../../db/accounts/fields.ts';
import { sessionStatuses } from '../../../db/reference/choices/session.ts';
import { undo, lastAction } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { session } from '../../../db/sessions/fields.ts';
import { sessionLife } from '../../../db/sessions/life.ts';
import { stepSessions } from '../../../db/sessions/step.ts';
import { requirements, sessionSteps, type SessionState } from '../../../db/sessions/workflow.ts';
import { createTask } from '../../../db/tasks/create.ts';
import { confirmation, now, openOffice, refused, type Office } from './session-world.ts';

let office: Office;
beforeEach(() => { office = openOffice(); });
afterEach(() => office.store.dispose());

/** Shortest way into each state. */
const waysIn: Record<SessionState, SessionState[]> = { draft: [], submitted: ['submitted'], confirmed: ['submitted', 'confirmed'], returned: ['submitted', 'returned'] };
const bring = (id: string, state: SessionState) => { for (const to of waysIn[state]) office.step(id, to, office.officer, { reason: '확인 필요' }); };

const states = sessionStatuses.map(({ code }) => code);
const pairs = states.flatMap((from) => states.map((to): [SessionState, SessionState] => [from, to]));

describe('the steps of a session', () => {
  it.each(pairs)('%s → %s is what the declaration says', (from, to) => {
    const id = office.log();
    bring(id, from);
    const isDeclared = sessionSteps.some((step) => step.from === from && step.to === to);
    expect(refused(() => office.step(id, to, office.officer, { reason: '까닭' }))).toEqual(isDeclared ? 'ok' : ['invalid', 'status']);
    expect(office.status(id)).toBe(isDeclared ? to : from);
  });

  it('leaves a line for each step, with day, author and reason', () => {
    const id = office.log();
    bring(id, 'returned');
    office.step(id, 'submitted', office.author);
    expect(sessionLife(office.store.read, id, { by: office.officer.number, now }).history).toMatchObject([
      { from_status: 'draft', to_status: 'submitted', on_date: '2012-05-10', by: '담당', reason: '확인 필요' },
      { from_status: 'submitted', to_status: 'returned', by: '담당', reason: '확인 필요' },
      { from_status: 'returned', to_status: 'submitted', by: '김코디', reason: null },
    ]);
  });

  it('asks for a reason to send back', () => {
    const id = office.log();
    bring(id, 'submitted');
    expect(refused(() => office.step(id, 'returned', office.officer, { reason: '  ' }))).toEqual(['invalid', 'reason']);
  });

  it('asks for everything that is declared, and is content with it', () => {
    const bare = office.log({ start_at: null, end_at: null, fields: null, summary: null, advice: null, result: null }, { attendees: [] });
    expect(refused(() => office.step(bare, 'submitted', office.author))).toEqual(['invalid', 'start_at', 'end_at', 'fields', 'summary', 'advice', 'result', 'attendees']);
    const timed = office.log({ start_at: null, end_at: null, contact_minutes: 90 });
    expect(refused(() => office.step(timed, 'submitted', office.author))).toBe('ok');
    expect(refused(() => office.step(timed, 'confirmed', office.officer, { values: {} }))).toEqual(['invalid', 'confirm_name', 'confirm_on']);
    expect(refused(() => office.step(timed, 'confirmed', office.officer, { values: { ...confirmation, confirm_on: '2012-05-01' } }))).toEqual(['invalid', 'confirm_on']);
    expect(refused(() => office.step(timed, 'confirmed', office.officer, { values: { ...confirmation, confirm_on: '2012-05-11' } }))).toEqual(['invalid', 'confirm_on']);
    expect(new Set(requirements.map(({ field }) => field))).toEqual(new Set(['start_at', 'end_at', 'fields', 'summary', 'advice', 'result', 'referred_to', 'attendees', 'confirm_name', 'confirm_on']));
  });

  it('asks of a result what it stands for', () => {
    const id = office.log({ result: 'became-task' });
    expect(refused(() => office.step(id, 'submitted', office.author))).toEqual(['invalid', 'result']);
    write(office.store, office.author, '과제', (tx) => createTask(tx, { title: '가', lead_org: office.firm, field: 'rnd' }, { session: id }));
    expect(refused(() => office.step(id, 'submitted', office.author))).toBe('ok');
  });

  it('refuses what overlaps or has not ended, names all that block, and lets pass what only warns', () => {
    const first = office.log();
    const second = office.log({ start_at: '15:00', end_at: '16:00' });
    expect(refused(() => office.step(second, 'submitted', office.author))).toEqual(['invalid', 'start_at']);
    write(office.store, office.author, '고침', (tx) => tx.change(session, second, { start_at: '15:30', end_at: '16:30' }));
    expect(refused(() => office.step(second, 'submitted', office.author))).toBe('ok');
    expect(refused(() => office.step(first, 'submitted', office.author))).toBe('ok');
    const coming = office.log({ visit_on: '2012-05-10', start_at: '08:30', end_at: '09:01' });
    expect(refused(() => office.step(coming, 'submitted', office.author))).toEqual(['invalid', 'visit_on']);
  });
});

describe('who confirms', () => {
  const submitted = () => { const id = office.log(); office.step(id, 'submitted', office.author); return id; };

  it('is the head or an officer, not the coordinator', () => {
    const id = submitted();
    expect(refused(() => office.step(id, 'confirmed', office.fellow))).toEqual(['forbidden', 'status']);
    expect(refused(() => office.step(id, 'returned', office.author, { reason: '가' }))).toEqual(['forbidden', 'status']);
    expect(refused(() => office.step(id, 'draft', office.author))).toBe('ok');
    office.step(id, 'submitted', office.author);
    expect(refused(() => office.step(id, 'confirmed', office.head))).toBe('ok');
  });

  it('is somebody else where there is somebody', () => {
    const chief = office.store.read.value<string>("SELECT id FROM account WHERE name = '담당'") ?? '';
    write(office.store, office.head, '겸임', (tx) => tx.change(account, chief, { person: office.coordinator }));
    const id = submitted();
    expect(refused(() => office.step(id, 'confirmed', office.officer))).toEqual(['forbidden', 'status']);
    expect(refused(() => office.step(id, 'confirmed', office.head))).toBe('ok');
  });

  it('is oneself in an office of one, which is said', () => {
    const alone = { number: 20, name: '혼자' };
    const person = write(office.store, office.head, '혼자', (tx) => {
      tx.create(account, { name: alone.name, number: alone.number, role: 'coordinator', office: '서산지사', person: office.coordinator });
      return office.coordinator;
    });
    const id = submitted();
    const [step] = sessionLife(office.store.read, id, { by: alone.number, now }).steps.filter(({ to }) => to === 'confirmed');
    expect(step).toMatchObject({ refusal: null, note: '자기 상담을 스스로 확정합니다. 지사에 다른 사용자가 없어 막지 않습니다.' });
    expect(refused(() => office.step(id, 'confirmed', alone))).toBe('ok');
    expect(person).toBe(office.coordinator);
  });
});

describe('several at once', () => {
  it('all go, or none and each that cannot is named', () => {
    const ids = [office.log(), office.log({ visit_on: '2012-05-03' }), office.log({ visit_on: '2012-05-04', advice: null })];
    const all = (to: string, some: string[]) => write(office.store, office.officer, '일괄', (tx) => stepSessions(tx, some, { to, now, values: confirmation }));
    expect(refused(() => all('submitted', ids))).toEqual(['invalid', `${ids[2]}.advice`]);
    expect(ids.map(office.status)).toEqual(['draft', 'draft', 'draft']);
    all('submitted', ids.slice(0, 2));
    all('confirmed', ids.slice(0, 2));
    expect(ids.map(office.status)).toEqual(['confirmed', 'confirmed', 'draft']);
  });

  it('is taken back in one, with its lines of history', () => {
    const id = office.log();
    bring(id, 'submitted');
    office.step(id, 'confirmed', office.officer);
    undo(office.store, office.officer, lastAction(office.store));
    const life = sessionLife(office.store.read, id, { by: office.officer.number, now });
    expect([life.status, life.history.length]).toEqual(['submitted', 1]);
    expect(office.store.read.value('SELECT confirm_name FROM session WHERE id = ?', [id])).toBeNull();
  });
});
