/** T12 애로 처리 현황: domain.md §13; what was taken in, what has become of it and how long it took, by field, office and month. */
import { byName } from '../program/support-names.ts';
import type { Reader } from '../kernel/reader.ts';
import { taskFields } from '../reference/choices/task.ts';
import { standings } from './handling-rules.ts';
import { byField, byOffice, daysByField, daysByMonth, daysByOffice, handlingIndicators, type HandlingSets } from './handling-sets.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { measurer, recordsOf, type Measurer } from './measure.ts';
import { medianOf } from './median.ts';
import { rowOf } from './cluster-lines.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { statusRule, taskParameters, yearLabel } from './task-rules.ts';
import { measuredText } from './units.ts';

type Cut = 'field' | 'office' | 'month' | 'year';
/** `sets` are the indicators that are divided as the row is. */
type Line = ReportRow & { slice: Slice; cut: Cut | null; sets: HandlingSets };

const columns: readonly ReportColumn[] = [
  { key: 'taken-in', group: '', label: '접수' },
  ...standings.map(({ code, ko }) => ({ key: code, group: '현재 상태', label: ko })),
  { key: 'rate', group: '처리', label: '처리율(%)' }, { key: 'mean', group: '처리', label: '평균(일)' }, { key: 'median', group: '처리', label: '중앙(일)' }, { key: 'on-time', group: '처리', label: '기한 내(%)' },
];

const fieldName = (code: string): string => taskFields.find((field) => field.code === code)?.ko ?? '(분야 없음)';
const fieldOrder = (code: string): number => { const at = taskFields.findIndex((field) => field.code === code); return at === -1 ? taskFields.length : at; };
const monthName = (month: string): string => `${Number(month.slice(0, 4))}년 ${Number(month.slice(5))}월`;

/** Blocks that each add up to the total: fields, offices, and the months of one year or the years of several. */
const linesOf = (measure: Measurer, params: ReportParams): Line[] => {
  const values = (name: Cut): (string | number)[] => [...new Set(measure.groups((name === 'office' ? byOffice : byField).takenIn).map((group) => group[name] ?? ''))];
  const block = (cut: Cut, title: string, codes: readonly (string | number)[], nameOf: (code: string | number) => string): Line[] =>
    codes.map((code) => ({ key: `${cut}:${code}`, labels: [title, nameOf(code)], level: 1, kind: 'detail', slice: { [cut]: [code] }, cut, sets: cut === 'office' ? byOffice : byField }));
  const isOneYear = params.fromYear === params.toYear;
  return [
    ...block('field', '분야', values('field').sort((one, other) => fieldOrder(String(one)) - fieldOrder(String(other))), (code) => fieldName(String(code))),
    ...block('office', '담당 지사', values('office').map(String).sort(byName), (code) => String(code) || '(지사 없음)'),
    ...(isOneYear ? block('month', '접수한 달', values('month').map(String).sort(), (code) => monthName(String(code))) : block('year', '접수한 해', values('year').map(Number).sort((one, other) => one - other), (code) => yearLabel(Number(code), params))),
    { key: 'all', labels: ['계', ''], level: 0, kind: 'total', slice: {}, cut: null, sets: byField },
  ];
};

const daysOf: Readonly<Record<Cut, Indicator>> = { field: daysByField, office: daysByOffice, month: daysByMonth, year: daysByMonth };

/** How often each number of days occurs, by the code of the row; the years are made of their months, and all of the fields. */
const daysIn = (measure: Measurer, cut: Cut, params: ReportParams): Map<string, Map<number, number>> => {
  const indicator = daysOf[cut];
  const rows = new Map<string, Map<number, number>>();
  for (const group of measure.groups(indicator)) {
    const code = cut === 'year' ? String(yearOf(String(group['month']), params)) : String(group[cut]);
    const counts = rows.get(code) ?? new Map<number, number>();
    counts.set(Number(group['days']), (counts.get(Number(group['days'])) ?? 0) + Number(group[indicator.code]));
    rows.set(code, counts);
  }
  return rows;
};

/** Year of a month `YYYY-MM`, by the kind of years asked for. */
const yearOf = (month: string, { yearKind }: ReportParams): number => Number(month.slice(0, 4)) - (yearKind === 'program' && month.slice(5) < '04' ? 1 : 0);

const added = (parts: Iterable<ReadonlyMap<number, number>>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const part of parts) for (const [days, count] of part) counts.set(days, (counts.get(days) ?? 0) + count);
  return counts;
};

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = taskParameters(params);
  const given = { read, parameters, params };
  const measure = measurer(given, handlingIndicators);
  const lines = new Map(linesOf(measure, params).map((line) => [line.key, line]));
  const byCut = new Map<Cut, Map<string, Map<number, number>>>();
  const daysWithin = (cut: Cut): Map<string, Map<number, number>> => { const known = byCut.get(cut) ?? daysIn(measure, cut, params); byCut.set(cut, known); return known; };
  const median = ({ cut, slice, sets: { handled } }: Line): CellSpec => {
    const value = medianOf(cut === null ? added(daysWithin('field').values()) : (daysWithin(cut).get(String(slice[cut]?.[0])) ?? new Map<number, number>()));
    return { show: 'given', value, text: measuredText(value, 1), digits: 1, opens: value === null ? null : { table: 'task', ids: () => recordsOf(given, handled, slice) } };
  };
  return {
    unit: '단위: 건, %, 일', heads: ['구분', '항목'], columns: [...columns], rows: [...lines.values()].map(rowOf), parameters, measure,
    cell: (row, column): CellSpec | null => {
      const line = lines.get(row);
      if (!line) return null;
      const { slice, sets: { takenIn, settled, handled, handlingDays, dueTasks, onTime } } = line;
      if (column === 'taken-in') return { show: 'value', indicator: takenIn, slice };
      if (column === 'rate') return { show: 'ratio', part: { indicator: settled, slice }, whole: { indicator: takenIn, slice }, as: 'percent' };
      if (column === 'mean') return { show: 'mean', sum: { indicator: handlingDays, slice }, count: { indicator: handled, slice } };
      if (column === 'median') return median(line);
      if (column === 'on-time') return { show: 'ratio', part: { indicator: onTime, slice }, whole: { indicator: dueTasks, slice }, as: 'percent' };
      return { show: 'value', indicator: takenIn, slice: { ...slice, standing: [column] } };
    },
    footnotes: (amount) => {
      const { takenIn, settled, handled, dueTasks } = byField;
      const unknown = amount(settled, {}) - amount(handled, {});
      return [
        `※ ${takenIn.rule}`, '※ 현재 상태는 조회한 때의 상태이며 일곱 칸을 더하면 접수가 됩니다. 탈락·중단은 선정되지 않았거나 실패·중단한 과제입니다.', `※ ${settled.rule}`, `※ ${handled.rule}`, `※ ${dueTasks.rule}`,
        ...(unknown > 0 ? [`※ 처리한 과제 가운데 ${unknown.toLocaleString('en-US')}건은 처리한 날을 알 수 없어 평균과 중앙값에 들어 있지 않습니다.`] : []),
        `※ ${statusRule}`,
      ];
    },
    alive: [byField.takenIn],
  };
};

export const t12: Report = {
  code: 't12', title: '애로 처리 현황',
  answers: '접수한 애로를 얼마나, 얼마 만에 처리했습니까?',
  needs: '애로과제를 등록하고 접수하면 접수 건수가, 상태를 완료·현장해결·타기관 연계로 바꾸면 처리율과 처리일이 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [...Object.values(byField), daysByField], layout,
};
