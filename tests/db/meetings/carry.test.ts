import { afterEach, beforeEach, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import type { ChainStep, Waiting } from '../../../db/meetings/carry.ts';
import { agendaItem } from '../../../db/meetings/fields.ts';
import type { MeetingRelations } from '../../../db/meetings/relations.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster } from '../clusters/people.ts';

let test_: TestApplication;
let a: string;
let b: string;

beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => { a = aCluster(tx, '가 MC'); b = aCluster(tx, '나 MC'); });
});
afterEach(() => test_.dispose());

const hold = async (start_on: string, more: object = {}, clusters = [a], carried: string[] = []): Promise<string> =>
  (await test_.call<{ id: string }>('mutation', 'meetings.create', { values: { kind: 'steering-committee', start_on, ...more }, clusters, agenda: ['예산', '회칙'], carried })).id;
const agenda = async (id: string) => (await test_.call<MeetingRelations>('query', 'meetings.relations', { id })).agenda;
const waiting = async (id: string): Promise<string[]> => (await test_.call<Waiting[]>('query', 'meetings.agenda.waiting', { id })).map((one) => one.title);
const end = (id: string, outcomes: Record<string, string>): Promise<unknown> => test_.call('mutation', 'meetings.end', { id, outcomes, endAt: '17:00' });
/** Ends a meeting: the first item done, the second carried over. */
const endWith = async (id: string): Promise<string> => {
  const [first, second] = await agenda(id);
  await end(id, { [first?.id ?? '']: 'done', [second?.id ?? '']: 'carried' });
  return second?.id ?? '';
};
const refusal = async (run: Promise<unknown>): Promise<unknown> => run.then(() => null, (error: { data: { refusal: { code: string; details: { field: string }[] } } }) => [error.data.refusal.code, error.data.refusal.details.map(({ field }) => field)]);

test('ending asks for every open item, holds the meeting and drafts its minutes, in one step', async () => {
  const id = await hold('2021-05-01', { start_at: '14:00', place: '지사 회의실' });
  const [first, second] = await agenda(id);
  expect(await refusal(end(id, { [first?.id ?? '']: 'done' }))).toEqual(['invalid', [`outcomes.${second?.id ?? ''}`]]);
  await endWith(id);
  expect((await agenda(id)).map(({ status }) => status)).toEqual(['done', 'carried']);
  const read = () => test_.app.read.get<{ status: string | null; end_at: string | null; minutes: string | null }>('SELECT status, end_at, minutes FROM meeting WHERE id = ?', [id]);
  expect(read()).toMatchObject({ status: 'held', end_at: '17:00' });
  expect(read()?.minutes).toContain('○ 일시: 2021-05-01 (토) 14:00~17:00');
  expect(read()?.minutes).toContain('□ 안건 2. [보고] 회칙\n  ○ 처리: 이월');
  await test_.call('mutation', 'device.undo', {});
  expect(read()).toEqual({ status: null, end_at: null, minutes: null });
  expect((await agenda(id)).map(({ status }) => status)).toEqual(['open', 'open']);
});

test('minutes somebody has written are kept, and a cancelled meeting cannot be ended', async () => {
  const id = await hold('2021-05-01', { minutes: '손으로 쓴 회의록' });
  await endWith(id);
  expect(test_.app.read.value('SELECT minutes FROM meeting WHERE id = ?', [id])).toBe('손으로 쓴 회의록');
  const other = await hold('2021-05-02', { status: 'cancelled' });
  expect(await refusal(end(other, {}))).toEqual(['invalid', ['status']]);
});

test('what is carried over waits for the next meeting of the same host and kind, or of the same series', async () => {
  const id = await hold('2021-05-01', { series: 'monthly' });
  await endWith(id);
  expect(await waiting(await hold('2021-06-01'))).toEqual(['회칙']);
  expect(await waiting(await hold('2021-06-01', { kind: 'seminar' }))).toEqual([]);
  expect(await waiting(await hold('2021-06-01', {}, [b, a]))).toEqual([]);
  expect(await waiting(await hold('2021-06-01', { kind: 'seminar', series: 'monthly' }, [b]))).toEqual(['회칙']);
  expect(await waiting(await hold('2021-04-01'))).toEqual([]);
  expect(await waiting(id)).toEqual([]);
});

test('an item is taken up once; when that meeting falls out or drops it, it waits again', async () => {
  const item = await endWith(await hold('2021-05-01'));
  const next = await hold('2021-06-01', {}, [a], [item]);
  expect((await agenda(next)).map(({ title, from_on, position }) => [title, from_on, position])).toEqual([['회칙', '2021-05-01', 1], ['예산', null, 2], ['회칙', null, 3]]);
  const third = await hold('2021-07-01');
  expect(await waiting(third)).toEqual([]);
  expect(await refusal(test_.call('mutation', 'meetings.agenda.take', { meeting: third, ids: [item] }))).toEqual(['conflict', ['carried_from']]);
  // What is dealt with elsewhere stays carried over.
  expect(await refusal(test_.call('mutation', 'meetings.agenda.change', { id: item, patch: { status: 'open' } }))).toEqual(['conflict', ['status']]);
  await test_.call('mutation', 'meetings.change', { id: next, patch: { status: 'cancelled' } });
  expect(await waiting(third)).toEqual(['회칙']);
  await test_.call('mutation', 'meetings.agenda.take', { meeting: third, ids: [item] });
  expect((await agenda(third)).at(-1)).toMatchObject({ title: '회칙', from_on: '2021-05-01', status: 'open' });
  await test_.call('mutation', 'device.undo', {});
  expect(await waiting(third)).toEqual(['회칙']);
});

test('an open item of another meeting is not taken', async () => {
  const [first] = await agenda(await hold('2021-05-01'));
  expect(await refusal(test_.call('mutation', 'meetings.agenda.take', { meeting: await hold('2021-06-01'), ids: [first?.id] }))).toEqual(['invalid', ['carried_from']]);
});

test('the chain is the same whoever of it is asked, and ends even if two rows name each other', async () => {
  const days = ['2021-05-01', '2021-06-01', '2021-07-01', '2021-08-01'];
  const items: string[] = [];
  for (const day of days) {
    const id = await hold(day, {}, [a], items.slice(-1));
    const line = await agenda(id);
    const own = items.length === 0 ? line[1] : line[0];
    items.push(own?.id ?? '');
    await end(id, Object.fromEntries(line.map((one) => [one.id, one.id === own?.id && day !== '2021-08-01' ? 'carried' : 'done'])));
  }
  for (const id of items) {
    const chain = await test_.call<ChainStep[]>('query', 'meetings.agenda.chain', { id });
    expect(chain.map(({ start_on, isThis }) => [start_on, isThis])).toEqual(days.map((day, index) => [day, items[index] === id]));
  }
  expect((await agenda(test_.app.read.value<string>('SELECT meeting FROM agenda_item WHERE id = ?', [items[1] ?? '']) ?? ''))[0]).toMatchObject({ from_on: '2021-05-01', to_on: '2021-07-01' });
  write(test_.app.store, tester, '두 기기', (tx) => tx.change(agendaItem, items[0] ?? '', { carried_from: items[3] ?? '' }));
  expect((await test_.call<ChainStep[]>('query', 'meetings.agenda.chain', { id: items[0] })).length).toBeLessThanOrEqual(8);
});
