import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 28 has the orders of long lists in indexes alone, and makes no table', () => {
  const db = databaseAt(27);
  expect(newTables(db, 28)).toEqual([]);
  const plan = (table: string, column: string, direction: 'ASC' | 'DESC'): string =>
    db.prepare(`EXPLAIN QUERY PLAN SELECT t.n FROM ${table} t WHERE t._del = 0 ORDER BY t.${column} ${direction} NULLS LAST, t.n ${direction}`).all().map((row) => (row as { detail: string }).detail).join('\n');
  for (const direction of ['ASC', 'DESC'] as const) {
    for (const [table, column] of [['task', 'title'], ['task', 'fund_national'], ['task', 'total_cost'], ['session', 'minutes'], ['meeting', 'title'], ['organisation', 'employees'], ['task', 'found_on'], ['task', 'decided_on'], ['task', 'end_on'], ['task', 'task_no'], ['session', 'visit_on'], ['session', 'session_no'], ['meeting', 'start_on'], ['organisation', 'name'], ['person', 'name']] as const) {
      expect(plan(table, column, direction)).toContain(`SCAN t USING COVERING INDEX ${table}_${column}`);
    }
  }
});
