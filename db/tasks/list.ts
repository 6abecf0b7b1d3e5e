/** The list of difficulty tasks, and finding one by its title, number or firm. */
import { searchIn } from '../search/list-search.ts';
import { findQuery } from '../kernel/find.ts';
import { nearIn } from '../search/near.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { task } from './fields.ts';
import { settledStates } from './workflow.ts';

const own = Object.fromEntries([...Object.keys(task.fields), 'title_key', 'title_cho', 'total_cost'].map((name): [string, ListColumn] =>
  [name, { sql: `t.${name}`, dependsOn: [`task.${name}`] }]));

const named = (alias: string, link: string, table: string, column = 'name'): ListColumn => ({ sql: `${alias}.${column}`, joins: [alias], dependsOn: [`task.${link}`, `${table}.${column}`] });

/** States in which no date is waited for any more. */
const settled = `(${settledStates.map((state) => `'${state}'`).join(', ')})`;
const daysTo = (date: string): string => `CAST(julianday(${date}) - julianday(date('now', 'localtime')) AS INTEGER)`;
const nextDue = "(SELECT min(a.due_on) FROM action_item a WHERE a.task = t.id AND a._del = 0 AND a.status IN ('open', 'in-progress'))";
const waiting = `CASE WHEN t.status IN ${settled} THEN NULL ELSE t.end_on END`;

export const taskListSpec: ListSpec = {
  name: 'tasks',
  table: 'task',
  joins: {
    o: 'LEFT JOIN organisation o ON o.id = t.lead_org',
    c: 'LEFT JOIN mini_cluster c ON c.id = t.cluster',
    p: 'LEFT JOIN person p ON p.id = t.coordinator',
  },
  columns: {
    ...own,
    lead_org_name: named('o', 'lead_org', 'organisation'),
    lead_org_key: named('o', 'lead_org', 'organisation', 'name_key'),
    lead_org_cho: named('o', 'lead_org', 'organisation', 'name_cho'),
    cluster_name: named('c', 'cluster', 'mini_cluster'),
    coordinator_name: named('p', 'coordinator', 'person'),
    // Sorted by the date itself: the number of days changes overnight, the order does not.
    days_left: { sql: waiting, show: `CASE WHEN t.status IN ${settled} THEN NULL ELSE ${daysTo('t.end_on')} END`, dependsOn: ['task.end_on', 'task.status'] },
    next_due: { sql: nextDue, dependsOn: ['action_item.*', 'action_item.task', 'action_item.due_on', 'action_item.status'] },
    due_in: { sql: nextDue, show: daysTo(nextDue), dependsOn: ['action_item.*', 'action_item.task', 'action_item.due_on', 'action_item.status'] },
    sessions: { sql: '(SELECT count(*) FROM session_task l WHERE l.task = t.id AND l._del = 0)', dependsOn: ['session_task.*', 'session_task.task'] },
  },
  quick: ['title', 'title_key', 'title_cho', 'task_no', 'need_text', 'lead_org_name', 'lead_org_key', 'lead_org_cho', 'coordinator_name'],
  sort: [{ column: 'found_on', descending: true }],
  search: searchIn('task'),
  warm: ['title', 'task_no', 'status', 'lead_org_name', 'cluster_name', 'coordinator_name', 'support_type', 'end_on', 'days_left', 'decided_on', 'fund_national', 'total_cost'],
};

export const taskList = listQuery(taskListSpec);

/** Tasks by any syllables or initial consonants of title or firm, or by number; the note names firm and day. */
export const findTask = findQuery({
  name: 'task',
  near: nearIn('task'),
  table: `(SELECT k.*, o.name AS firm, k.title_key || ' ' || replace(lower(coalesce(k.task_no, '')), '-', '') || ' ' || coalesce(o.name_key, '') AS name_key,
    k.title_cho || ' ' || coalesce(o.name_cho, '') AS name_cho FROM task k LEFT JOIN organisation o ON o.id = k.lead_org)`,
  label: 't.title', note: "coalesce(t.firm, '') || ' · ' || t.found_on",
});
