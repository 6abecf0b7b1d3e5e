/** 사후관리: years whose results wait to be entered. Apart from the rest of the screen: everybody's are counted over every task that is over. */
import { keptWhile } from '../kernel/kept.ts';
import { query } from '../kernel/query.ts';
import { mostOverdue, namedLines, waitingYears, type DueLine } from '../outcomes/due-years.ts';

/** The most overdue first; `count` counts also what is not listed. */
export type FollowUps = { count: number; overdue: number; lines: DueLine[] };

const few = 8;

const counted = keptWhile(
  ['task.*', 'task.status', 'task.completed_on', 'task.coordinator', 'task._del', 'task_step', 'performance', 'period_rule'],
  (read, whose: { person: string | null; today: string }) => {
    const waiting = waitingYears(read, whose);
    return { count: waiting.length, overdue: waiting.filter(({ state }) => state === 'overdue').length, first: mostOverdue(waiting, few) };
  });

/** Of one coordinator, or of all (null). */
export const followUpsQuery = query('today.follow-ups', (read, whose: { person: string | null; today: string }, context): FollowUps => {
  const { first, ...counts } = counted(read, whose, context);
  return { ...counts, lines: namedLines(read, first) };
}, { lane: 'long' });
