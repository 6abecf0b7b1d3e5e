/** Columns of the list of surveys and of the list of answer sheets. */
import { survey, surveyResponse } from '../../../db/surveys/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';

export const surveyColumns: GridColumn[] = [
  columnOf(survey, 'year', { width: 76, pinned: true, editable: true, text: (row) => String(row['year'] ?? '') }),
  columnOf(survey, 'name', { width: 260, editable: true }),
  { column: 'scale', label: '척도', kind: 'text', width: 112 },
  { column: 'items', label: '문항', kind: 'int', width: 76 },
  { column: 'responses', label: '응답', kind: 'int', unit: '건', width: 88 },
  { column: 'hundred', label: '100점 환산', kind: 'decimal', unit: '점', width: 116, filterable: false },
  columnOf(survey, 'asked_on', { width: 116, editable: true }),
  columnOf(survey, 'note', { width: 200, hidden: true }),
];

export const responseColumns: GridColumn[] = [
  { column: 'year', label: '연도', kind: 'int', width: 76, pinned: true, text: (row) => String(row['year'] ?? '') },
  { column: 'survey_name', label: '조사', kind: 'text', width: 220 },
  columnOf(surveyResponse, 'sheet_no', { width: 96 }),
  { column: 'organisation_name', label: '기업', kind: 'text', width: 200 },
  { column: 'province', label: '시도', kind: 'text', width: 110 },
  columnOf(surveyResponse, 'support_type', { width: 150 }),
  columnOf(surveyResponse, 'respondent', { width: 110 }),
  { column: 'mean', label: '평균', kind: 'decimal', unit: '점', width: 84, filterable: false },
  { column: 'scale', label: '척도', kind: 'text', width: 112 },
  columnOf(surveyResponse, 'answered_on', { width: 116 }),
  { column: 'task_title', label: '애로과제', kind: 'text', width: 200, hidden: true },
  columnOf(surveyResponse, 'note', { width: 220 }),
];
