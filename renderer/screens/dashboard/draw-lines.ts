/** Lines over time, each with its name at its end. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { base, letters, nameAxis } from './draw-base.ts';
import type { Canvas, Drawing, Point } from './draw-types.ts';
import { cellAt, nameOf, partsOf, saidAt } from './table-read.ts';

const symbols = ['circle', 'rect', 'triangle'] as const;
const dashes = ['solid', 'dashed', 'dotted'] as const;

export const drawLines = (table: ReportTable, canvas: Canvas, sentence: string): Drawing => {
  const { palette, scale, width } = canvas;
  const rows = partsOf(table);
  const names = rows.map(nameOf);
  const spoken = (row: number, column: number): string => `${names[row] ?? ''} ${table.columns[column]?.label ?? ''} ${table.cells[row]?.[column]?.text ?? '-'}건`;
  const points: Point[] = rows.flatMap((row, at) => table.columns.flatMap((column, index): Point[] => {
    const cell = cellAt(table, row.key, column.key);
    return cell.drill === null ? [] : [{ cell: cell.drill, spoken: spoken(at, index), grid: 0, from: [at, cell.value ?? 0], to: [at, cell.value ?? 0], grow: [10, 10] }];
  }));
  // So many names fit beside each other.
  const step = Math.max(1, Math.ceil((rows.length * 56 * scale) / width));
  const ends = table.columns.map((column) => cellAt(table, rows.at(-1)?.key ?? '', column.key).value ?? 0);
  return {
    sentence, points,
    option: {
      ...base(canvas), grid: { left: 44 * scale, right: 84 * scale, top: 14, bottom: 24 * scale },
      xAxis: { ...nameAxis(canvas, names), boundaryGap: false, axisLabel: { ...letters(canvas, palette.soft), interval: step - 1 } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: letters(canvas, palette.soft), splitLine: { lineStyle: { color: palette.line, width: 0.5 } } },
      series: table.columns.map((column, index) => ({
        type: 'line', name: column.label, symbol: symbols[index % symbols.length], symbolSize: rows.length > 24 ? 4 : 7, showAllSymbol: true, cursor: 'pointer', labelLayout: { moveOverlap: 'shiftY' },
        lineStyle: { width: 2, type: dashes[index % dashes.length], color: palette.series[index] }, itemStyle: { color: palette.series[index] },
        endLabel: { ...letters(canvas), show: true, formatter: `${column.label} ${saidAt(table, rows.at(-1)?.key ?? '', column.key)}`, distance: 6 },
        data: rows.map((row, at) => { const cell = cellAt(table, row.key, column.key); return { value: cell.value ?? 0, cell: cell.drill, spoken: spoken(at, index) }; }),
        z: 10 - index + (ends[index] === 0 ? -5 : 0),
      })),
    },
  };
};
