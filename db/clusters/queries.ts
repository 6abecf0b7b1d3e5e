/** Reads of a mini-cluster that may take longer than a point read: they run in a reader thread. */
import { query } from '../kernel/query.ts';
import { judgeMembers, type Chosen, type PastedMember } from './paste-members.ts';
import type { PastedRow } from './pasted.ts';
import { clusterMembers, clusterRelations, type ClusterRelations, type MemberLine } from './relations.ts';

export const clusterMembersQuery = query('cluster.members', (read, input: { id: string; date: string; all: boolean }): MemberLine[] => clusterMembers(read, input.id, input.date, input.all));

export const clusterRelationsQuery = query('cluster.relations', (read, input: { id: string; date: string }): ClusterRelations => clusterRelations(read, input.id, input.date));

export const judgeMembersQuery = query('cluster.judge-members', (read, input: { cluster: string; date: string; rows: readonly PastedRow[]; chosen: Chosen }): PastedMember[] =>
  judgeMembers(read, input.cluster, input.date, input.rows, input.chosen));
