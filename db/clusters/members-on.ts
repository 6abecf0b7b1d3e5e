/**
 * Who was a member on a day. The one rule of every figure that counts members (roster of a meeting, list,
 * report T3): the day of joining and the day of leaving both belong to the membership.
 */
import type { Reader } from '../kernel/reader.ts';

/**
 * SQL condition of the rule for a membership with this alias.
 * @param day SQL of the day, e.g. `:date` or `?`; it is used twice, so a plain `?` must be given twice
 */
export const memberOn = (alias: string, day: string): string =>
  `${alias}._del = 0 AND ${alias}.joined_on <= ${day} AND (${alias}.left_on IS NULL OR ${alias}.left_on >= ${day})`;

/** SQL of who a membership stands for: the person, or the organisation when it is a member as such. */
export const memberKey = (alias: string): string => `coalesce(${alias}.person, ${alias}.organisation)`;

/** Today by the clock of the device, as SQL. */
export const todaySql = "date('now', 'localtime')";

export type MemberOn = {
  /** Id of the membership. */
  id: string;
  cluster: string;
  cluster_name: string | null;
  /** Null for an organisation that is a member as such. */
  person: string | null;
  person_name: string | null;
  name_cho: string | null;
  position: string | null;
  mobile: string | null;
  organisation: string | null;
  organisation_name: string | null;
  organisation_cho: string | null;
  kind: string;
  joined_on: string;
  left_on: string | null;
};

/**
 * Members of the clusters on a day (`YYYY-MM-DD`), one row per cluster and member, in order of organisation and name.
 * Two memberships that overlap (they can arrive from two devices) count once: the later one.
 */
export const membersOn = (read: Reader, clusterIds: readonly string[], date: string): MemberOn[] =>
  read.all<MemberOn>(
    `SELECT m.id, m.cluster, c.name AS cluster_name, m.person, p.name AS person_name, p.name_cho, p.position, coalesce(p.mobile, p.phone) AS mobile,
       coalesce(m.organisation, p.organisation) AS organisation, o.name AS organisation_name, o.name_cho AS organisation_cho, m.kind, m.joined_on, m.left_on
     FROM (SELECT id, cluster, person, organisation, kind, joined_on, left_on, max(joined_on || id) FROM membership m
           WHERE cluster IN (SELECT value FROM json_each(:clusters)) AND ${memberOn('m', ':date')} GROUP BY cluster, ${memberKey('m')}) m
     LEFT JOIN mini_cluster c ON c.id = m.cluster LEFT JOIN person p ON p.id = m.person LEFT JOIN organisation o ON o.id = coalesce(m.organisation, p.organisation)
     ORDER BY o.name IS NULL, o.name, p.name IS NULL, p.name, m.id`,
    { clusters: JSON.stringify(clusterIds), date });

export type MemberCounts = {
  /** Memberships, one for each cluster and member. */
  members: number;
  persons: number;
  /** Organisations that are members as such or through a person. */
  organisations: number;
  /** By member kind (회원 구분). */
  byKind: Record<string, number>;
};

export const countMembers = (members: readonly MemberOn[]): MemberCounts => {
  const byKind: Record<string, number> = {};
  for (const { kind } of members) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return {
    members: members.length,
    persons: new Set(members.flatMap(({ person }) => person ?? [])).size,
    organisations: new Set(members.flatMap(({ organisation }) => organisation ?? [])).size,
    byKind,
  };
};
