/** The evaluators of a meeting, with the organisation each belonged to on its day. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import type { Conflict } from './conflict.ts';
import { evaluator, score } from './fields.ts';
import { openMeeting } from './meeting.ts';
import { recuseConflicts } from './recuse.ts';

/** Where a person worked on a day: by the history of affiliations, the latest beginning first; else where the person works now. */
export const organisationOn = (read: Reader, person: string, day: string): string | null =>
  read.value<string>(
    `SELECT coalesce((SELECT a.organisation FROM affiliation a WHERE a.person = p.id AND a._del = 0 AND coalesce(a.from_on, '') <= :day AND coalesce(a.to_on, '9999') >= :day
       ORDER BY coalesce(a.from_on, '') DESC, a.n DESC LIMIT 1), p.organisation) FROM person p WHERE p.id = :person`, { person, day }) ?? null;

/**
 * Adds evaluators and marks the conflicts this brings. One who is there already stays as is.
 * @throws Refusal `not-found`, `invalid`
 */
export const addEvaluators = (tx: Tx, committee: string, persons: readonly string[], role = 'evaluator'): Conflict[] => {
  const meeting = openMeeting(tx.read, committee);
  const there = new Set(tx.read.column<string>('SELECT person FROM evaluator WHERE committee = ? AND _del = 0', [committee]));
  const fresh = [...new Set(persons)].filter((id) => !there.has(id));
  for (const person of fresh) {
    if (tx.read.value<number>('SELECT 1 FROM person WHERE id = ? AND _del = 0', [person]) !== 1) throw new Refusal('not-found', '위원으로 넣을 사람을 찾을 수 없습니다. 목록에서 다시 골라 주세요.', [{ field: 'person', value: person, message: '없는 사람입니다.' }]);
    tx.create(evaluator, { committee, person, organisation: organisationOn(tx.read, person, meeting.held_on), role }, relationId('evaluator', committee, person));
  }
  return recuseConflicts(tx, committee).filter((one) => fresh.includes(one.person));
};

/** Changes the role or the written organisation of an evaluator. @throws Refusal `invalid`, `conflict` */
export const changeEvaluator = (tx: Tx, id: string, patch: { role?: string | undefined; organisation?: string | null | undefined }): Conflict[] => {
  const row = tx.read.get<{ committee: string; person: string }>('SELECT committee, person FROM evaluator WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '위원을 찾을 수 없습니다. 목록을 새로 고쳐 주세요.', [{ field: 'id', value: id, message: id }]);
  openMeeting(tx.read, row.committee);
  if (patch.role === 'secretary' && tx.read.value<number>('SELECT count(*) FROM score WHERE committee = ? AND person = ? AND score IS NOT NULL AND is_recused IS NOT 1 AND _del = 0', [row.committee, row.person])) {
    throw new Refusal('invalid', '점수를 준 위원은 간사가 될 수 없습니다. 점수를 지운 뒤 바꿔 주세요.', [{ field: 'role', value: 'secretary', message: '점수를 준 위원입니다.' }]);
  }
  tx.change(evaluator, id, { ...(patch.role === undefined ? {} : { role: patch.role }), ...(patch.organisation === undefined ? {} : { organisation: patch.organisation }) });
  return recuseConflicts(tx, row.committee).filter((one) => one.person === row.person);
};

/** Takes an evaluator off, with the scores given. @throws Refusal `invalid` when a decision rests on one of them */
export const removeEvaluator = (tx: Tx, id: string): void => {
  const row = tx.read.get<{ committee: string; person: string }>('SELECT committee, person FROM evaluator WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '위원을 찾을 수 없습니다. 목록을 새로 고쳐 주세요.', [{ field: 'id', value: id, message: id }]);
  openMeeting(tx.read, row.committee);
  const scores = tx.read.all<{ id: string; counts: number; title: string | null }>(
    `SELECT s.id, s.score IS NOT NULL AND s.is_recused IS NOT 1 AND c.decision IN ('selected', 'rejected', 'supplement') AS counts, t.title FROM score s
     LEFT JOIN committee_task c ON c.committee = s.committee AND c.task = s.task AND c._del = 0 LEFT JOIN task t ON t.id = s.task
     WHERE s.committee = ? AND s.person = ? AND s._del = 0`, [row.committee, row.person]);
  const used = scores.find((one) => one.counts === 1);
  if (used) throw new Refusal('invalid', `이 위원의 점수로 이미 결정한 과제가 있습니다: ${used.title ?? ''}. 결정을 실행 취소한 뒤 빼 주세요.`, [{ field: 'person', value: row.person, message: '결정에 쓰인 점수가 있습니다.' }]);
  for (const one of scores) tx.remove(score, one.id);
  tx.remove(evaluator, id);
};

/** After the day of a meeting has moved: who belonged where on the new day, and what conflicts that makes. */
export const settleDay = (tx: Tx, committee: string, day: string): void => {
  for (const row of tx.read.all<{ id: string; person: string }>('SELECT id, person FROM evaluator WHERE committee = ? AND _del = 0', [committee])) {
    tx.change(evaluator, row.id, { organisation: organisationOn(tx.read, row.person, day) });
  }
  recuseConflicts(tx, committee);
};
