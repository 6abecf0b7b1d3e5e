import { expect, test } from 'vitest';
import type { SharedMove } from '../../db/tasks/api.ts';
import { needsAsking, sayTarget, targetsOf, verdictOf, type Lift } from '../../renderer/screens/work/lift.ts';

const move = (to: SharedMove['to'], more: Partial<SharedMove> = {}): SharedMove => ({ to, kind: 'forward', needsReason: false, missing: [], findings: [], fills: {}, lacking: 0, ...more });
const missing = [{ field: 'task_no', message: '과제번호를 적어 주세요.', where: 'field' as const, fields: ['task_no'] }];
const order = ['discovered', 'received', 'planning', 'direct-done', 'withdrawn'];
const lift: Lift = { id: 'a', title: '과제', from: 'discovered', by: 'mouse', moves: [move('received', { missing }), move('withdrawn', { needsReason: true })], target: null };

test('columns say what the card in the hand may do there', () => {
  expect(order.map((state) => verdictOf(lift, state))).toEqual(['here', 'incomplete', 'forbidden', 'forbidden', 'ready']);
  expect(verdictOf({ ...lift, moves: null }, 'planning')).toBe('asking');
  expect(targetsOf(lift, order)).toEqual(['received', 'withdrawn']);
});

test('why and how, in a sentence', () => {
  expect(sayTarget(lift, 'planning', order)).toBe('‘발굴’에서 ‘과제기획’ 상태로는 바로 갈 수 없습니다. 갈 수 있는 상태: 접수, 포기·철회.');
  expect(sayTarget(lift, 'received', order)).toBe('‘접수’로 옮깁니다. 먼저 채울 것이 1가지 있습니다.');
  expect(sayTarget(lift, 'withdrawn', order)).toBe('‘포기·철회’로 옮깁니다. 사유를 적어야 합니다.');
  expect(sayTarget({ ...lift, moves: [] }, null, order)).toBe('지금은 갈 수 있는 상태가 없습니다.');
});

test('it is asked first when a reason, a day that was another, or anything at all is missing or doubtful', () => {
  expect(needsAsking(move('received', { fills: { received_on: '2026-11-22' } }))).toBe(false);
  expect(needsAsking(move('agreed', { fills: { agreed_on: '2026-11-22' } }))).toBe(true);
  expect(needsAsking(move('received', { missing }))).toBe(true);
  expect(needsAsking(move('on-hold', { needsReason: true }))).toBe(true);
  expect(needsAsking(move('selected', { findings: [{ rule: 'R2', level: 'warn', field: 'fund_national', message: '한도를 넘습니다.' }] }))).toBe(true);
});
