import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '../../../db/accounts/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import type { FirmPanel, PhraseLine, SessionLife, SessionOfMeeting, SessionRelations } from '../../../db/sessions/api.ts';
import { phrase } from '../../../db/sessions/fields.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let firm: string;
beforeEach(async () => {
  desk = await testApplication({ now: () => new Date(2012, 4, 31, 18).getTime() });
  firm = write(desk.app.store, tester, '준비', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
});
afterEach(() => desk.dispose());

const log = async (values: object = {}, more: object = {}) => (await desk.call<{ id: string }>('mutation', 'sessions.create', { values: { organisation: firm, mode: 'phone', visit_on: '2012-05-02', start_at: '14:00', end_at: '15:30', fields: 'rnd', summary: '도금 불량', advice: '시험 의뢰', result: 'ongoing', ...values }, ...more })).id;
const life = (id: string) => desk.call<SessionLife>('query', 'sessions.life', { id });

describe('the life of a session over the API', () => {
  it('goes from 작성중 to 확정 and is corrected, each one undo step', async () => {
    const id = await log();
    expect((await life(id)).steps).toMatchObject([{ to: 'submitted', missing: [], refusal: null }]);
    await desk.call('mutation', 'sessions.step', { ids: [id], to: 'submitted' });
    expect((await life(id)).steps.map(({ to, missing }) => [to, missing.map((one) => one.field)])).toEqual([['confirmed', ['confirm_name', 'confirm_on']], ['returned', []], ['draft', []]]);
    await desk.call('mutation', 'sessions.step', { ids: [id], to: 'confirmed', values: { confirm_name: '박부장', confirm_on: '2012-05-02' } });
    await expect(desk.call('mutation', 'sessions.change', { id, patch: { advice: '가' } })).rejects.toThrow('‘정정’을 눌러');
    await desk.call('mutation', 'sessions.correct', { id, patch: { advice: '시험 의뢰와 재방문' }, reason: '빠진 내용' });
    expect(await life(id)).toMatchObject({ status: 'confirmed', steps: [], corrections: [{ reason: '빠진 내용', by: tester.name, changes: { advice: ['시험 의뢰', '시험 의뢰와 재방문'] } }] });
    for (const label of ['상담 정정: 2012-05-02 한빛정밀', '상담 확정: 2012-05-02 한빛정밀', '상담 제출: 2012-05-02 한빛정밀']) expect((await desk.call<{ label: string }>('mutation', 'device.undo', {})).label).toBe(label);
    expect(await life(id)).toMatchObject({ status: 'draft', history: [], corrections: [] });
  });

  it('locks and opens a month of the office, and says what it would lock', async () => {
    await log();
    expect(await desk.call('query', 'sessions.locks.preview', { unit: 'month', day: '2012-05-15' })).toEqual({ from: '2012-05-01', until: '2012-05-31', name: '2012년 5월', sessions: 1, unconfirmed: 1 });
    const { id } = await desk.call<{ id: string }>('mutation', 'sessions.locks.lock', { unit: 'month', day: '2012-05-15', reason: '지급' });
    await expect(log()).rejects.toThrow('2012년 5월은 마감되었습니다(우리 지사');
    await desk.call('mutation', 'sessions.locks.open', { id, reason: '누락' });
    await log({ start_at: '09:00', end_at: '10:00' });
    expect(await desk.call('query', 'sessions.locks.list')).toMatchObject({ office: '우리 지사', mayLock: true, locks: [{ name: '2012년 5월', is_open: 1, reason: '누락', by: tester.name }] });
  });

  it('lets the head alone set the guards where there is one', async () => {
    await desk.call('mutation', 'sessions.guards.set', { guard: 'day-hours', level: 'block', amount: 60 });
    const id = await log();
    await expect(desk.call('mutation', 'sessions.step', { ids: [id], to: 'submitted' })).rejects.toThrow('하루 1시간까지 산정합니다');
    write(desk.app.store, tester, '지사장', (tx) => tx.create(account, { name: '이지사', number: 30, role: 'head' }));
    await expect(desk.call('mutation', 'sessions.guards.set', { guard: 'late', level: 'warn', amount: 3 })).rejects.toThrow('지사장·팀장만');
    expect(await desk.call('query', 'sessions.guards.list')).toMatchObject({ mayChange: false, guards: { 'day-hours': { level: 'block', amount: 60 }, late: { level: 'off', amount: 7 } } });
  });

  it('takes a length without a clock, and forgets it once the clock is known', async () => {
    const id = await log({ start_at: null, end_at: null, contact_minutes: 90 });
    const minutes = async () => (await desk.call<SessionRelations>('query', 'sessions.relations', { id })).minutes;
    expect(await minutes()).toBe(90);
    await desk.call('mutation', 'sessions.change', { id, patch: { start_at: '10:00', end_at: '11:00' } });
    expect([await minutes(), desk.app.read.value('SELECT contact_minutes FROM session WHERE id = ?', [id])]).toEqual([60, null]);
  });
});

describe('what hangs on a session', () => {
  it('shows a linked meeting both ways, made with the session or later', async () => {
    const held = write(desk.app.store, tester, '회의', (tx) => tx.create(meeting, { title: '기술교류회', kind: 'technology-forum', start_on: '2012-05-02' }));
    const id = await log({}, { meetings: [held] });
    expect((await desk.call<SessionRelations>('query', 'sessions.relations', { id })).meetings).toMatchObject([{ id: held, title: '기술교류회' }]);
    expect(await desk.call<SessionOfMeeting[]>('query', 'sessions.ofMeeting', { meeting: held })).toMatchObject([{ id, organisation_name: '한빛정밀' }]);
    await desk.call('mutation', 'sessions.unlinkMeeting', { session: id, meeting: held });
    expect(await desk.call<SessionOfMeeting[]>('query', 'sessions.ofMeeting', { meeting: held })).toEqual([]);
  });

  it('has the session before at hand, with people and open follow-ups, but not a later one', async () => {
    const before = await log({ visit_on: '2012-05-02' }, { attendees: [{ name: '박부장' }], nextAction: { what: '시험기관 소개', due_on: '2012-05-09' } });
    await log({ visit_on: '2012-05-20' });
    const panel = await desk.call<FirmPanel>('query', 'sessions.firm', { organisation: firm, coordinator: desk.coordinator, on: '2012-05-10' });
    expect(panel.last).toMatchObject({ id: before, summary: '도금 불량', advice: '시험 의뢰', people: [{ name: '박부장', side: 'firm' }], actions: [{ what: '시험기관 소개' }] });
  });
});

describe('상용구', () => {
  const list = () => desk.call<PhraseLine[]>('query', 'sessions.phrases.list', { use: 'advice' });
  it('are one\'s own unless shared, and changed by who made them', async () => {
    const { id } = await desk.call<{ id: string }>('mutation', 'sessions.phrases.create', { values: { title: '시험', body: '시험기관을 소개함', use: 'advice' } });
    const [other, shared] = write(desk.app.store, { number: 99, name: '다른 사람' }, '상용구', (tx): [string, string] =>
      [tx.create(phrase, { title: '남의 것', body: '가', use: 'advice', owner: 99 }), tx.create(phrase, { title: '함께', body: '나', use: 'advice', owner: 99, is_shared: 1 })]);
    expect((await list()).map((one) => [one.title, one.isOwn])).toEqual([['시험', 1], ['함께', 0]]);
    await expect(desk.call('mutation', 'sessions.phrases.change', { id: shared, patch: { title: '다' } })).rejects.toThrow('다른 사람이 만든 상용구');
    await expect(desk.call('mutation', 'sessions.phrases.remove', { id: other })).rejects.toThrow('다른 사람이 만든 상용구');
    await desk.call('mutation', 'sessions.phrases.remove', { id });
    expect((await list()).map((one) => one.title)).toEqual(['함께']);
  });
});
