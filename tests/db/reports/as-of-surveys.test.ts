/** T9 and T10 of a past day are what they were on that day, whatever was corrected, taken out or arrived since. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import type { Reader } from '../../../db/kernel/reader.ts';
import { openPastDay } from '../../../db/past.ts';
import { firmYear, organisation } from '../../../db/organisations/fields.ts';
import { membership } from '../../../db/clusters/fields.ts';
import { nationalIndicator } from '../../../db/nation/fields.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { t10 } from '../../../db/reports/t10.ts';
import { t9 } from '../../../db/reports/t9.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { changeSheet, removeSheet } from '../../../db/surveys/sheets.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putPanel, somePanel } from './random-panel.ts';
import { putSurveys, someSurveys } from './random-surveys.ts';

const params: ReportParams = { asOf: '2012-12-31', fromYear: 2005, toYear: 2011, yearKind: 'calendar', scope: {}, dataAsOf: null };
const narrowed: ReportParams = { ...params, fromYear: 2005, toYear: 2007, scope: { province: 'gangwon' } };

const shown = (read: Reader): unknown[] => [t9, t10].flatMap((report) => [params, narrowed].map((given) => {
  const table = tableOf(read, report, given);
  return { ...table, records: table.cells.flat().flatMap((cell) => (cell.drill ? [[cell.drill, cellRecords(read, report, cell.drill, given)?.ids]] : [])) };
}));

/** Everything a person may do to what the two tables rest on. */
const edit = (store: TestStore): void => {
  const some = (table: string, every: number): string[] => store.read.column<string>(`SELECT id FROM ${table} WHERE _del = 0 AND n % ? = 0`, [every]);
  write(store, tester, '고침', (tx) => {
    for (const { id, item, score } of tx.read.all<{ id: string; item: string; score: string }>(
      'SELECT r.id, s.item, max(s.highest) AS score FROM survey_response r JOIN survey y ON y.id = r.survey AND y._del = 0 JOIN survey_score s ON s.response = r.id AND s.highest = y.highest AND s._del = 0 WHERE r._del = 0 AND r.n % 3 = 0 GROUP BY r.id')) changeSheet(tx, id, { respondent: 'expert', [item]: String(score) });
    for (const id of some('survey', 2)) tx.change(survey, id, { year: 2008 });
    for (const id of some('survey_response', 4)) removeSheet(tx, id);
    for (const id of some('firm_year', 2)) tx.change(firmYear, id, { sales: 1, employees: 7 });
    for (const id of some('firm_year', 5)) tx.remove(firmYear, id);
    for (const id of some('organisation', 3)) tx.change(organisation, id, { status: 'closed', status_on: '2005-01-02', province: '강원도' });
    for (const id of some('membership', 2)) tx.remove(membership, id);
    for (const id of some('national_indicator', 2)) tx.change(nationalIndicator, id, { value: '7' });
  });
};

test('T9 and T10 as the data stood on a day', () => {
  let different = 0;
  forSeeds('as-of of T9 and T10', 1, (seed) => fc.assert(fc.property(someSurveys, somePanel, (surveys, panel) => {
    let now = new Date(2024, 0, 5, 12).getTime();
    const store = openTestStore({ now: () => now });
    try {
      putSurveys(store, surveys);
      putPanel(store, panel);
      const then = shown(store.read);
      now = new Date(2024, 1, 5, 12).getTime();
      edit(store);
      putSurveys(store, surveys);
      different += JSON.stringify(shown(store.read)) === JSON.stringify(then) ? 0 : 1;
      const past = openPastDay(store.path, '2024-01-05');
      try { expect(shown(past.read)).toEqual(then); } finally { past.close(); }
    } finally {
      store.dispose();
    }
  }), { numRuns: 6, seed, endOnFailure: true }));
  expect(different).toBeGreaterThan(0);
}, 120_000);
