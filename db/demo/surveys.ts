/** Two satisfaction surveys of the sample, on different scales, and national figures to compare members with. All numbers are invented. */
import type { Tx } from '../kernel/write.ts';
import { nationalMeasures } from '../nation/choices.ts';
import { putNationYears } from '../nation/figures.ts';
import { respondentKinds } from '../surveys/choices.ts';
import { survey } from '../surveys/fields.ts';
import { addSheet } from '../surveys/sheets.ts';
import { addItems } from '../surveys/write-surveys.ts';
import { createDice } from './dice.ts';

const items = ['전반적인 만족도', '애로 해결에 도움이 된 정도', '코디네이터의 전문성', '처리의 신속성', '절차의 간편성'];

type Asked = { task: string; organisation: string | null; support_type: string | null };

/** Tasks that were supported, the oldest first: whom a survey asks. */
const askedTasks = (tx: Tx): Asked[] => tx.read.all<Asked>("SELECT id AS task, lead_org AS organisation, support_type FROM task WHERE _del = 0 AND decided_on IS NOT NULL AND support_type IS NOT NULL ORDER BY decided_on, id");

const putSurvey = (tx: Tx, year: number, lowest: number, highest: number, asked: readonly Asked[]): void => {
  const dice = createDice(70_000 + year);
  const id = tx.create(survey, { name: `${year}년 클러스터사업 만족도 조사(예시)`, year, lowest, highest, asked_on: `${year}-11-02`, note: '예시 자료입니다. 지원을 받은 기업에 전자우편으로 물은 것으로 꾸몄습니다.' });
  const made = addItems(tx, id, items);
  const span = highest - lowest;
  asked.forEach((one, at) => {
    const liking = dice.between(55, 100);
    const scores = made.filter((_, index) => index === 0 || dice.chance(96)).map((item): [string, string] => [item, String(lowest + Math.round((span * Math.min(100, Math.max(20, liking + dice.between(-22, 14)))) / 100))]);
    addSheet(tx, id, { sheet_no: String(at + 1), ...one, respondent: dice.pick(respondentKinds.slice(0, 4)).code, answered_on: `${year}-11-${String(dice.between(3, 27)).padStart(2, '0')}`, ...Object.fromEntries(scores) });
  });
};

/** The newest survey of five points, the one before of seven. */
export const putSurveys = (tx: Tx, today: string): void => {
  const thisYear = Number(today.slice(0, 4));
  const all = askedTasks(tx);
  putSurvey(tx, thisYear - 1, 1, 7, all.slice(0, Math.ceil(all.length / 2)));
  putSurvey(tx, thisYear, 1, 5, all.slice(Math.floor(all.length / 3)));
};

/** First figures and their yearly growth in percent: employment falls, so that a comparison that cannot be made is in the sample. */
const figures: Readonly<Record<string, readonly [first: number, growth: number, unit: string]>> = {
  production: [5_600_000, 1.8, '억원'], exports: [175_000, 2.4, '백만불'], employment: [1_012_000, -0.4, '명'], rnd: [182_000, 1.1, '억원'], 'operating-rate': [81.4, 0.5, '%'], firms: [55_200, 1.2, '개사'],
};

export const putNation = (tx: Tx, today: string): void => {
  const last = Number(today.slice(0, 4)) - 1;
  for (const [group, share] of [['national', 1], ['general', 0.78]] as const) {
    putNationYears(tx, { complex_group: group, industry_group: null, quarter: null }, Array.from({ length: 6 }, (_, back) => last - 5 + back).map((year) => ({
      year, source: '예시 자료(실제 통계가 아닙니다)',
      values: Object.fromEntries(nationalMeasures.map(({ code }) => {
        const [first, growth, unit] = figures[code] ?? [0, 0, ''];
        const value = (code === 'operating-rate' ? first : first * share) * (1 + growth / 100) ** (year - last + 5);
        return [code, { value: code === 'operating-rate' ? value.toFixed(1) : String(Math.round(value)), unit }];
      })),
    })));
  }
};
