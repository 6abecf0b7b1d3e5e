/** 이월: an item that was not finished waits for the next meeting of the same host cluster and kind, or of the same series. Each points to the other. */
import { query } from '../kernel/query.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { agendaItem } from './fields.ts';

/** An item that waits, as a later meeting is offered it. */
export type Waiting = {
  id: string; title: string; kind: string; presenter: string | null; presenter_name: string | null; planned_minutes: number | null;
  meeting: string; meeting_title: string; start_on: string;
  /** How many meetings it has been carried through before this one. */
  times: number;
};

/** One step in the life of an item, the earliest first. */
export type ChainStep = { id: string; title: string; status: string | null; decision: string | null; meeting: string; meeting_title: string; start_on: string; isThis: boolean };

/** SQL of the live item that carries `a` on, if there is one. */
export const carriedOnSql = (alias: string): string =>
  `(SELECT n.id FROM agenda_item n JOIN meeting nm ON nm.id = n.meeting AND nm._del = 0 AND coalesce(nm.status, '') <> 'cancelled' WHERE n.carried_from = ${alias}.id AND n._del = 0 ORDER BY nm.start_on, n.n LIMIT 1)`;

/** Longest chain that is walked: two rows that name each other can arrive from two devices. */
const longest = 60;

const earlierOf = (read: Reader, id: string): string[] =>
  read.column<string>(
    `WITH RECURSIVE up(id, step) AS (SELECT carried_from, 1 FROM agenda_item WHERE id = :id UNION SELECT a.carried_from, step + 1 FROM up JOIN agenda_item a ON a.id = up.id WHERE step < ${longest})
     SELECT id FROM up WHERE id IS NOT NULL AND id <> :id GROUP BY id ORDER BY max(step) DESC`, { id });

const laterOf = (read: Reader, id: string): string[] =>
  read.column<string>(
    `WITH RECURSIVE down(id, step) AS (SELECT :id, 0 UNION SELECT a.id, step + 1 FROM down JOIN agenda_item a ON a.carried_from = down.id AND a._del = 0 WHERE step < ${longest})
     SELECT id FROM down WHERE id <> :id GROUP BY id ORDER BY min(step)`, { id });

/** The whole chain an item belongs to, the earliest meeting first; the item alone when it was never carried. */
export const chainOf = (read: Reader, id: string): ChainStep[] =>
  read.all<Omit<ChainStep, 'isThis'>>(
    `SELECT a.id, a.title, a.status, a.decision, a.meeting, coalesce(m.title, '(상위 기록 미도착)') AS meeting_title, coalesce(m.start_on, '') AS start_on
     FROM json_each(:ids) j JOIN agenda_item a ON a.id = j.value LEFT JOIN meeting m ON m.id = a.meeting ORDER BY j.key`,
    { ids: JSON.stringify([...earlierOf(read, id), id, ...laterOf(read, id)]) }).map((step) => ({ ...step, isThis: step.id === id }));

/** Which meeting is asked for: its host cluster, kind, series and day. */
export type NextMeeting = { cluster: string | null; kind: string | null; series: string | null; date: string; except?: string };

/** Items carried over by earlier meetings of the same host and kind, or series, that no meeting has taken up; the oldest first. */
export const waitingFor = (read: Reader, next: NextMeeting): Waiting[] =>
  read.all<Waiting>(
    `SELECT a.id, a.title, a.kind, a.presenter, p.name AS presenter_name, a.planned_minutes, a.meeting, m.title AS meeting_title, m.start_on, 0 AS times
     FROM agenda_item a JOIN meeting m ON m.id = a.meeting LEFT JOIN person p ON p.id = a.presenter
     WHERE a._del = 0 AND a.status = 'carried' AND m._del = 0 AND m.start_on <= :date AND m.id <> :except AND ${carriedOnSql('a')} IS NULL
       AND (m.series = :series OR (m.kind = :kind AND EXISTS (SELECT 1 FROM meeting_cluster k WHERE k.meeting = m.id AND k.cluster = :cluster AND k.is_host = 1 AND k._del = 0)))
     ORDER BY m.start_on, a.position IS NULL, a.position, a.n LIMIT 200`,
    { date: next.date, except: next.except ?? '', series: next.series, kind: next.kind, cluster: next.cluster }).map((row) => ({ ...row, times: earlierOf(read, row.id).length }));

/** Items that wait for this meeting. */
export const waitingOf = (read: Reader, meeting: string): Waiting[] => {
  const row = read.get<{ kind: string; series: string | null; start_on: string; host: string | null }>(
    `SELECT g.kind, g.series, g.start_on, (SELECT k.cluster FROM meeting_cluster k WHERE k.meeting = g.id AND k._del = 0 ORDER BY k.is_host DESC, k.n LIMIT 1) AS host
     FROM meeting g WHERE g.id = ?`, [meeting]);
  return row ? waitingFor(read, { cluster: row.host, kind: row.kind, series: row.series, date: row.start_on, except: meeting }) : [];
};

type Carried = { title: string; kind: string; presenter: string | null; planned_minutes: number | null; task: string | null; status: string | null; meeting: string; taken: string | null };

/**
 * Takes waiting items onto the agenda of a meeting, after what stands there; each names the item it was carried from.
 * @returns ids of the new items
 * @throws Refusal `conflict` when another meeting has taken one up, `invalid` for an item that is not carried over, `not-found`
 */
export const takeCarried = (tx: Tx, meeting: string, items: readonly string[]): string[] => {
  let last = tx.read.value<number | null>('SELECT max(position) FROM agenda_item WHERE meeting = ? AND _del = 0', [meeting]) ?? 0;
  return items.map((id) => {
    const item = tx.read.get<Carried>(`SELECT a.title, a.kind, a.presenter, a.planned_minutes, a.task, a.status, a.meeting, ${carriedOnSql('a')} AS taken FROM agenda_item a WHERE a.id = ? AND a._del = 0`, [id]);
    if (!item) throw new Refusal('not-found', '이월된 안건을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
    if (item.taken !== null) throw new Refusal('conflict', `“${item.title}”은(는) 이미 다른 회의의 안건입니다. 그 회의에서 이어서 다루세요.`, [{ field: 'carried_from', value: id, message: '이미 이어 받은 안건입니다.' }]);
    if (item.status !== 'carried' || item.meeting === meeting) throw new Refusal('invalid', `“${item.title}”은(는) 이월된 안건이 아닙니다. 지난 회의에서 이월로 정한 안건만 이어 받습니다.`, [{ field: 'carried_from', value: id, message: '이월된 안건이 아닙니다.' }]);
    last += 1;
    return tx.create(agendaItem, { meeting, position: last, title: item.title, kind: item.kind, presenter: item.presenter, planned_minutes: item.planned_minutes, task: item.task, status: 'open', carried_from: id });
  });
};

/** Refuses to take back 이월 of an item that a later meeting deals with. @throws Refusal `conflict` */
export const refuseTakenUp = (read: Reader, id: string): void => {
  const next = read.get<{ title: string; start_on: string }>(
    `SELECT m.title, m.start_on FROM agenda_item a JOIN agenda_item n ON n.id = ${carriedOnSql('a')} JOIN meeting m ON m.id = n.meeting WHERE a.id = ? AND a.status = 'carried'`, [id]);
  if (!next) return;
  const message = `이 안건은 ${next.start_on} “${next.title}”에서 이어 다룹니다. 그 회의의 안건을 먼저 지워 주세요.`;
  throw new Refusal('conflict', message, [{ field: 'status', value: 'carried', message }]);
};

/** The same in a reader thread. */
export const waitingOfQuery = query('meeting.waiting-items', (read, { id }: { id: string }) => waitingOf(read, id));

/** The same in a reader thread. */
export const waitingForQuery = query('meeting.items-for', (read, next: Parameters<typeof waitingFor>[1]) => waitingFor(read, next));
