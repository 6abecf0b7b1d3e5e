import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarEntry, IcsPreview, IcsProposal } from '../../../db/calendar/api.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { createHandle } from '../../../db/handle.ts';
import { createAction } from '../../../db/actions/write.ts';
import { createSession } from '../../../db/sessions/create.ts';
import { session } from '../../../db/sessions/fields.ts';
import { holdMeeting } from '../../../db/meetings/hold.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';
import { google, naver, outlook } from './ics-samples.ts';

const now = Date.parse('2026-11-22T03:00:00Z');
let desk: TestApplication;
let cluster: string;
let firm: string;
beforeEach(async () => {
  desk = await testApplication({ now: () => now });
  [cluster, firm] = write(desk.app.store, tester, '준비', (tx) => [
    tx.create(miniCluster, { name: '전자부품 미니클러스터', hub: '구미', kind: 'general', founded_on: '2020-01-01' }),
    tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', address: '구미시 1로' }),
  ]) as [string, string];
});
afterEach(() => desk.dispose());

const range = (from: string, to = from): Promise<CalendarEntry[]> => desk.call('query', 'calendar.range', { from, to, whose: 'office', cluster: null });
const refusal = (code: string, field: string): object => ({ data: { refusal: { code, details: expect.arrayContaining([expect.objectContaining({ field })]) as unknown } } });
const preview = (text: string): Promise<IcsPreview> => desk.call('mutation', 'calendar.preview', { name: 'a.ics', base64: Buffer.from(text).toString('base64') });
const take = (events: readonly IcsProposal[], name = 'a.ics'): Promise<{ ids: string[]; action: number }> => desk.call('mutation', 'calendar.takeIn', {
  name, decisions: events.map(({ id, known, as, cluster: c, organisation: o, ...event }) => { void id; return { event, as: known && !known.isDeleted ? 'move' : as, cluster: c?.id ?? null, organisation: o?.id ?? null }; }),
});

describe('moving', () => {
  const plan = (values: object = {}) => write(desk.app.store, tester, '회의', (tx) => holdMeeting(tx, { title: '운영위', kind: 'steering-committee', start_on: '2026-11-25', end_on: '2026-11-26', start_at: '14:00', status: 'planned', ...values }, [cluster]));
  const was = { on: '2026-11-25', start: '14:00', end: null };

  test('a planned meeting keeps its length in days; one undo brings it back', async () => {
    const id = plan();
    const { action } = await desk.call<{ action: number }>('mutation', 'calendar.move', { kind: 'meeting', id, title: '운영위', on: '2026-11-30', was });
    expect((await range('2026-12-01'))[0]).toMatchObject({ id, on: '2026-11-30', until: '2026-12-01', start: '14:00' });
    await desk.call('mutation', 'device.undo.undo', { action }).catch(() => desk.call('mutation', 'device.undo', { action }));
    expect((await range('2026-11-26'))[0]).toMatchObject({ id, on: '2026-11-25', until: '2026-11-26' });
  });
  test('a held or cancelled one stays, and says why', async () => {
    for (const status of ['held', 'cancelled']) {
      const id = plan({ status });
      await expect(desk.call('mutation', 'calendar.move', { kind: 'meeting', id, title: '운영위', on: '2026-11-30', was })).rejects.toMatchObject(refusal('invalid', 'on'));
    }
    expect(await range('2026-11-30')).toEqual([]);
  });
  test('one that somebody else moved meanwhile is a conflict', async () => {
    const id = plan();
    await expect(desk.call('mutation', 'calendar.move', { kind: 'meeting', id, title: '운영위', on: '2026-11-30', was: { ...was, on: '2026-11-24' } })).rejects.toMatchObject({ data: { refusal: { code: 'conflict' } } });
  });
  test('a session draft moves and says what it now overlaps; a confirmed one stays', async () => {
    const [a, b] = write(desk.app.store, tester, '상담', (tx) => ['10:00', '14:00'].map((start, index) => createSession(tx, { values: { organisation: firm, coordinator: desk.coordinator, visit_on: `2026-11-1${index + 1}`, start_at: start, end_at: start.replace(':00', ':50') } }))) as [string, string];
    const answer = await desk.call<{ warnings: string[] }>('mutation', 'calendar.move', { kind: 'session', id: b, title: '한빛', on: '2026-11-11', start: '10:30', end: '11:20', was: { on: '2026-11-12', start: '14:00', end: '14:50' } });
    expect(answer.warnings.join()).toMatch(/겹/);
    expect((await range('2026-11-11')).map((one) => one.id).sort()).toEqual([a, b].sort());
    write(desk.app.store, tester, '확정', (tx) => tx.change(session, a, { status: 'submitted' }));
    write(desk.app.store, tester, '확정', (tx) => tx.change(session, a, { status: 'confirmed' }));
    await expect(desk.call('mutation', 'calendar.move', { kind: 'session', id: a, title: '한빛', on: '2026-11-13', was: { on: '2026-11-11', start: '10:00', end: '10:50' } })).rejects.toMatchObject({ data: { refusal: { code: 'invalid' } } });
  });
  test('a follow-up gets another due date, never before its session; what is due of a task is changed there', async () => {
    const id = write(desk.app.store, tester, '할 일', (tx) => createAction(tx, { what: '견적 보내기', owner: desk.coordinator, due_on: '2026-11-25', session: createSession(tx, { values: { organisation: firm, coordinator: desk.coordinator, visit_on: '2026-11-20' } }) }));
    const from = { on: '2026-11-25', start: null, end: null };
    await desk.call('mutation', 'calendar.move', { kind: 'action', id, title: '견적', on: '2026-11-27', was: from });
    expect((await range('2026-11-27')).map((one) => one.title)).toEqual(['견적 보내기']);
    await expect(desk.call('mutation', 'calendar.move', { kind: 'action', id, title: '견적', on: '2026-11-19', was: { ...from, on: '2026-11-27' } })).rejects.toMatchObject(refusal('invalid', 'on'));
    await expect(desk.call('mutation', 'calendar.move', { kind: 'task-end', id: 'x', title: 'x', on: '2026-11-19', was: from })).rejects.toMatchObject(refusal('invalid', 'on'));
  });
});

describe('files coming in', () => {
  test('a mini-cluster in the title proposes a meeting, a firm a session, the rest nothing', async () => {
    const proposals = [...(await preview(outlook)).events, ...(await preview(google)).events];
    const as = new Map(proposals.map((one) => [one.uid, one.as]));
    expect(as.get('040000008200E00074C5B7101A82E00800000000A0')).toBe('meeting');
    expect(as.get('visit@google.com')).toBe('session');
    expect(as.get('holiday@google.com')).toBe('nothing');
    expect(as.get('off@google.com')).toBe('nothing');
  });
  test('taken in as one step; a second import meets every one of them; undo takes all away, and then they can come again', async () => {
    const chosen = [...(await preview(outlook)).events, ...(await preview(google)).events].filter((one) => one.as !== 'nothing');
    const { ids, action } = await take(chosen);
    expect(ids).toEqual(chosen.map((one) => one.id));
    const meeting = (await range('2026-11-25'))[0];
    expect(meeting).toMatchObject({ kind: 'meeting', title: '전자부품 미니클러스터 제3차 운영위원회 (아주 긴 제목이라 줄이 접힙니다)', start: '14:00', end: '16:00', place: '산단공 3층, 소회의실', who: '전자부품 미니클러스터', state: 'planned' });
    expect(desk.app.read.value('SELECT kind FROM meeting WHERE id = ?', [meeting?.id ?? ''])).toBe('steering-committee');
    const again = [...(await preview(outlook)).events, ...(await preview(google)).events].filter((one) => one.known);
    expect(again.map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(again.every((one) => one.as === 'nothing' && one.known?.isMoved === false)).toBe(true);
    await expect(desk.call('mutation', 'calendar.takeIn', { name: 'a.ics', decisions: again.map(({ id, known, as, organisation: o, cluster: c, ...event }) => { void [id, known, as]; return { event, as: 'meeting', cluster, organisation: o?.id ?? c?.id ?? null }; }) })).rejects.toMatchObject(refusal('invalid', '0.as'));
    await desk.call('mutation', 'device.undo.undo', { action }).catch(() => desk.call('mutation', 'device.undo', { action }));
    expect(await range('2026-11-01', '2026-12-31')).toEqual([]);
    const third = (await preview(outlook)).events.filter((one) => one.as === 'meeting');
    expect(third[0]?.known?.isDeleted).toBe(true);
    await take(third.map((one) => ({ ...one, known: null })));
    expect((await range('2026-11-25'))[0]).toMatchObject({ kind: 'meeting', start: '14:00' });
  });
  test('an event moved in the other calendar moves its record, by the rules of moving', async () => {
    const file = naver.replace('다온', '한빛정밀');
    await take((await preview(file)).events.filter((one) => one.as === 'session'));
    const moved = (await preview(file.replaceAll('20261211T1', '20261214T1'))).events.filter((one) => one.uid === 'naver-1');
    expect(moved[0]?.known?.isMoved).toBe(true);
    await take(moved);
    expect((await range('2026-12-14'))[0]).toMatchObject({ kind: 'session', start: '13:30', end: '15:00' });
  });
  test('one without its mini-cluster or firm is named, and nothing is taken', async () => {
    const events = (await preview(google)).events.filter((one) => ['visit@google.com', 'midnight@google.com'].includes(one.uid)).map((one) => ({ ...one, as: 'meeting' as const, cluster: one.uid === 'visit@google.com' ? { id: cluster, name: '' } : null }));
    await expect(take(events)).rejects.toMatchObject(refusal('invalid', '1.cluster'));
    expect(await range('2026-11-01', '2026-12-31')).toEqual([]);
  });
  test('a file of another kind is refused with its line', async () => {
    await expect(preview('기업,주소\n한빛,구미\n')).rejects.toMatchObject(refusal('invalid', 'line.1'));
  });
});

test('files going out: one record, and a range under its filter; both come in again as known', async () => {
  const id = write(desk.app.store, tester, '회의', (tx) => holdMeeting(tx, { title: '운영위, 3차', kind: 'steering-committee', start_on: '2026-11-25', start_at: '14:00', end_at: '16:00', place: '소회의실' }, [cluster]));
  const handle = createHandle(desk.app, desk.dataDir);
  const one = await handle(new Request(`http://application/files/calendar/meeting.${id}.ics`));
  expect(one.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(decodeURIComponent(one.headers.get('content-disposition') ?? '')).toContain('2026-11-25_운영위,_3차.ics');
  const text = await one.text();
  expect(text).toContain(`UID:${id}@clusterdesk`);
  expect((await preview(text)).events[0]).toMatchObject({ id, as: 'nothing', known: { table: 'meeting', id, isMoved: false } });
  const file = async (query: string): Promise<string> => (await handle(new Request(`http://application/files/calendar/range.ics?${query}`))).text();
  expect(await file('from=2026-11-01&to=2026-11-30&whose=office&kinds=meeting')).toContain('SUMMARY:운영위\\, 3차');
  expect(await file('from=2026-11-01&to=2026-11-30&whose=office&kinds=session')).not.toContain('BEGIN:VEVENT');
  expect((await handle(new Request('http://application/files/calendar/range.ics?from=x'))).status).toBe(400);
  expect((await handle(new Request('http://application/files/calendar/meeting.nobody.ics'))).status).toBe(404);
});
