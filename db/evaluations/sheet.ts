/** Everything of one evaluation meeting: its tasks with mean and rank, evaluators, scores, conflicts, statistics. */
import { query } from '../kernel/query.ts';
import { readRecord, type Shown } from '../kernel/record-api.ts';
import type { Reader } from '../kernel/reader.ts';
import { conflictsBetween, type Conflict } from './conflict.ts';
import { committee } from './fields.ts';
import { meanOf, percentOf, ranksOf, spreadOf, writeMean, type Mean } from './score.ts';

export type SheetTask = {
  task: string; title: string; task_no: string | null; status: string; lead_org: string | null; lead_name: string | null; coordinator_name: string | null;
  support_type: string | null; requested: number | null;
  decision: string | null; amount: number | null; conditions: string | null; reason: string | null;
  /** Mean of the scores that count, one decimal; null without any. */
  mean: string | null; low: string | null; high: string | null; scored: number; recused: number; rank: number | null;
};
export type SheetEvaluator = { id: string; person: string; name: string; organisation: string | null; organisation_name: string | null; position: string | null; role: string };
export type SheetScore = { task: string; person: string; score: string | null; opinion: string | null; is_recused: number; recusal_reason: string | null };

/** 통계: reviewed = decided and not postponed; the rate (R8) is selected of reviewed in percent with one decimal. */
export type Statistics = {
  tasks: number; reviewed: number; selected: number; rejected: number; supplement: number; postponed: number; undecided: number; rate: string | null;
  /** Won asked for by all tasks, and granted to the selected ones. */
  requested: number; granted: number;
};

export type Sheet = { meeting: Shown<typeof committee.fields>; tasks: SheetTask[]; evaluators: SheetEvaluator[]; scores: SheetScore[]; conflicts: Conflict[]; statistics: Statistics };

type Row = Omit<SheetTask, 'mean' | 'low' | 'high' | 'scored' | 'recused' | 'rank'>;

export const statisticsOf = (tasks: readonly Pick<SheetTask, 'decision' | 'amount' | 'requested'>[]): Statistics => {
  const of = (decision: string | null): number => tasks.filter((one) => one.decision === decision).length;
  const [selected, rejected, supplement] = [of('selected'), of('rejected'), of('supplement')];
  const reviewed = selected + rejected + supplement;
  return {
    tasks: tasks.length, reviewed, selected, rejected, supplement, postponed: of('postponed'), undecided: of(null), rate: percentOf(selected, reviewed),
    requested: tasks.reduce((sum, one) => sum + (one.requested ?? 0), 0),
    granted: tasks.reduce((sum, one) => sum + (one.decision === 'selected' ? (one.amount ?? 0) : 0), 0),
  };
};

const evaluatorsOf = (read: Reader, id: string): SheetEvaluator[] => read.all<SheetEvaluator>(
  `SELECT e.id, e.person, coalesce(p.name, '(상위 기록 미도착)') AS name, e.organisation, o.name AS organisation_name, p.position, e.role
   FROM evaluator e LEFT JOIN person p ON p.id = e.person LEFT JOIN organisation o ON o.id = e.organisation WHERE e.committee = ? AND e._del = 0
   ORDER BY CASE e.role WHEN 'chair' THEN 0 WHEN 'evaluator' THEN 1 ELSE 2 END, e.n`, [id]);

const rowsOf = (read: Reader, id: string): Row[] => read.all<Row>(
  `SELECT c.task, coalesce(t.title, '(상위 기록 미도착)') AS title, t.task_no, coalesce(t.status, '') AS status, t.lead_org, o.name AS lead_name, w.name AS coordinator_name,
     t.support_type, coalesce(t.fund_national, t.planned_cost) AS requested, c.decision, c.amount, c.conditions, c.reason
   FROM committee_task c LEFT JOIN task t ON t.id = c.task LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person w ON w.id = t.coordinator
   WHERE c.committee = ? AND c._del = 0 ORDER BY c.order_no IS NULL, c.order_no, c.n`, [id]);

/** Scores that count: of evaluators still there, not recused, not in conflict. */
export const countingScores = (scores: readonly SheetScore[], evaluators: readonly Pick<SheetEvaluator, 'person' | 'role'>[], conflicts: readonly Pick<Conflict, 'task' | 'person'>[], task: string): string[] => {
  const judges = new Set(evaluators.filter((one) => one.role !== 'secretary').map((one) => one.person));
  for (const one of conflicts) if (one.task === task) judges.delete(one.person);
  return scores.flatMap((one) => (one.task === task && one.score !== null && one.is_recused !== 1 && judges.has(one.person) ? [one.score] : []));
};

/** @throws Refusal `not-found` */
export const sheetOf = (read: Reader, id: string): Sheet => {
  const meeting = readRecord(read, committee, id);
  const [rows, evaluators] = [rowsOf(read, id), evaluatorsOf(read, id)];
  const scores = read.all<SheetScore>('SELECT task, person, score, opinion, coalesce(is_recused, 0) AS is_recused, recusal_reason FROM score WHERE committee = ? AND _del = 0', [id]);
  const judges = evaluators.filter((one) => one.role !== 'secretary').map((one) => one.person);
  const open = rows.filter((one) => one.decision === null || one.decision === 'postponed').map((one) => one.task);
  // What was decided stays as it was judged: a conflict that came up later is no part of it.
  const conflicts = meeting.values.status === 'closed' ? [] : conflictsBetween(read, judges, open, meeting.values.held_on, id);
  const counted = rows.map((row) => countingScores(scores, evaluators, conflicts, row.task));
  const means: (Mean | null)[] = counted.map(meanOf);
  const ranks = ranksOf(means);
  const tasks = rows.map((row, index): SheetTask => {
    const [mean, spread] = [means[index] ?? null, spreadOf(counted[index] ?? [])];
    const recused = new Set([...scores.filter((one) => one.task === row.task && one.is_recused === 1).map((one) => one.person), ...conflicts.filter((one) => one.task === row.task).map((one) => one.person)]);
    return { ...row, mean: mean && writeMean(mean), low: spread?.low ?? null, high: spread?.high ?? null, scored: counted[index]?.length ?? 0, recused: recused.size, rank: ranks[index] ?? null };
  });
  return { meeting, tasks, evaluators, scores, conflicts, statistics: statisticsOf(tasks) };
};

export const sheetQuery = query('evaluation.sheet', (read, input: { id: string }): Sheet => sheetOf(read, input.id));
