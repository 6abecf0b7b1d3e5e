import { afterAll, beforeAll, expect, test } from 'vitest';
import { endedTasksSql } from '../../../db/outcomes/due-years.ts';
import { actionsSql, endingSql, meetingsSql } from '../../../db/today/today.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

const given = { person: 'p', today: '2026-11-28', until: '2027-01-28', most: 50 };
const plan = (sql: string): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, given).map((row) => row.detail).join('\n');

test('everybody’s actions come in the order of their index, without a sort', () => {
  expect(plan(actionsSql(null))).toMatch(/SCAN a USING INDEX action_item_open/);
  expect(plan(actionsSql(null))).not.toContain('TEMP B-TREE');
  expect(plan(actionsSql('p'))).toMatch(/SEARCH a USING INDEX action_item_owner_due_on/);
});

test('what ends, what meets and what is over go by the indexes made for them', () => {
  expect(plan(endingSql(null))).toMatch(/SEARCH t USING INDEX task_running/);
  expect(plan(meetingsSql)).toMatch(/SEARCH b USING (COVERING )?INDEX meeting_start_on/);
  expect(plan(meetingsSql)).toMatch(/SEARCH e USING INDEX meeting_end_on/);
  expect(plan(endedTasksSql(false))).toMatch(/SCAN t USING COVERING INDEX task_ended/);
  expect(plan(endedTasksSql(true))).toMatch(/SEARCH t USING COVERING INDEX task_ended/);
});
