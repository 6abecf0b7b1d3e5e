/** A meeting from its making to its closing. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { committee, committeeTask, evaluator, score } from './fields.ts';
import { entriesOf, isDecided, meetingAt, openMeeting } from './meeting.ts';
import { settleDay } from './members.ts';

export type CommitteeValues = Values<typeof committee.fields>;

/** Makes a meeting, planned. @throws Refusal `invalid` */
export const holdMeeting = (tx: Tx, values: Partial<CommitteeValues>): string => tx.create(committee, { ...values, status: 'planned' });

/** After a change of a meeting's own fields: closing has its own command, and its day is the day of its decisions. @throws Refusal `invalid` */
export const settleChange = (tx: Tx, id: string, patch: Partial<CommitteeValues>): void => {
  if ('status' in patch) throw new Refusal('invalid', '마감과 마감 풀기는 단추로만 할 수 있습니다.', [{ field: 'status', value: patch.status, message: '마감 단추를 쓰세요.' }]);
  if (patch.held_on === undefined || patch.held_on === null) return;
  openMeeting(tx.read, id);
  if (entriesOf(tx.read, id).some((one) => isDecided(one.decision))) throw new Refusal('invalid', '개최일은 결정일이 됩니다. 이미 결정한 과제가 있어 바꿀 수 없습니다. 결정을 실행 취소한 뒤 바꿔 주세요.', [{ field: 'held_on', value: patch.held_on, message: '결정한 과제가 있습니다.' }]);
  settleDay(tx, id, patch.held_on);
};

/** Closes a meeting: scores, evaluators and decisions stay as they are. @throws Refusal `invalid`, each undecided task named */
export const closeMeeting = (tx: Tx, id: string): void => {
  openMeeting(tx.read, id);
  const entries = entriesOf(tx.read, id);
  const undecided = entries.filter((one) => one.decision === null);
  if (entries.length === 0) throw new Refusal('invalid', '올린 과제가 없어 마감할 수 없습니다. 과제를 올리고 결정한 뒤 마감해 주세요.', [{ field: 'tasks', value: 0, message: '올린 과제가 없습니다.' }]);
  if (undecided.length > 0) throw new Refusal('invalid', `결정하지 않은 과제가 ${undecided.length}건 있어 마감할 수 없습니다. 결정하거나 회의에서 빼 주세요.`, undecided.map((one) => ({ field: `${one.task}.decision`, value: null, message: `${one.title}: 아직 결정하지 않았습니다.` })));
  tx.change(committee, id, { status: 'closed' });
};

/** Takes the closing back. @throws Refusal `invalid` when it is not closed */
export const reopenMeeting = (tx: Tx, id: string): void => {
  if (meetingAt(tx.read, id).status !== 'closed') throw new Refusal('invalid', '마감하지 않은 평가회의입니다.', [{ field: 'status', value: 'planned', message: '마감하지 않았습니다.' }]);
  tx.change(committee, id, { status: 'planned' });
};

/** Takes a meeting away with its list, evaluators and scores. @throws Refusal `invalid` once it has decided something */
export const removeMeeting = (tx: Tx, id: string): void => {
  openMeeting(tx.read, id);
  const decided = entriesOf(tx.read, id).find((one) => isDecided(one.decision));
  if (decided) throw new Refusal('invalid', `이 회의에서 결정한 과제가 있어 삭제할 수 없습니다: ${decided.title}`, [{ field: 'decision', value: decided.decision, message: '결정한 과제가 있습니다.' }]);
  for (const type of [score, committeeTask, evaluator] as const) {
    for (const row of tx.read.column<string>(`SELECT id FROM ${type.table} WHERE committee = ? AND _del = 0`, [id])) tx.remove(type, row);
  }
  tx.remove(committee, id);
};
