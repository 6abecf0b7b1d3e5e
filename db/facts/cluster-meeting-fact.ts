/** A meeting and a cluster that holds it, with the cluster's members on that day and those of them who came (T7). */
import { memberKey, memberOn } from '../clusters/members-on.ts';
import type { Cell } from '../kernel/field.ts';
import type { ChangedRow, Local } from '../kernel/follow.ts';
import type { Fact } from './fact.ts';
import { keyOf, rowsNaming } from './fact-sql.ts';

const present = 'FROM attendance a WHERE a.meeting = g.id AND a._del = 0 AND a.is_present = 1';
const memberOnDay = (m: string): string => `${m}.cluster = k.cluster AND ${memberOn(m, 'g.start_on')}`;
// The `+` keeps the planner to the few memberships of a person or a body, away from the hundreds of a cluster.
const isMember = (m: string, condition: string): string => `EXISTS (SELECT 1 FROM membership ${m} WHERE +${memberOnDay(m)} AND ${condition})`;
/** By the rule of `presenceOf` (db/meetings): a person by a tick of their own, a body by anybody present for it who is no member in person. */
const cameSql = `(SELECT count(DISTINCT a.person) ${present} AND ${isMember('m', 'm.person = a.person')})
  + (SELECT count(DISTINCT a.organisation) ${present} AND a.is_member = 1 AND a.organisation IS NOT NULL AND NOT ${isMember('o', 'o.person = a.person')} AND ${isMember('m', 'm.person IS NULL AND m.organisation = a.organisation')})`;

const values: Readonly<Record<string, string>> = {
  n: 'k.n', meeting: 'g.n', cluster: keyOf('mini_cluster', 'k.cluster'), day: 'g.start_on', month: 'substr(g.start_on, 1, 7)', kind: "coalesce(g.kind, '')", status: 'g.status', last_day: 'coalesce(g.end_on, g.start_on)',
  is_joint: 'EXISTS (SELECT 1 FROM meeting_cluster j WHERE j.meeting = k.meeting AND j._del = 0 AND j.n <> k.n)',
  present: `(SELECT count(*) ${present})`, headcount: 'coalesce(g.headcount_only, 0)', tasks_found: '(SELECT count(*) FROM task t WHERE t.source_meeting = g.id AND t._del = 0)',
  members: `(SELECT count(DISTINCT ${memberKey('m')}) FROM membership m WHERE ${memberOnDay('m')})`, members_there: cameSql,
};

type MembershipRow = { cluster: string | null; joined_on: string | null; left_on: string | null };

const endless = '9999-12-31';
const inDays = 'SELECT k.n FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting WHERE k.cluster = ? AND g.start_on BETWEEN ? AND ?';

/**
 * Meetings whose members a membership changes. A cluster has hundreds of meetings and each is looked at for a third of a millisecond:
 * somebody who joins or leaves concerns those since that day.
 */
const meetingsConcerned = ({ read }: Local, { id, fields, was }: ChangedRow): number[] => {
  const now = read.get<MembershipRow>('SELECT cluster, joined_on, left_on FROM membership WHERE id = ?', [id]);
  if (!now) return [];
  const text = (value: Cell | undefined, otherwise: string | null): string | null => (value === undefined ? otherwise : typeof value === 'string' ? value : null);
  const before = { cluster: text(was?.['cluster'], now.cluster), joined_on: text(was?.['joined_on'], now.joined_on), left_on: text(was?.['left_on'], now.left_on) };
  const [from, until] = [[before.joined_on ?? '', now.joined_on ?? ''].sort(), [before.left_on ?? endless, now.left_on ?? endless].sort()];
  const onlyLeft = fields !== null && was !== null && was !== undefined && fields.every((name) => ['left_on', 'memo', 'kind'].includes(name));
  // What it was before is not always known: then it may have been anything.
  const [first, last] = was === undefined ? ['', endless] : [onlyLeft ? (until[0] ?? '') : (from[0] ?? ''), until[1] ?? endless];
  return [...new Set([before.cluster, now.cluster])].flatMap((cluster) => (cluster === null ? [] : read.column<number>(inDays, [cluster, first, last])));
};

export const clusterMeetingFact: Fact = {
  table: 'cluster_meeting_fact', of: 'meeting_cluster', key: 'k.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting AND g._del = 0 WHERE k._del = 0`,
  sources: [
    { table: 'meeting_cluster', fields: ['meeting', 'cluster', '_del', '*'], via: 'meeting', rows: rowsNaming('meeting_cluster', 'meeting') },
    { table: 'meeting', fields: ['kind', 'status', 'start_on', 'end_on', 'headcount_only', '_del', '*'], rows: rowsNaming('meeting_cluster', 'meeting') },
    { table: 'attendance', fields: ['meeting', 'person', 'organisation', 'is_present', 'is_member', '_del', '*'], via: 'meeting', rows: rowsNaming('meeting_cluster', 'meeting') },
    { table: 'task', fields: ['source_meeting', '_del', '*'], via: 'source_meeting', rows: rowsNaming('meeting_cluster', 'meeting') },
    { table: 'membership', fields: ['cluster', 'person', 'organisation', 'joined_on', 'left_on', '_del', '*'], find: (local, rows) => rows.flatMap((row) => meetingsConcerned(local, row)) },
    { table: 'mini_cluster', fields: ['*'], rows: rowsNaming('meeting_cluster', 'cluster') },
  ],
  sums: [], groups: [],
};
