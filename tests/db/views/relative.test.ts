import { expect, test } from 'vitest';
import { isRelative, resolveFilters, resolveValue } from '../../../db/views/relative.ts';

const who = { person: 'p-1', today: '2026-02-15' };

test.each([
  ['@today', '2026-02-15'], ['@today-15', '2026-01-31'], ['@today+14', '2026-03-01'], ['@month-first', '2026-02-01'], ['@month-last', '2026-02-28'],
  ['@month-last+1', '2026-03-01'], ['@year-first', '2026-01-01'], ['@year-last', '2026-12-31'], ['@me', 'p-1'],
])('%s is %s', (value, means) => {
  expect(isRelative(value)).toBe(true);
  expect(resolveValue(value, who)).toBe(means);
});

test('the last day of February in a leap year, of a year as of its last day', () => {
  expect(resolveValue('@month-last', { person: null, today: '2028-02-29' })).toBe('2028-02-29');
  expect(resolveValue('@today+1', { person: null, today: '2026-12-31' })).toBe('2027-01-01');
});

test('anything else stays as it is, also what only looks relative', () => {
  for (const value of ['@tomorrow', '@today+', 'me', '@me+1', 12, null]) {
    expect(isRelative(value)).toBe(false);
    expect(resolveValue(value, who)).toBe(value);
  }
});

test('both ends of a range and every value of a set', () => {
  expect(resolveFilters({ end_on: { op: 'range', from: '@month-first', to: null }, coordinator: { op: 'in', values: ['@me', 'p-2'] }, title: { op: 'contains', value: '@me' } }, who))
    .toEqual({ end_on: { op: 'range', from: '2026-02-01', to: null }, coordinator: { op: 'in', values: ['p-1', 'p-2'] }, title: { op: 'contains', value: '@me' } });
});
