import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import type { FirmPanel, SessionRelations } from '../../../db/sessions/relations.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let firm: string;
beforeEach(async () => {
  desk = await testApplication();
  firm = write(desk.app.store, tester, '준비', (tx) => tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', address: '경기도 안산시 단원구 1' }));
});
afterEach(() => desk.dispose());

const log = async (values: object, more: object = {}) => (await desk.call<{ id: string }>('mutation', 'sessions.create', { values: { organisation: firm, mode: 'visit', visit_on: '2012-05-02', ...values }, ...more })).id;
const get = async (id: string) => (await desk.call<{ values: Record<string, unknown> }>('query', 'sessions.get', { id })).values;
const relations = (id: string) => desk.call<SessionRelations>('query', 'sessions.relations', { id });
const everything = { start: 0, end: 50, sort: [], filter: {}, quick: null, selection: null };

describe('a session', () => {
  it('is logged with new firm, people, task and next action in one undo step', async () => {
    const task = (await desk.call<{ id: string }>('mutation', 'tasks.create', { values: { title: '가', lead_org: firm, field: 'rnd', found_on: '2012-04-02' } })).id;
    const { id } = await desk.call<{ id: string }>('mutation', 'sessions.create', {
      values: { mode: 'visit', visit_on: '2012-05-02', start_at: '14:00', end_at: '15:30', place: '현장', summary: '도금 불량' },
      newFirm: { name: '새빛도금' }, attendees: [{ name: '김대표', position: '대표이사' }], companions: [{ name: '이과장' }], tasks: [task],
      nextAction: { what: '시험기관 소개', due_on: '2012-05-10' },
    });
    expect(await get(id)).toMatchObject({ session_no: 'CL-2012-05-0001', status: 'draft', coordinator: desk.coordinator });
    const made = await relations(id);
    expect(made).toMatchObject({ round: 1, minutes: 90, tasks: [{ id: task }], actions: [{ what: '시험기관 소개', owner_name: tester.name, organisation_name: '새빛도금' }] });
    expect(made.people).toMatchObject([{ name: '김대표', organisation_name: '새빛도금', side: 'firm' }, { name: '이과장', organisation_name: null, side: 'agency' }]);
    expect((await desk.call<{ label: string }>('mutation', 'device.undo', {})).label).toBe('상담 등록: 새빛도금 2012-05-02');
    const left = ['session', 'session_attendee', 'action_item', 'session_task'].map((table) => desk.app.read.value(`SELECT count(*) FROM ${table} WHERE _del = 0`));
    expect(left).toEqual([0, 0, 0, 0]);
    expect(desk.app.read.value("SELECT count(*) FROM organisation WHERE name = '새빛도금' AND _del = 0")).toBe(0);
  });

  it('visits the address of the firm unless a place is given, and refuses a visit without any place', async () => {
    expect(await get(await log({}))).toMatchObject({ place: '경기도 안산시 단원구 1' });
    expect(await get(await log({ mode: 'phone' }))).toMatchObject({ place: null });
    await expect(desk.call('mutation', 'sessions.create', { values: { mode: 'visit', visit_on: '2012-05-02' }, newFirm: { name: '주소 없는 곳' } })).rejects.toThrow('방문 상담에는 장소');
    await expect(log({ start_at: '15:00', end_at: '15:00' })).rejects.toThrow('끝 시각(15:00)은 시작 시각(15:00)보다 늦어야');
  });

  it('is numbered by month; a number is never used again', async () => {
    await log({});
    const second = await log({});
    await desk.call('mutation', 'sessions.remove', { id: second });
    expect(await get(await log({}))).toMatchObject({ session_no: 'CL-2012-05-0003' });
    expect(await get(await log({ visit_on: '2012-06-01' }))).toMatchObject({ session_no: 'CL-2012-06-0001' });
    await log({ session_no: '가-1' });
    expect(await get(await log({}))).toMatchObject({ session_no: 'CL-2012-05-0004' });
  });

  it('counts the rounds of a coordinator with a firm by day, also when one is logged late', async () => {
    const later = await log({ visit_on: '2012-05-09' });
    const earlier = await log({ visit_on: '2012-05-02' });
    expect([(await relations(earlier)).round, (await relations(later)).round]).toEqual([1, 2]);
    const { rows } = await desk.list('sessions.list', everything);
    expect(rows.map((row) => [row.id, row['round'], row['organisation_name']])).toEqual([[later, 2, '(주)한빛정밀'], [earlier, 1, '(주)한빛정밀']]);
    const panel = await desk.call<FirmPanel>('query', 'sessions.firm', { organisation: firm, coordinator: desk.coordinator, on: '2012-05-10', except: later });
    expect(panel).toMatchObject({ nextRound: 2, sessionCount: 1, sessions: [{ id: earlier }] });
  });

  it('is listed and found by syllables and initials of the firm', async () => {
    const id = await log({ start_at: '10:00', end_at: '11:00', summary: '도금 불량' });
    for (const quick of ['한빛', 'ㅎㅂㅈㅁ', '도금', 'CL-2012']) expect((await desk.list('sessions.list', { ...everything, quick })).rows.map((row) => row.id)).toEqual([id]);
    for (const text of ['빛정', 'ㅎㅂ']) expect((await desk.call<{ id: string }[]>('query', 'sessions.find', { text })).map((found) => found.id)).toEqual([id]);
    const [row] = (await desk.list('sessions.list', everything)).rows;
    for (const column of Object.keys(row ?? {}).filter((name) => name !== 'id')) {
      expect((await desk.list('sessions.list', { ...everything, sort: [{ column, descending: false }] })).total).toBe(1);
    }
  });

  it('takes and loses attendees; a new one belongs to the firm', async () => {
    const id = await log({});
    const person = (await desk.call<{ id: string }>('mutation', 'sessions.attend', { session: id, person: { name: '박부장', position: '부장' }, side: 'firm' })).id;
    expect((await relations(id)).people).toMatchObject([{ id: person, organisation_name: '(주)한빛정밀' }]);
    await desk.call('mutation', 'sessions.leave', { session: id, person });
    expect((await relations(id)).people).toEqual([]);
    await desk.call('mutation', 'sessions.attend', { session: id, person: { id: person }, side: 'agency' });
    expect((await relations(id)).people).toMatchObject([{ id: person, side: 'agency' }]);
  });
});
