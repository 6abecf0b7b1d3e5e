import { describe, expect, test } from 'vitest';
import { checkCosts, type CostFacts, type CostLine } from '../../../db/meetings/cost-check.ts';
import type { CostRule } from '../../../db/meetings/cost-rules.ts';

const rule = (checks: string, amount: number | null, more: Partial<CostRule> = {}): CostRule =>
  ({ id: null, name: checks, fund: 'national', checks, item: null, amount, level: 'block', valid_from: '2005-04-01', valid_until: null, is_off: false, source: '예시', ...more });
const line = (amount: number, more: Partial<CostLine> = {}): CostLine => ({ id: 'l1', item: 'meal', fund: 'national', amount, people: null, payee: null, is_approved: false, ...more });
const facts = (of: Partial<CostFacts>): CostFacts => ({
  lines: [line(100_000)], rules: [], isHeld: true, expected: { people: 10, outside: 8 }, came: { listed: 10, headcount: 0, outside: 8 }, minutesLength: 0, sameDay: [], ...of,
});
const judged = (of: Partial<CostFacts>) => { const [first] = checkCosts(facts(of)); return [first?.state, first?.reason ?? '']; };

describe('an attendee from outside', () => {
  const rules = [rule('outside-attendee', 1, { item: 'meal' })];
  test('is looked for among those expected before, and among those who came after', () => {
    expect(judged({ rules, isHeld: false, expected: { people: 5, outside: 0 } })[0]).toBe('broken');
    expect(judged({ rules, isHeld: false, expected: { people: 5, outside: 1 }, came: { listed: 0, headcount: 0, outside: 0 } })[0]).toBe('met');
    expect(judged({ rules, came: { listed: 5, headcount: 0, outside: 0 } })).toEqual(['broken', '외부 참석자가 0명뿐입니다. 1명은 있어야 합니다.']);
    expect(judged({ rules, came: { listed: 5, headcount: 0, outside: 1 } })[0]).toBe('met');
  });
  test('cannot be shown by a head count', () => {
    expect(judged({ rules, came: { listed: 0, headcount: 30, outside: 0 } })[1]).toContain('명부가 없어');
  });
});

describe('prior approval', () => {
  const rules = [rule('prior-approval', 500_000)];
  test('is needed above the amount, not at it', () => {
    expect(judged({ rules, lines: [line(500_000)] })[0]).toBe('met');
    expect(judged({ rules, lines: [line(500_001)] })[0]).toBe('broken');
    expect(judged({ rules, lines: [line(500_001, { is_approved: true })] })[0]).toBe('met');
  });
  test('is asked of the sum, so that splitting does not help', () => {
    const lines = [line(300_000), line(300_000, { id: 'l2', item: 'venue', is_approved: true })];
    expect(judged({ rules, lines })[0]).toBe('broken');
    expect(judged({ rules, lines: lines.map((one) => ({ ...one, is_approved: true })) })[0]).toBe('met');
    expect(judged({ rules, lines: [line(300_000), line(300_000, { id: 'l2', fund: 'dues' })] })[0]).toBe('met');
  });
});

describe('per head', () => {
  const rules = [rule('per-head', 30_000, { item: 'meal' })];
  test('is kept to the won', () => {
    expect(judged({ rules, lines: [line(300_000)] })[0]).toBe('met');
    expect(judged({ rules, lines: [line(300_001)] })).toEqual(['broken', '300,001원을 10명이 나누면 1인당 30,001원으로 30,000원을 넘습니다. 300,000원까지 쓸 수 있습니다.']);
  });
  test('counts no more heads than came, before the meeting those expected', () => {
    expect(judged({ rules, lines: [line(330_000, { people: 20 })] })[0]).toBe('broken');
    expect(judged({ rules, isHeld: false, lines: [line(330_000, { people: 20 })] })[0]).toBe('met');
    expect(judged({ rules, isHeld: false, lines: [line(300_001)] })[0]).toBe('broken');
    expect(judged({ rules, lines: [line(330_000)], came: { listed: 10, headcount: 1, outside: 8 } })[0]).toBe('met');
  });
  test('is broken where nobody is known, and by small lines that add up', () => {
    expect(judged({ rules, came: { listed: 0, headcount: 0, outside: 0 } })[0]).toBe('broken');
    expect(judged({ rules, lines: [line(200_000), line(200_000, { id: 'l2' })] })[0]).toBe('broken');
  });
});

describe('minutes', () => {
  const rules = [rule('minutes-length', 200)];
  test('are told after the meeting', () => {
    expect(judged({ rules, isHeld: false })[0]).toBe('later');
    expect(judged({ rules, isHeld: false, minutesLength: 200 })[0]).toBe('met');
    expect(judged({ rules, minutesLength: 199 })).toEqual(['broken', '회의록이 199자입니다. 200자까지 1자를 더 써 주세요(빈칸 빼고).']);
    expect(judged({ rules, minutesLength: 200 })[0]).toBe('met');
  });
});

describe('again on one day', () => {
  const rules = [rule('same-day', 1, { item: 'meal' })];
  const other = { meeting: 'm2', title: '오전 세미나', item: 'meal', fund: 'national', payee: '한빛 식당', sharesCluster: false };
  test('is one payee, however it is spelled, or one mini-cluster', () => {
    expect(judged({ rules, lines: [line(1, { payee: '한빛식당' })], sameDay: [other] })).toEqual(['broken', '같은 날 ‘한빛식당’에 2번 씁니다(오전 세미나). 1번까지입니다.']);
    expect(judged({ rules, lines: [line(1, { payee: '바다식당' })], sameDay: [other] })[0]).toBe('met');
    expect(judged({ rules, lines: [line(1, { payee: '바다식당' })], sameDay: [{ ...other, sharesCluster: true }] })[0]).toBe('broken');
    expect(judged({ rules, lines: [line(1, { payee: 'A' }), line(1, { id: 'l2', payee: 'A' })] })[0]).toBe('broken');
  });
  test('is not money of another fund or item, and may be allowed more often', () => {
    const lines = [line(1, { payee: '한빛식당' })];
    expect(judged({ rules, lines, sameDay: [{ ...other, fund: 'dues' }, { ...other, item: 'venue' }] })[0]).toBe('met');
    expect(judged({ rules: [rule('same-day', 2)], lines, sameDay: [{ ...other, sharesCluster: true }] })[0]).toBe('met');
  });
});

test('a rule says nothing where nothing is spent, and what is broken comes first', () => {
  expect(checkCosts(facts({ lines: [line(1, { fund: 'other' })], rules: [rule('minutes-length', 1)] }))).toEqual([]);
  expect(checkCosts(facts({ lines: [] , rules: [rule('minutes-length', 1)] }))).toEqual([]);
  expect(checkCosts(facts({ rules: [rule('prior-approval', 500_000), rule('minutes-length', 9)] })).map(({ state }) => state)).toEqual(['broken', 'met']);
});
