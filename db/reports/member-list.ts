/** The list of memberships, for the records behind a number of members. */
import type { ListColumn } from '../kernel/list-filter.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import { hubName } from '../clusters/hub-sql.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`membership.${name}`] });

export const memberListSpec: ListSpec = {
  name: 'memberships',
  table: 'membership',
  joins: {
    c: 'LEFT JOIN mini_cluster c ON c.id = t.cluster',
    p: 'LEFT JOIN person p ON p.id = t.person',
    o: 'LEFT JOIN organisation o ON o.id = coalesce(t.organisation, p.organisation)',
  },
  columns: {
    cluster: own('cluster'), person: own('person'), organisation: own('organisation'), kind: own('kind'), joined_on: own('joined_on'), left_on: own('left_on'), memo: own('memo'),
    cluster_name: { sql: 'c.name', joins: ['c'], dependsOn: ['membership.cluster', 'mini_cluster.name'] },
    hub: { sql: hubName('c.hub'), joins: ['c'], dependsOn: ['membership.cluster', 'mini_cluster.hub'] },
    person_name: { sql: 'p.name', joins: ['p'], dependsOn: ['membership.person', 'person.name'] },
    organisation_name: { sql: 'o.name', joins: ['p', 'o'], dependsOn: ['membership.organisation', 'membership.person', 'person.organisation', 'organisation.name'] },
  },
  quick: ['cluster_name', 'person_name', 'organisation_name'],
  sort: [{ column: 'cluster_name', descending: false }, { column: 'organisation_name', descending: false }],
};

export const memberList = listQuery(memberListSpec);
