/** Meetings as reports count them, and each of them once more for every mini-cluster that holds it. */
import { programYearSql, yearSql } from '../reports/task-rules.ts';
import type { Fact } from './fact.ts';
import { keyOf, rowsNaming } from './fact-sql.ts';

const when = { day: 'g.start_on', month: 'substr(g.start_on, 1, 7)', year: yearSql('g.start_on'), program_year: programYearSql('g.start_on') };
/** Whether it was held depends on the day it is asked: `heldFact`. */
const standing = { kind: "coalesce(g.kind, '')", status: 'g.status', last_day: 'coalesce(g.end_on, g.start_on)' };
const ownFields = ['kind', 'status', 'start_on', 'end_on', 'headcount_only', '_del', '*'];

const came = (condition: string): string => `(SELECT count(*) FROM attendance a WHERE a.meeting = g.id AND a._del = 0 AND a.is_present = 1${condition})`;

const meetingValues: Readonly<Record<string, string>> = {
  n: 'g.n', ...when, ...standing,
  present: came(''), members_present: came(' AND a.is_member = 1'), headcount_only: 'coalesce(g.headcount_only, 0)',
  tasks_found: '(SELECT count(*) FROM task t WHERE t.source_meeting = g.id AND t._del = 0)',
  clusters: '(SELECT count(DISTINCT k.cluster) FROM meeting_cluster k WHERE k.meeting = g.id AND k._del = 0)',
};

export const meetingFact: Fact = {
  table: 'meeting_fact', of: 'meeting', key: 'g.n', columns: Object.keys(meetingValues),
  select: `SELECT ${Object.entries(meetingValues).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM meeting g WHERE g._del = 0`,
  sources: [
    { table: 'meeting', fields: ownFields },
    { table: 'attendance', fields: ['meeting', 'is_present', 'is_member', '_del', '*'], via: 'meeting' },
    { table: 'task', fields: ['source_meeting', '_del', '*'], via: 'source_meeting' },
    { table: 'meeting_cluster', fields: ['meeting', 'cluster', '_del', '*'], via: 'meeting' },
  ],
  sums: [], groups: [],
};

const heldValues: Readonly<Record<string, string>> = {
  n: 'k.n', meeting: 'g.n', cluster: keyOf('mini_cluster', 'k.cluster'), is_host: 'coalesce(k.is_host, 0)', ...when, ...standing,
};

/** A meeting and a cluster that holds it. */
export const meetingClusterFact: Fact = {
  table: 'meeting_cluster_fact', of: 'meeting_cluster', key: 'k.n', columns: Object.keys(heldValues),
  select: `SELECT ${Object.entries(heldValues).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting AND g._del = 0 WHERE k._del = 0`,
  sources: [
    { table: 'meeting_cluster', fields: ['meeting', 'cluster', 'is_host', '_del', '*'] },
    { table: 'meeting', fields: ownFields, rows: rowsNaming('meeting_cluster', 'meeting') },
    { table: 'mini_cluster', fields: ['*'], rows: rowsNaming('meeting_cluster', 'cluster') },
  ],
  sums: [], groups: [],
};

/** SQL condition: the meeting of a fact was held, as seen on a day. As `heldSql` of db/meetings/standing.ts. */
export const heldFact = (f: string, today: string): string => `coalesce(${f}.status, CASE WHEN ${f}.last_day < ${today} THEN 'held' ELSE 'planned' END) = 'held'`;
