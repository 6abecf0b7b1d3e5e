/** Memberships with the days on which they count: those of the membership within the life of its cluster. */
import type { Fact } from './fact.ts';
import { rowsNaming } from './fact-sql.ts';

/** The last day of what has no end. */
export const endless = '9999-12-31';

const until = (column: string): string => `coalesce(${column}, '${endless}')`;

const memberKeyOf = (target: string, link: string): string => `coalesce((SELECT mt.n FROM ${target} mt WHERE mt.id = m.${link}), -(SELECT min(mx.n) FROM membership mx WHERE mx.${link} = m.${link}))`;

// Two memberships of one member in one cluster that overlap (they can arrive from two devices) count once.
const rival = (who: string): string => `EXISTS (SELECT 1 FROM membership r WHERE ${who} AND r.cluster = m.cluster AND r.n <> m.n AND r._del = 0 AND r.joined_on <= ${until('m.left_on')} AND ${until('r.left_on')} >= m.joined_on)`;

const values: Readonly<Record<string, string>> = {
  n: 'm.n', cluster: 'c.n', is_whole: 'c.parent IS NULL', is_person: 'm.person IS NOT NULL',
  member: `CASE WHEN m.person IS NOT NULL THEN 2 * ${memberKeyOf('person', 'person')} ELSE 2 * ${memberKeyOf('organisation', 'organisation')} + 1 END`,
  kind: "coalesce(m.kind, '')",
  from_on: 'max(m.joined_on, c.founded_on)', to_on: `min(${until('m.left_on')}, ${until('c.dissolved_on')})`,
  has_rival: `CASE WHEN m.person IS NOT NULL THEN ${rival('r.person = m.person')} ELSE ${rival('r.organisation = m.organisation AND r.person IS NULL')} END`,
};

export const membershipFact: Fact = {
  table: 'membership_fact', of: 'membership', key: 'm.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM membership m JOIN mini_cluster c ON c.id = m.cluster AND c._del = 0
    WHERE m._del = 0 AND m.joined_on IS NOT NULL AND c.founded_on IS NOT NULL`,
  sources: [
    { table: 'membership', fields: ['cluster', 'person', 'organisation', 'kind', 'joined_on', 'left_on', '_del', '*'] },
    { table: 'membership', fields: ['cluster', 'person', 'organisation', 'joined_on', 'left_on', '_del', '*'], via: 'person', rows: rowsNaming('membership', 'person') },
    { table: 'membership', fields: ['cluster', 'person', 'organisation', 'joined_on', 'left_on', '_del', '*'], via: 'organisation', rows: `${rowsNaming('membership', 'organisation')} AND person IS NULL` },
    { table: 'mini_cluster', fields: ['founded_on', 'dissolved_on', 'parent', '_del', '*'], rows: rowsNaming('membership', 'cluster') },
    { table: 'person', fields: ['*'], rows: rowsNaming('membership', 'person') },
    { table: 'organisation', fields: ['*'], rows: rowsNaming('membership', 'organisation') },
  ],
  sums: [{
    table: 'member_month', reads: ['cluster', 'kind', 'is_whole', 'has_rival', 'from_on', 'to_on'], keys: ['cluster', 'kind', 'month'], amounts: ['members'],
    // Who leaves on a day is a member on it: they are taken away on the day after.
    select: (from) => `WITH member_some AS (SELECT * FROM ${from})
      SELECT cluster, kind, month, sum(members) AS members FROM (
        SELECT f.cluster, f.kind, substr(f.from_on, 1, 7) AS month, 1 AS members FROM member_some f WHERE f.is_whole = 1 AND f.has_rival = 0 AND f.from_on <= f.to_on
        UNION ALL SELECT f.cluster, f.kind, substr(date(f.to_on, '+1 day'), 1, 7), -1 FROM member_some f WHERE f.is_whole = 1 AND f.has_rival = 0 AND f.from_on <= f.to_on AND f.to_on < '${endless}')
      GROUP BY cluster, kind, month`,
  }],
  groups: [],
};

/**
 * SQL condition: the membership `f` counts on a day. Of overlapping memberships of one member in one cluster it is the later one,
 * as in membersOn (db/clusters/members-on.ts).
 */
export const countsOn = (f: string, day: string): string => `${f}.from_on <= ${day} AND ${f}.to_on >= ${day} AND (${f}.has_rival = 0 OR NOT EXISTS (SELECT 1
  FROM membership_fact fr JOIN membership mr ON mr.n = fr.n JOIN membership mf ON mf.n = ${f}.n
  WHERE fr.cluster = ${f}.cluster AND fr.member = ${f}.member AND fr.n <> ${f}.n AND fr.from_on <= ${day} AND fr.to_on >= ${day} AND (mr.joined_on, mr.id) > (mf.joined_on, mf.id)))`;

/** SQL of a table (cluster, kind, members) whose sums are the members of whole clusters on a day. `month` is `YYYY-MM` of the day. */
export const memberSums = (day: string, month: string): string => `(SELECT cluster, kind, sum(members) AS members FROM member_month WHERE month < ${month} GROUP BY cluster, kind
  UNION ALL SELECT f.cluster, f.kind, 1 FROM membership_fact f WHERE f.is_whole = 1 AND f.has_rival = 0 AND f.from_on BETWEEN ${month} || '-01' AND ${day} AND f.from_on <= f.to_on
  UNION ALL SELECT f.cluster, f.kind, -1 FROM membership_fact f WHERE f.is_whole = 1 AND f.has_rival = 0 AND f.to_on >= date(${month} || '-01', '-1 day') AND f.to_on < ${day} AND f.from_on <= f.to_on
  UNION ALL SELECT f.cluster, f.kind, 1 FROM membership_fact f WHERE f.is_whole = 1 AND f.has_rival = 1 AND ${countsOn('f', day)})`;
