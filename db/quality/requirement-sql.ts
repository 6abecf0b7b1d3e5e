/**
 * What the present state of a task asks for, as SQL over whole tables: how many plain requirements are not met, and whether the others
 * must be looked at one by one. A condition here may be true without need; it is never false where something lacks.
 */
import { isEnteredSql } from '../outcomes/results.ts';
import { undecidedSupportType } from '../program/choices.ts';
import { failingGrades, requirements, type Requirement } from '../tasks/requirements.ts';

const isEmpty = (field: string): string => `(t.${field} IS NULL OR t.${field} = '')`;
const none = (table: string, condition = '_del = 0'): string => `NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.task = t.id AND x.${condition})`;
const noPublicMoney = 'coalesce(t.fund_national, 0) + coalesce(t.fund_local, 0) <= 0';
const noPrivateShares = '(t.fund_private_cash IS NULL OR t.fund_private_in_kind IS NULL)';

/** Requirements that ask for more than something in their field; the support type, the period and days are for the look. */
const conditions: Readonly<Record<string, string>> = {
  'discovered.found_by': `${isEmpty('found_by')} AND ${isEmpty('source_session')} AND ${isEmpty('source_meeting')}`,
  'received.task_no': `${isEmpty('task_no')} OR EXISTS (SELECT 1 FROM task d WHERE d.task_no = t.task_no AND d.n <> t.n AND d._del = 0)`,
  'under-review.support_type': `${isEmpty('support_type')} OR t.support_type = '${undecidedSupportType}'`,
  'under-review.fund_national': noPublicMoney, 'under-review.fund_private_cash': noPrivateShares,
  'selected.committee': `t.route = 'lead-coordinator' OR ${isEmpty('committee')}`,
  'selected.granted': isEmpty('granted'),
  'agreed.fund_national': noPublicMoney, 'agreed.fund_private_cash': noPrivateShares,
  'agreed.granted': 't.granted IS NULL OR coalesce(t.fund_national, 0) > t.granted',
  'in-progress.start_on': 't.start_on IS NULL OR t.start_on > coalesce((SELECT max(s.on_date) FROM task_step s WHERE s.task = t.id AND s._del = 0 AND s.to_status = t.status), :today)',
  'completed.final_grade': `${isEmpty('final_grade')} OR t.final_grade IN (${failingGrades.map((grade) => `'${grade}'`).join(', ')})`,
  'completed.has_no_outputs': `t.has_no_outputs IS NOT 1 AND ${none('output')} AND ${none('follow_on')} AND NOT EXISTS (SELECT 1 FROM performance x WHERE x.task = t.id AND ${isEnteredSql('x')})`,
  'direct-done.fund_national': "coalesce(t.fund_national, 0) <> 0 OR EXISTS (SELECT 1 FROM payment x WHERE x.task = t.id AND x._del = 0 AND x.fund = 'national' AND x.amount <> 0)",
};

const asked = requirements.filter((one) => one.field !== 'reason');

const byState = (value: (ofState: readonly Requirement[]) => string): string =>
  `CASE t.status ${[...Map.groupBy(asked, ({ state }) => state)].map(([state, own]) => `WHEN '${state}' THEN ${value(own)}`).join(' ')} ELSE 0 END`;

/** SQL condition: the task may lack something. */
export const mayLack = byState((own) => own.map((one) => `(${one.isPlain ? isEmpty(one.field) : (conditions[one.key] ?? '1')})`).join(' OR '));

/** SQL condition: the task may lack something that only a look tells. */
export const mustBeLookedAt = byState((own) => own.filter((one) => !one.isPlain).map((one) => `(${conditions[one.key] ?? '1'})`).join(' OR ') || '0');

/** SQL number of plain requirements the task does not meet. */
export const plainLacks = byState((own) => own.filter((one) => one.isPlain).map((one) => isEmpty(one.field)).join(' + ') || '0');
