/**
 * The panel of table T10: firms with a figure in the first year, what became of them, and the sums of those that have one in
 * both years. One set makes the numbers and the firms behind them.
 */
import { memberOn } from '../clusters/members-on.ts';
import { isSameBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { scopeParameters, type Indicator, type SqlParameters } from './indicator.ts';
import { keptCounting } from './kept.ts';
import { clusterScopes, provinceSql, taskScopes } from './scope-sql.ts';
import { clusterOn } from './t3.ts';
import type { ReportParams, ScopeKind } from './table-types.ts';
import { supportedSql } from './task-rules.ts';

/** Members of a mini-cluster at the end of both years; or firms that lead a task supported between them. */
export type Population = 'members' | 'supported';
export const populations: readonly { code: Population; ko: string }[] = [{ code: 'members', ko: '회원기업' }, { code: 'supported', ko: '지원기업' }];

/** Figures of a firm by year (연도별 현황) and the nation's measure each is set beside. */
export const panelMeasures = [
  { measure: 'production', column: 'sales', ko: '생산(매출액)', unit: '백만원', divide: 1_000_000 },
  { measure: 'exports', column: 'exports_usd', ko: '수출', unit: '천불', divide: 1_000 },
  { measure: 'employment', column: 'employees', ko: '고용', unit: '명', divide: 1 },
  { measure: 'rnd', column: 'rnd_cost', ko: '연구개발비', unit: '백만원', divide: 1_000_000 },
] as const;
export type PanelColumn = (typeof panelMeasures)[number]['column'];
const figures: readonly PanelColumn[] = panelMeasures.map(({ column }) => column);

const usable: Readonly<Record<Population, readonly ScopeKind[]>> = {
  members: ['cluster', 'hub', 'region', 'province'], supported: ['office', 'coordinator', 'supportType', 'cluster', 'hub', 'region', 'province'],
};

/** Whether a population can be narrowed as asked. */
export const isNarrowed = (population: Population, { scope }: ReportParams): boolean => (Object.keys(scope) as ScopeKind[]).every((kind) => scope[kind] === undefined || usable[population].includes(kind));

const scopedBy = (scopes: Indicator['scopes'], { scope }: ReportParams, except: readonly ScopeKind[]): string[] =>
  (Object.keys(scope) as ScopeKind[]).flatMap((kind) => {
    const sql = scopes[kind];
    if (scope[kind] === undefined || sql === undefined || except.includes(kind)) return [];
    return [typeof sql === 'string' ? `${sql} = :scope_${kind}` : sql(`:scope_${kind}`)];
  });

/** SQL: a link points to the firm `f.firm`; a firm of one record needs no look at who is the same. */
type IsOfFirm = (link: string) => string;
const ofOneRecord: IsOfFirm = (link) => `${link} = f.firm`;
const ofSeveral: IsOfFirm = (link) => isSameBody(link, 'f.firm');

/** SQL: the firm is a member on the day, as such or through one of its people, of a mini-cluster that stands then. */
const isMember = (day: string, isOfFirm: IsOfFirm, params: ReportParams): string => {
  const where = [memberOn('m', day), `m.cluster IN (SELECT c.id FROM mini_cluster c WHERE ${clusterOn('c', day)} AND c.parent IS NULL)`, ...scopedBy(clusterScopes('m.cluster'), params, [])].join(' AND ');
  return `(EXISTS (SELECT 1 FROM membership m WHERE ${isOfFirm('m.organisation')} AND ${where})
    OR EXISTS (SELECT 1 FROM person p CROSS JOIN membership m ON m.person = p.id AND m.organisation IS NULL WHERE ${isOfFirm('p.organisation')} AND ${where}))`;
};

// Left to itself the planner walks all tasks by their states once for every body of several records (69 s over 100,000 tasks, measured).
const isSupported = (isOfFirm: IsOfFirm, params: ReportParams): string =>
  `EXISTS (SELECT 1 FROM task t INDEXED BY task_lead_org WHERE ${[isOfFirm('t.lead_org'), supportedSql('t'), 't.decided_on BETWEEN :first AND :end_day', ...scopedBy(taskScopes('t'), params, ['province'])].join(' AND ')})`;

const columnsOf = (year: 's' | 'e', row: string): string => figures.map((name) => `${row}.${name} AS ${year}_${name}`).join(', ');

// A body of several records has the figure of the record that stands for it, else of the one that came first.
const ofBody = (name: PanelColumn, year: string): string => `(SELECT y.${name} FROM organisation_same x JOIN firm_year y ON y.organisation = x.id AND y.year = ${year} AND y._del = 0
  WHERE x.canonical = b.firm AND y.${name} IS NOT NULL ORDER BY x.id <> x.canonical, y.n LIMIT 1)`;

/** SQL: figures of both years of the firms of one record that have a row in the first; along the index of the panel. */
const ofSingles = `SELECT a.organisation AS firm, ${columnsOf('s', 'a')}, ${columnsOf('e', 'z')} FROM firm_year a
    LEFT JOIN firm_year z ON z.year = :to_year AND z.organisation = a.organisation AND z._del = 0
    WHERE a.year = :from_year AND a._del = 0 AND NOT EXISTS (SELECT 1 FROM organisation_same os WHERE os.id = a.organisation)`;
/** The same of bodies that several records describe: few, one by one. */
const ofBodies = `SELECT b.firm, ${figures.map((name) => `${ofBody(name, ':from_year')} AS s_${name}`).join(', ')}, ${figures.map((name) => `${ofBody(name, ':to_year')} AS e_${name}`).join(', ')}
    FROM (SELECT DISTINCT x.canonical AS firm FROM organisation_same x CROSS JOIN firm_year y ON y.organisation = x.id AND y.year = :from_year AND y._del = 0) b`;

/**
 * SQL of the firms of a population: their figures of both years, `stays` = still of the population at the end, `is_gone` = closed or
 * merged by then. The figures come first (CROSS JOIN): they are fewer than the firms.
 */
export const panelSql = (population: Population, params: ReportParams): string => {
  const province = params.scope.province === undefined ? '' : ` AND ${provinceSql('o.province')} = :scope_province`;
  return ([[ofSingles, ofOneRecord], [ofBodies, ofSeveral]] as const).map(([both, isOfFirm]) => {
    const [then, now] = population === 'members' ? [isMember(':start_day', isOfFirm, params), isMember(':end_day', isOfFirm, params)] : [isSupported(isOfFirm, params), '1'];
    return `SELECT f.*, ${now} AS stays, (o.status IN ('closed', 'merged') AND coalesce(o.status_on, '') <= :end_day) AS is_gone
    FROM (${both}) f CROSS JOIN organisation o INDEXED BY organisation_summary ON o.id = f.firm AND o._del = 0 AND o.kind = 'firm' WHERE ${then}${province}`;
  }).join(' UNION ALL ');
};

/** Which firms of the first year a number is of: all, those compared, and those that fell out by their reason. */
export const fates = ['base', 'panel', 'gone', 'left', 'lacking'] as const;
export type Fate = (typeof fates)[number];

const compared = (column: PanelColumn): string => `e_${column} IS NOT NULL AND stays`;
const fateSql: Readonly<Record<Fate, (column: PanelColumn) => string>> = {
  base: () => '1', panel: compared,
  gone: (column) => `NOT (${compared(column)}) AND is_gone`,
  left: (column) => `NOT (${compared(column)}) AND NOT is_gone AND NOT stays`,
  lacking: (column) => `NOT (${compared(column)}) AND NOT is_gone AND stays`,
};
const isOf = (column: PanelColumn, fate: Fate): string => `(s_${column} IS NOT NULL AND ${fateSql[fate](column)})`;

export type PanelNumbers = Record<Fate, number> & { start: number; end: number };

/** Days and years of the comparison; a year that is not over ends on the as-of day. */
export const panelParameters = ({ asOf, fromYear, toYear }: ReportParams): SqlParameters => {
  const until = (year: number): string => (asOf < `${year}-12-31` ? asOf : `${year}-12-31`);
  return { from_year: fromYear, to_year: toYear, first: `${fromYear}-01-01`, start_day: until(fromYear), end_day: until(toYear) };
};

/** The first and the last of the years asked for in which any firm has figures: a year that nobody has entered yet compares nothing. */
export const yearsWithFigures = <P extends Pick<ReportParams, 'fromYear' | 'toYear'>>(read: Reader, params: P): P => {
  const found = (order: 'ASC' | 'DESC'): number | undefined =>
    read.value<number>(`SELECT year FROM firm_year WHERE year BETWEEN :from AND :to AND _del = 0 ORDER BY year ${order} LIMIT 1`, { from: params.fromYear, to: params.toYear });
  return { ...params, fromYear: found('ASC') ?? params.fromYear, toYear: found('DESC') ?? params.toYear };
};

const given = (params: ReportParams): SqlParameters => ({ ...panelParameters(params), ...scopeParameters(params) });

/** The set kept as rows: each number looks at `stays` again, and asking the memberships once more for each of thirty would take as many times as long. */
const withPanel = (population: Population, params: ReportParams): string => `WITH panel AS MATERIALIZED (${panelSql(population, params)})`;

/** The numbers of a population by figure, in one reading of its set; null where it cannot be narrowed as asked. */
const countPanel = (read: Reader, { population, params }: { population: Population; params: ReportParams }): Record<PanelColumn, PanelNumbers> | null => {
  if (!isNarrowed(population, params)) return null;
  const sums = figures.flatMap((column) => [
    ...fates.map((fate) => `coalesce(sum(${isOf(column, fate)}), 0) AS ${column}_${fate}`),
    ...(['s', 'e'] as const).map((year) => `coalesce(sum(CASE WHEN ${isOf(column, 'panel')} THEN ${year}_${column} END), 0) AS ${column}_${year}`),
  ]);
  const row = read.get<Record<string, number>>(`${withPanel(population, params)} SELECT ${sums.join(', ')} FROM panel`, given(params)) ?? {};
  const of = (column: PanelColumn): PanelNumbers => {
    const at = (name: string): number => row[`${column}_${name}`] ?? 0;
    return { base: at('base'), panel: at('panel'), gone: at('gone'), left: at('left'), lacking: at('lacking'), start: at('s'), end: at('e') };
  };
  return { sales: of('sales'), exports_usd: of('exports_usd'), employees: of('employees'), rnd_cost: of('rnd_cost') };
};

const keptPanel = keptCounting(countPanel);
export const panelNumbers = (read: Reader, population: Population, params: ReportParams): Record<PanelColumn, PanelNumbers> | null => keptPanel(read, { population, params });

/** The firms of a fate, each once. */
export const panelFirms = (read: Reader, population: Population, column: PanelColumn, fate: Fate, params: ReportParams): string[] =>
  read.column<string>(`${withPanel(population, params)} SELECT firm FROM panel WHERE ${isOf(column, fate)} ORDER BY 1`, given(params));
