import type { Tx } from '../kernel/write.ts';
import { employeesOn } from '../organisations/employees-on.ts';
import { sizeClassOn } from '../organisations/size-class.ts';
import { task, type TaskValues } from './fields.ts';

/**
 * Keeps the lead firm's employees and legal size as of the decision, where nobody has entered them: size tables count by
 * the band of that day (domain.md §13, §14.4), and the firm may grow afterwards. What the user gives or clears in `patch` stays.
 */
export const freezeAtDecision = (tx: Tx, id: string, patch: Partial<TaskValues>): void => {
  const day = patch.decided_on;
  if (!day) return;
  const row = tx.read.get<{ lead_org: string | null; employees_at_decision: number | null; size_class_at_decision: string | null }>(
    'SELECT lead_org, employees_at_decision, size_class_at_decision FROM task WHERE id = ?', [id]);
  if (!row || row.lead_org === null) return;
  const kept: Partial<TaskValues> = {};
  if (row.employees_at_decision === null && !('employees_at_decision' in patch)) kept.employees_at_decision = employeesOn(tx.read, row.lead_org, day);
  if (row.size_class_at_decision === null && !('size_class_at_decision' in patch)) kept.size_class_at_decision = sizeClassOn(tx.read, row.lead_org, day);
  tx.change(task, id, kept);
};
