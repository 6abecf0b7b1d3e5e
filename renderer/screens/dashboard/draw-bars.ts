/** Lying bars: one for each row, or for each group of rows with its parts side by side in the bar. */
import type { ReportRow, ReportTable } from '../../../db/reports/api.ts';
import { base, hatch, letters, nameAxis, silentAxis } from './draw-base.ts';
import type { Canvas, Drawing, Point } from './draw-types.ts';
import { inkOn } from './palette.ts';
import { cellAt, nameOf, plain } from './table-read.ts';

/** A part of a bar. `name` is said; `column` of the row is drawn. */
type Part = { row: string; column: string; name: string; colour?: number; isLate?: boolean };
export type Bar = { name: string; parts: readonly Part[]; note?: string };

const thickest = 24;

export type BarsShape = { bars: readonly Bar[]; unit: string; sentence: string; names: number };

/** Bars from top to bottom in the order given; the sum stands at the end of each. */
export const drawBars = (table: ReportTable, canvas: Canvas, { bars, unit, sentence, names }: BarsShape): Drawing => {
  const { palette, height, width, scale } = canvas;
  const deep = Math.max(1, ...bars.map((bar) => bar.parts.length));
  const thick = Math.min(thickest * scale, ((height - 8) / Math.max(1, bars.length)) * 0.66);
  const sums = bars.map((bar) => bar.parts.reduce((sum, part) => sum + (cellAt(table, part.row, part.column).value ?? 0), 0));
  const most = Math.max(1, ...sums);
  const [left, right] = [names * scale, 92 * scale];
  const perUnit = (width - left - right) / most;
  const points: Point[] = bars.flatMap((bar, at) => {
    let start = 0;
    return bar.parts.flatMap((part): Point[] => {
      const cell = cellAt(table, part.row, part.column);
      const [from, to] = [start, start + (cell.value ?? 0)];
      start = to;
      return cell.drill === null ? [] : [{ cell: cell.drill, spoken: `${part.name} ${cell.text}${unit}`, grid: 0, from: [from, at], to: [to, at], grow: [0, thick / 2] }];
    });
  });
  const series = Array.from({ length: deep }, (_, layer) => ({
    type: 'bar', stack: 'all', barWidth: thick, cursor: 'pointer',
    data: bars.map((bar) => {
      const part = bar.parts[layer];
      if (!part) return { value: 0 };
      const cell = cellAt(table, part.row, part.column);
      const colour = part.isLate ? palette.late : (palette.series[part.colour ?? layer] ?? palette.text);
      const shown = (cell.value ?? 0) * perUnit > 9 * scale * cell.text.length + 8 && bar.parts.length > 1;
      return {
        value: cell.value ?? 0, cell: cell.drill, spoken: `${part.name} ${cell.text}${unit}`,
        itemStyle: { color: colour, borderColor: palette.surface, borderWidth: 0.5, ...hatch(layer, canvas) },
        label: { ...letters(canvas, inkOn(colour)), show: shown, position: 'inside', formatter: cell.text, ...(layer > 0 ? { backgroundColor: colour, padding: [1, 3] } : {}) },
      };
    }),
  }));
  const totals = {
    type: 'bar', stack: 'all', silent: true, barWidth: thick, itemStyle: { color: 'transparent' },
    data: bars.map((bar, at) => ({ value: 0, label: { ...letters(canvas), show: true, position: 'right', formatter: `${plain(sums[at] ?? 0)}${bar.note ?? ''}` } })),
  };
  return {
    sentence, points,
    option: {
      ...base(canvas), grid: { left, right, top: 4, bottom: 4, containLabel: false },
      xAxis: { ...silentAxis, max: most }, yAxis: { ...nameAxis(canvas, bars.map((bar) => bar.name), left - 8), inverse: true, axisLine: { show: false } },
      series: [...series, totals],
    },
  };
};

/** ` (12.3%)`, nothing for a share of nothing. */
export const shareNote = (table: ReportTable, row: string, share: string): string => { const { text } = cellAt(table, row, share); return text === '-' ? '' : ` (${text}%)`; };

/** A bar for each row by one column, with its share. */
export const simpleBars = (table: ReportTable, rows: readonly ReportRow[], column: string, share?: string): Bar[] =>
  rows.map((row) => ({ name: nameOf(row), parts: [{ row: row.key, column, name: nameOf(row) }], ...(share === undefined ? {} : { note: shareNote(table, row.key, share) }) }));
