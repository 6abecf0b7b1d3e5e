import { expect, test } from 'vitest';
import { pastedCells, stepOf, type KeyPress } from '../../renderer/screens/evaluations/grid-keys.ts';
import { byRank, selectByRank } from '../../renderer/screens/evaluations/select-by-rank.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });
const whole = { start: 0, end: 2, length: 2 };
const at = { row: 1, column: 1 };
const go = (key: string, caret = whole, from = at, more: Partial<KeyPress> = {}) => stepOf(from, press(key, more), caret, 3, 3);

test('up, down and Enter always go to another cell; at the edge they stay', () => {
  expect(go('ArrowUp')).toEqual({ row: 0, column: 1 });
  expect(go('ArrowDown', { start: 1, end: 1, length: 2 })).toEqual({ row: 2, column: 1 });
  expect(go('Enter')).toEqual({ row: 2, column: 1 });
  expect(go('Enter', whole, at, { shiftKey: true })).toEqual({ row: 0, column: 1 });
  expect(go('ArrowUp', whole, { row: 0, column: 0 })).toBeNull();
  expect(go('Enter', whole, { row: 2, column: 0 })).toBeNull();
});

test('left and right go through the text first', () => {
  expect(go('ArrowLeft')).toEqual({ row: 1, column: 0 });
  expect(go('ArrowLeft', { start: 1, end: 1, length: 2 })).toBeNull();
  expect(go('ArrowLeft', { start: 0, end: 0, length: 2 })).toEqual({ row: 1, column: 0 });
  expect(go('ArrowRight', { start: 1, end: 1, length: 2 })).toBeNull();
  expect(go('ArrowRight', { start: 2, end: 2, length: 2 })).toEqual({ row: 1, column: 2 });
  expect(go('ArrowRight', { start: 0, end: 0, length: 0 })).toEqual({ row: 1, column: 2 });
  for (const key of ['Tab', '8', 'Home']) expect(go(key)).toBeNull();
  expect(go('Enter', whole, at, { altKey: true })).toBeNull();
});

test('a pasted block is laid from the cell on; what reaches beyond is counted', () => {
  expect(pastedCells([['80', ' 90 '], ['70', '']], { row: 1, column: 2 }, 3, 4)).toEqual({
    cells: [{ row: 1, column: 2, text: '80' }, { row: 1, column: 3, text: '90' }, { row: 2, column: 2, text: '70' }, { row: 2, column: 3, text: '' }], beyond: 0,
  });
  expect(pastedCells([['1', '2', '3']], { row: 2, column: 2 }, 3, 3)).toEqual({ cells: [{ row: 2, column: 2, text: '1' }], beyond: 2 });
});

const ranked = (task: string, rank: number | null, mean: string | null, requested: number | null = 100) => ({ task, rank, mean, requested });
const five = [ranked('c', 3, '70.0'), ranked('a', 1, '90.0'), ranked('e', null, null), ranked('b', 2, '80.5'), ranked('d', 4, '59.9')];
const chosen = (budget: number | null, least: number | null = null) => selectByRank(five, budget, least).filter((one) => one.decision === 'selected').map((one) => one.task);

test('tasks are selected down the ranks until the money ends; one without a mean is left alone', () => {
  expect(byRank(five).map((one) => one.task)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(chosen(null)).toEqual(['a', 'b', 'c', 'd']);
  expect(chosen(300)).toEqual(['a', 'b', 'c']);
  expect(chosen(299)).toEqual(['a', 'b']);
  expect(chosen(0)).toEqual([]);
  expect(selectByRank(five, 100, null)).toEqual([{ task: 'a', decision: 'selected', amount: 100 }, ...['b', 'c', 'd'].map((task) => ({ task, decision: 'rejected', amount: null }))]);
});

test('nothing is selected past the first that does not fit, however little the next ones ask', () => {
  const tasks = [ranked('a', 1, '90.0', 100), ranked('b', 2, '80.0', 500), ranked('c', 3, '70.0', 10)];
  expect(selectByRank(tasks, 300, null).map((one) => one.decision)).toEqual(['selected', 'rejected', 'rejected']);
});

test('the line of points is itself enough, and equal ranks stand or fall together', () => {
  expect(chosen(null, 700)).toEqual(['a', 'b', 'c']);
  expect(chosen(null, 701)).toEqual(['a', 'b']);
  const even = [ranked('a', 1, '90.0'), ranked('b', 2, '80.0'), ranked('c', 2, '80.0')];
  expect(selectByRank(even, 250, null).map((one) => one.decision)).toEqual(['selected', 'rejected', 'rejected']);
  expect(selectByRank(even, 300, null).every((one) => one.decision === 'selected')).toBe(true);
});
