import { afterEach, beforeEach, expect, test } from 'vitest';
import { relationId } from '../../../db/kernel/id.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { changeAgenda } from '../../../db/meetings/agenda.ts';
import { agendaItem, meeting } from '../../../db/meetings/fields.ts';
import { removeMeeting } from '../../../db/meetings/hold.ts';
import { daysAround, offeredDays, seriesOf } from '../../../db/series/book.ts';
import { changeAll } from '../../../db/series/change.ts';
import { asRuled, cancelDay, moveDay } from '../../../db/series/except.ts';
import { holdDay } from '../../../db/series/hold.ts';
import { makeSeries, removeSeries } from '../../../db/series/make.ts';
import { changeMeeting, seriesOfMeeting } from '../../../db/series/meeting-change.ts';
import { splitSeries } from '../../../db/series/split.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aCluster } from '../clusters/people.ts';

let store: TestStore;
let clusters: string[];
let series: string;

const run = <T>(fn: (tx: Tx) => T): T => write(store, tester, '시험', fn);
const refusal = (fn: (tx: Tx) => unknown) => { try { run(fn); } catch (error) { return error; } return null; };
const row = (id: string) => store.read.get<Record<string, unknown>>('SELECT * FROM meeting WHERE id = ?', [id]);
const offered = (id: string, from = '2027-01-01', until = '2027-06-30'): string[] => offeredDays(store.read, seriesOf(store.read, id), from, until).map(({ on }) => on);

beforeEach(() => {
  store = openTestStore();
  run((tx) => {
    clusters = [aCluster(tx, '기계 MC'), aCluster(tx, '금형 MC')];
    series = makeSeries(tx, {
      title: '월례 운영위원회', kind: 'steering-committee', frequency: 'monthly-weekday', start_on: '2027-01-13', start_at: '14:00', end_at: '16:00', place: '2층 회의실',
      agenda: '지난 회의 결과\n회비 현황\n', days: 2,
    }, clusters);
  });
});
afterEach(() => store.dispose());

test('a day becomes a meeting with clusters, round, hours, length and the standing agenda, once', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  const second = run((tx) => holdDay(tx, series, '2027-02-10'));
  expect(row(first)).toMatchObject({ title: '월례 운영위원회 제1차', round: 1, start_on: '2027-01-13', end_on: '2027-01-14', start_at: '14:00', end_at: '16:00', place: '2층 회의실', series, series_on: '2027-01-13' });
  expect(row(second)).toMatchObject({ round: 2, start_on: '2027-02-10' });
  expect(store.read.column('SELECT cluster FROM meeting_cluster WHERE meeting = ? AND _del = 0 ORDER BY is_host DESC', [first])).toEqual(clusters);
  expect(store.read.column('SELECT title FROM agenda_item WHERE meeting = ? AND _del = 0 ORDER BY position', [first])).toEqual(['지난 회의 결과', '회비 현황']);
  expect(offered(series)[0]).toBe('2027-03-10');
  expect(refusal((tx) => holdDay(tx, series, '2027-01-13'))).toMatchObject({ code: 'conflict', details: [{ field: 'day' }] });
  expect(refusal((tx) => holdDay(tx, series, '2027-01-14'))).toMatchObject({ code: 'invalid', details: [{ field: 'day', value: '2027-01-14' }] });
});

test('a meeting taken away frees its day, and the next one made for it is a fresh one', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  run((tx) => { tx.change(meeting, first, { minutes: '옛 회의록' }); removeMeeting(tx, first); });
  expect(offered(series)[0]).toBe('2027-01-13');
  const again = run((tx) => holdDay(tx, series, '2027-01-13'));
  expect(first).toBe(relationId('meeting', series, '2027-01-13'));
  expect(again).not.toBe(first);
  expect(row(again)).toMatchObject({ minutes: null });
});

test('what a meeting carried over stands on the agenda of the next one, after the standing lines', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  const item = run((tx) => tx.create(agendaItem, { meeting: first, position: 3, title: '공동 장비 구입', kind: 'resolution' }));
  run((tx) => changeAgenda(tx, item, { status: 'carried' }));
  const second = run((tx) => holdDay(tx, series, '2027-02-10'));
  expect(store.read.all('SELECT title, kind, carried_from FROM agenda_item WHERE meeting = ? AND _del = 0 ORDER BY position', [second])).toEqual([
    { title: '지난 회의 결과', kind: 'report', carried_from: null }, { title: '회비 현황', kind: 'report', carried_from: null }, { title: '공동 장비 구입', kind: 'resolution', carried_from: item },
  ]);
});

test('a day is moved with its reason, left out, and as the rule says again; no two meetings of a series fall on one day', () => {
  run((tx) => { moveDay(tx, series, '2027-02-10', '2027-02-17', '설 연휴'); cancelDay(tx, series, '2027-03-10', '총회로 대신'); });
  expect(offered(series)).toEqual(['2027-01-13', '2027-02-17', '2027-04-14', '2027-05-12', '2027-06-09']);
  expect(daysAround(store.read, seriesOf(store.read, series), '2027-02-01', { before: 1, after: 3 }).map(({ on, state, reason }) => [on, state, reason])).toEqual([
    ['2027-01-13', 'missed', null], ['2027-02-17', 'moved', '설 연휴'], ['2027-03-10', 'cancelled', '총회로 대신'], ['2027-04-14', 'offered', null],
  ]);
  expect(refusal((tx) => moveDay(tx, series, '2027-04-14', '2027-02-17', null))).toMatchObject({ code: 'conflict', details: [{ field: 'moved_to' }] });
  expect(refusal((tx) => holdDay(tx, series, '2027-03-10'))).toMatchObject({ code: 'invalid', details: [{ field: 'day' }] });
  const moved = run((tx) => holdDay(tx, series, '2027-02-10'));
  expect(row(moved)).toMatchObject({ start_on: '2027-02-17', series_on: '2027-02-10' });
  run((tx) => asRuled(tx, series, '2027-03-10'));
  expect(offered(series)).toContain('2027-03-10');
  expect(refusal((tx) => asRuled(tx, series, '2027-02-10'))).toMatchObject({ code: 'conflict' });
});

test('이후 모두 makes two series: what was before stays, meetings and exceptions of later go over and keep their place in order', () => {
  const [first, third] = run((tx) => [holdDay(tx, series, '2027-01-13'), holdDay(tx, series, '2027-03-10')] as const);
  run((tx) => moveDay(tx, series, '2027-04-14', '2027-04-20', '선거'));
  const second = run((tx) => splitSeries(tx, series, '2027-02-10', { start_on: '2027-02-11', start_at: '10:00' }));
  expect([offered(series), offered(second)]).toEqual([[], ['2027-02-11', '2027-04-20', '2027-05-13', '2027-06-10']]);
  expect(row(first)).toMatchObject({ series, start_on: '2027-01-13', start_at: '14:00' });
  expect(row(third)).toMatchObject({ series: second, series_on: '2027-03-11', start_on: '2027-03-11', start_at: '10:00' });
  undo(store, tester, store.read.value<number>('SELECT max(id) FROM action') ?? 0);
  expect(offered(series)).toEqual(['2027-02-10', '2027-04-20', '2027-05-12', '2027-06-09']);
});

test('이후 모두 with a change of place alone keeps the rhythm of the 31st', () => {
  const month = run((tx) => makeSeries(tx, { title: '월말 점검', kind: 'other', frequency: 'monthly-day', start_on: '2027-01-31' }, clusters));
  const second = run((tx) => splitSeries(tx, month, '2027-02-28', { place: '새 회의실' }));
  expect(offered(second, '2027-01-01', '2027-04-30')).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
  expect(offered(month)).toEqual(['2027-01-31']);
});

test('a division that would put two meetings on one day is refused, and so is one where no day follows', () => {
  run((tx) => moveDay(tx, series, '2027-01-13', '2027-02-18', null));
  expect(refusal((tx) => splitSeries(tx, series, '2027-02-10', { start_on: '2027-02-18' }))).toMatchObject({ code: 'conflict', details: [{ field: 'start_on', value: '2027-02-18' }] });
  run((tx) => changeAll(tx, series, { until_on: '2027-06-30' }));
  expect(refusal((tx) => splitSeries(tx, series, '2027-07-01', {}))).toMatchObject({ code: 'invalid', details: [{ field: 'day' }] });
  expect(refusal((tx) => splitSeries(tx, series, '2027-03-10', { start_on: '2027-02-10' }))).toMatchObject({ code: 'invalid', details: [{ field: 'start_on' }] });
});

test('the whole series takes another place at any time, another rhythm only while nothing was made of it', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  run((tx) => changeAll(tx, series, { place: '본관' }));
  expect(row(first)).toMatchObject({ place: '본관' });
  expect(refusal((tx) => changeAll(tx, series, { frequency: 'weekly' }))).toMatchObject({ code: 'conflict', details: [{ field: 'start_on' }] });
  expect(refusal((tx) => changeAll(tx, series, { until_on: '2026-12-31' }))).toMatchObject({ code: 'invalid', details: [{ field: 'until_on' }] });
});

test('a meeting that was held keeps its hours when the series changes', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  run((tx) => tx.change(meeting, first, { status: 'held' }));
  run((tx) => changeAll(tx, series, { start_at: '09:00', end_at: '10:00' }));
  expect(row(first)).toMatchObject({ start_at: '14:00', end_at: '16:00' });
});

test('a meeting of a series is changed alone, with what follows, or not with all when its day moves', () => {
  const [first, second] = run((tx) => [holdDay(tx, series, '2027-01-13'), holdDay(tx, series, '2027-02-10')] as const);
  run((tx) => changeMeeting(tx, second, { place: '현장' }, undefined, 'this'));
  expect([row(first)?.['place'], row(second)?.['place'], seriesOf(store.read, series).place]).toEqual(['2층 회의실', '현장', '2층 회의실']);
  expect(refusal((tx) => changeMeeting(tx, second, { start_on: '2027-02-12', end_on: null }, undefined, 'all'))).toMatchObject({ code: 'conflict' });
  run((tx) => changeMeeting(tx, second, { start_on: '2027-02-12', end_on: null }, undefined, 'following'));
  const part = seriesOfMeeting(store.read, second);
  expect(part).toMatchObject({ day: '2027-02-12', series: { start_on: '2027-02-12', days: null } });
  expect(offered(part?.series.id ?? '', '2027-01-01', '2027-04-30')).toEqual(['2027-03-12', '2027-04-09']);
  expect(offered(series)).toEqual([]);
});

test('a series taken away leaves its meetings, which stand alone', () => {
  const first = run((tx) => holdDay(tx, series, '2027-01-13'));
  run((tx) => removeSeries(tx, series));
  expect(row(first)).toMatchObject({ _del: 0, start_on: '2027-01-13' });
  expect(seriesOfMeeting(store.read, first)).toBeNull();
  undo(store, tester, store.read.value<number>('SELECT max(id) FROM action') ?? 0);
  expect(seriesOfMeeting(store.read, first)).toMatchObject({ day: '2027-01-13' });
});
