/** How each card is drawn, by its code. A card that is not here stands as its table. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { drawBars, simpleBars, type Bar } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { drawTiles } from './draw-tiles.ts';
import type { Draw } from './draw-types.ts';
import { cellAt, nameOf, partsOf, valueAt } from './table-read.ts';

/** The largest first. */
const leading = (table: ReportTable, column: string, most = 3): string =>
  partsOf(table).filter((row) => valueAt(table, row.key, column) > 0).toSorted((one, other) => valueAt(table, other.key, column) - valueAt(table, one.key, column))
    .slice(0, most).map((row) => `${nameOf(row)} ${cellAt(table, row.key, column).text}건`).join(', ');

const total = (table: ReportTable, column: string): string => cellAt(table, 'all', column).text;

const pipeline: Draw = (table, canvas) => {
  const stages = partsOf(table).filter((row) => row.level === 1);
  const bars = stages.map((stage): Bar => {
    const states = partsOf(table).filter((row) => row.level === 2 && row.key.startsWith(`${stage.key}.`));
    return { name: stage.labels[0] ?? '', note: ` (${cellAt(table, stage.key, 'share').text}%)`, parts: (states.length > 0 ? states : [stage]).map((row) => ({ row: row.key, column: 'tasks', name: nameOf(row) })) };
  });
  return drawBars(table, canvas, { bars, unit: '건', names: 104, sentence: `기간에 발굴한 과제 ${total(table, 'tasks')}건 가운데 ${leading({ ...table, rows: stages.map((row) => ({ ...row, labels: [row.labels[0] ?? ''] })), cells: stages.map((row) => table.columns.map((column) => cellAt(table, row.key, column.key))) }, 'tasks')}입니다.` });
};

const trend: Draw = (table, canvas) => {
  const last = partsOf(table).at(-1);
  return drawLines(table, canvas, `모두 ${table.columns.map((column) => `${column.label} ${total(table, column.key)}건`).join(', ')}이며, ${last ? nameOf(last) : ''} 한 ${table.heads[0] === '연도' ? '해' : '달'}은 ${table.columns.map((column) => `${column.label} ${cellAt(table, last?.key ?? '', column.key).text}건`).join(', ')}입니다.`);
};

const size: Draw = (table, canvas) => drawBars(table, canvas, {
  bars: simpleBars(table, partsOf(table), 'tasks', 'share'), unit: '건', names: 88, sentence: `지원 과제 ${total(table, 'tasks')}건 가운데 ${leading(table, 'tasks')}입니다.`,
});

const mostTypes = 10;
const type: Draw = (table, canvas) => {
  const rows = partsOf(table);
  const rest = rows.length - mostTypes;
  return drawBars(table, canvas, {
    bars: simpleBars(table, rows.slice(0, mostTypes), 'tasks', 'share'), unit: '건', names: 176,
    sentence: `지원 과제 ${total(table, 'tasks')}건 가운데 ${leading(table, 'tasks')}입니다.${rest > 0 ? ` 나머지 ${rest}가지는 표에 있습니다.` : ''}`,
  });
};

const region: Draw = (table, canvas) => drawTiles(table, canvas, 'supported-by-province', `지원 과제 ${total(table, 'supported-by-province')}건, 지원기업 ${total(table, 'firms-by-province')}개사입니다. 많은 곳은 ${leading(table, 'supported-by-province')}입니다.`);

export const drawings: Readonly<Record<string, Draw>> = { 'd-pipeline': pipeline, 'd-trend': trend, 'd-size': size, 'd-type': type, 'd-region': region };
