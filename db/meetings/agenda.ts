/** Agenda items (안건) in their order, and the tasks made of them. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { createTask, type TaskValues } from '../tasks/create.ts';
import { carriedOnSql, refuseTakenUp } from './carry.ts';
import { agendaItem } from './fields.ts';
import { refuseTooManyVotes } from './votes.ts';

export type AgendaValues = Values<typeof agendaItem.fields>;

export type AgendaLine = AgendaValues & { id: string; presenter_name: string | null; task_title: string | null; task_status: string | null;
  /** The meeting this item was carried over from. */
  from_meeting: string | null; from_title: string | null; from_on: string | null;
  /** The meeting that has taken it up, when it was carried over. */
  to_meeting: string | null; to_title: string | null; to_on: string | null;
};

/** Items of a meeting in order. */
export const agendaOf = (read: Reader, meeting: string): AgendaLine[] =>
  read.all<AgendaLine>(
    `SELECT a.id, a.meeting, a.position, a.title, a.kind, a.presenter, p.name AS presenter_name, a.discussion, a.decision, a.votes_for, a.votes_against, a.votes_abstained,
       a.planned_minutes, a.status, a.carried_from, t.id AS task, t.title AS task_title, t.status AS task_status,
       f.id AS from_meeting, f.title AS from_title, f.start_on AS from_on, u.id AS to_meeting, u.title AS to_title, u.start_on AS to_on
     FROM agenda_item a LEFT JOIN person p ON p.id = a.presenter LEFT JOIN task t ON t.id = a.task AND t._del = 0
       LEFT JOIN agenda_item b ON b.id = a.carried_from LEFT JOIN meeting f ON f.id = b.meeting
       LEFT JOIN agenda_item c ON c.id = ${carriedOnSql('a')} LEFT JOIN meeting u ON u.id = c.meeting
     WHERE a.meeting = ? AND a._del = 0 ORDER BY a.position IS NULL, a.position, a.n`, [meeting]);

/** Adds an item at the end; a report unless it is a resolution. @throws Refusal `invalid` */
export const addAgenda = (tx: Tx, meeting: string, values: Partial<AgendaValues>): string => {
  const last = tx.read.value<number>('SELECT max(position) FROM agenda_item WHERE meeting = ? AND _del = 0', [meeting]) ?? 0;
  return tx.create(agendaItem, { kind: 'report', status: 'open', ...values, meeting, position: last + 1 });
};

/** Changes an item; votes belong to a resolution alone and are no more than the voters, and an item taken up elsewhere stays carried over. @throws Refusal `invalid`, `conflict` */
export const changeAgenda = (tx: Tx, id: string, patch: Partial<AgendaValues>, was?: Partial<AgendaValues>): void => {
  const votes = (['votes_for', 'votes_against', 'votes_abstained'] as const).filter((name) => patch[name] !== undefined && patch[name] !== null);
  const kind = patch.kind ?? tx.read.value<string>('SELECT kind FROM agenda_item WHERE id = ?', [id]);
  const [first] = votes;
  if (kind !== 'resolution' && first !== undefined) throw new Refusal('invalid', '표결은 의결 안건에만 적습니다. 구분을 의결로 바꿔 주세요.', [{ field: first, value: patch[first], message: '의결 안건에만 적습니다.' }]);
  if (patch.status !== undefined && patch.status !== 'carried') refuseTakenUp(tx.read, id);
  tx.change(agendaItem, id, kind === 'resolution' ? patch : { ...patch, votes_for: null, votes_against: null, votes_abstained: null }, was);
  refuseTooManyVotes(tx.read, id, votes);
};

/** Puts items in the order given; items not named keep their place after them. */
export const orderAgenda = (tx: Tx, meeting: string, ids: readonly string[]): void => {
  const all = agendaOf(tx.read, meeting).map(({ id }) => id);
  const order = [...ids.filter((id) => all.includes(id)), ...all.filter((id) => !ids.includes(id))];
  for (const [index, id] of order.entries()) tx.change(agendaItem, id, { position: index + 1 });
};

/**
 * Makes a difficulty task of an item: found at the meeting on its day, for the firm given; item and task point to each other.
 * @throws Refusal `invalid` without a firm or when the item already has a task, `not-found`
 */
export const makeTask = (tx: Tx, id: string, values: Partial<TaskValues>): string => {
  const item = tx.read.get<{ meeting: string; title: string; discussion: string | null; decision: string | null; task: string | null; start_on: string; host: string | null }>(
    `SELECT a.meeting, a.title, a.discussion, a.decision, t.id AS task, g.start_on,
       (SELECT k.cluster FROM meeting_cluster k WHERE k.meeting = a.meeting AND k._del = 0 ORDER BY k.is_host DESC LIMIT 1) AS host
     FROM agenda_item a JOIN meeting g ON g.id = a.meeting LEFT JOIN task t ON t.id = a.task AND t._del = 0 WHERE a.id = ? AND a._del = 0`, [id]);
  if (!item) throw new Refusal('not-found', '안건을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  if (item.task !== null) throw new Refusal('invalid', '이 안건은 이미 과제가 되었습니다. 연결된 과제를 열어 주세요.', [{ field: 'task', value: item.task, message: '연결된 과제가 있습니다.' }]);
  if (!values.lead_org) throw new Refusal('invalid', '과제로 만들려면 주관기업이 필요합니다. 기업을 골라 주세요.', [{ field: 'lead_org', value: null, message: '기업을 골라 주세요.' }]);
  const text = [item.discussion, item.decision].filter((part) => part !== null).join('\n\n');
  return createTask(tx, {
    title: item.title, found_on: item.start_on, ...(text === '' ? {} : { need_text: text }), ...(item.host === null ? {} : { cluster: item.host }), ...values,
  }, { meeting: item.meeting, agendaItem: id });
};
