/** What the board works out itself: places of cards, the way of the arrows, lines for paper, spots of a network, order of a table. */
import { describe, expect, test } from 'vitest';
import type { ReportTable } from '../../db/reports/api.ts';
import { inOrder, moved } from '../../renderer/screens/dashboard/board-order.ts';
import { stepOf } from '../../renderer/screens/dashboard/draw-tiles.ts';
import { placed } from '../../renderer/screens/dashboard/forces.ts';
import { fieldOf, slantedLines } from '../../renderer/screens/dashboard/hatching.ts';
import { periodWords } from '../../renderer/screens/dashboard/period-words.ts';
import { inkOn } from '../../renderer/screens/dashboard/palette.ts';
import { canBeOrdered, ordered } from '../../renderer/screens/dashboard/TableOrder.tsx';
import { pointAfter, type Box } from '../../renderer/screens/dashboard/walk.ts';

describe('places of cards', () => {
  const codes = ['a', 'b', 'c', 'd'];
  test('a card goes past its neighbour among those that are shown', () => {
    expect(moved(codes, [], 'b', -1)).toEqual(['b', 'a', 'c', 'd']);
    expect(moved(codes, [], 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(codes, ['c'], 'b', 1)).toEqual(['a', 'c', 'd', 'b']);
    expect(moved(codes, [], 'a', -1)).toEqual(codes);
    expect(moved(codes, [], 'd', 1)).toEqual(codes);
  });
  test('a card that was not there when the order was kept stands at the end', () => {
    expect(inOrder(codes.map((code) => ({ code })), { order: ['d', 'b'], hidden: [] }).map((one) => one.code)).toEqual(['d', 'b', 'a', 'c']);
  });
});

describe('the arrows', () => {
  // Two rows of three.
  const boxes: Box[] = [0, 1].flatMap((line) => [0, 1, 2].map((at) => ({ left: at * 50, top: line * 40, width: 24, height: 24 })));
  test('left and right reach every point, up and down the nearest one', () => {
    let at = 0;
    const seen = [at];
    for (let step = 0; step < 8; step += 1) { at = pointAfter('ArrowRight', at, boxes) ?? at; seen.push(at); }
    expect([...new Set(seen)]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pointAfter('ArrowDown', 1, boxes)).toBe(4);
    expect(pointAfter('ArrowUp', 5, boxes)).toBe(2);
    expect(pointAfter('ArrowUp', 1, boxes)).toBe(1);
    expect(pointAfter('End', 0, boxes)).toBe(5);
    expect(pointAfter('KeyA', 0, boxes)).toBeNull();
  });
});

describe('hatching', () => {
  test('reads the rectangle of a bar as the library writes it, and of nothing else', () => {
    expect(fieldOf('M263.3 220l103.5 0l0 -103.5l-103.5 0Z')).toEqual({ left: 263.3, top: 116.5, right: 366.8, bottom: 220 });
    expect(fieldOf('M0 0L10 0L10 5L0 5Z')).toEqual({ left: 0, top: 0, right: 10, bottom: 5 });
    expect(fieldOf('M1 1a5 5 0 1 1 2 0')).toBeNull();
  });
  test('no line leaves its bar, and a bar of any size has some', () => {
    for (const field of [{ left: 10, top: 20, right: 18, bottom: 200 }, { left: 0, top: 0, right: 300, bottom: 20 }]) {
      for (const falls of [false, true]) {
        const spots = [...slantedLines(field, falls).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
        expect(spots.length).toBeGreaterThan(4);
        for (const [x, y] of spots) expect(x >= field.left && x <= field.right && y >= field.top && y <= field.bottom).toBe(true);
      }
    }
  });
});

describe('a network', () => {
  const ties = [{ one: 0, other: 1, weight: 5 }, { one: 1, other: 2, weight: 1 }, { one: 3, other: 4, weight: 2 }];
  test('lies inside its room, the same each time, those that are tied nearer than those that are not', () => {
    const spots = placed(6, ties, [400, 200]);
    expect(placed(6, ties, [400, 200])).toEqual(spots);
    for (const [x, y] of spots) expect(x >= 0 && x <= 400 && y >= 0 && y <= 200).toBe(true);
    const far = (one: number, other: number): number => Math.hypot((spots[one]?.[0] ?? 0) - (spots[other]?.[0] ?? 0), (spots[one]?.[1] ?? 0) - (spots[other]?.[1] ?? 0));
    expect(far(0, 1)).toBeLessThan(far(0, 4));
    for (let one = 0; one < 6; one += 1) for (let other = one + 1; other < 6; other += 1) expect(far(one, other)).toBeGreaterThan(5);
  });
  test('of one body, or of none, is drawn as well', () => {
    expect(placed(1, [], [400, 200])).toEqual([[200, 100]]);
    expect(placed(0, [], [400, 200])).toEqual([]);
  });
});

describe('colours', () => {
  test('letters are readable on every field', () => {
    expect(['#ffffff', '#86aff9', '#052561', '#0b50d0'].map(inkOn)).toEqual(['#000000', '#000000', '#ffffff', '#ffffff']);
  });
  test('a tile with anything differs from one with nothing, and the highest is the darkest', () => {
    expect([0, 1, 50, 100].map((value) => stepOf(value, 100))).toEqual([0, 1, 2, 4]);
    expect(stepOf(1, 1)).toBe(3);
  });
});

describe('the table of a card', () => {
  const table = (values: readonly (readonly [key: string, value: number])[]): ReportTable => ({
    code: 'd-x', title: '', unit: '', asOf: '', dataAsOf: null, heads: ['이름'], columns: [{ key: 'n', group: '', label: '건수' }], footnotes: [], isEmpty: false,
    rows: [...values.map(([key]) => ({ key, labels: [key], level: 1, kind: 'detail' as const })), { key: 'all', labels: ['계'], level: 0, kind: 'total' as const }],
    cells: [...values.map(([key, value]) => [{ value, text: String(value), drill: `${key}~n` }]), [{ value: 99, text: '99', drill: 'all~n' }]],
  });
  const seven = table([['라', 1], ['가', 7], ['나', 3], ['다', 3], ['마', 0], ['바', 2], ['사', 5]]);
  test('stands by number or by name, each cell with its row, the total last', () => {
    expect(canBeOrdered(seven)).toBe(true);
    expect(ordered(seven, 'n').rows.map((row) => row.key)).toEqual(['가', '사', '나', '다', '바', '라', '마', 'all']);
    expect(ordered(seven, 'n').cells.map(([cell]) => cell?.drill)).toEqual(['가~n', '사~n', '나~n', '다~n', '바~n', '라~n', '마~n', 'all~n']);
    expect(ordered(seven, '').rows.map((row) => row.key)).toEqual(['가', '나', '다', '라', '마', '바', '사', 'all']);
    expect(ordered(seven, null)).toBe(seven);
  });
  test('is not torn apart where it is one of times', () => {
    expect(canBeOrdered(table(['2019', '2020', '2021', '2022', '2023', '2024', '2025'].map((year) => [year, 1] as const)))).toBe(false);
  });
});

test('the period in words', () => {
  const params = { asOf: '2026-12-31', fromYear: 2024, toYear: 2026, yearKind: 'calendar' as const, scope: {}, dataAsOf: null };
  expect(periodWords(params)).toBe('2024~2026년');
  expect(periodWords({ ...params, fromYear: 2026 })).toBe('2026년');
  expect(periodWords({ ...params, yearKind: 'program' })).toBe('20차(2024)~22차(2026) 사업연도');
});
