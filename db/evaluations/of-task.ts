/** 심의 of one task: every meeting it was before with scores and opinions, and who decided without a meeting. */
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { conflictsBetween } from './conflict.ts';
import { smallTaskBelow } from './decide-small.ts';
import { isDecided } from './meeting.ts';
import { meanOf, spreadOf, writeMean } from './score.ts';
import { countingScores, type SheetScore } from './sheet.ts';

export type TaskScore = SheetScore & { name: string; organisation_name: string | null; role: string };

export type TaskMeeting = {
  committee: string; name: string; kind: string; held_on: string; status: string;
  decision: string | null; amount: number | null; conditions: string | null; reason: string | null;
  mean: string | null; low: string | null; high: string | null;
  /** Every evaluator of the meeting, whether or not anything was said. */
  scores: TaskScore[];
};

export type TaskEvaluations = {
  status: string; route: string | null;
  meetings: TaskMeeting[];
  /** Decided by a lead coordinator: who, when, how much. The opinion is the reason of the step. */
  small: { person: string; name: string | null; on: string | null; granted: number | null; conditions: string | null; opinion: string | null } | null;
  /** Won below which a lead coordinator decides now; null when the period has no small route. */
  smallBelow: number | null;
};

const stepStates = "('selected', 'rejected', 'direct-done')";

/** Newest meeting first. @throws Refusal `not-found` */
export const evaluationsOfTask = (read: Reader, task: string, today: string = dayOf(Date.now())): TaskEvaluations => {
  const smallBelow = smallTaskBelow(read, task, today);
  const row = read.get<{ status: string; route: string | null; decided_by: string | null; decided_on: string | null; completed_on: string | null; granted: number | null; conditions: string | null }>(
    'SELECT status, route, decided_by, decided_on, completed_on, granted, conditions FROM task WHERE id = ?', [task]);
  const meetings = read.all<Omit<TaskMeeting, 'mean' | 'low' | 'high' | 'scores'>>(
    `SELECT c.committee, m.name, m.kind, m.held_on, m.status, c.decision, c.amount, c.conditions, c.reason FROM committee_task c JOIN committee m ON m.id = c.committee AND m._del = 0
     WHERE c.task = ? AND c._del = 0 ORDER BY m.held_on DESC, m.n DESC LIMIT 200`, [task]);
  return {
    status: row?.status ?? '', route: row?.route ?? null, smallBelow,
    meetings: meetings.map((meeting) => {
      const scores = read.all<TaskScore>(
        `SELECT e.person, :task AS task, coalesce(p.name, '(상위 기록 미도착)') AS name, o.name AS organisation_name, e.role, s.score, s.opinion, coalesce(s.is_recused, 0) AS is_recused, s.recusal_reason
         FROM evaluator e LEFT JOIN person p ON p.id = e.person LEFT JOIN organisation o ON o.id = e.organisation
         LEFT JOIN score s ON s.committee = e.committee AND s.person = e.person AND s.task = :task AND s._del = 0
         WHERE e.committee = :committee AND e._del = 0 AND e.role <> 'secretary' ORDER BY CASE e.role WHEN 'chair' THEN 0 ELSE 1 END, e.n`, { task, committee: meeting.committee });
      const conflicts = isDecided(meeting.decision) ? [] : conflictsBetween(read, scores.map((one) => one.person), [task], meeting.held_on, meeting.committee);
      const counted = countingScores(scores, scores, conflicts, task);
      const [mean, spread] = [meanOf(counted), spreadOf(counted)];
      return { ...meeting, mean: mean && writeMean(mean), low: spread?.low ?? null, high: spread?.high ?? null, scores };
    }),
    small: row?.decided_by ? {
      person: row.decided_by, name: read.value<string>('SELECT name FROM person WHERE id = ?', [row.decided_by]) ?? null, on: row.decided_on ?? row.completed_on, granted: row.granted, conditions: row.conditions,
      opinion: read.value<string>(`SELECT reason FROM task_step WHERE task = ? AND _del = 0 AND to_status IN ${stepStates} ORDER BY n DESC LIMIT 1`, [task]) ?? null,
    } : null,
  };
};
