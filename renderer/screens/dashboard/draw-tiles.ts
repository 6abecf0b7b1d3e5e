/** The provinces as tiles, each near where it lies, and beside them the longest bars. No borders are drawn, so none can be out of date. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { base, letters, nameAxis, silentAxis } from './draw-base.ts';
import type { Canvas, Drawing, Point } from './draw-types.ts';
import { inkOn } from './palette.ts';
import { cellAt, nameOf, partsOf, valueAt } from './table-read.ts';

/** Column and row of a province; codes of assets/reference/provinces.json. */
const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  incheon: [0, 0], seoul: [1, 0], gangwon: [2, 0],
  gyeonggi: [1, 1], chungbuk: [2, 1], gyeongbuk: [3, 1],
  chungnam: [0, 2], sejong: [1, 2], daejeon: [2, 2], daegu: [3, 2],
  jeonbuk: [1, 3], gyeongnam: [2, 3], ulsan: [3, 3],
  jeonnam: [0, 4], gwangju: [1, 4], busan: [3, 4],
  jeju: [0, 5],
};
const [columns, lines] = [4, 6];
const mostBars = 10;

/** 0 for none, then four steps up to the highest. */
export const stepOf = (value: number, most: number): number => (value === 0 ? 0 : Math.min(4, 1 + Math.floor((value / (most + 1)) * 4)));

export const drawTiles = (table: ReportTable, canvas: Canvas, column: string, sentence: string): Drawing => {
  const { palette, width, height, scale } = canvas;
  const rows = partsOf(table);
  const most = Math.max(1, ...rows.map((row) => valueAt(table, row.key, column)));
  const mapWidth = Math.min(width * 0.48, (height - 8) * (columns / lines) * 1.35);
  const [tileWidth, tileHeight] = [mapWidth / columns - 3, (height - 8) / lines - 3];
  const spoken = (key: string): string => `${nameOf(rows.find((row) => row.key === key) ?? { labels: [key], key, level: 1, kind: 'detail' })} ${cellAt(table, key, column).text}건`;
  const placed = rows.flatMap((row) => { const tile = tiles[row.key]; return tile ? [{ key: row.key, name: nameOf(row), tile }] : []; }).toSorted((one, other) => one.tile[1] - other.tile[1] || one.tile[0] - other.tile[0]);
  const ranked = rows.filter((row) => valueAt(table, row.key, column) > 0).toSorted((one, other) => valueAt(table, other.key, column) - valueAt(table, one.key, column)).slice(0, mostBars);
  const thick = Math.min(20 * scale, ((height - 8) / Math.max(6, ranked.length)) * 0.66);
  const points: Point[] = [
    ...placed.flatMap(({ key, tile }): Point[] => { const { drill } = cellAt(table, key, column); return drill === null ? [] : [{ cell: drill, spoken: spoken(key), grid: 0, from: tile, to: tile, grow: [tileWidth / 2, tileHeight / 2] }]; }),
    ...ranked.flatMap((row, at): Point[] => { const cell = cellAt(table, row.key, column); return cell.drill === null || tiles[row.key] ? [] : [{ cell: cell.drill, spoken: spoken(row.key), grid: 1, from: [0, at], to: [cell.value ?? 0, at], grow: [0, thick / 2] }]; }),
  ];
  return {
    sentence, points,
    option: {
      ...base(canvas),
      grid: [{ left: 4, width: mapWidth, top: 4, bottom: 4 }, { left: mapWidth + 72 * scale, right: 56 * scale, top: 4, ...(ranked.length < 6 ? { height: (height - 8) * (ranked.length / 6) } : { bottom: 4 }) }],
      xAxis: [{ ...silentAxis, min: -0.5, max: columns - 0.5, gridIndex: 0 }, { ...silentAxis, max: most, gridIndex: 1 }],
      yAxis: [{ ...silentAxis, min: -0.5, max: lines - 0.5, inverse: true, gridIndex: 0 }, { ...nameAxis(canvas, ranked.map(nameOf)), inverse: true, gridIndex: 1, axisLine: { show: false } }],
      series: [
        {
          type: 'scatter', symbol: 'rect', symbolSize: [tileWidth, tileHeight], xAxisIndex: 0, yAxisIndex: 0, cursor: 'pointer',
          data: placed.map(({ key, name, tile }) => {
            const cell = cellAt(table, key, column);
            const colour = palette.ramp[stepOf(cell.value ?? 0, most)] ?? palette.surface;
            return {
              value: [...tile], cell: cell.drill, spoken: spoken(key), itemStyle: { color: colour, opacity: 1, borderColor: palette.line, borderWidth: 0.5 },
              label: { ...letters(canvas, inkOn(colour)), show: true, position: 'inside', formatter: `${name}\n${cell.text}`, lineHeight: 15 * scale },
            };
          }),
        },
        {
          type: 'bar', xAxisIndex: 1, yAxisIndex: 1, barWidth: thick, cursor: 'pointer',
          data: ranked.map((row) => {
            const cell = cellAt(table, row.key, column);
            return { value: cell.value ?? 0, cell: cell.drill, spoken: spoken(row.key), itemStyle: { color: palette.series[0] }, label: { ...letters(canvas), show: true, position: 'right', formatter: cell.text } };
          }),
        },
      ],
    },
  };
};
