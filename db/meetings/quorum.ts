/** The quorum of each cluster that holds a meeting, by the cluster's own rule: domain.md §10. */
import type { MemberOn } from '../clusters/members-on.ts';
import { quorumOf } from './choices.ts';
import { isValidProxy, presenceOf, type PresenceRow } from './presence.ts';

export type ClusterQuorum = {
  cluster: string;
  name: string;
  /** Members on the day: persons, and organisations that are members as such. */
  total: number;
  present: number;
  /** Valid proxies given by members who did not come; they count only where `countsProxies`. */
  proxies: number;
  countsProxies: boolean;
  /** The cluster's own percentage; null for a majority of its members. */
  percent: number | null;
  /** Members needed; null without members. */
  needed: number | null;
  /** How many are still missing; 0 when the quorum is reached, null without members. */
  missing: number | null;
};

export type QuorumRule = { id: string; name: string; quorum_percent: number | null; counts_proxies: number | null };

/** @param members of all clusters of the meeting, on its day */
export const quorumsOf = (clusters: readonly QuorumRule[], members: readonly MemberOn[], rows: readonly PresenceRow[]): ClusterQuorum[] =>
  clusters.map((cluster) => {
    const own = members.filter((member) => member.cluster === cluster.id);
    const presence = presenceOf(own, rows);
    const valid = new Set(rows.flatMap((row) => (isValidProxy(row, rows) ? [row.person] : [])));
    const present = own.filter((member) => presence.get(member.id) === 'present').length;
    const proxies = own.filter((member) => member.person !== null && valid.has(member.person)).length;
    const countsProxies = cluster.counts_proxies === 1;
    const needed = quorumOf(own.length, cluster.quorum_percent);
    return {
      cluster: cluster.id, name: cluster.name, total: own.length, present, proxies, countsProxies, percent: cluster.quorum_percent,
      needed, missing: needed === null ? null : Math.max(0, needed - present - (countsProxies ? proxies : 0)),
    };
  });
