/** The heavy sets of T9 and T10 are read along their indexes, with and without figures of the planner. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationId } from '../../../db/kernel/id.ts';
import { write } from '../../../db/kernel/write.ts';
import { firmYear, organisation } from '../../../db/organisations/fields.ts';
import { panelParameters, panelSql } from '../../../db/reports/panel.ts';
import { itemGroupsSql, satisfactionParameters, sheetGroupsSql } from '../../../db/reports/satisfaction.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { addSheet } from '../../../db/surveys/sheets.ts';
import { addItems } from '../../../db/surveys/write-surveys.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
const params: ReportParams = { asOf: '2026-12-31', fromYear: 2020, toYear: 2025, yearKind: 'calendar', scope: {}, dataAsOf: null };

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '기업', (tx) => {
    const id = tx.create(survey, { name: '조사', year: 2025, lowest: 1, highest: 5 });
    const items = addItems(tx, id, ['가', '나']);
    for (let at = 0; at < 400; at += 1) {
      const firm = tx.create(organisation, { name: `기업 ${at}`, kind: 'firm' });
      for (const year of [2019, 2020, 2025]) tx.create(firmYear, { organisation: firm, year, sales: at }, relationId('firm_year', firm, String(year)));
      addSheet(tx, id, { organisation: firm, ...Object.fromEntries(items.map((item) => [item, '4'])) });
    }
  });
});
afterAll(() => store.dispose());

const planOf = (sql: string): string =>
  store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { ...panelParameters(params), ...satisfactionParameters(params), survey: '', lowest: 1, highest: 5 }).map((row) => row.detail).join('\n');

describe.each(['a file that grew by hand', 'a file that was analysed'] as const)('in %s', (kind) => {
  beforeAll(() => { if (kind === 'a file that was analysed') store.db.exec('ANALYZE'); });

  it.each(['members', 'supported'] as const)('%s of two years go along the panel of firms by year', (population) => {
    const plan = planOf(panelSql(population, params));
    expect(plan).toMatch(/SEARCH a USING COVERING INDEX firm_year_panel \(year=\?\)/);
    expect(plan).toMatch(/SEARCH z USING COVERING INDEX firm_year_panel \(year=\? AND organisation=\?\)/);
    expect(plan).not.toMatch(/SCAN (a|z|o|m|t)\b/);
  });

  it('supported firms are looked for along the tasks of the firm', () => {
    expect(planOf(panelSql('supported', params)).match(/SEARCH t .*/g)).toEqual([expect.stringContaining('task_lead_org'), expect.stringContaining('task_lead_org')]);
  });

  it('answers are summed sheet by sheet along their index, without sorting them', () => {
    const plan = planOf(sheetGroupsSql(params));
    expect(plan).toMatch(/SEARCH s USING COVERING INDEX survey_score_survey_response_item_lowest_highest_points__del \(survey=\?\)/);
    // Sheets are grouped, then provinces; scores are not: they come in the order of their sheets.
    expect(plan.split('\n').filter((line) => line.includes('TEMP B-TREE'))).toHaveLength(2);
    expect(planOf(itemGroupsSql(params))).toMatch(/SEARCH s USING COVERING INDEX survey_score_survey/);
  });
});
