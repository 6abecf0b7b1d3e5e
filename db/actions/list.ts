/** The list of follow-ups with owner, firm and what they hang on. */
import { searchIn } from '../search/list-search.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { actionItem } from './fields.ts';

const own = Object.fromEntries(Object.keys(actionItem.fields).map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`action_item.${name}`] }]));
const isWaiting = "t.status NOT IN ('done', 'cancelled')";

export const actionListSpec: ListSpec = {
  name: 'actions',
  table: 'action_item',
  joins: {
    p: 'LEFT JOIN person p ON p.id = t.owner',
    o: 'LEFT JOIN organisation o ON o.id = t.organisation',
    k: 'LEFT JOIN task k ON k.id = t.task',
    m: 'LEFT JOIN meeting m ON m.id = t.meeting',
  },
  columns: {
    ...own,
    owner_name: { sql: 'p.name', joins: ['p'], dependsOn: ['action_item.owner', 'person.name'] },
    organisation_name: { sql: 'o.name', joins: ['o'], dependsOn: ['action_item.organisation', 'organisation.name'] },
    task_title: { sql: 'k.title', joins: ['k'], dependsOn: ['action_item.task', 'task.title'] },
    meeting_title: { sql: 'm.title', joins: ['m'], dependsOn: ['action_item.meeting', 'meeting.title'] },
    is_open: { sql: `(${isWaiting})`, dependsOn: ['action_item.status'] },
    is_overdue: { sql: `(${isWaiting} AND t.due_on < date('now', 'localtime'))`, dependsOn: ['action_item.status', 'action_item.due_on'] },
    due_in: { sql: 't.due_on', show: `CASE WHEN ${isWaiting} THEN CAST(julianday(t.due_on) - julianday(date('now', 'localtime')) AS INTEGER) END`, dependsOn: ['action_item.due_on'] },
  },
  quick: ['what', 'note', 'owner_name', 'organisation_name', 'task_title'],
  sort: [{ column: 'is_open', descending: true }, { column: 'due_on', descending: false }],
  search: searchIn('action_item'),
  warm: ['due_on', 'status', 'owner_name', 'organisation_name', 'what'],
};

export const actionList = listQuery(actionListSpec);
