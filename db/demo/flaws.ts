/**
 * What is wrong in the sample, and on purpose: an office without a single slip would leave 자료 점검 empty, and nobody would see what it finds.
 * Beside these the sample keeps every rule; `flaws` is what the test compares the queue with. Five come of the plan itself: two tasks without a
 * mid-check and one that waits in 과제기획 (scripts/sample/tasks.mjs), two years of results not entered (outcomes.ts).
 */
import type { Tx } from '../kernel/write.ts';
import { meeting } from '../meetings/fields.ts';
import { changeMoney } from '../funds/write-funds.ts';
import { firstNationalCheck, setFirstNational } from '../outcomes/first-national.ts';
import { isRndSupport } from '../outcomes/rnd-support.ts';
import { createSession } from '../sessions/create.ts';
import { changeTask } from '../tasks/change.ts';
import { task } from '../tasks/fields.ts';
import { daysAfter } from '../today/days.ts';
import { textOf, type SampleRow } from './sample.ts';
import type { Stage, Walk } from './task-steps.ts';

/** Lines of the queue by rule. */
export const flaws: Readonly<Record<string, number>> = {
  'task.mid-check-late': 2, 'task.waiting': 1, 'task.follow-up': 2,
  'task.review-passed': 1, 'task.end-passed': 1, 'session.draft-old': 2, 'task.over-granted': 1, 'task.duplicate-number': 2,
  'task.employees-unknown': 1, 'task.first-national-open': 1, 'task.dates': 1, 'session.firm-closed': 1, 'meeting.no-attendance': 1,
};

/** Two visits of some weeks ago that nobody has handed in. */
export const isForgotten = (rows: readonly SampleRow[], today: string): ((row: SampleRow) => boolean) => {
  const forgotten = new Set(rows.filter((row) => textOf(row['visit_on']) < daysAfter(today, -24) && textOf(row['visit_on']) > daysAfter(today, -80) && row['result'] === 'ongoing' && row['status'] === 'confirmed').slice(-2).map((row) => row.ref));
  return (row) => forgotten.has(row.ref);
};

/** Every R&D task says whether it was the firm's first, as the records have it; one is left open. */
export const settleFirstNational = (tx: Tx, walks: readonly Walk[]): void => {
  const decided = walks.filter(({ plan, id }) => plan.money !== null && isRndSupport(tx.read, plan.money.supportType) && tx.read.value<string | null>('SELECT granted FROM task WHERE id = ?', [id]) !== null);
  for (const { id } of decided.slice(0, -1)) setFirstNational(tx, id, firstNationalCheck(tx.read, id).suggestion ?? 'no', false);
};

export const putFlaws = (stage: Stage, walks: readonly Walk[]): void => {
  const { tx, sample, staff } = stage;
  const { today } = sample;
  const taken = new Set<string>();
  /** The first task in a state that has no flaw yet. */
  const next = (state: string): string => {
    const found = walks.find(({ id }) => !taken.has(id) && tx.read.value<string>('SELECT status FROM task WHERE id = ?', [id]) === state);
    if (!found) throw new Error(`sample: no task in ${state}`);
    taken.add(found.id);
    return found.id;
  };
  changeTask(tx, next('on-hold'), { review_on: daysAfter(today, -2) });
  // The newest running task is to end before today: nobody has asked for its report.
  const running = walks.findLast(({ id }) => tx.read.value<number>("SELECT 1 FROM task WHERE id = ? AND status = 'in-progress' AND start_on < ?", [id, daysAfter(today, -9)]) === 1);
  if (running) changeTask(tx, running.id, { end_on: daysAfter(today, -3) });
  // A committee gave less than was asked for, and the split was not brought down.
  const selected = next('selected');
  const national = tx.read.value<number>('SELECT fund_national FROM task WHERE id = ?', [selected]) ?? 0;
  changeMoney(tx, selected, { granted: national - 10_000_000 });
  // Two devices have given the same number: the door refuses it, the exchange cannot.
  const [one, other] = [next('agreed'), next('planning')];
  tx.change(task, other, { task_no: tx.read.value<string>('SELECT task_no FROM task WHERE id = ?', [one]) ?? null });
  tx.change(task, next('closed'), { employees_at_decision: null });
  const wrongDay = next('under-review');
  tx.change(task, wrongDay, { received_on: daysAfter(tx.read.value<string>('SELECT planned_on FROM task WHERE id = ?', [wrongDay]) ?? today, 1) });
  const [closed] = sample.rows('organisation').filter((row) => row['status'] === 'closed');
  if (closed) {
    createSession(tx, { values: {
      coordinator: sample.id(staff.lead), organisation: sample.id(closed.ref), visit_on: daysAfter(today, -6), start_at: '08:00', end_at: '08:50', mode: 'phone', fields: 'finance',
      summary: '폐업 뒤 설비 매각 절차를 물음.', memo: '예시 자료입니다. 실제 기업·기관·인물과 관계가 없습니다.',
    } });
  }
  tx.create(meeting, { title: '정밀가공 미니클러스터 긴급 간담회(예시)', kind: 'round-table', start_on: daysAfter(today, -4), start_at: '16:00', place: '지역본부 소회의실', recorder: sample.id(staff.receiverOf(staff.officeOfHub('창원'))), memo: '예시 자료입니다. 출석을 아직 적지 않았습니다.' });
};
