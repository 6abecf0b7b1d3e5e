import { expect, test } from 'vitest';
import { placeOf, scales, spanOf, windowOf } from '../../renderer/screens/work/days.ts';

test('a window holds whole months, quarters and years, today among them, without a gap', () => {
  for (const today of ['2026-01-01', '2026-02-28', '2028-02-29', '2026-12-31']) {
    for (const { code } of scales) {
      const shown = windowOf(code, 0, today);
      expect([shown.from <= today, shown.to >= today]).toEqual([true, true]);
      const steps = shown.ticks.slice(1).map((tick, index) => Date.parse(tick.first) - Date.parse(shown.ticks[index]?.last ?? ''));
      expect(steps).toEqual(steps.map(() => 86_400_000));
      expect(placeOf(shown.from, shown)).toBe(0);
      expect(placeOf(shown.to, shown)).toBeCloseTo(1 - 1 / shown.days);
    }
  }
});

test('one step further is one tick further', () => {
  expect(windowOf('month', 1, '2026-11-22').from).toBe('2026-10-01');
  expect(windowOf('quarter', -1, '2026-11-22').from).toBe('2025-10-01');
  expect(windowOf('year', 2, '2026-11-22').from).toBe('2025-01-01');
  expect(windowOf('quarter', 0, '2026-11-22').ticks.map((tick) => tick.word).slice(0, 5)).toEqual(['2026. 1분기', '2분기', '3분기', '4분기', '2027. 1분기']);
});

test('a period is cut at the edges of the window; a day is as wide as a day', () => {
  const shown = windowOf('month', 0, '2026-11-22');
  expect(spanOf('2020-01-01', '2040-01-01', shown)).toEqual({ left: 0, width: 1, isCutLeft: true, isCutRight: true });
  expect(spanOf(shown.from, shown.from, shown)).toMatchObject({ left: 0, isCutLeft: false, isCutRight: false });
  expect(spanOf(shown.from, shown.from, shown).width).toBeCloseTo(1 / shown.days);
});
