/** T6 to T12 are counted from kept sums and from indexes that hold all they ask; records are found through the index of their day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendedMeetings, contactHours, foundTasks, fruitfulSessions, heldSessions, metFirms, paidHours } from '../../../db/reports/activity-sets.ts';
import { byField, byOffice, daysByField, daysByMonth, daysByOffice } from '../../../db/reports/handling-sets.ts';
import { countedFrom, resolved, type Indicator, type Resolved } from '../../../db/reports/indicator.ts';
import { groupSql } from '../../../db/reports/measure.ts';
import { attendances, clusterMeetings, heldMeetings, membersThere, meetingsByMonth } from '../../../db/reports/meeting-sets.ts';
import { endedTasks, salesOf } from '../../../db/reports/outcome-sets.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { sessionsByMonth } from '../../../db/reports/session-sets.ts';
import { grants, payments } from '../../../db/reports/t8.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { putWorld } from './random-world.ts';

let store: TestStore;
beforeAll(() => {
  store = openTestStore();
  putWorld(store, 11);
}, 60_000);
afterAll(() => store.dispose());

const given = { first: '2010-01-01', last: '2022-11-15', as_of: '2022-11-15', limits: '{}', least: 1440, places: '[]', from_number: 6, to_number: 18, scope_region: 'dongnam' };
const cutOf = (cut: Resolved | null): Resolved => {
  if (!cut) throw new Error('the indicator is cut');
  return cut;
};
const planOf = (cut: Resolved | null): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${groupSql(cutOf(cut))}`, given).map((row) => row.detail).join('\n');

describe('plans of T6 to T12', () => {
  it.each([
    [heldSessions, /session_person_month USING PRIMARY KEY \(month>\? AND month<\?\)[\s\S]*SEARCH s USING INDEX session_fact_day/], [contactHours, /session_person_month USING PRIMARY KEY/],
    [metFirms, /^SCAN f USING COVERING INDEX session_fact_coordinator_firm$/], [fruitfulSessions, /finding_fact USING COVERING INDEX finding_fact_source_coordinator/],
    [foundTasks, /q USING COVERING INDEX finding_fact_finder/], [attendedMeetings, /m USING COVERING INDEX attended_fact_person/], [paidHours, /SCAN p/],
    [sessionsByMonth, /session_cluster_month USING PRIMARY KEY \(month>\? AND month<\?\)[\s\S]*SEARCH s USING INDEX session_fact_day/],
    [byField.takenIn, /handling_field_month USING PRIMARY KEY \(month>\? AND month<\?\)[\s\S]*SEARCH t USING INDEX handling_fact_intake/], [byOffice.takenIn, /handling_office_month USING PRIMARY KEY/],
    [daysByField, /^(SCAN|SEARCH) h USING COVERING INDEX handling_fact_field$/], [daysByOffice, /^(SCAN|SEARCH) h USING COVERING INDEX handling_fact_office$/], [daysByMonth, /^(SCAN|SEARCH) h USING COVERING INDEX handling_fact_month$/],
    [endedTasks, /outcome_day|d USING PRIMARY KEY/], [salesOf, /d USING PRIMARY KEY/], [grants, /SCAN q/], [payments, /SCAN q/],
  ])('$code of the whole nation', (indicator: Indicator, wanted) => {
    expect(planOf(countedFrom(indicator, plainParams))).toMatch(wanted);
    // No record table is walked, and no fact that has sums.
    expect(planOf(countedFrom(indicator, plainParams))).not.toMatch(/SCAN (task|session|meeting|attendance|task_fact|session_fact|handling_fact|outcome_fact|money_fact)\b(?! USING COVERING)/);
  });

  it.each([heldMeetings, attendances, clusterMeetings, membersThere, meetingsByMonth])('$code looks at facts of meetings alone', (indicator: Indicator) => {
    expect(planOf(countedFrom(indicator, plainParams))).toMatch(/(SCAN|SEARCH) f\b/);
    expect(planOf(countedFrom(indicator, plainParams))).not.toMatch(/\b(attendance|membership|meeting) /);
  });

  it.each([
    [heldSessions, /SEARCH f USING INDEX session_fact_day/], [sessionsByMonth, /SEARCH f USING INDEX session_fact_day/], [byField.takenIn, /SEARCH h USING INDEX handling_fact_intake/], [endedTasks, /SEARCH o USING (COVERING )?INDEX outcome_fact_day/],
    [payments, /SEARCH m USING INDEX money_fact_place/],
  ])('the records of $code are found through their index', (indicator: Indicator, index) => { expect(planOf(resolved(indicator, plainParams))).toMatch(index); });

  it('looks at the sessions of a region through the index over clusters', () => {
    expect(planOf(countedFrom(heldSessions, { ...plainParams, scope: { region: 'dongnam' } }))).toMatch(/SEARCH f USING INDEX session_fact_(cluster|day)/);
  });
});
