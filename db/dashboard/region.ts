/** 시도: tasks and firms by the province of the lead firm. */
import { firmId, idOf } from '../facts/fact-sql.ts';
import type { Indicator } from '../reports/indicator.ts';
import type { Layout, Report } from '../reports/layout.ts';
import { measurer } from '../reports/measure.ts';
import type { Reader } from '../kernel/reader.ts';
import { provinces } from '../reference/provinces.ts';
import { taskFactScopes } from '../reports/scope-sql.ts';
import type { ReportParams, ReportRow } from '../reports/table-types.ts';
import { holdRule, statusRule, supportedRule, taskParameters } from '../reports/task-rules.ts';

const placed = {
  version: 1, source: '시도 이름과 행정 부호', from: 'task_fact f', scopes: taskFactScopes('f'), dimensions: { province: 'f.province' },
} as const;

const placeRule = '시도는 주관기업 기록에 적힌 지금의 시도이며(비어 있으면 같은 곳으로 확인된 기록의 시도), 옛 이름(강원도, 전라북도 따위)은 지금의 시도로 봅니다. 적지 않았거나 알 수 없는 곳은 기타(미상)입니다.';

export const foundByProvince: Indicator = {
  ...placed, code: 'found-by-province', ko: '발굴 과제', unit: '건', formula: '발굴일이 기간에 든 과제를 주관기업의 시도별로 나누어 센 수', rule: placeRule, table: 'task', measure: 'count', id: idOf('task', 'f'),
  where: '+f.found_on BETWEEN :first AND :last',
};
export const supportedByProvince: Indicator = {
  ...placed, code: 'supported-by-province', ko: '지원(선정) 과제', unit: '건', formula: '결정일이 기간에 든 지원(선정) 과제를 주관기업의 시도별로 나누어 센 수', rule: supportedRule, table: 'task', measure: 'count', id: idOf('task', 'f'),
  // The `+` keeps the planner from looking for the days: an index holds all of the set in the order of provinces and firms.
  where: 'f.is_supported = 1 AND +f.decided_on BETWEEN :first AND :last',
};
export const firmsByProvince: Indicator = {
  ...supportedByProvince, code: 'firms-by-province', ko: '지원기업', unit: '개사', formula: '지원(선정) 과제의 주관기업을 시도별로 중복 없이 센 수', rule: '지원기업은 지원 과제의 주관기업이며 같은 곳으로 확인된 기록은 하나로 셉니다.',
  table: 'organisation', measure: { distinct: 'f.firm' }, id: firmId('task', 'lead_org', 'f.firm'),
};

const indicators: readonly Indicator[] = [foundByProvince, supportedByProvince, firmsByProvince];
/** Province of a fact that nobody knows. */
const unknown = 0;

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = taskParameters(params);
  const measure = measurer({ read, parameters, params }, indicators);
  const hasOthers = [foundByProvince, supportedByProvince].some((indicator) => measure.groups(indicator).some((group) => group['province'] === unknown));
  const slices = new Map<string, readonly number[] | null>([...provinces.map(({ code, statisticsCode }) => [code, [Number(statisticsCode)]] as const), ['other', [unknown]], ['all', null]]);
  const rows: ReportRow[] = [
    ...provinces.map(({ code, ko }): ReportRow => ({ key: code, labels: [ko], level: 1, kind: 'detail' })),
    ...(hasOthers ? [{ key: 'other', labels: ['기타(미상)'], level: 1, kind: 'detail' } satisfies ReportRow] : []),
    { key: 'all', labels: ['계'], level: 0, kind: 'total' },
  ];
  return {
    unit: '단위: 건, 개사', measure, heads: ['시도'], columns: indicators.map(({ code, ko }) => ({ key: code, group: '', label: ko })), rows, parameters,
    cell: (row, column) => {
      const [only, indicator] = [slices.get(row), indicators.find((one) => one.code === column)];
      return indicator && only !== undefined ? { show: 'value', indicator, slice: only === null ? {} : { province: only } } : null;
    },
    footnotes: () => [`※ ${placeRule}`, `※ ${supportedRule}`, `※ ${holdRule}`, `※ ${firmsByProvince.rule} 계는 중복을 뺀 수입니다.`, `※ ${statusRule}`],
    alive: [foundByProvince, supportedByProvince],
  };
};

export const region: Report = {
  code: 'd-region', title: '시도별 지원', answers: '어느 시도의 기업을 얼마나 지원합니까?',
  needs: '주관기업에 시도를 적고 애로과제를 등록하면 나타납니다.', uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators, layout,
};
