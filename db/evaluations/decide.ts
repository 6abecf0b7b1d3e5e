/** What a meeting decides of its tasks: written to the list and carried to the tasks, in one undo step. */
import { Refusal, type Problem } from '../errors.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { decisions as decisionChoices } from '../reference/choices/evaluation.ts';
import { moveTask } from '../tasks/move.ts';
import { committeeTask } from './fields.ts';
import { entriesOf, isDecided, openMeeting, type Entry, type Meeting } from './meeting.ts';
import { recuseConflicts } from './recuse.ts';

export type Decision = {
  task: string;
  decision: string;
  /** Won granted, for a selected task. */
  amount?: number | null | undefined;
  conditions?: string | null | undefined;
  reason?: string | null | undefined;
};

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

/** What a decision still lacks. */
const lacking = (read: Reader, meeting: Meeting, entry: Entry | undefined, one: Decision): Problem[] => {
  const say = (field: string, value: unknown, message: string): Problem => ({ field, value, message });
  if (!entry) return [say('task', one.task, '이 회의에 없는 과제입니다.')];
  if (!decisionChoices.some((choice) => choice.code === one.decision)) return [say('decision', one.decision, '선정·탈락·보완·보류 가운데 하나를 골라 주세요.')];
  if (isDecided(entry.decision)) return [say('decision', entry.decision, '이미 결정했습니다. 바꾸려면 먼저 그 결정을 실행 취소해 주세요.')];
  if (one.decision === 'postponed') return [];
  const counting = read.value<number>(
    `SELECT count(*) FROM score s JOIN evaluator e ON e.committee = s.committee AND e.person = s.person AND e._del = 0 AND e.role <> 'secretary'
     WHERE s.committee = ? AND s.task = ? AND s.score IS NOT NULL AND s.is_recused IS NOT 1 AND s._del = 0`, [meeting.id, one.task]) ?? 0;
  return [
    ...(counting === 0 ? [say('score', null, '제척되지 않은 위원의 점수가 없습니다. 점수를 먼저 입력해 주세요.')] : []),
    ...(one.decision === 'selected' && (one.amount ?? null) === null ? [say('amount', one.amount ?? null, '선정 금액을 입력해 주세요. 없으면 0을 씁니다.')] : []),
    ...(one.decision === 'selected' && isBlank(one.conditions) ? [say('conditions', null, '선정 조건을 입력해 주세요. 없으면 ‘없음’이라고 씁니다.')] : []),
    ...(one.decision !== 'selected' && isBlank(one.reason) ? [say('reason', null, one.decision === 'rejected' ? '탈락 사유를 입력해 주세요.' : '보완할 내용을 입력해 주세요.')] : []),
  ];
};

/** Carries a decision to the task. @throws Refusal as `moveTask` */
const carry = (tx: Tx, meeting: Meeting, one: Decision): void => {
  const [on, reason] = [meeting.held_on, one.reason ?? null];
  if (one.decision === 'selected') moveTask(tx, one.task, { to: 'selected', on, reason, values: { decided_on: on, committee: meeting.id, decided_by: null, granted: one.amount ?? null, conditions: one.conditions ?? null } });
  if (one.decision === 'rejected') moveTask(tx, one.task, { to: 'rejected', on, reason, values: { decided_on: on, committee: meeting.id, decided_by: null } });
  if (one.decision === 'supplement') moveTask(tx, one.task, { to: 'planning', on, reason: `보완: ${one.reason ?? ''}` });
};

/**
 * Decides tasks of a meeting: selected (amount, conditions), rejected or to be supplemented (reason), postponed (the task stays
 * where it is). All of them, or none.
 * @throws Refusal `invalid`; each detail is `<task>.<field>` and says which task lacks what
 */
export const decide = (tx: Tx, committee: string, wanted: readonly Decision[]): void => {
  const meeting = openMeeting(tx.read, committee);
  // A body that joined after the scores were given puts its people aside now, before they are counted.
  recuseConflicts(tx, committee);
  const entries = new Map(entriesOf(tx.read, committee).map((one) => [one.task, one]));
  allOrNone(wanted, (one) => {
    const entry = entries.get(one.task);
    const missing = lacking(tx.read, meeting, entry, one);
    if (!entry || missing.length > 0) throw new Refusal('invalid', missing[0]?.message ?? '', missing);
    carry(tx, meeting, one);
    tx.change(committeeTask, entry.id, {
      decision: one.decision, amount: one.decision === 'selected' ? (one.amount ?? null) : null,
      conditions: one.decision === 'selected' ? (one.conditions ?? null) : null, reason: isBlank(one.reason) ? null : (one.reason ?? null),
    });
  }, {
    named: (problem, one) => ({ ...problem, field: `${one.task}.${problem.field}`, message: `${entries.get(one.task)?.title ?? one.task}: ${problem.message}` }),
    told: (tasks, problems) => (problems === 1 ? '' : `과제 ${tasks}건에서 ${problems}가지가 맞지 않아 아무것도 결정하지 않았습니다.`),
  });
};
