/** Small tasks (domain.md R1): the lead coordinator decides alone, below the threshold of the period. */
import { Refusal, type Problem } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { formatWonLong } from '../korean/read-won.ts';
import { withParticle } from '../korean/particle.ts';
import { periodRuleOn, ruleDayOf } from '../program/rules.ts';
import { moveTask } from '../tasks/move.ts';
import { conflictsBetween } from './conflict.ts';

/** What a lead coordinator can make of a task. */
export const smallDecisions = ['selected', 'rejected', 'direct-done'] as const;

export type SmallDecision = {
  task: string;
  /** The lead coordinator. */
  person: string;
  decision: (typeof smallDecisions)[number];
  /** `YYYY-MM-DD` */
  on: string;
  /** Kept as the reason of the task's step. */
  opinion: string;
  /** Won, for a selected task. */
  amount?: number | null | undefined;
  conditions?: string | null | undefined;
  /** Session in which it was solved, for 현장해결. */
  solvedSession?: string | null | undefined;
};

type Row = { title: string; route: string | null; program_year: number | null; found_on: string | null; decided_on: string | null };

const taskAt = (read: Reader, id: string): Row => {
  const row = read.get<Row>('SELECT title, route, program_year, found_on, decided_on FROM task WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: 'task', value: id, message: id }]);
  return row;
};

/** Won below which the lead coordinator decides on a task on a day; null when the period has no small route. */
export const smallTaskBelow = (read: Reader, task: string, on: string): number | null => {
  const row = taskAt(read, task);
  return periodRuleOn(read, ruleDayOf({ ...row, decided_on: on }) ?? on).small_task_below;
};

const problemsOf = (read: Reader, row: Row, one: SmallDecision): Problem[] => {
  const person = read.get<{ name: string; roles: string | null }>('SELECT name, roles FROM person WHERE id = ? AND _del = 0', [one.person]);
  const below = smallTaskBelow(read, one.task, one.on);
  // The lead coordinator may well coordinate the task; only a body of one's own stands in the way.
  const conflict = conflictsBetween(read, [one.person], [one.task], one.on, null).find((each) => each.role !== 'coordinator');
  const isSelected = one.decision === 'selected';
  const amount = one.amount ?? null;
  return [
    ...(row.route === 'lead-coordinator' ? [] : [{ field: 'route', value: row.route, message: '심의 경로가 수석코디네이터(소액)인 과제만 정할 수 있습니다. 과제의 심의 경로를 확인해 주세요.' }]),
    ...(!person ? [{ field: 'person', value: one.person, message: '결정한 수석코디네이터를 골라 주세요.' }]
      : (person.roles ?? '').split(',').includes('lead-coordinator') ? [] : [{ field: 'person', value: one.person, message: `${withParticle(person.name, '은/는')} 수석코디네이터가 아닙니다. 사람의 역할에 수석코디네이터를 더하거나 다른 사람을 골라 주세요.` }]),
    ...(conflict ? [{ field: 'person', value: one.person, message: conflict.reason.replace(' 위원', '') }] : []),
    ...(one.opinion.trim() === '' ? [{ field: 'opinion', value: null, message: '심의 의견을 적어 주세요.' }] : []),
    ...(isSelected && below === null ? [{ field: 'route', value: row.route, message: '이 기간에는 소액 경로가 없습니다. 심의 경로를 위원회로 바꿔 주세요.' }] : []),
    ...(isSelected && amount === null ? [{ field: 'amount', value: null, message: '선정 금액을 입력해 주세요. 없으면 0을 씁니다.' }] : []),
    ...(isSelected && amount !== null && below !== null && amount >= below ? [{ field: 'amount', value: amount, message: `수석코디네이터는 ${formatWonLong(below)} 미만만 정할 수 있습니다. 금액을 줄이거나 심의 경로를 위원회로 바꿔 주세요.` }] : []),
    ...(isSelected && (one.conditions ?? '').trim() === '' ? [{ field: 'conditions', value: null, message: '선정 조건을 입력해 주세요. 없으면 ‘없음’이라고 씁니다.' }] : []),
  ];
};

/** Decides on a small task and moves it. @throws Refusal `not-found`, `invalid` by field, and as `moveTask` */
export const decideSmall = (tx: Tx, one: SmallDecision): void => {
  const row = taskAt(tx.read, one.task);
  const problems = problemsOf(tx.read, row, one);
  if (problems.length > 0) throw new Refusal('invalid', `${row.title}: ${problems[0]?.message ?? ''}`, problems);
  const move = { to: one.decision, on: one.on, reason: one.opinion };
  const by = { decided_by: one.person, committee: null };
  if (one.decision === 'selected') moveTask(tx, one.task, { ...move, values: { ...by, decided_on: one.on, granted: one.amount ?? null, conditions: one.conditions ?? null } });
  else if (one.decision === 'rejected') moveTask(tx, one.task, { ...move, values: { ...by, decided_on: one.on } });
  else moveTask(tx, one.task, { ...move, values: { ...by, completed_on: one.on, ...(one.solvedSession ? { solved_session: one.solvedSession } : {}) } });
};
