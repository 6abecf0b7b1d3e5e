/** An evaluation meeting as commands find it: is it there, is it open, who and what is in it. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';

export type Meeting = { id: string; name: string; held_on: string; status: string };

/** @throws Refusal `not-found` */
export const meetingAt = (read: Reader, id: string): Meeting => {
  const row = read.get<Meeting>('SELECT id, name, held_on, status FROM committee WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '평가회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: 'committee', value: id, message: id }]);
  return row;
};

/** The meeting, if its list, scores and decisions may still change. @throws Refusal `not-found`, `invalid` when it is closed */
export const openMeeting = (read: Reader, id: string): Meeting => {
  const found = meetingAt(read, id);
  if (found.status === 'closed') throw new Refusal('invalid', '마감한 평가회의입니다. 고치려면 먼저 마감을 풀어 주세요.', [{ field: 'status', value: 'closed', message: '마감했습니다.' }]);
  return found;
};

export type Member = { id: string; person: string; name: string; role: string };

/** Evaluators of a meeting who judge; the secretary (간사) only writes. */
export const membersOf = (read: Reader, committee: string): Member[] => read.all<Member>(
  `SELECT e.id, e.person, coalesce(p.name, '(상위 기록 미도착)') AS name, e.role FROM evaluator e LEFT JOIN person p ON p.id = e.person WHERE e.committee = ? AND e._del = 0 AND e.role <> 'secretary'`, [committee]);

export type Entry = { id: string; task: string; title: string; status: string; decision: string | null };

/** Tasks before a meeting in their order. */
export const entriesOf = (read: Reader, committee: string): Entry[] => read.all<Entry>(
  `SELECT c.id, c.task, coalesce(t.title, '(상위 기록 미도착)') AS title, coalesce(t.status, '') AS status, c.decision FROM committee_task c LEFT JOIN task t ON t.id = c.task
   WHERE c.committee = ? AND c._del = 0 ORDER BY c.order_no IS NULL, c.order_no, c.n`, [committee]);

/** A postponed task waits for another decision, as one that was not looked at. */
export const isDecided = (decision: string | null): boolean => decision !== null && decision !== 'postponed';
