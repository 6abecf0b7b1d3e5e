/** What one evaluator has said of one task, and why nothing more can be said. */
import { recusalIn } from '../../../db/evaluations/score.ts';
import type { Sheet, SheetEvaluator, SheetScore, SheetTask } from '../../../db/evaluations/api.ts';

export const saidOf = (sheet: Sheet, task: string, person: string): SheetScore | null => sheet.scores.find((one) => one.task === task && one.person === person) ?? null;

/** Why an evaluator may not judge a task: a conflict of interest, or stepping aside. */
export const recusalOf = (sheet: Sheet, task: string, person: string): { kind: '제척' | '회피'; reason: string } | null => {
  const conflict = sheet.conflicts.find((one) => one.task === task && one.person === person);
  if (conflict) return { kind: '제척', reason: conflict.reason };
  const said = saidOf(sheet, task, person);
  return said?.is_recused === 1 ? recusalIn(said.recusal_reason) : null;
};

/** Why a cell takes no score, in a sentence; null when it does. */
export const whyClosed = (sheet: Sheet, task: SheetTask, judge: SheetEvaluator): string | null => {
  const recusal = recusalOf(sheet, task.task, judge.person);
  if (recusal) return `${recusal.kind}: ${recusal.reason}`;
  return task.decision !== null && task.decision !== 'postponed' ? '이미 결정한 과제입니다.' : null;
};
