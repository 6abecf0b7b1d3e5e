/** T8 예산 집행 현황: domain.md §13. Counted from facts by the rules of 예산·집행 (db/funds); a test holds both to the same numbers. */
import { idOf } from '../facts/fact-sql.ts';
import { executionRules, executionSets } from '../funds/execution-sets.ts';
import type { Reader } from '../kernel/reader.ts';
import { byName, noSupportType, supportNames } from '../program/support-names.ts';
import { programNumberOf, yearOfProgramNumber } from '../reference/program-years.ts';
import { rowOf } from './cluster-lines.ts';
import { keptAs, type Indicator, type Kept, type Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { measurer, recordsOf, type Measurer } from './measure.ts';
import { roundingNote } from './rounding.ts';
import { taskFactScopes } from './scope-sql.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { numberText, printedAmount } from './units.ts';

const rule = (index: number): string => executionRules[index] ?? '';
const declared = { version: 1, source: '이 프로그램의 T8 정의', unit: '백만원' } as const;
const inYears = (row: string): string => `${row}.program_year BETWEEN :from_number AND :to_number`;
const divided = (row: string) => ({ office: `${row}.office`, type: `${row}.support_type`, year: `${row}.program_year` });

/** Tasks of which a condition holds. */
const ofTasks = (condition: string) => ({
  ...declared, table: 'task', id: idOf('task', 'm'), from: 'money_fact m JOIN task_fact f ON f.n = m.n', where: `${inYears('m')} AND ${condition}`, dimensions: divided('m'), scopes: { ...taskFactScopes('f'), office: 'm.office', supportType: 'm.support_type' },
} as const);

/** Sums of all tasks of an office, a type and a year, where there are any of `count`. */
const byPlace = (count: string, amount: string): Omit<Kept, 'of'> => ({
  from: 'money_place q', where: `${inYears('q')} AND q.${count} <> 0`, measure: { sum: `q.${amount}` }, dimensions: divided('q'), scopes: { office: 'q.office', supportType: 'q.support_type' },
});

/** A budget says office and support type, and nothing of whom it was spent on. */
export const budgets: Indicator = {
  ...declared, code: 'budget', ko: '예산', table: 'office_budget', id: 'x.id', measure: { sum: 'x.amount' }, formula: '지사가 지원유형과 차년도마다 적은 국비 예산의 합', rule: rule(0),
  from: `(${executionSets.budget}) x`, where: inYears('x'), dimensions: divided('x'), scopes: { office: 'x.office', supportType: 'x.support_type' },
};
export const grants = keptAs({ ...ofTasks('m.is_supported = 1'), code: 'granted', ko: '선정 국비', measure: { sum: 'm.granted' }, formula: '지원(선정) 과제의 국비(없으면 선정 금액)의 합', rule: rule(1) }, byPlace('tasks', 'granted'));
export const grantedTasks = keptAs({ ...ofTasks('m.is_supported = 1'), code: 'granted-tasks', ko: '선정 건수', unit: '건', measure: 'count', formula: '지원(선정) 과제의 수', rule: rule(1) }, byPlace('tasks', 'tasks'));
export const payments = keptAs({ ...ofTasks('m.payments > 0'), code: 'paid', ko: '교부', measure: { sum: 'm.paid' }, formula: '과제에 교부한 국비의 합', rule: rule(2) }, byPlace('payments', 'paid'));
export const spendings = keptAs({ ...ofTasks('m.spendings > 0'), code: 'spent', ko: '집행', measure: { sum: 'm.spent' }, formula: '과제가 집행한 국비의 합', rule: rule(2) }, byPlace('spendings', 'spent'));

const indicators: readonly Indicator[] = [budgets, grantedTasks, grants, payments, spendings];
const columns: readonly ReportColumn[] = [
  { key: 'granted-tasks', group: '선정', label: '건수' }, { key: 'granted', group: '선정', label: '국비' },
  { key: 'budget', group: '국비', label: '예산' }, { key: 'paid', group: '국비', label: '교부' }, { key: 'spent', group: '국비', label: '집행' }, { key: 'left', group: '국비', label: '잔액' }, { key: 'rate', group: '국비', label: '집행률(%)' },
];

type Line = ReportRow & { slice: Slice };
type Place = { office: string; type: string; year: number };

const linesOf = (measure: Measurer, nameOf: (code: string) => string): Line[] => {
  const places = new Map<string, Place>();
  for (const group of indicators.flatMap((one) => measure.groups(one))) {
    const place = { office: String(group['office']), type: String(group['type']), year: Number(group['year']) };
    places.set(JSON.stringify(place), place);
  }
  const sorted = [...places.values()].sort((one, other) => byName(one.office, other.office) || byName(nameOf(one.type), nameOf(other.type)) || byName(one.type, other.type) || one.year - other.year);
  const shownOffice = (office: string): string => office || '(지사 없음)';
  return [
    ...[...Map.groupBy(sorted, (place) => place.office)].flatMap(([office, own]): Line[] => [
      { key: `office:${office}`, labels: [shownOffice(office), '소계', ''], level: 1, kind: 'subtotal', slice: { office: [office] } },
      ...own.map(({ type, year }): Line => ({ key: `office:${office}|${type}|${year}`, labels: [shownOffice(office), nameOf(type) || noSupportType, `${year}차(${yearOfProgramNumber(year)})`], level: 2, kind: 'detail', slice: { office: [office], type: [type], year: [year] } })),
    ]),
    { key: 'all', labels: ['계', '', ''], level: 0, kind: 'total', slice: {} },
  ];
};

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = { from_number: programNumberOf(params.fromYear), to_number: programNumberOf(params.toYear) };
  const given = { read, parameters, params };
  const measure = measurer(given, indicators);
  const lines = new Map(linesOf(measure, supportNames(read)).map((line) => [line.key, line]));
  const left = ({ slice }: Line): CellSpec | null => {
    const [budget, spent] = [measure(budgets, slice), measure(spendings, slice)];
    if (budget === null || spent === null) return null;
    const value = printedAmount(budget - spent, '백만원');
    return { show: 'given', value, text: numberText(value, 0), opens: budget === 0 && spent === 0 ? null : spent === 0 ? { table: 'office_budget', ids: () => recordsOf(given, budgets, slice) } : { table: 'task', ids: () => recordsOf(given, spendings, slice) } };
  };
  return {
    unit: '단위: 건, 백만원, %', heads: ['지사', '지원유형', '차년도'], columns: [...columns], rows: [...lines.values()].map(rowOf), parameters, measure, dayLine: '조회한 때의 자료',
    cell: (row, column): CellSpec | null => {
      const line = lines.get(row);
      if (!line) return null;
      if (column === 'left') return left(line);
      if (column === 'rate') return { show: 'ratio', part: { indicator: spendings, slice: line.slice }, whole: { indicator: budgets, slice: line.slice }, as: 'percent' };
      const indicator = indicators.find((one) => one.code === column);
      return indicator ? { show: 'value', indicator, slice: line.slice } : null;
    },
    footnotes: (_amount, cells) => {
      const details = [...lines.values()].flatMap((line, index) => (line.kind === 'detail' ? [cells[index] ?? []] : []));
      const without = [...lines.values()].filter((line) => line.kind === 'detail' && measure(budgets, line.slice) === 0).length;
      return [
        ...executionRules.map((one) => `※ ${one}`), '※ 연도는 과제와 예산에 적힌 차년도이며, 차년도를 적지 않은 과제는 넣지 않습니다. 잔액을 누르면 집행한 과제가 열립니다.',
        ...(without > 0 ? [`※ 예산이 적히지 않은 줄이 ${without.toLocaleString('en-US')}개 있습니다. 그 줄의 예산은 0원으로 셉니다.`] : []),
        ...roundingNote([1, 2, 3, 4, 5].map((at) => ({ parts: details.map((line) => line[at]?.value ?? 0), whole: cells.at(-1)?.[at]?.value ?? 0 }))),
      ];
    },
    alive: indicators,
  };
};

export const t8: Report = {
  code: 't8', title: '예산 집행 현황',
  answers: '지사마다 지원유형별 예산을 얼마나 교부하고 집행했습니까?',
  needs: '예산·집행 화면에서 지사 예산을 적고, 과제의 사업비 탭에서 교부와 집행을 적으면 숫자가 나타납니다.',
  tables: ['task', 'task_step', 'payment', 'spending', 'office_budget', 'organisation', 'mini_cluster'],
  uses: ['fromYear', 'toYear', 'scope', 'dataAsOf'], indicators, layout,
};
