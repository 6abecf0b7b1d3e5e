/** The list of mini-clusters, with members by kind as of today. */
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { memberKinds } from '../reference/choices/cluster.ts';
import { heldSql } from '../meetings/standing.ts';
import { hubName, hubRegion } from './hub-sql.ts';
import { memberKey, memberOn, todaySql } from './members-on.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`mini_cluster.${name}`] });
const membershipColumns = ['*', 'cluster', 'person', 'organisation', 'kind', 'joined_on', 'left_on'].map((column) => `membership.${column}`);

const membersOf = (more = ''): ListColumn => ({
  sql: `(SELECT count(DISTINCT ${memberKey('m')}) FROM membership m WHERE m.cluster = t.id AND ${memberOn('m', todaySql)}${more})`, dependsOn: membershipColumns,
});

/** Meetings of the cluster that were held. */
const heldMeetings = `FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting WHERE k.cluster = t.id AND k._del = 0 AND ${heldSql('g')}`;
const heldColumns = ['meeting.*', 'meeting.status', 'meeting.start_on', 'meeting.end_on', 'meeting_cluster.*', 'meeting_cluster.cluster'];

/** Former names as written, found by the folded ones, too. */
const formerNames: ListColumn = {
  sql: "(SELECT group_concat(p.name, ', ') FROM cluster_past p WHERE p.cluster = t.id AND p._del = 0)",
  quick: `t.id IN (SELECT p.cluster FROM cluster_past p WHERE p._del = 0 AND p.name || ' ' || p.name_key || ' ' || coalesce(p.name_cho, '') LIKE ? ESCAPE '\\')`,
  dependsOn: ['cluster_past.*', 'cluster_past.cluster', 'cluster_past.name'],
};

export const clusterListSpec: ListSpec = {
  name: 'clusters',
  table: 'mini_cluster',
  joins: { p: 'LEFT JOIN person p ON p.id = t.manager' },
  columns: {
    name: own('name'), code: own('code'), kind: own('kind'), industry: own('industry'), founded_on: own('founded_on'), dissolved_on: own('dissolved_on'),
    quorum_percent: own('quorum_percent'), name_key: own('name_key'), name_cho: own('name_cho'),
    hub: { sql: hubName('t.hub'), dependsOn: ['mini_cluster.hub'] },
    region: { sql: hubRegion('t.hub'), dependsOn: ['mini_cluster.hub'] },
    manager: { sql: 'p.name', joins: ['p'], dependsOn: ['mini_cluster.manager', 'person.name'] },
    former_names: formerNames,
    parent: { sql: '(SELECT u.name FROM mini_cluster u WHERE u.id = t.parent)', dependsOn: ['mini_cluster.parent', 'mini_cluster.name'] },
    members: membersOf(),
    ...Object.fromEntries(memberKinds.map(({ code }) => [`members_${code.replace('-', '_')}`, membersOf(` AND m.kind = '${code}'`)])),
    meetings: {
      sql: `(SELECT count(*) ${heldMeetings})`, dependsOn: heldColumns,
    },
    last_meeting: {
      sql: `(SELECT max(g.start_on) ${heldMeetings})`, dependsOn: heldColumns,
    },
    tasks: { sql: '(SELECT count(*) FROM task k WHERE k.cluster = t.id AND k._del = 0)', dependsOn: ['task.*', 'task.cluster'] },
  },
  quick: ['name', 'name_key', 'name_cho', 'hub', 'industry', 'code', 'manager', 'former_names'],
  sort: [{ column: 'name', descending: false }],
};

export const clusterList = listQuery(clusterListSpec);
