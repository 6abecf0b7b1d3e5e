/** Bodies as circles and what they do together as lines: the more, the larger and the thicker. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { base, letters, silentAxis } from './draw-base.ts';
import type { Canvas, Drawing, Point } from './draw-types.ts';
import { placed, type Spot } from './forces.ts';
import { cellAt } from './table-read.ts';

const column = 'tasks';
/** Pixels kept free around the outermost circles, for their names. */
const margin = { x: 60, top: 16, bottom: 34 };

const short = (name: string): string => name.replaceAll(/\(주\)|㈜|주식회사|\(유\)|\(재\)|\(사\)/g, '').trim();

type Field = { left: number; right: number; top: number; bottom: number };

/** The largest are named even where a small circle stands in the way. */
const alwaysNamed = 8;

const sides = ['bottom', 'top', 'right', 'left'] as const;
type Side = (typeof sides)[number];

const meet = (one: Field, other: Field): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** On which side each name stands, largest circles first: one that would cover a circle or another name everywhere is left to the table and to the pointer. */
const nameSides = (names: readonly string[], spots: readonly Spot[], sizes: readonly number[], letter: number, room: Field): (Side | null)[] => {
  const circles = spots.map(([x, y], at): Field => { const half = (sizes[at] ?? 0) / 2; return { left: x - half, right: x + half, top: y - half, bottom: y + half }; });
  const taken: Field[] = [];
  const found: (Side | null)[] = names.map(() => null);
  for (const [place, at] of names.keys().toArray().toSorted((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || one - other).entries()) {
    const [[x, y], half, name] = [spots[at] ?? [0, 0] as const, (sizes[at] ?? 0) / 2 + 2, names[at] ?? ''];
    // Hangul is as wide as high; the names are cut at 110 pixels.
    const [wide, high] = [Math.min(110, name.length * letter * 0.95), letter * 1.3];
    const fieldOn: Record<Side, Field> = {
      bottom: { left: x - wide / 2, right: x + wide / 2, top: y + half, bottom: y + half + high }, top: { left: x - wide / 2, right: x + wide / 2, top: y - half - high, bottom: y - half },
      right: { left: x + half, right: x + half + wide, top: y - high / 2, bottom: y + high / 2 }, left: { left: x - half - wide, right: x - half, top: y - high / 2, bottom: y + high / 2 },
    };
    const isFree = (field: Field): boolean => field.left >= room.left && field.right <= room.right && field.top >= room.top && field.bottom <= room.bottom
      && !taken.some((one) => meet(one, field)) && !circles.some((one, index) => index !== at && meet(one, field));
    const side = sides.find((one) => isFree(fieldOn[one])) ?? (place < alwaysNamed ? (sides.find((one) => !taken.some((other) => meet(other, fieldOn[one]))) ?? 'bottom') : null);
    if (!side) continue;
    taken.push(fieldOn[side]);
    found[at] = side;
  }
  return found;
};

export const drawNetwork = (table: ReportTable, canvas: Canvas, sentence: string): Drawing => {
  const { palette, width, height, scale } = canvas;
  const bodies = table.rows.filter((row) => row.level === 1);
  const at = new Map(bodies.map((row, index) => [row.key.split(':')[1] ?? '', index]));
  const pairs = table.rows.flatMap((row) => {
    const [kind, one = '', other = ''] = row.key.split(':');
    const [from, to] = [at.get(one), at.get(other)];
    return kind === 'pair' && from !== undefined && to !== undefined ? [{ row, from, to, cell: cellAt(table, row.key, column) }] : [];
  });
  const room = [Math.max(1, width - 2 * margin.x * scale), Math.max(1, height - (margin.top + margin.bottom) * scale)] as const;
  const spots = placed(bodies.length, pairs.map(({ from, to, cell }) => ({ one: from, other: to, weight: cell.value ?? 0 })), room);
  const [mostTasks, mostShared] = [Math.max(1, ...bodies.map((row) => cellAt(table, row.key, column).value ?? 0)), Math.max(1, ...pairs.map(({ cell }) => cell.value ?? 0))];
  const sizeOf = (tasks: number): number => (8 + 18 * Math.sqrt(tasks / mostTasks)) * scale;
  const names = bodies.map((row) => short(row.labels[0] ?? ''));
  const written = nameSides(names, spots, bodies.map((row) => sizeOf(cellAt(table, row.key, column).value ?? 0)), 11 * scale, { left: -margin.x * scale, right: room[0] + margin.x * scale, top: -margin.top * scale, bottom: room[1] + margin.bottom * scale });
  const bodyWords = (index: number): string => `${bodies[index]?.labels[0] ?? ''} 함께한 과제 ${cellAt(table, bodies[index]?.key ?? '', column).text}건`;
  const pairWords = ({ row, cell }: (typeof pairs)[number]): string => `${row.labels[0] ?? ''}와(과) ${row.labels[1] ?? ''} 함께한 과제 ${cell.text}건`;
  const points: Point[] = [
    ...bodies.flatMap((row, index): Point[] => {
      const [cell, spot] = [cellAt(table, row.key, column), spots[index] ?? [0, 0] as const];
      return cell.drill === null ? [] : [{ cell: cell.drill, spoken: bodyWords(index), grid: 0, from: spot, to: spot, grow: [sizeOf(cell.value ?? 0) / 2 + 2, sizeOf(cell.value ?? 0) / 2 + 2] }];
    }),
    ...pairs.flatMap((pair): Point[] => {
      const [from, to] = [spots[pair.from] ?? [0, 0] as const, spots[pair.to] ?? [0, 0] as const];
      const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
      return pair.cell.drill === null ? [] : [{ cell: pair.cell.drill, spoken: pairWords(pair), grid: 0, from: middle, to: middle, grow: [0, 0] }];
    }),
  ];
  const hidden = { ...silentAxis, show: false };
  return {
    sentence, points,
    option: {
      ...base(canvas), grid: { left: margin.x * scale, right: margin.x * scale, top: margin.top * scale, bottom: margin.bottom * scale },
      xAxis: { ...hidden, min: 0, max: room[0] }, yAxis: { ...hidden, min: 0, max: room[1], inverse: true },
      series: [{
        type: 'graph', coordinateSystem: 'cartesian2d', cursor: 'pointer', emphasis: { disabled: true },
        data: bodies.map((row, index) => {
          const cell = cellAt(table, row.key, column);
          return {
            value: [...(spots[index] ?? [0, 0])], name: row.key, cell: cell.drill, spoken: bodyWords(index), symbolSize: sizeOf(cell.value ?? 0),
            itemStyle: { color: palette.series[0], borderColor: palette.surface, borderWidth: 1 },
            label: { ...letters(canvas), fontSize: Math.round(11 * scale), show: written[index] !== null, position: written[index] ?? 'bottom', distance: 2, formatter: names[index] ?? '', width: 110 * scale, overflow: 'truncate' },
          };
        }),
        links: pairs.map((pair) => ({
          source: pair.from, target: pair.to, cell: pair.cell.drill, spoken: pairWords(pair),
          lineStyle: { color: palette.soft, width: (0.5 + 4 * ((pair.cell.value ?? 0) / mostShared)) * scale, opacity: 0.45 },
        })),
      }],
    },
  };
};
