import { expect, test } from 'vitest';
import { keptWhile, stateOf } from '../../../db/kernel/kept.ts';
import type { Reader } from '../../../db/kernel/reader.ts';

const read = {} as Reader;

test('an answer is kept by question until a column, the rows or the table it is made from is written', () => {
  let made = 0;
  const count = keptWhile(['task.status', 'task.*', 'payment'], (_read, input: { person: string | null }) => { made += 1; return `${made} ${input.person ?? ''}`; });
  const ask = (versions: Record<string, number>, person: string | null = null): string => count(read, { person }, { versions });
  expect(ask({})).toBe('1 ');
  expect(ask({ 'task.title': 1, 'payments.amount': 4 })).toBe('1 ');
  expect(ask({ 'task.title': 1 }, 'kim')).toBe('2 kim');
  expect(ask({ 'task.title': 2 })).toBe('1 ');
  expect(ask({ 'task.status': 1 })).toBe('3 ');
  expect(ask({ 'task.status': 1, 'task.*': 1 })).toBe('4 ');
  expect(ask({ 'task.status': 1, 'task.*': 1, 'payment.memo': 1 })).toBe('5 ');
  expect(ask({ 'task.status': 1, 'task.*': 1, 'payment.memo': 1 })).toBe('5 ');
});

test('a table is told by all its columns', () => {
  expect(stateOf(['payment', 'task.status'], { versions: { 'payment.amount': 2, 'payment.*': 3, 'task.status': 7, 'task.title': 9 } })).toBe('5 7');
});
