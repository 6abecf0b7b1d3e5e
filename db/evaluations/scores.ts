/** Scores and opinions: one evaluator on one task. */
import { Refusal, type Problem } from '../errors.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { conflictsBetween } from './conflict.ts';
import { entriesOf, isDecided, membersOf, openMeeting } from './meeting.ts';
import { say, scoreId } from './recuse.ts';
import { recusalIn } from './score.ts';

/** A score to write; `was` is what its author saw there. Null clears it. */
export type ScoreCell = { task: string; person: string; score: string | null; was?: string | null | undefined };

const recusalOf = (kept: string): string => { const { kind, reason } = recusalIn(kept); return `${kind}: ${reason.replace(/[.\s]*$/, '')}.`; };

type Judge = (task: string, person: string) => Problem | null;

/** Whether a person may say something of a task in a meeting, and why not. */
const judgeOf = (read: Reader, committee: string, tasks: readonly string[], persons: readonly string[]): Judge => {
  const meeting = openMeeting(read, committee);
  const entries = new Map(entriesOf(read, committee).map((one) => [one.task, one]));
  const members = new Set(membersOf(read, committee).map((one) => one.person));
  const recused = new Map(read.all<{ task: string; person: string; reason: string | null }>(
    'SELECT task, person, recusal_reason AS reason FROM score WHERE committee = ? AND is_recused = 1 AND _del = 0', [committee]).map((one) => [`${one.task} ${one.person}`, one.reason ?? '']));
  const conflicts = new Map(conflictsBetween(read, persons, tasks, meeting.held_on, committee).map((one) => [`${one.task} ${one.person}`, one.reason]));
  return (task, person) => {
    const entry = entries.get(task);
    const key = `${task} ${person}`;
    const why = !entry ? '이 회의에 없는 과제입니다.'
      : !members.has(person) ? '이 회의에서 점수를 주는 위원이 아닙니다. 위원으로 넣어 주세요. 간사는 점수를 주지 않습니다.'
      : isDecided(entry.decision) ? `${entry.title}: 이미 결정한 과제입니다. 결정을 실행 취소한 뒤 고쳐 주세요.`
      : conflicts.has(key) ? `제척: ${conflicts.get(key) ?? ''}`
      : recused.has(key) ? `${recusalOf(recused.get(key) ?? '')} 점수를 주려면 먼저 풀어 주세요.` : null;
    return why === null ? null : { field: `${task}.${person}`, value: null, message: why };
  };
};

/**
 * Writes scores: all of them, or none and each refused cell named `<task>.<person>`.
 * @throws Refusal `invalid` (no evaluator, recused, in conflict, decided, no score), `conflict` when somebody else has changed one meanwhile
 */
export const putScores = (tx: Tx, committee: string, cells: readonly ScoreCell[]): void => {
  const judge = judgeOf(tx.read, committee, [...new Set(cells.map((one) => one.task))], [...new Set(cells.map((one) => one.person))]);
  allOrNone(cells, ({ task, person, score, was }) => {
    const why = judge(task, person);
    if (why) throw new Refusal('invalid', why.message, [why]);
    const isThere = tx.read.value<number>('SELECT 1 FROM score WHERE id = ? AND _del = 0', [scoreId(committee, task, person)]) === 1;
    if (isThere || score !== null) say(tx, committee, task, person, { score }, was === undefined ? undefined : { score: was });
  }, {
    named: ({ message }, { task, person, score }) => ({ field: `${task}.${person}`, value: score, message }),
    told: (_cells, problems) => (problems === 1 ? '' : `${problems}칸을 넣을 수 없어 아무것도 바꾸지 않았습니다.`),
    mayConflict: true,
  });
};

/** Writes an opinion (null clears it). @throws Refusal as `putScores` */
export const putOpinion = (tx: Tx, committee: string, task: string, person: string, opinion: string | null, was?: string | null): void => {
  const why = judgeOf(tx.read, committee, [task], [person])(task, person);
  if (why) throw new Refusal('invalid', why.message, [why]);
  say(tx, committee, task, person, { opinion }, was === undefined ? undefined : { opinion: was });
};
