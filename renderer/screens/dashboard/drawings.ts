/** How each card is drawn, by its code. A card that is not here stands as its table. */
import type { ReportTable } from '../../../db/reports/api.ts';
import { drawBars, shareNote, simpleBars, type Bar } from './draw-bars.ts';
import { drawColumns } from './draw-columns.ts';
import { drawLines } from './draw-lines.ts';
import { drawNetwork } from './draw-network.ts';
import { drawTiles } from './draw-tiles.ts';
import type { Draw } from './draw-types.ts';
import { cellAt, nameOf, partsOf, saidAt, valueAt } from './table-read.ts';

/** The largest first. */
const leading = (table: ReportTable, column: string, most = 3): string =>
  partsOf(table).filter((row) => valueAt(table, row.key, column) > 0).toSorted((one, other) => valueAt(table, other.key, column) - valueAt(table, one.key, column))
    .slice(0, most).map((row) => `${nameOf(row)} ${cellAt(table, row.key, column).text}건`).join(', ');

const total = (table: ReportTable, column: string): string => saidAt(table, 'all', column);

/** ` 가운데 …` with the largest parts, nothing where there are none. */
const among = (table: ReportTable, column: string): string => { const largest = leading(table, column); return largest === '' ? '' : ` 가운데 ${largest}`; };

const pipeline: Draw = (table, canvas) => {
  const stages = partsOf(table).filter((row) => row.level === 1);
  const bars = stages.map((stage): Bar => {
    const states = partsOf(table).filter((row) => row.level === 2 && row.key.startsWith(`${stage.key}.`));
    return { name: stage.labels[0] ?? '', note: shareNote(table, stage.key, 'share'), parts: (states.length > 0 ? states : [stage]).map((row) => ({ row: row.key, column: 'tasks', name: nameOf(row) })) };
  });
  return drawBars(table, canvas, { bars, unit: '건', names: 104, sentence: `기간에 발굴한 과제 ${total(table, 'tasks')}건${among({ ...table, rows: stages.map((row) => ({ ...row, labels: [row.labels[0] ?? ''] })), cells: stages.map((row) => table.columns.map((column) => cellAt(table, row.key, column.key))) }, 'tasks')}입니다.` });
};

const trend: Draw = (table, canvas) => {
  const last = partsOf(table).at(-1);
  return drawLines(table, canvas, `모두 ${table.columns.map((column) => `${column.label} ${total(table, column.key)}건`).join(', ')}이며, ${last ? nameOf(last) : ''} 한 ${table.heads[0] === '연도' ? '해' : '달'}은 ${table.columns.map((column) => `${column.label} ${saidAt(table, last?.key ?? '', column.key)}건`).join(', ')}입니다.`);
};

const size: Draw = (table, canvas) => drawBars(table, canvas, {
  bars: simpleBars(table, partsOf(table), 'tasks', 'share'), unit: '건', names: 88, sentence: `지원 과제 ${total(table, 'tasks')}건${among(table, 'tasks')}입니다.`,
});

const mostTypes = 10;
const type: Draw = (table, canvas) => {
  const rows = partsOf(table);
  const rest = rows.length - mostTypes;
  return drawBars(table, canvas, {
    bars: simpleBars(table, rows.slice(0, mostTypes), 'tasks', 'share'), unit: '건', names: 176,
    sentence: `지원 과제 ${total(table, 'tasks')}건${among(table, 'tasks')}입니다.${rest > 0 ? ` 나머지 ${rest}가지는 표에 있습니다.` : ''}`,
  });
};

const region: Draw = (table, canvas) => drawTiles(table, canvas, 'supported-by-province', `지원 과제 ${total(table, 'supported-by-province')}건, 지원기업 ${total(table, 'firms-by-province')}개사입니다.${leading(table, 'supported-by-province') === '' ? '' : ` 많은 곳은 ${leading(table, 'supported-by-province')}입니다.`}`);

const days: Draw = (table, canvas) => drawColumns(table, canvas, `${table.columns.map((column) => (valueAt(table, 'all', column.key) === 0 ? `${column.label} 0건` : `${column.label} 중앙값 ${saidAt(table, 'median', column.key)}일(평균 ${saidAt(table, 'mean', column.key)}일, ${total(table, column.key)}건)`)).join(', ')}입니다.`);

const load: Draw = (table, canvas) => {
  // The others together would make everybody else's bar a stub; they are said instead.
  const others = partsOf(table).find((row) => row.key === 'others');
  const bars = partsOf(table).filter((row) => row !== others).map((row): Bar => ({
    name: nameOf(row), parts: ['open-on-time', 'open-late'].map((column) => ({ row: row.key, column, name: `${nameOf(row)} ${table.columns.find((one) => one.key === column)?.label ?? ''}`, isLate: column === 'open-late' })),
    note: ` · 상담 ${cellAt(table, row.key, 'recent-sessions').text}`,
  }));
  return drawBars(table, canvas, { bars, unit: '건', names: 84, sentence: `진행 과제 ${total(table, 'open-tasks')}건 가운데 ${total(table, 'open-late')}건이 기한을 지났고, 최근 상담은 ${total(table, 'recent-sessions')}건입니다. 붉은 부분이 기한을 지난 과제입니다.${others ? ` ${nameOf(others)}의 ${saidAt(table, 'others', 'open-tasks')}건은 표에 있습니다.` : ''}` });
};

const network: Draw = (table, canvas) => {
  const first = table.rows.find((row) => row.level === 2);
  const bodies = table.rows.filter((row) => row.level === 1).length;
  return drawNetwork(table, canvas, `${bodies}개 기관이 ${table.rows.length - bodies}쌍으로 이어져 있습니다.${first ? ` 가장 많이 함께한 곳은 ${first.labels.join('·')}(${cellAt(table, first.key, 'tasks').text}건)입니다.` : ''}`);
};

export const drawings: Readonly<Record<string, Draw>> = { 'd-pipeline': pipeline, 'd-trend': trend, 'd-size': size, 'd-type': type, 'd-region': region, 'd-days': days, 'd-load': load, 'd-network': network };
