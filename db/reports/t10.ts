/** T10 성과 비교: the same firms in two years, members and supported firms, beside the nation (domain.md §13, §16). */
import type { Reader } from '../kernel/reader.ts';
import { complexGroups, nationalMeasures } from '../nation/choices.ts';
import type { Indicator } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { multipleOf, nationGrowth, yearlyGrowth, type NationGrowth } from './nation-growth.ts';
import { fates, isNarrowed, panelFirms, panelMeasures, panelNumbers, panelParameters, panelSql, populations, yearsWithFigures, type Fate, type PanelColumn, type PanelNumbers, type Population } from './panel.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { numberText, roundedTo } from './units.ts';

const cannot = '비교 불가';
const source = 'domain.md §16';

// The help text's declarations; the cells are worked out below from the one set of panel.ts.
const set = { version: 1, source, table: 'organisation', id: 'f.firm', from: `(${panelSql('members', { asOf: '', fromYear: 0, toYear: 0, yearKind: 'calendar', scope: {}, dataAsOf: null })}) f`, where: '1', dimensions: {}, scopes: {}, measure: 'count' } as const;
const firmsCompared: Indicator = { ...set, code: 'panel-firms', ko: '비교한 기업', unit: '개사', formula: '시작 연도와 끝 연도에 모두 값이 있고 두 해 끝에 모두 대상인 기업의 수', rule: '같은 기업끼리 비교합니다. 두 해의 값이 모두 있는 기업만 더합니다.' };
const growthRate: Indicator = { ...set, code: 'panel-growth', ko: '증가율', unit: '%', formula: '끝 연도의 합 ÷ 시작 연도의 합 − 1', rule: '증가율은 비교한 기업의 합으로 계산합니다.' };
const meanGrowth: Indicator = { ...set, code: 'panel-cagr', ko: '연평균 증가율', unit: '%', formula: '(끝 연도 ÷ 시작 연도)^(1/연수) − 1', rule: '연평균 증가율 = (끝 연도 ÷ 시작 연도)^(1/연수) − 1.' };
const multiple: Indicator = { ...set, code: 'panel-multiple', ko: '전국 대비 배수', unit: '점', formula: '기업의 연평균 증가율 ÷ 전국의 연평균 증가율', rule: `전국의 연평균 증가율이 0 이하이거나 값이 없으면 배수를 내지 않고 ‘${cannot}’로 적습니다.` };
const lost: Indicator = { ...set, code: 'panel-lost', ko: '빠진 기업', unit: '개사', formula: '시작 연도에 값이 있었으나 비교하지 못한 기업의 수: 폐업·합병, 탈퇴, 값 없음의 차례로 한 번씩', rule: '빠진 기업은 폐업·합병, 탈퇴, 끝 연도 값 없음의 차례로 가려 한 번씩만 셉니다.' };

/** Whether any firm has a figure in one of the years. */
const anyFigure: Indicator = { ...set, code: 'panel-any', ko: '연도별 현황', unit: '건', formula: '두 해의 연도별 현황 수', rule: '', id: 'y.organisation', from: 'firm_year y', where: 'y.year IN (:from_year, :to_year) AND y._del = 0' };

const groupName = (code: string): string => complexGroups.find((one) => one.code === code)?.ko ?? code;
const measureName = (code: string): string => nationalMeasures.find((one) => one.code === code)?.ko ?? code;

const fateWords: Readonly<Record<Fate, { group: string; label: string }>> = {
  base: { group: '기업 수(개사)', label: '시작 연도 값 있음' }, panel: { group: '기업 수(개사)', label: '비교한 기업' },
  gone: { group: '빠진 기업(개사)', label: '폐업·합병' }, left: { group: '빠진 기업(개사)', label: '탈퇴' }, lacking: { group: '빠진 기업(개사)', label: '끝 연도 값 없음' },
};
const isFate = (column: string): column is Fate => (fates as readonly string[]).includes(column);

const percent = (rate: number | null): { value: number | null; text: string } => {
  const value = rate === null ? null : roundedTo(rate * 100, 1);
  return { value, text: value === null ? '-' : `${value < 0 ? '△' : ''}${Math.abs(value).toFixed(1)}` };
};

type Opens = Extract<CellSpec, { show: 'given' }>['opens'];
type FirmLine = { kind: 'firms'; population: Population; measure: string; column: PanelColumn; divide: number; numbers: PanelNumbers };
type NationLine = { kind: 'nation'; nation: NationGrowth };
type Line = { row: ReportRow; of: FirmLine | NationLine };

const columnsOf = ({ fromYear, toYear }: ReportParams, groups: readonly string[]): ReportColumn[] => [
  { key: 'start', group: '값', label: `${fromYear}년` }, { key: 'end', group: '값', label: `${toYear}년` },
  { key: 'growth', group: '증가율(%)', label: '기간' }, { key: 'cagr', group: '증가율(%)', label: '연평균' },
  ...groups.map((group) => ({ key: `multiple:${group}`, group: '전국 대비 배수', label: groupName(group) })),
  ...fates.map((fate) => ({ key: fate, ...fateWords[fate] })),
];

/** `decimals` as many as the figure has, at most one: national figures are printed as published. */
const amount = (value: number | null, opens: Opens): CellSpec => {
  const digits = value === null || Number.isInteger(value) ? 0 : 1;
  return { show: 'given', value: value === null ? null : roundedTo(value, digits), text: numberText(value === null ? null : roundedTo(value, digits), digits), ...(digits > 0 ? { digits } : {}), opens: value === null ? null : opens };
};
const rated = (rate: number | null, opens: Opens): CellSpec => ({ show: 'given', ...percent(rate), digits: 1, opens: rate === null ? null : opens });

const nationCell = ({ start, end, rate, ids }: NationGrowth, column: string): CellSpec | null => {
  const opens: Opens = { table: 'national_indicator', ids: () => ids };
  if (column === 'start') return amount(start, opens);
  if (column === 'end') return amount(end, opens);
  if (column === 'growth') return rated(start === null || end === null || start <= 0 ? null : end / start - 1, opens);
  return column === 'cagr' ? rated(rate, opens) : null;
};

const firmCell = ({ population, measure, column, divide, numbers }: FirmLine, wanted: string, { read, params, nations }: { read: Reader; params: ReportParams; nations: readonly NationGrowth[] }): CellSpec | null => {
  const open = (fate: Fate): Opens => (numbers[fate] === 0 ? null : { table: 'organisation', ids: () => panelFirms(read, population, column, fate, params) });
  if (isFate(wanted)) return wanted === 'left' && population === 'supported' ? null : { show: 'given', value: numbers[wanted], text: numberText(numbers[wanted], 0), opens: open(wanted) };
  const rate = yearlyGrowth(numbers.start, numbers.end, params.toYear - params.fromYear);
  if (wanted === 'start' || wanted === 'end') return amount(numbers.panel === 0 ? null : Math.round(numbers[wanted] / divide), open('panel'));
  if (wanted === 'growth') return rated(numbers.start <= 0 ? null : numbers.end / numbers.start - 1, open('panel'));
  if (wanted === 'cagr') return rated(rate, open('panel'));
  const times = multipleOf(rate, nations.find((one) => `multiple:${one.group}` === wanted && one.measure === measure)?.rate ?? null);
  const value = times === null ? null : roundedTo(times, 1);
  return { show: 'given', value, text: value === null ? cannot : `${value < 0 ? '△' : ''}${Math.abs(value).toFixed(1)}`, digits: 1, opens: open('panel') };
};

const linesOf = (read: Reader, params: ReportParams, nations: readonly NationGrowth[]): Line[] => [
  ...populations.flatMap(({ code: population, ko }) => {
    const found = panelNumbers(read, population, params);
    return found === null ? [] : panelMeasures.map(({ measure, column, ko: what, unit, divide }): Line => ({
      row: { key: `${population}:${measure}`, labels: [ko, `${what}(${unit})`], level: 1, kind: 'detail' }, of: { kind: 'firms', population, measure, column, divide, numbers: found[column] },
    }));
  }),
  ...nations.filter(({ measure }) => panelMeasures.some((one) => one.measure === measure)).toSorted((one, other) => panelMeasures.findIndex(({ measure }) => measure === one.measure) - panelMeasures.findIndex(({ measure }) => measure === other.measure))
    .map((nation): Line => ({ row: { key: `nation:${nation.group}:${nation.measure}`, labels: [`전국: ${groupName(nation.group)}`, `${measureName(nation.measure)}(${nation.unit})`], level: 1, kind: 'detail' }, of: { kind: 'nation', nation } }))
    .toSorted((one, other) => nations.findIndex((nation) => one.row.key.startsWith(`nation:${nation.group}:`)) - nations.findIndex((nation) => other.row.key.startsWith(`nation:${nation.group}:`))),
];

/** What the comparison leaves out, in words: nobody should read the growth of those that stayed as the growth of all. */
const biasNotes = (lines: readonly Line[], { toYear }: ReportParams): string[] => {
  const firms = lines.flatMap(({ row, of }) => (of.kind === 'firms' && of.numbers.base > 0 ? [{ row, ...of }] : []));
  const shares = firms.filter(({ numbers }) => numbers.panel < numbers.base)
    .map(({ row, numbers }) => `${row.labels[0] ?? ''} ${(row.labels[1] ?? '').replace(/\([^()]*\)$/, '')} ${numbers.base.toLocaleString('en-US')}개사 가운데 ${(numbers.base - numbers.panel).toLocaleString('en-US')}개사(${roundedTo(((numbers.base - numbers.panel) * 100) / numbers.base, 1).toFixed(1)}%)`);
  return [
    `※ 선택 편향에 유의해 주세요. ${toYear}년까지 남아 값을 낸 기업만 비교하므로 문을 닫거나 탈퇴한 기업의 부진이 빠져 증가율이 실제보다 높게 나올 수 있습니다. 전국 값은 새로 생긴 기업까지 담고 있어 같은 기업의 비교가 아닙니다.`,
    ...(shares.length > 0 ? [`※ 비교에서 빠진 기업: ${shares.join(', ')}.`] : []),
  ];
};

const layout = (read: Reader, asked: ReportParams): Layout => {
  const params = yearsWithFigures(read, asked);
  const nations = nationGrowth(read, params.fromYear, params.toYear);
  const lines = linesOf(read, params, nations);
  const groups = [...new Set(nations.map(({ group }) => group))];
  const shownGroups = groups.length > 0 ? groups : ['national'];
  const byKey = new Map(lines.map((line) => [line.row.key, line.of]));
  const left = populations.filter(({ code }) => !isNarrowed(code, params)).map(({ ko }) => ko);
  return {
    unit: '단위: 행에 적은 단위, %, 배, 개사',
    heads: ['대상', '지표(단위)'],
    columns: columnsOf(params, shownGroups),
    rows: lines.map(({ row }) => row),
    parameters: panelParameters(params),
    cell: (row, column) => {
      const of = byKey.get(row);
      if (!of) return null;
      return of.kind === 'nation' ? nationCell(of.nation, column) : firmCell(of, column, { read, params, nations });
    },
    footnotes: () => [
      ...(params.fromYear !== asked.fromYear || params.toYear !== asked.toYear ? [`※ ${asked.fromYear}~${asked.toYear}년 가운데 기업의 값이 있는 첫해와 마지막 해인 ${params.fromYear}년과 ${params.toYear}년을 비교합니다.`] : []),
      '※ 회원기업은 시작 연도와 끝 연도의 마지막 날(기준일이 더 이르면 기준일)에 모두 미니클러스터 회원인 기업이고, 지원기업은 그 사이에 지원(선정)된 과제의 주관기업입니다.',
      `※ ${firmsCompared.rule} ${lost.rule}`, ...biasNotes(lines, params),
      `※ ${meanGrowth.rule} ${multiple.rule}`,
      '※ 기업의 값은 기업·기관의 연도별 현황, 전국의 값은 전국 지표에 적은 공표 값(한 해, 전체 업종)이며 모두 달력 연도입니다.',
      ...(groups.length === 0 ? ['※ 두 해의 전국 지표가 없어 배수를 낼 수 없습니다. 전국 지표 화면에서 출처와 함께 적어 주세요.'] : []),
      ...(params.toYear === params.fromYear ? ['※ 비교할 두 해가 같아 증가율을 낼 수 없습니다. 기간을 넓히거나 기업의 연도별 현황을 더 적어 주세요.'] : []),
      ...(left.length > 0 ? [`※ ${left.join('·')}: 고른 범위로 나눌 수 없어 행을 두지 않았습니다.`] : []),
    ],
    alive: [anyFigure],
  };
};

export const t10: Report = {
  code: 't10', title: '성과 비교',
  answers: '회원기업과 지원기업의 생산·수출·고용이 전국보다 얼마나 더 늘었습니까?',
  needs: '기업의 연도별 현황에 두 해의 매출·수출·근로자를 적으면 비교가 나타납니다. 전국 지표에 같은 해의 공표 값을 적으면 배수가 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'scope'], indicators: [firmsCompared, growthRate, meanGrowth, multiple, lost],
  tables: ['firm_year', 'organisation', 'membership', 'mini_cluster', 'person', 'task', 'task_step', 'national_indicator'],
  layout,
};
