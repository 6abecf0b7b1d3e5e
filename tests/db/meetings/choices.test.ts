import { expect, test } from 'vitest';
import { quorumOf, standingOf, voteResult, voteWords } from '../../../db/meetings/choices.ts';

const votes = (votes_for: number | null, votes_against: number | null, votes_abstained: number | null) => ({ votes_for, votes_against, votes_abstained });

test('a resolution is carried by more than half of the votes given; half is not enough', () => {
  expect(voteResult(votes(null, null, null))).toBeNull();
  expect(voteResult(votes(0, 0, 0))).toBeNull();
  expect(voteResult(votes(6, 5, 0))).toEqual({ isPassed: true, cast: 11, needed: 6 });
  expect(voteResult(votes(5, 5, 0))).toEqual({ isPassed: false, cast: 10, needed: 6 });
  // Abstentions are votes given.
  expect(voteResult(votes(5, 3, 2))).toMatchObject({ isPassed: false });
  expect(voteResult(votes(1, null, null))).toMatchObject({ isPassed: true });
  expect(voteWords(votes(12, 3, null))).toBe('가결 (찬성 12 · 반대 3 · 기권 0)');
});

test('a meeting stands as its status says, and without one by its last day', () => {
  const day = (status: string | null, start_on = '2026-05-01', end_on: string | null = null) => standingOf({ status, start_on, end_on }, '2026-05-02');
  expect([day(null), day(null, '2026-05-02'), day(null, '2026-05-01', '2026-05-02'), day(null, '2026-06-01')]).toEqual(['held', 'planned', 'planned', 'planned']);
  expect([day('planned'), day('cancelled'), day('held', '2026-06-01')]).toEqual(['planned', 'cancelled', 'held']);
});

test('a quorum is a percentage rounded up or more than half', () => {
  expect([quorumOf(1, null), quorumOf(2, null), quorumOf(30, null), quorumOf(31, null), quorumOf(30, 33), quorumOf(3, 100), quorumOf(7, 1), quorumOf(0, 50)]).toEqual([1, 2, 16, 16, 10, 3, 1, null]);
});
