/** The list of surveys, finding one by name, and the list of answer sheets behind a number. */
import { canonicalOf } from '../identity/same-sql.ts';
import { findQuery } from '../kernel/find.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { survey, surveyResponse } from './fields.ts';
import { fewest } from './few.ts';

const own = (table: string, names: readonly string[]): Record<string, ListColumn> => Object.fromEntries(names.map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`${table}.${name}`] }]));

const responses = '(SELECT count(*) FROM survey_response r WHERE r.survey = t.id AND r._del = 0)';
const scored = ['*', 'survey', 'points'].map((column) => `survey_score.${column}`);
/** Tenths of the 100-point mean over every score, half up; nothing while fewer than five have answered. */
const hundred = `CASE WHEN ${responses} >= ${fewest} THEN (SELECT round((avg(s.points) / 100.0 - t.lowest) * 1000.0 / (t.highest - t.lowest)) / 10.0
  FROM survey_score s JOIN survey_response r ON r.id = s.response AND r._del = 0 WHERE s.survey = t.id AND s._del = 0) END`;

export const surveyListSpec: ListSpec = {
  name: 'surveys',
  table: 'survey',
  columns: {
    ...own('survey', [...Object.keys(survey.fields), 'name_key', 'name_cho']),
    scale: { sql: "t.highest || '점 (' || t.lowest || '~' || t.highest || ')'", dependsOn: ['survey.lowest', 'survey.highest'] },
    items: { sql: '(SELECT count(*) FROM survey_item i WHERE i.survey = t.id AND i._del = 0)', dependsOn: ['survey_item.*', 'survey_item.survey'] },
    responses: { sql: responses, dependsOn: ['survey_response.*', 'survey_response.survey'] },
    hundred: { sql: hundred, show: `CASE WHEN ${hundred} IS NOT NULL THEN printf('%.1f', ${hundred}) END`, dependsOn: [...scored, 'survey_response.*', 'survey.lowest', 'survey.highest'] },
  },
  quick: ['name', 'name_key', 'name_cho', 'note'],
  sort: [{ column: 'year', descending: true }, { column: 'name', descending: false }],
};

export const surveyList = listQuery(surveyListSpec);
export const findSurvey = findQuery({ name: 'survey', table: 'survey', label: 't.name', note: "t.year || '년'" });

const mean = '(SELECT avg(s.points) / 100.0 FROM survey_score s WHERE s.response = t.id AND s._del = 0)';

export const responseListSpec: ListSpec = {
  name: 'survey-responses',
  table: 'survey_response',
  joins: { y: 'LEFT JOIN survey y ON y.id = t.survey', o: `LEFT JOIN organisation o ON o.id = ${canonicalOf('t.organisation')}`, k: 'LEFT JOIN task k ON k.id = t.task' },
  columns: {
    ...own('survey_response', Object.keys(surveyResponse.fields)),
    survey_name: { sql: 'y.name', joins: ['y'], dependsOn: ['survey_response.survey', 'survey.name'] },
    year: { sql: 'y.year', joins: ['y'], dependsOn: ['survey_response.survey', 'survey.year'] },
    scale: { sql: "y.highest || '점 (' || y.lowest || '~' || y.highest || ')'", joins: ['y'], dependsOn: ['survey_response.survey', 'survey.lowest', 'survey.highest'] },
    organisation_name: { sql: 'o.name', joins: ['o'], dependsOn: ['survey_response.organisation', 'organisation.name'] },
    province: { sql: 'o.province', joins: ['o'], dependsOn: ['survey_response.organisation', 'organisation.province'] },
    task_title: { sql: 'k.title', joins: ['k'], dependsOn: ['survey_response.task', 'task.title'] },
    mean: { sql: mean, show: `CASE WHEN ${mean} IS NOT NULL THEN printf('%.1f', ${mean}) END`, dependsOn: ['survey_score.*', 'survey_score.response', 'survey_score.points'] },
  },
  quick: ['survey_name', 'organisation_name', 'note', 'sheet_no'],
  sort: [{ column: 'year', descending: true }, { column: 'survey_name', descending: false }],
};

export const responseList = listQuery(responseListSpec);
