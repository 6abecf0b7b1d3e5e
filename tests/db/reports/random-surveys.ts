/** Random surveys of mixed scales, sheets with and without firm, support type and task, deleted and restored ones; and their raw rows. */
import fc from 'fast-check';
import type { Store } from '../../../db/kernel/store.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { write } from '../../../db/kernel/write.ts';
import { mergeBodies } from '../../../db/identity/merge.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { survey, surveyItem, surveyResponse, surveyScore } from '../../../db/surveys/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

const scales = [[1, 5], [1, 7], [0, 100], [0, 10]] as const;
const provincesWritten = ['강원도', '강원특별자치도', '경상남도', null] as const;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const fate = fc.constantFrom('kept', 'kept', 'kept', 'kept', 'deleted', 'restored');

const oneSheet = fc.record({
  firm: maybe(fc.nat(5)), type: fc.constantFrom('prototype', 'prototype', 'custom-rnd', 'our-own', null), respondent: fc.constantFrom('head', 'staff', null), task: maybe(fc.nat(2)),
  scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 6 }), { minLength: 3, maxLength: 3 }), isOdd: fc.integer({ min: 0, max: 19 }).map((one) => one === 0), fate,
});
const oneSurvey = fc.record({ year: fc.integer({ min: 2007, max: 2011 }), scale: fc.nat(scales.length - 1), month: fc.constantFrom('03', '11', null), sheets: fc.array(oneSheet, { maxLength: 22, size: 'max' }), fate: fc.constantFrom('kept', 'kept', 'kept', 'kept', 'deleted') });

export const someSurveys = fc.array(oneSurvey, { maxLength: 5, size: 'max' });
export const someSurveyParams = fc.record({
  asOf: fc.constantFrom('2009-06-30', '2012-12-31', '2012-12-31', '2012-12-31'), fromYear: fc.integer({ min: 2006, max: 2009 }), length: fc.nat(4),
  scope: fc.constantFrom({}, {}, {}, { supportType: 'prototype' }, { supportType: '' }, { province: 'gangwon' }, { office: '창원' }, { office: '' }),
}).map(({ length, ...rest }) => ({ ...rest, toYear: rest.fromYear + length, yearKind: 'calendar' as const, dataAsOf: null }));

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;

export const putSurveys = (store: Store, surveys: Generated<typeof someSurveys>): void => {
  const firms = write(store, tester, '기업', (tx) => Array.from({ length: 6 }, (_, at) => tx.create(organisation, { name: `(주)기업 ${at}`, kind: 'firm', province: provincesWritten[at % 4] ?? null })));
  const tasks = write(store, tester, '과제', (tx) => ['창원', '구미', null].map((office, at) => tx.create(task, { title: `과제 ${at}`, status: 'selected', lead_org: firms[at] ?? '', found_on: '2006-01-02', ...(office ? { office } : {}) })));
  const [one = '', other = ''] = firms.slice(4);
  const later: (() => void)[] = [];
  write(store, tester, '조사', (tx) => {
    for (const [at, { year, scale, month, sheets, fate: end }] of surveys.entries()) {
      const [lowest, highest] = scales[scale] ?? [1, 5];
      const id = tx.create(survey, { name: `조사 ${at}`, year, lowest, highest, asked_on: month === null ? null : `${year}-${month}-02` });
      const items = ['가', '나', '다'].map((name, number) => tx.create(surveyItem, { survey: id, order_no: number + 1, name }));
      for (const sheet of sheets) {
        const response = tx.create(surveyResponse, { survey: id, organisation: sheet.firm === null ? null : (firms[sheet.firm] ?? null), support_type: sheet.type, respondent: sheet.respondent, task: sheet.task === null ? null : (tasks[sheet.task] ?? null) });
        sheet.scores.forEach((share, number) => {
          if (share === null) return;
          // Another device had changed the scale meanwhile.
          const [low, high] = sheet.isOdd ? [lowest, highest + 3] : [lowest, highest];
          tx.create(surveyScore, { survey: id, response, item: items[number] ?? '', score: String(low + Math.round(((high - low) * share) / 100)), lowest: low, highest: high }, relationId('survey_score', response, items[number] ?? ''));
        });
        if (sheet.fate !== 'kept') later.push(() => {
          write(store, tester, '삭제', (gone) => gone.remove(surveyResponse, response));
          if (sheet.fate === 'restored') write(store, tester, '되살리기', (back) => back.restore(surveyResponse, response));
        });
      }
      if (end === 'deleted') later.push(() => { write(store, tester, '삭제', (gone) => gone.remove(survey, id)); });
    }
  });
  for (const act of later) act();
  // The last two are one firm: its answers stand in the province of the record that is kept.
  write(store, tester, '합침', (tx) => { mergeBodies(tx, [one, other], {}); });
};
