/** Standing bars beside each other over steps of something: a histogram of several sets, each with its name at its tallest bar. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { base, hatch, legend, letters, nameAxis, silentAxis } from './draw-base.ts';
import type { Canvas, Drawing, Point } from './draw-types.ts';
import { cellAt, nameOf, partsOf } from './table-read.ts';

const mostThick = 30;

export const drawColumns = (table: ReportTable, canvas: Canvas, sentence: string): Drawing => {
  const { palette, width, scale } = canvas;
  const rows = partsOf(table);
  const names = rows.map(nameOf);
  const many = table.columns.length;
  const [left, right] = [8, 8];
  const thick = Math.min(mostThick * scale, ((width - left - right) / Math.max(1, rows.length)) * (0.78 / Math.max(1, many)));
  const spoken = (row: number, column: number): string => `${table.columns[column]?.label ?? ''} ${names[row] ?? ''} ${table.cells[row]?.[column]?.text ?? '-'}건`;
  const shiftOf = (index: number): number => (index - (many - 1) / 2) * thick;
  const points = rows.flatMap((row, at) => table.columns.flatMap((column, index): Point[] => {
    const cell = cellAt(table, row.key, column.key);
    return cell.drill === null ? [] : [{ cell: cell.drill, spoken: spoken(at, index), grid: 0, from: [at, 0], to: [at, cell.value ?? 0], grow: [thick / 2, 0], shift: [shiftOf(index), 0] }];
  }));
  return {
    sentence, points,
    option: {
      ...base(canvas), grid: { left, right, top: 40 * scale, bottom: 26 * scale },
      xAxis: { ...nameAxis(canvas, names), axisLabel: { ...letters(canvas, palette.soft), interval: 0, hideOverlap: true } }, yAxis: silentAxis,
      graphic: legend(canvas, table.columns.map((column, index) => ({ name: column.label, colour: palette.series[index] ?? palette.text }))),
      series: table.columns.map((column, index) => ({
        type: 'bar', barWidth: thick, barGap: '0%', cursor: 'pointer', itemStyle: { color: palette.series[index], borderColor: palette.surface, borderWidth: 0.5, ...hatch(index, canvas) },
        label: { ...letters(canvas), show: true, position: 'top', distance: 3 },
        data: rows.map((row, at) => { const cell = cellAt(table, row.key, column.key); return { value: cell.value ?? 0, cell: cell.drill, spoken: spoken(at, index), label: { formatter: cell.text } }; }),
      })),
    },
  };
};
