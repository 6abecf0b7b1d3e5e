/** T2 연도별 과제지원 건수 및 지원기업 수: domain.md §13. Money is rounded per cell; totals come from the exact won. */
import { firmId, idOf } from '../facts/fact-sql.ts';
import type { Indicator, Kept } from './indicator.ts';
import type { Layout, Report } from './layout.ts';
import { roundingNote } from './rounding.ts';
import { taskFactScopes } from './scope-sql.ts';
import type { ReportParams } from './table-types.ts';
import { completedRule, decidedYear, directRule, holdRule, statusRule, supportedInTime, supportedRule, taskParameters, yearColumns, yearDimension } from './task-rules.ts';

const supported = { from: 'task_fact f', where: supportedInTime, dimensions: { year: decidedYear } } as const;
const declared = { version: 1, source: '클러스터 사업 성과 보도(전자신문 2011. 12. 5.)의 표 2', scopes: taskFactScopes('f') } as const;
const tasks = { ...declared, table: 'task', id: idOf('task', 'f') } as const;
// The `+` keeps the planner from looking for the days: read in the order of years and firms, nothing must be remembered to count each firm once.
const byFirm = { ...supported, where: 'f.is_supported = 1 AND +f.decided_on BETWEEN :first AND :last' } as const;
const firms = { ...declared, ...byFirm, table: 'organisation', id: firmId('task', 'lead_org', 'f.firm'), measure: { distinct: 'f.firm' } } as const;
/** What facts of tasks add up to, day by day. */
const byDay = (of: string, event: 'found' | 'decided' | 'completed', amount = 'tasks'): { kept: Kept } => ({
  kept: { of, from: 'task_day d', where: `d.event = '${event}' AND d.day BETWEEN :first AND :last`, measure: { sum: `d.${amount}` }, dimensions: { year: yearDimension('d.day') }, scopes: {} },
});

const foundSql = 'f.found_on BETWEEN :first AND :last';
const completedSql = 'f.is_completed = 1 AND f.completion_on BETWEEN :first AND :last';
const newSql = `${supported.where} AND CASE WHEN :is_program THEN e.first_program_year = f.decided_program_year ELSE e.first_year = f.decided_year END`;

export const foundTasks: Indicator = {
  code: 'found', ko: '발굴 건수', unit: '건', formula: '발굴일이 기간에 든 과제의 수', rule: '발굴 건수는 발굴일의 연도로 셉니다.', ...tasks, measure: 'count',
  from: 'task_fact f', where: foundSql, dimensions: { year: { calendar: 'f.found_year', program: 'f.found_program_year' } }, ...byDay(foundSql, 'found'),
};
export const supportedTasks: Indicator = { code: 'supported', ko: '지원(선정) 건수', unit: '건', formula: '결정일이 기간에 든 지원(선정) 과제의 수', rule: supportedRule, ...tasks, ...supported, measure: 'count', ...byDay(supportedInTime, 'decided') };
export const completedTasks: Indicator = {
  code: 'completed', ko: '완료 건수', unit: '건', formula: '완료일이 기간에 든 완료 과제의 수', rule: completedRule, ...tasks, measure: 'count',
  from: 'task_fact f', where: completedSql, dimensions: { year: { calendar: 'f.completion_year', program: 'f.completion_program_year' } }, ...byDay(completedSql, 'completed'),
};
export const supportedFirms: Indicator = { code: 'firms', ko: '지원기업 수', unit: '개사', formula: '지원(선정) 과제의 주관기업을 중복 없이 센 수', rule: '지원기업은 지원 과제의 주관기업입니다.', ...firms };
export const newFirms: Indicator = {
  code: 'new-firms', ko: '신규 지원기업 수', unit: '개사', formula: '처음 지원받은 해가 그 연도인 지원기업을 중복 없이 센 수', rule: '신규 지원기업은 전체 기록에서 처음 지원받은 해가 그 연도인 기업입니다(표의 기간보다 앞선 지원도 봅니다).', ...firms,
  from: 'task_fact f JOIN firm_fact e ON e.firm = f.firm', where: newSql,
  kept: { of: newSql, from: 'firm_fact e', where: '+e.first_on BETWEEN :first AND :last', measure: { sum: '1' }, dimensions: { year: { calendar: 'e.first_year', program: 'e.first_program_year' } }, scopes: {} },
};
export const nationalFunds: Indicator = {
  code: 'national', ko: '국비', unit: '백만원', formula: '지원(선정) 과제의 국비 합(원 단위로 더한 뒤 백만원으로 반올림)', rule: '국비와 총사업비는 지원 과제에 적힌 금액의 합이며 총사업비는 국비·지방비·민간부담금(현금·현물)을 더한 값입니다.',
  ...tasks, ...supported, measure: { sum: 'f.fund_national' }, ...byDay(supportedInTime, 'decided', 'fund_national'),
};
export const totalCost: Indicator = {
  code: 'total-cost', ko: '총사업비', unit: '백만원', formula: '지원(선정) 과제의 총사업비 합(원 단위로 더한 뒤 백만원으로 반올림)', rule: nationalFunds.rule, ...tasks, ...supported, measure: { sum: 'f.total_cost' }, ...byDay(supportedInTime, 'decided', 'total_cost'),
};

const indicators: readonly Indicator[] = [foundTasks, supportedTasks, completedTasks, supportedFirms, newFirms, nationalFunds, totalCost];

const withoutFundsSql = `${supportedInTime} AND f.fund_national IS NULL`;
/** Supported tasks without an amount, told in a footnote: a sum does not show what is missing. */
const withoutFunds: Indicator = { ...supportedTasks, code: 'without-funds', where: withoutFundsSql, ...byDay(withoutFundsSql, 'decided', 'without_funds') };
/** Firms that are counted but whose record is deleted or has not arrived, so that no list can show them. */
const firmsWithoutRecord: Indicator = {
  ...supportedFirms, code: 'firms-without-record', where: `${byFirm.where} AND f.firm IN (SELECT e.firm FROM firm_fact e WHERE e.firm < 0 UNION ALL SELECT o.n FROM organisation o WHERE o._del = 1)`, dimensions: {},
};

const layout = (params: ReportParams): Layout => ({
  unit: '단위: 건, 개사, 백만원',
  heads: ['구분'],
  columns: [...yearColumns(params, '연도'), { key: 'sum', group: '', label: '계' }],
  rows: indicators.map(({ code, ko, unit }) => ({ key: code, labels: [unit === '백만원' ? `${ko}(백만원)` : ko], level: 1, kind: 'detail' as const })),
  parameters: taskParameters(params),
  cell: (row, column) => {
    const indicator = indicators.find((one) => one.code === row);
    return indicator ? { show: 'value', indicator, slice: column === 'sum' ? {} : { year: [Number(column)] } } : null;
  },
  footnotes: (measure, cells) => {
    const money = indicators.flatMap((indicator, index) => {
      const values = (cells[index] ?? []).map((cell) => cell.value ?? 0);
      return indicator.unit === '백만원' ? [{ parts: values.slice(0, -1), whole: values.at(-1) ?? 0 }] : [];
    });
    const [noFunds, noRecord] = [measure(withoutFunds, {}), measure(firmsWithoutRecord, {})];
    return [
      '※ 지원기업 수 계는 중복 제외', ...[...new Set(indicators.map((one) => one.rule))].map((rule) => `※ ${rule}`), `※ ${holdRule}`, `※ ${directRule}`, `※ ${statusRule}`,
      ...(noFunds > 0 ? [`※ 지원 과제 가운데 ${noFunds.toLocaleString('en-US')}건은 국비가 적혀 있지 않아 금액에 들어 있지 않습니다.`] : []),
      ...(noRecord > 0 ? [`※ 지원기업 가운데 ${noRecord.toLocaleString('en-US')}개사는 기업 기록이 삭제되었거나 도착하지 않아 목록에 나타나지 않습니다.`] : []),
      ...roundingNote(money),
    ];
  },
  alive: [foundTasks, supportedTasks, completedTasks],
});

export const t2: Report = {
  code: 't2', title: '연도별 과제지원 건수 및 지원기업 수',
  answers: '해마다 몇 건을 발굴해 몇 기업을 얼마나 지원했습니까?',
  needs: '애로과제를 등록하면 발굴 건수가, 결정일을 적고 상태를 선정으로 바꾸면 지원 건수와 지원기업 수가 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators,
  layout: (_read, params) => layout(params),
};
