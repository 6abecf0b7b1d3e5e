/** The list of mini-cluster meetings. People on a list and people only counted stand apart. */
import { searchIn } from '../search/list-search.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { standingSql } from './standing.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`meeting.${name}`] });
const presence = ['*', 'meeting', 'is_present', 'is_member'].map((column) => `attendance.${column}`);

/** Names of the clusters, the host first. */
const clusterNames = `(SELECT group_concat(name, ', ') FROM (SELECT c.name FROM meeting_cluster k JOIN mini_cluster c ON c.id = k.cluster
  WHERE k.meeting = t.id AND k._del = 0 ORDER BY k.is_host DESC, c.name))`;
const present = '(SELECT count(*) FROM attendance a WHERE a.meeting = t.id AND a._del = 0 AND a.is_present = 1)';

export const meetingListSpec: ListSpec = {
  name: 'meetings',
  table: 'meeting',
  columns: {
    title: own('title'), kind: own('kind'), round: own('round'), start_on: own('start_on'), start_at: own('start_at'), end_on: own('end_on'), end_at: own('end_at'), place: own('place'),
    name_key: own('name_key'), name_cho: own('name_cho'), headcount_only: own('headcount_only'),
    status: { sql: standingSql('t'), dependsOn: ['meeting.status', 'meeting.start_on', 'meeting.end_on'] },
    clusters: { sql: clusterNames, dependsOn: ['meeting_cluster.*', 'meeting_cluster.cluster', 'meeting_cluster.is_host', 'mini_cluster.name'] },
    present: { sql: present, dependsOn: presence },
    members_present: { sql: '(SELECT count(*) FROM attendance a WHERE a.meeting = t.id AND a._del = 0 AND a.is_present = 1 AND a.is_member = 1)', dependsOn: presence },
    people: { sql: `(${present} + coalesce(t.headcount_only, 0))`, dependsOn: [...presence, 'meeting.headcount_only'] },
    agenda: { sql: '(SELECT count(*) FROM agenda_item a WHERE a.meeting = t.id AND a._del = 0)', dependsOn: ['agenda_item.*', 'agenda_item.meeting'] },
    tasks: { sql: '(SELECT count(*) FROM task k WHERE k.source_meeting = t.id AND k._del = 0)', dependsOn: ['task.*', 'task.source_meeting'] },
    open_actions: {
      sql: "(SELECT count(*) FROM action_item a WHERE a.meeting = t.id AND a._del = 0 AND a.status NOT IN ('done', 'cancelled'))",
      dependsOn: ['action_item.*', 'action_item.meeting', 'action_item.status'],
    },
  },
  quick: ['title', 'name_key', 'name_cho', 'clusters', 'place'],
  sort: [{ column: 'start_on', descending: true }],
  search: searchIn('meeting'),
  warm: ['title', 'kind', 'present', 'place', 'people'],
};

export const meetingList = listQuery(meetingListSpec);
