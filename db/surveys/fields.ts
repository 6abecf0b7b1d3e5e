/** Satisfaction surveys (만족도 조사): what was asked on which scale, and the answers. Scores are kept as asked, with their scale beside them. */
import { choice, date, decimal, int, link, long, record, text } from '../kernel/field.ts';
import { choseong, foldName } from '../korean/names.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { respondentKinds } from './choices.ts';
import { pointsOf, scoreFault } from './scale.ts';

const lowest = { ko: '최저점', en: 'Lowest score', required: true, max: 10, unit: '점' } as const;
const highest = { ko: '최고점', en: 'Highest score', required: true, min: 1, max: 1000, unit: '점' } as const;

export const survey = record('survey', { ko: '만족도 조사', en: 'Satisfaction survey' }, {
  name: text({ ko: '조사명', en: 'Name', required: true, search: true, headers: ['조사명', '조사', '설문명', '설문'] }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 1990, max: 2100, headers: ['연도', '조사연도', '년도'] }),
  lowest: int({ ...lowest, help: '5점·7점 척도는 1, 100점 척도는 0입니다.' }),
  highest: int({ ...highest, help: '5점 척도는 5, 7점 척도는 7, 100점 척도는 100입니다.' }),
  asked_on: date({ ko: '조사일', en: 'Asked on' }),
  note: long({ ko: '비고', en: 'Note', help: '조사 방법, 대상, 발송 수 따위' }),
}, {
  rules: [(values) => (values.highest > values.lowest ? null : { field: 'highest', value: values.highest, message: `최고점(${values.highest})이 최저점(${values.lowest})보다 커야 합니다.` })],
  derived: { name_key: (values) => foldName(values.name ?? ''), name_cho: (values) => choseong(foldName(values.name ?? '')) },
});

/** 문항: one question of a survey. */
export const surveyItem = record('survey_item', { ko: '문항', en: 'Item' }, {
  survey: link({ ko: '조사', en: 'Survey', required: true, to: 'survey' }),
  order_no: int({ ko: '번호', en: 'Number', required: true, min: 1, max: 200 }),
  name: text({ ko: '문항', en: 'Item', required: true, max: 300, search: true }),
  note: text({ ko: '비고', en: 'Note', max: 500 }),
});

/** 응답지: the sheet of one respondent. It names a firm and what the support was, never a person. */
export const surveyResponse = record('survey_response', { ko: '응답', en: 'Response' }, {
  survey: link({ ko: '조사', en: 'Survey', required: true, to: 'survey' }),
  sheet_no: text({ ko: '응답 번호', en: 'Sheet number', max: 60, headers: ['응답번호', '응답지번호', '연번', '번호', 'ID'] }),
  organisation: link({ ko: '기업', en: 'Firm', to: 'organisation', headers: ['기업명', '회사명', '업체명', '기관명', '소속'] }),
  respondent: choice({ ko: '응답자', en: 'Respondent', choices: respondentKinds, headers: ['응답자', '응답자구분', '직위', '직급'] }),
  support_type: text({ ko: '지원유형', en: 'Support type', max: 60, show: (code) => supportTypeLabel(code), headers: ['지원유형', '지원사업', '사업유형', '지원구분', '프로그램'] }),
  task: link({ ko: '애로과제', en: 'Task', to: 'task', headers: ['과제번호', '과제'] }),
  session: link({ ko: '상담', en: 'Session', to: 'session' }),
  meeting: link({ ko: '회의', en: 'Meeting', to: 'meeting' }),
  answered_on: date({ ko: '응답일', en: 'Answered on', headers: ['응답일', '응답일자', '작성일', '타임스탬프'] }),
  note: text({ ko: '의견', en: 'Remark', max: 1000, headers: ['의견', '기타의견', '자유의견', '건의사항'] }),
});

/** 점수: one item of one sheet, as asked, with the scale it was asked on. Id by response and item. */
export const surveyScore = record('survey_score', { ko: '점수', en: 'Score' }, {
  survey: link({ ko: '조사', en: 'Survey', required: true, to: 'survey' }),
  response: link({ ko: '응답', en: 'Response', required: true, to: 'survey_response' }),
  item: link({ ko: '문항', en: 'Item', required: true, to: 'survey_item' }),
  score: decimal({ ko: '점수', en: 'Score', required: true, unit: '점' }),
  lowest: int(lowest),
  highest: int(highest),
}, {
  rules: [
    (values) => (/^\d+(\.\d{1,2})?$/.test(values.score) ? null : { field: 'score', value: values.score, message: `점수: ${values.score}은(는) 쓸 수 없습니다. 0 이상의 수로, 소수는 둘째 자리까지 씁니다.` }),
    (values) => { const fault = scoreFault(values.score, values.lowest, values.highest); return fault === null ? null : { field: 'score', value: values.score, message: `점수: ${fault}` }; },
  ],
  derived: { points: (values) => pointsOf(values.score) },
});
