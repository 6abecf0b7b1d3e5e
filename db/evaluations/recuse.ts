/** 제척·회피: who does not judge which task of a meeting, and why. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { conflictsBetween, type Conflict } from './conflict.ts';
import { score } from './fields.ts';
import { byOwnWish } from './score.ts';
import { entriesOf, isDecided, membersOf, openMeeting } from './meeting.ts';

/** Id of what one evaluator says of one task in one meeting. */
export const scoreId = (committee: string, task: string, person: string): string => relationId('score', committee, task, person);

type Said = { score?: string | null; opinion?: string | null; is_recused?: number; recusal_reason?: string | null };

/** Writes what an evaluator says of a task. A row that was taken away begins anew, without its old opinion. */
export const say = (tx: Tx, committee: string, task: string, person: string, said: Said, was?: Said): void => {
  const id = scoreId(committee, task, person);
  const isThere = tx.read.value<number>('SELECT 1 FROM score WHERE id = ? AND _del = 0', [id]) === 1;
  if (isThere) tx.change(score, id, said, was);
  else tx.create(score, { score: null, opinion: null, is_recused: 0, recusal_reason: null, ...said, committee, task, person }, id);
};

const recuse = (tx: Tx, committee: string, task: string, person: string, reason: string): void =>
  say(tx, committee, task, person, { score: null, is_recused: 1, recusal_reason: reason.slice(0, 300) });

/**
 * Marks every conflict between the evaluators and the undecided tasks of a meeting as recused; a score already given no longer counts.
 * @returns all conflicts there are now
 */
export const recuseConflicts = (tx: Tx, committee: string): Conflict[] => {
  const meeting = openMeeting(tx.read, committee);
  const tasks = entriesOf(tx.read, committee).filter((one) => !isDecided(one.decision)).map((one) => one.task);
  const conflicts = conflictsBetween(tx.read, membersOf(tx.read, committee).map((one) => one.person), tasks, meeting.held_on, committee);
  const marked = new Set(tx.read.column<string>('SELECT id FROM score WHERE committee = ? AND is_recused = 1 AND score IS NULL AND _del = 0', [committee]));
  for (const one of conflicts) {
    if (!marked.has(scoreId(committee, one.task, one.person))) recuse(tx, committee, one.task, one.person, one.reason);
  }
  return conflicts;
};

/** An evaluator steps aside by own wish (회피). @throws Refusal `invalid` without a reason */
export const stepAside = (tx: Tx, committee: string, task: string, person: string, reason: string): void => {
  openMeeting(tx.read, committee);
  if (reason.trim() === '') throw new Refusal('invalid', '회피 사유를 적어 주세요.', [{ field: 'recusal_reason', value: reason, message: '회피 사유를 적어 주세요.' }]);
  recuse(tx, committee, task, person, byOwnWish(reason));
};

/** Takes a recusal back. @throws Refusal `invalid` while there is a conflict */
export const stepBack = (tx: Tx, committee: string, task: string, person: string): void => {
  const meeting = openMeeting(tx.read, committee);
  const [conflict] = conflictsBetween(tx.read, [person], [task], meeting.held_on, committee);
  if (conflict) throw new Refusal('invalid', `제척을 풀 수 없습니다. ${conflict.reason}`, [{ field: `${task}.${person}`, value: null, message: conflict.reason }]);
  say(tx, committee, task, person, { is_recused: 0, recusal_reason: null });
};
