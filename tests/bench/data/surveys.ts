/** A satisfaction survey every November on the scale of its year, and the figures of the nation beside it. */
import { relationId } from '../../../db/kernel/id.ts';
import { nationalIndicator } from '../../../db/nation/fields.ts';
import { supportTypesIn } from '../../../db/reference/support-types.ts';
import { survey, surveyItem, surveyResponse, surveyScore } from '../../../db/surveys/fields.ts';
import type { World } from './world.ts';

const questions = ['지원 내용의 적합성', '지원 절차의 편의', '담당자의 전문성', '성과에 대한 기여', '다시 신청할 뜻'] as const;
const respondents = ['head', 'executive', 'manager', 'manager', 'staff'] as const;

/** Five points, in two years seven, once a hundred. */
const scaleOf = (year: number): { lowest: number; highest: number } => (year === 2017 ? { lowest: 0, highest: 100 } : year < 2020 ? { lowest: 1, highest: 7 } : { lowest: 1, highest: 5 });

export const putSurvey = (world: World): void => {
  const { bulk, chance, date, firms } = world;
  const year = Number(date.slice(0, 4));
  const scale = scaleOf(year);
  const types = supportTypesIn(year);
  const id = world.id();
  bulk.create(survey, id, { name: `${year}년 클러스터사업 만족도 조사`, year, ...scale, asked_on: date });
  const items = questions.map((name, at) => {
    const item = world.id();
    bulk.create(surveyItem, item, { survey: id, order_no: at + 1, name });
    return item;
  });
  for (let sheet = 1; sheet <= Math.max(8, firms.length / 50); sheet += 1) {
    const firm = firms[chance.skewed(firms.length, 1.6)];
    if (!firm) continue;
    const response = world.id();
    bulk.create(surveyResponse, response, { survey: id, sheet_no: String(sheet), organisation: firm.id, respondent: chance.pick(respondents), support_type: chance.pick(types).code, answered_on: date, ...(firm.task === null ? {} : { task: firm.task }) });
    const mood = 0.35 + chance.next() * 0.65;
    for (const item of items) {
      // Nobody answers everything.
      if (chance.percent(4)) continue;
      const score = Math.round(scale.lowest + (scale.highest - scale.lowest) * Math.min(1, mood * (0.85 + chance.next() * 0.3)));
      bulk.create(surveyScore, relationId('survey_score', response, item), { survey: id, response, item, score: String(score), ...scale });
    }
  }
};

const measures = [['production', '조원', 1000], ['exports', '억불', 4000], ['employment', '천명', 2200], ['operating-rate', '%', 80], ['firms', '개사', 100_000]] as const;

/** What is published each spring of the year before. */
export const putNation = (world: World, year: number): void => {
  for (const [measure, unit, around] of measures) {
    for (const group of ['all', 'national', 'manufacturing'] as const) {
      const value = Math.round(around * (group === 'national' ? 0.6 : 1) * (0.9 + world.chance.next() * 0.2));
      world.bulk.create(nationalIndicator, relationId('national_indicator', measure, group, null, String(year), null), { measure, complex_group: group, year, value: String(value), unit, source: '산업동향(예시)' });
    }
  }
};
