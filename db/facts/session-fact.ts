/** Sessions as reports count them. */
import { programYearSql, yearSql } from '../reports/task-rules.ts';
import type { Fact } from './fact.ts';
import { firmKey, keyOf, provinceOfFirm, rowsNaming, rowsOfBodies } from './fact-sql.ts';

const values: Readonly<Record<string, string>> = {
  n: 's.n',
  day: 's.visit_on', month: 'substr(s.visit_on, 1, 7)', year: yearSql('s.visit_on'), program_year: programYearSql('s.visit_on'),
  minutes: 's.minutes', preparation: 's.preparation_minutes',
  coordinator: keyOf('person', 's.coordinator'), firm: firmKey('session', 's', 'organisation'), cluster: keyOf('mini_cluster', 's.cluster'), province: provinceOfFirm('s.organisation'),
  status: 's.status', result: "coalesce(s.result, '')", mode: "coalesce(s.mode, '')",
};

/** Key of sessions that name no cluster: a key of a sum is never null. */
export const noCluster = -1;

export const sessionFact: Fact = {
  table: 'session_fact', of: 'session', key: 's.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM session s WHERE s._del = 0`,
  sources: [
    { table: 'session', fields: ['visit_on', 'start_at', 'end_at', 'contact_minutes', 'preparation_minutes', 'coordinator', 'organisation', 'cluster', 'status', 'result', 'mode', '_del', '*'] },
    { table: 'session', fields: ['organisation'], via: 'organisation', rows: `${rowsNaming('session', 'organisation')} AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = session.organisation)` },
    { table: 'organisation', fields: ['province', '*'], rows: rowsOfBodies('session', 'organisation') },
    { table: 'organisation_same', fields: [], rows: rowsOfBodies('session', 'organisation') },
    { table: 'mini_cluster', fields: ['*'], rows: rowsNaming('session', 'cluster') },
    { table: 'person', fields: ['*'], rows: rowsNaming('session', 'coordinator') },
  ],
  sums: [
    { table: 'session_cluster_month', keys: ['cluster', 'month'], amounts: ['sessions'], select: (from) => `SELECT coalesce(cluster, ${noCluster}) AS cluster, month, count(*) AS sessions FROM ${from} WHERE month IS NOT NULL GROUP BY 1, 2` },
    {
      table: 'session_person_month', keys: ['coordinator', 'month'], amounts: ['sessions', 'visits', 'minutes'],
      select: (from) => `SELECT coordinator, month, count(*) AS sessions, sum(mode = 'visit') AS visits, coalesce(sum(minutes), 0) AS minutes FROM ${from} WHERE month IS NOT NULL AND coordinator IS NOT NULL GROUP BY coordinator, month`,
    },
    // Paid time is cut day by day, at a limit that may change: it is the day that is kept.
    { table: 'session_person_day', keys: ['coordinator', 'day'], amounts: ['minutes'], select: (from) => `SELECT coordinator, day, sum(minutes) AS minutes FROM ${from} WHERE day IS NOT NULL AND coordinator IS NOT NULL AND status = 'confirmed' AND minutes > 0 GROUP BY coordinator, day` },
  ],
  groups: [],
};
