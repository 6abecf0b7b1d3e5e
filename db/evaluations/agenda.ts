/** The tasks before a meeting: which may come, in which order. */
import { query } from '../kernel/query.ts';
import { Refusal, type Problem } from '../errors.ts';
import { labelOf } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { task as taskType } from '../tasks/fields.ts';
import type { Conflict } from './conflict.ts';
import { committeeTask, score } from './fields.ts';
import { entriesOf, isDecided, openMeeting } from './meeting.ts';
import { recuseConflicts } from './recuse.ts';

/** Routes on which a committee decides: all but that of the lead coordinator. */
export const committeeRoutes = ['committee', 'national-competition', 'regional-competition'] as const;

/** Open meetings before which a task stands undecided; `except` is left out. */
const elsewhere = `SELECT c.committee, m.name FROM committee_task c JOIN committee m ON m.id = c.committee AND m._del = 0
  WHERE c.task = t.id AND c._del = 0 AND m.status <> 'closed' AND m.id <> :except AND (c.decision IS NULL OR c.decision = 'postponed')`;

export type WaitingTask = {
  id: string; title: string; task_no: string | null; lead_name: string | null; coordinator_name: string | null; support_type: string | null;
  program_year: number | null; requested: number | null; planned_on: string | null; route: string;
};

/** Tasks under review that wait for a committee and stand before no open one; at most 500, longest waiting first. */
export const waitingTasks = (read: Reader, committee: string): WaitingTask[] => read.all<WaitingTask>(
  `SELECT t.id, t.title, t.task_no, o.name AS lead_name, p.name AS coordinator_name, t.support_type, t.program_year, coalesce(t.fund_national, t.planned_cost) AS requested, t.planned_on, t.route
   FROM task t LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person p ON p.id = t.coordinator
   WHERE t._del = 0 AND t.status = 'under-review' AND t.route IN (SELECT value FROM json_each(:routes))
     AND NOT EXISTS (${elsewhere}) AND NOT EXISTS (SELECT 1 FROM committee_task c WHERE c.committee = :except AND c.task = t.id AND c._del = 0)
   ORDER BY coalesce(t.planned_on, t.received_on, t.found_on), t.n LIMIT 500`, { except: committee, routes: JSON.stringify(committeeRoutes) });

/** Why a task may not come before a meeting, or null. */
const obstacleOf = (read: Reader, committee: string, id: string): Problem | null => {
  const row = read.get<{ title: string; status: string; route: string | null; own: number; decision: string | null }>(
    `SELECT t.title, t.status, t.route, c.id IS NOT NULL AS own, c.decision FROM task t LEFT JOIN committee_task c ON c.committee = ? AND c.task = t.id AND c._del = 0 WHERE t.id = ? AND t._del = 0`, [committee, id]);
  const say = (field: string, value: unknown, message: string): Problem => ({ field: `${id}.${field}`, value, message });
  if (!row) return say('task', id, '없는 과제입니다.');
  if (row.own === 1) return say('task', id, isDecided(row.decision) ? `${row.title}: 이 회의에서 이미 결정했습니다. 다시 심의하려면 새 평가회의에 올려 주세요.` : `${row.title}: 이미 이 회의에 올라 있습니다.`);
  if (row.status !== 'under-review') return say('status', row.status, `${row.title}: ‘${labelOf(taskType.fields.status, row.status)}’ 상태입니다. 심의중인 과제만 올릴 수 있습니다.`);
  if (row.route === null) return say('route', null, `${row.title}: 심의 경로가 비어 있습니다. 과제에서 심의 경로를 정해 주세요.`);
  if (!committeeRoutes.some((route) => route === row.route)) return say('route', row.route, `${row.title}: 심의 경로가 ‘${labelOf(taskType.fields.route, row.route)}’입니다. 위원회로 가는 과제만 올릴 수 있습니다.`);
  const other = read.get<{ committee: string; name: string }>(`SELECT e.committee, e.name FROM task t JOIN (${elsewhere.replace('c.task = t.id', 'c.task = :task')}) e WHERE t.id = :task LIMIT 1`, { task: id, except: committee });
  return other ? say('committee', other.committee, `${row.title}: 평가회의 ‘${other.name}’에 올라 있습니다. 그 회의에서 결정하거나 빼 주세요.`) : null;
};

/**
 * Puts tasks at the end of the list and marks the conflicts this brings.
 * @throws Refusal `invalid` whole, each task that may not come named; `not-found`
 */
export const addTasks = (tx: Tx, committee: string, tasks: readonly string[]): Conflict[] => {
  openMeeting(tx.read, committee);
  const wanted = [...new Set(tasks)];
  const refused = wanted.flatMap((id) => obstacleOf(tx.read, committee, id) ?? []);
  if (refused.length > 0) throw new Refusal('invalid', refused.length === 1 ? (refused[0]?.message ?? '') : `과제 ${refused.length}건을 올릴 수 없어 아무것도 올리지 않았습니다. ${refused[0]?.message ?? ''}`, refused);
  const last = tx.read.value<number>('SELECT max(order_no) FROM committee_task WHERE committee = ? AND _del = 0', [committee]) ?? 0;
  for (const [index, id] of wanted.entries()) {
    tx.create(committeeTask, { committee, task: id, order_no: last + index + 1, decision: null, amount: null, conditions: null, reason: null }, relationId('committee_task', committee, id));
  }
  return recuseConflicts(tx, committee).filter((one) => wanted.includes(one.task));
};

/** Takes an undecided task off the list, with what was said of it. @throws Refusal `invalid` when it is decided */
export const removeTask = (tx: Tx, committee: string, task: string): void => {
  openMeeting(tx.read, committee);
  const entry = entriesOf(tx.read, committee).find((one) => one.task === task);
  if (!entry) throw new Refusal('not-found', '이 회의에 없는 과제입니다. 목록을 새로 고쳐 주세요.', [{ field: 'task', value: task, message: task }]);
  if (isDecided(entry.decision)) throw new Refusal('invalid', `${entry.title}: 이미 결정한 과제입니다. 결정을 실행 취소한 뒤 빼 주세요.`, [{ field: 'decision', value: entry.decision, message: '이미 결정했습니다.' }]);
  for (const id of tx.read.column<string>('SELECT id FROM score WHERE committee = ? AND task = ? AND _del = 0', [committee, task])) tx.remove(score, id);
  tx.remove(committeeTask, entry.id);
};

/** Puts tasks in the order given; tasks not named keep their order after them. */
export const orderTasks = (tx: Tx, committee: string, tasks: readonly string[]): void => {
  openMeeting(tx.read, committee);
  const all = entriesOf(tx.read, committee);
  const named = tasks.flatMap((id) => all.filter((one) => one.task === id));
  for (const [index, entry] of [...named, ...all.filter((one) => !tasks.includes(one.task))].entries()) tx.change(committeeTask, entry.id, { order_no: index + 1 });
};

/** The same in a reader thread. */
export const waitingTasksQuery = query('evaluation.waiting', (read, { committee }: { committee: string }) => waitingTasks(read, committee));
