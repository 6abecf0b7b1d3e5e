/** Making and changing a meeting with its mini-clusters; the first one is the host. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { actionItem } from '../actions/fields.ts';
import { refreeze } from './attend.ts';
import { takeCarried } from './carry.ts';
import { agendaItem, attendance, meeting, meetingCluster, meetingCost } from './fields.ts';
import { kindName, refuseUsedRound } from './round.ts';

export type MeetingValues = Values<typeof meeting.fields>;

/** Clusters of a meeting, the host first. */
export const clustersOf = (read: Reader, id: string): string[] =>
  read.column<string>('SELECT cluster FROM meeting_cluster WHERE meeting = ? AND _del = 0 ORDER BY is_host DESC, n', [id]);

const checkRound = (read: Reader, id: string): void => {
  const row = read.get<{ kind: string; start_on: string; round: number | null }>('SELECT kind, start_on, round FROM meeting WHERE id = ?', [id]);
  const [host] = clustersOf(read, id);
  if (row && host !== undefined) refuseUsedRound(read, { cluster: host, kind: row.kind, date: row.start_on, round: row.round, except: id });
};

const putClusters = (tx: Tx, id: string, clusters: readonly string[]): void => {
  const wanted = [...new Set(clusters)];
  if (wanted.length === 0) throw new Refusal('invalid', '주관 미니클러스터: 하나는 있어야 합니다. 회의를 여는 미니클러스터를 골라 주세요.', [{ field: 'clusters', value: [], message: '주관 미니클러스터를 골라 주세요.' }]);
  for (const cluster of wanted) {
    if (tx.read.value<number>('SELECT 1 FROM mini_cluster WHERE id = ? AND _del = 0', [cluster]) !== 1) throw new Refusal('not-found', '미니클러스터를 찾을 수 없습니다. 목록에서 다시 골라 주세요.', [{ field: 'clusters', value: cluster, message: '없는 미니클러스터입니다.' }]);
  }
  for (const row of tx.read.all<{ id: string; cluster: string }>('SELECT id, cluster FROM meeting_cluster WHERE meeting = ? AND _del = 0', [id])) {
    if (!wanted.includes(row.cluster)) tx.remove(meetingCluster, row.id);
  }
  for (const [index, cluster] of wanted.entries()) {
    tx.create(meetingCluster, { meeting: id, cluster, is_host: index === 0 ? 1 : 0 }, relationId('meeting_cluster', id, cluster));
  }
};

/** The title a meeting gets unless one is typed: `전자부품 MC 제3차 운영위원회`. */
export const titleOf = (read: Reader, values: Partial<MeetingValues>, clusters: readonly string[]): string => {
  const host = read.value<string>('SELECT name FROM mini_cluster WHERE id = ?', [clusters[0] ?? '']) ?? '';
  const more = clusters.length > 1 ? ` 외 ${clusters.length - 1}` : '';
  return [`${host}${more}`, values.round ? `제${values.round}차` : '', kindName(values.kind ?? null)].filter(Boolean).join(' ').slice(0, 200);
};

/**
 * Makes a meeting, with the waiting items it takes up first and then agenda items by title.
 * @param given its id, where that is known before
 * @throws Refusal `invalid` without a cluster, `conflict` when the round is taken
 */
export const holdMeeting = (tx: Tx, values: Partial<MeetingValues>, clusters: readonly string[], agenda: readonly string[] = [], carried: readonly string[] = [], given?: string): string => {
  const id = tx.create(meeting, { ...values, title: values.title ?? titleOf(tx.read, values, clusters) }, given);
  putClusters(tx, id, clusters);
  checkRound(tx.read, id);
  takeCarried(tx, id, carried);
  for (const [index, title] of agenda.entries()) tx.create(agendaItem, { meeting: id, position: carried.length + index + 1, title, kind: 'report', status: 'open' });
  return id;
};

/** After a change of a meeting's own fields: its round must be free, and on another day attendees were something else. @throws Refusal `conflict` */
export const settleMeeting = (tx: Tx, id: string, patch: Partial<MeetingValues>): void => {
  if ('round' in patch || 'kind' in patch || 'start_on' in patch) checkRound(tx.read, id);
  if ('start_on' in patch) refreeze(tx, id);
};

/** Sets the clusters, the host first, and freezes anew who was a member. @throws Refusal `invalid`, `conflict` */
export const setClusters = (tx: Tx, id: string, clusters: readonly string[]): void => {
  putClusters(tx, id, clusters);
  checkRound(tx.read, id);
  refreeze(tx, id);
};

/** Takes a meeting away with its list, agenda and follow-ups; tasks found there stay. */
export const removeMeeting = (tx: Tx, id: string): void => {
  for (const type of [meetingCluster, attendance, agendaItem, actionItem, meetingCost] as const) {
    for (const row of tx.read.column<string>(`SELECT id FROM ${type.table} WHERE meeting = ? AND _del = 0`, [id])) tx.remove(type, row);
  }
  tx.remove(meeting, id);
};
