import { expect, test } from 'vitest';
import { nationalIndicator } from '../../db/nation/fields.ts';
import { survey, surveyItem, surveyResponse, surveyScore } from '../../db/surveys/fields.ts';
import { databaseAt, mismatches, whatStepDoes } from './steps.ts';

test('step 20 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(20)).toEqual({ synced: ['national_indicator', 'survey', 'survey_item', 'survey_response', 'survey_score'], local: [], added: {} });
});

test('its tables hold what is declared, and nothing else', () => {
  const db = databaseAt(20);
  expect([survey, surveyItem, surveyResponse, surveyScore, nationalIndicator].flatMap((type) => mismatches(db, type))).toEqual([]);
});

test('the panel of firms by year has an index that answers by itself', () => {
  const db = databaseAt(20);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'firm_year' AND name = 'firm_year_panel'").pluck().get()).toBe('firm_year_panel');
});
