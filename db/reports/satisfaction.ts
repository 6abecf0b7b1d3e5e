/** Answers of satisfaction surveys as table T9 needs them: read once by sheet, once by item, and the sheets behind a group. */
import type { Reader } from '../kernel/reader.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import { positiveRule, positiveSql, hundredRule } from '../surveys/scale.ts';
import { keptCounting } from './kept.ts';
import { resolved, scopeParameters, type Indicator, type ScopeSql, type SqlParameters } from './indicator.ts';
import { provinceSql, taskScopes } from './scope-sql.ts';
import type { ReportParams, ScopeKind } from './table-types.ts';

const byTask = (kind: ScopeKind) => (wanted: string): string => {
  const scope = taskScopes('st')[kind];
  const condition = scope === undefined ? '0' : typeof scope === 'string' ? `${scope} = ${wanted}` : scope(wanted);
  return `(r.task IN (SELECT st.id FROM task st WHERE ${condition}) OR ${wanted} = '' AND r.task IS NULL)`;
};

/** Support type and province are those of the sheet and its firm; the rest is told by its task. */
const scopes: Readonly<Record<ScopeKind, ScopeSql>> = {
  supportType: "coalesce(r.support_type, '')", province: provinceSql('o.province'),
  office: byTask('office'), coordinator: byTask('coordinator'), cluster: byTask('cluster'), hub: byTask('hub'), region: byTask('region'),
};

const surveysAsked = 'y._del = 0 AND y.year BETWEEN :from_year AND :to_year AND y.lowest < y.highest AND coalesce(y.asked_on, y.year || \'-01-01\') <= :as_of';
const sheetAndFirm = `JOIN survey_response r ON r.id = s.response AND r._del = 0 LEFT JOIN organisation o ON o.id = ${canonicalOf('r.organisation')}`;
const onItsScale = 's.lowest = y.lowest AND s.highest = y.highest';

const set = {
  version: 1, source: '이 프로그램의 T9 정의', table: 'survey_response', id: 'r.id',
  from: `survey y JOIN survey_score s ON s.survey = y.id AND s._del = 0 AND ${onItsScale} ${sheetAndFirm}`, where: surveysAsked,
  dimensions: { survey: 'y.id' }, scopes,
} as const;

export const sheetsAnswered: Indicator = { ...set, code: 'survey-sheets', ko: '응답', unit: '건', formula: '점수가 하나라도 있는 응답지의 수(문항 행은 그 문항에 답한 응답지의 수)', rule: '응답은 점수가 하나라도 있는 응답지를 세며, 조사는 조사 연도로 기간을 정합니다.', measure: 'distinct' };
export const meanScore: Indicator = { ...set, code: 'survey-mean', ko: '평균', unit: '점', formula: '그 행에 든 모든 점수의 합 ÷ 점수의 수(물은 척도 그대로)', rule: '평균은 그 행에 든 모든 점수의 평균이며, 물은 척도 그대로입니다.', measure: { sum: 's.points / 100.0' } };
export const hundredScore: Indicator = { ...set, code: 'survey-hundred', ko: '100점 환산', unit: '점', formula: '(평균 − 최저점) ÷ (최고점 − 최저점) × 100', rule: hundredRule, measure: { sum: '(s.points / 100.0 - s.lowest) * 100 / (s.highest - s.lowest)' } };
export const positiveShare: Indicator = { ...set, code: 'survey-positive', ko: '긍정 응답률', unit: '%', formula: '척도의 가운데보다 높은 점수의 수 ÷ 점수의 수', rule: positiveRule, measure: 'count', when: positiveSql('s') };

/** Whether anything was answered at all; a look at the sheets alone. */
export const anySheet: Indicator = {
  ...set, code: 'survey-any', ko: '응답지', unit: '건', formula: '기간에 든 조사의 응답지 수', rule: '', measure: 'count', from: 'survey y JOIN survey_response r ON r.survey = y.id AND r._del = 0', where: surveysAsked, dimensions: {}, scopes: {},
};

export const satisfactionParameters = ({ fromYear, toYear, asOf }: ReportParams): SqlParameters => ({ from_year: fromYear, to_year: toYear, as_of: asOf });

export type AskedSurvey = { id: string; name: string; year: number; lowest: number; highest: number };
export type Answers = { sheets: number; scores: number; points: number; positive: number };
export type SheetGroup = Answers & { survey: string; type: string; province: string; respondent: string; odd: number };
export type ItemGroup = Answers & { survey: string; item: string; order_no: number | null; name: string | null };

const whereOf = (params: ReportParams): string => resolved(sheetsAnswered, params)?.where ?? '0';
const given = (params: ReportParams): SqlParameters => ({ ...satisfactionParameters(params), ...scopeParameters(params) });

const askedSurveys = (read: Reader, params: ReportParams): AskedSurvey[] =>
  read.all<AskedSurvey>(`SELECT id, name, year, lowest, highest FROM survey y WHERE ${surveysAsked} ORDER BY y.year DESC, y.name, y.id`, satisfactionParameters(params));

/** What one survey is read with: its scale, so that scores of another one stay out. */
const givenOf = (survey: AskedSurvey, params: ReportParams): SqlParameters => ({ ...given(params), survey: survey.id, lowest: survey.lowest, highest: survey.highest });
const onTheScale = 's.lowest = :lowest AND s.highest = :highest';

/** SQL of the scope alone; the survey has been chosen before. */
const scopeOf = (params: ReportParams): string => resolved({ ...sheetsAnswered, where: 'r.survey = :survey AND r._del = 0' }, params)?.where ?? '0';

const sums = (names: Readonly<Record<string, string>>): string => Object.entries(names).map(([name, sql]) => `sum(${sql}) AS ${name}`).join(', ');
const whole = sums({ sheets: 'w.sheets', scores: 'w.scores', points: 'w.points', positive: 'w.positive', odd: 'w.odd' });

/**
 * SQL of the answers of a survey by what a sheet says of itself. The inner sums go along the index of scores, sheet by sheet; provinces
 * are told by any name they had once their sheets are summed.
 */
export const sheetGroupsSql = (params: ReportParams): string => `SELECT :survey AS survey, coalesce(w.support_type, '') AS type, ${provinceSql('w.province')} AS province, coalesce(w.respondent, '') AS respondent, ${whole}
  FROM (SELECT r.support_type, o.province, r.respondent, ${sums({ sheets: 'g.scores > 0', scores: 'g.scores', points: 'g.points', positive: 'g.positive', odd: 'g.odd' })}
  FROM (SELECT s.response, sum(${onTheScale}) AS scores, sum(CASE WHEN ${onTheScale} THEN s.points ELSE 0 END) AS points, sum(${onTheScale} AND ${positiveSql('s')}) AS positive, sum(NOT (${onTheScale})) AS odd
    FROM survey_score s WHERE s.survey = :survey AND s._del = 0 GROUP BY s.response) g
  CROSS JOIN survey_response r ON r.id = g.response LEFT JOIN organisation o INDEXED BY organisation_summary ON o.id = ${canonicalOf('r.organisation')} WHERE ${scopeOf(params)} GROUP BY 1, 2, 3) w GROUP BY 2, 3, 4`;

const sheetGroups = (read: Reader, survey: AskedSurvey, params: ReportParams): SheetGroup[] => read.all<SheetGroup>(sheetGroupsSql(params), givenOf(survey, params));

/** SQL of the answers of a survey by item. Each sheet answers an item once, so answers are sheets. */
export const itemGroupsSql = (params: ReportParams): string => `SELECT :survey AS survey, g.*, i.order_no, i.name FROM (SELECT s.item, count(*) AS sheets, count(*) AS scores, sum(s.points) AS points, sum(${positiveSql('s')}) AS positive
    FROM survey_score s WHERE s.survey = :survey AND s._del = 0 AND ${onTheScale}
      AND s.response IN (SELECT r.id FROM survey_response r${params.scope.province === undefined ? '' : ` LEFT JOIN organisation o ON o.id = ${canonicalOf('r.organisation')}`} WHERE ${scopeOf(params)}) GROUP BY 1) g
  LEFT JOIN survey_item i ON i.id = g.item ORDER BY i.order_no IS NULL, i.order_no, g.item`;

const itemGroups = (read: Reader, survey: AskedSurvey, params: ReportParams): ItemGroup[] => read.all<ItemGroup>(itemGroupsSql(params), givenOf(survey, params));

export type AnsweredSurvey = { survey: AskedSurvey; groups: SheetGroup[]; items: ItemGroup[] };

/** Every survey of the years with its answers. */
export const answeredSurveys = keptCounting((read, params: ReportParams): AnsweredSurvey[] =>
  askedSurveys(read, params).map((survey) => ({ survey, groups: sheetGroups(read, survey, params), items: itemGroups(read, survey, params) })));

export type GroupOf = Partial<{ survey: string; type: string; province: string; respondent: string; item: string }>;

const columnOf: Readonly<Record<keyof GroupOf, string>> = { survey: 'y.id', type: "coalesce(r.support_type, '')", province: provinceSql('o.province'), respondent: "coalesce(r.respondent, '')", item: 's.item' };
const isColumn = (name: string): name is keyof GroupOf => name in columnOf;

/** The sheets of a group, each once. */
export const sheetsBehind = (read: Reader, params: ReportParams, group: GroupOf): string[] => {
  const narrowed = Object.entries(group).flatMap(([name, value]) => (isColumn(name) ? [{ name, value }] : []));
  return read.column<string>(
    `SELECT DISTINCT r.id FROM ${sheetsAnswered.from} WHERE ${[whereOf(params), ...narrowed.map(({ name }) => `${columnOf[name]} = :group_${name}`)].join(' AND ')} ORDER BY 1`,
    { ...given(params), ...Object.fromEntries(narrowed.map(({ name, value }) => [`group_${name}`, value])) });
};
