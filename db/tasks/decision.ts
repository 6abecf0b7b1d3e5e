import type { Tx } from '../kernel/write.ts';
import { task } from './fields.ts';
import type { TaskValues } from './create.ts';

/**
 * Keeps the lead firm's employees as of the decision, if nobody has entered them: size tables count by the band of
 * that day (domain.md §13), and the firm may grow afterwards. A number the user gives or clears in `patch` stays.
 */
export const freezeEmployees = (tx: Tx, id: string, patch: Partial<TaskValues>): void => {
  if (!patch.decided_on || 'employees_at_decision' in patch) return;
  const row = tx.read.get<{ kept: number | null; employees: number | null }>(
    'SELECT t.employees_at_decision AS kept, o.employees FROM task t LEFT JOIN organisation o ON o.id = t.lead_org WHERE t.id = ?', [id]);
  if (row && row.kept === null && row.employees !== null) tx.change(task, id, { employees_at_decision: row.employees });
};
