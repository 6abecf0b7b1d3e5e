import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTasks, orderTasks, removeTask, waitingTasks } from '../../../db/evaluations/agenda.ts';
import { decide, type Decision } from '../../../db/evaluations/decide.ts';
import { committee, committeeTask, score } from '../../../db/evaluations/fields.ts';
import { closeMeeting, holdMeeting, removeMeeting, reopenMeeting, settleChange } from '../../../db/evaluations/hold.ts';
import { addEvaluators, changeEvaluator, removeEvaluator } from '../../../db/evaluations/members.ts';
import { evaluationsOfTask } from '../../../db/evaluations/of-task.ts';
import { putOpinion, putScores } from '../../../db/evaluations/scores.ts';
import { sheetOf } from '../../../db/evaluations/sheet.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask } from '../../../db/tasks/move.ts';
import { expectRefusal, refusalOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aPerson } from '../clusters/people.ts';
import { aCommittee, aTask, day, scoreAll, type ACommittee } from './a-committee.ts';

let store: TestStore;
let made: ACommittee;
const doing = <T>(fn: (tx: Tx) => T): T => write(store, tester, '시험', fn);
const selected = (id: string, amount = 20_000_000): Decision => ({ task: id, decision: 'selected', amount, conditions: '없음' });
const deciding = (...decisions: Decision[]): void => doing((tx) => decide(tx, made.id, decisions));
const taskOf = (id: string) => store.read.get<Record<string, unknown>>('SELECT status, granted, conditions, decided_on, committee FROM task WHERE id = ?', [id]);
const [first, second] = [() => made.tasks[0] ?? '', () => made.tasks[1] ?? ''];

beforeEach(() => {
  store = openTestStore();
  made = doing((tx) => aCommittee(tx));
});
afterEach(() => store.dispose());

test('a selected task takes amount, conditions, day and meeting with it; a rejected one its reason', () => {
  doing((tx) => scoreAll(tx, made));
  deciding(selected(first()), { task: second(), decision: 'rejected', reason: '사업성 부족' });
  expect(taskOf(first())).toEqual({ status: 'selected', granted: 20_000_000, conditions: '없음', decided_on: day, committee: made.id });
  expect(taskOf(second())).toMatchObject({ status: 'rejected', decided_on: day, committee: made.id });
  expect(store.read.all('SELECT to_status, reason, on_date FROM task_step WHERE task = ? ORDER BY n DESC LIMIT 1', [second()])).toEqual([{ to_status: 'rejected', reason: '사업성 부족', on_date: day }]);
  expect(sheetOf(store.read, made.id).statistics).toMatchObject({ tasks: 2, reviewed: 2, selected: 1, rejected: 1, rate: '50.0', granted: 20_000_000, requested: 60_000_000 });
});

test('nothing is decided while one of several lacks something; every task and what it lacks is named', () => {
  doing((tx) => putScores(tx, made.id, [{ task: first(), person: made.persons[0] ?? '', score: '70' }]));
  const error = refusalOf(() => deciding({ task: first(), decision: 'selected' }, { task: second(), decision: 'rejected' }));
  expectRefusal(error, `${first()}.amount`, /2012과제1: 선정 금액/);
  expectRefusal(error, `${first()}.conditions`);
  expectRefusal(error, `${second()}.score`, /2012과제2: 제척되지 않은 위원의 점수가 없습니다/);
  expectRefusal(error, `${second()}.reason`);
  expect(taskOf(first())).toMatchObject({ status: 'under-review', granted: null });
});

test('what the task itself lacks for its new state refuses the whole', () => {
  doing((tx) => { scoreAll(tx, made); tx.change(task, second(), { coordinator: null }); });
  expectRefusal(refusalOf(() => deciding(selected(first()), { task: second(), decision: 'supplement', reason: '자료 보완' })), `${second()}.coordinator`, /2012과제2: 담당 코디네이터/);
  expect(taskOf(first())).toMatchObject({ status: 'under-review' });
});

test('supplement sends a task back to planning with its reason; postponed leaves it and needs no score', () => {
  doing((tx) => putScores(tx, made.id, [{ task: first(), person: made.persons[0] ?? '', score: '70' }]));
  deciding({ task: first(), decision: 'supplement', reason: '원가 자료' }, { task: second(), decision: 'postponed' });
  expect(taskOf(first())).toMatchObject({ status: 'planning', decided_on: null, committee: null });
  expect(store.read.value('SELECT reason FROM task_step WHERE task = ? ORDER BY n DESC LIMIT 1', [first()])).toBe('보완: 원가 자료');
  expect(taskOf(second())).toMatchObject({ status: 'under-review' });
  expect(sheetOf(store.read, made.id).statistics).toMatchObject({ reviewed: 1, selected: 0, postponed: 1, rate: '0.0' });
});

test('undoing a decision takes task, list and step back together', () => {
  doing((tx) => scoreAll(tx, made));
  const before = [taskOf(first()), taskOf(second())];
  deciding(selected(first()), { task: second(), decision: 'rejected', reason: '부족' });
  undo(store, tester, lastAction(store));
  expect([taskOf(first()), taskOf(second())]).toEqual(before);
  expect(store.read.all('SELECT decision, amount, conditions, reason FROM committee_task')).toEqual(Array.from({ length: 2 }, () => ({ decision: null, amount: null, conditions: null, reason: null })));
  expect(store.read.value("SELECT count(*) FROM task_step WHERE to_status IN ('selected', 'rejected') AND _del = 0")).toBe(0);
  deciding(selected(first()));
  expect(taskOf(first())).toMatchObject({ status: 'selected' });
});

test('a decided task is neither scored, nor decided again, nor taken off', () => {
  doing((tx) => scoreAll(tx, made));
  deciding(selected(first()));
  const person = made.persons[0] ?? '';
  expectRefusal(refusalOf(() => doing((tx) => putScores(tx, made.id, [{ task: first(), person, score: '10' }]))), `${first()}.${person}`, /이미 결정한/);
  expectRefusal(refusalOf(() => deciding({ task: first(), decision: 'rejected', reason: '번복' })), `${first()}.decision`);
  expectRefusal(refusalOf(() => doing((tx) => removeTask(tx, made.id, first()))), 'decision');
  expectRefusal(refusalOf(() => doing((tx) => removeEvaluator(tx, relationId('evaluator', made.id, person)))), 'person', /결정에 쓰인/);
  expectRefusal(refusalOf(() => doing((tx) => removeMeeting(tx, made.id))), 'decision');
  expectRefusal(refusalOf(() => doing((tx) => { tx.change(committee, made.id, { held_on: '2012-09-01' }); settleChange(tx, made.id, { held_on: '2012-09-01' }); })), 'held_on');
});

test('31 reviewed and 26 selected are 83.9 %', () => {
  const big = doing((tx) => { const one = aCommittee(tx, 31, 24, '대경 기술심사'); scoreAll(tx, one, (row, column) => String(60 + ((row * 7 + column * 3) % 40))); return one; });
  doing((tx) => decide(tx, big.id, big.tasks.map((id, index) => (index < 26 ? selected(id) : { task: id, decision: 'rejected', reason: '순위 밖' }))));
  expect(sheetOf(store.read, big.id).statistics).toMatchObject({ tasks: 31, reviewed: 31, selected: 26, rate: '83.9', granted: 520_000_000 });
}, 30_000);

test('only tasks under review on a committee’s route come before a meeting, and before one open meeting at a time', () => {
  const [planned, small, other] = doing((tx) => [aTask(tx, '기획', { status: 'planning' }), aTask(tx, '소액', { route: 'lead-coordinator' }), holdMeeting(tx, { name: '둘째 회의', kind: 'expert', held_on: day })]);
  const add = (id: string, ...ids: string[]) => () => doing((tx) => addTasks(tx, id, ids));
  expectRefusal(refusalOf(add(other, planned, small)), `${planned}.status`, /기획: ‘과제기획’ 상태/);
  expectRefusal(refusalOf(add(other, planned, small)), `${small}.route`, /수석코디네이터/);
  expectRefusal(refusalOf(add(other, first())), `${first()}.committee`, /‘2012 광역평가위원회’에 올라 있습니다/);
  expectRefusal(refusalOf(add(made.id, first())), `${first()}.task`);
  expect(waitingTasks(store.read, other)).toEqual([]);
  doing((tx) => removeTask(tx, made.id, first()));
  expect(waitingTasks(store.read, other).map((one) => one.id)).toEqual([first()]);
  add(other, first())();
  expect(sheetOf(store.read, other).tasks).toMatchObject([{ task: first() }]);
});

test('a task taken off and put back begins without what was said of it', () => {
  doing((tx) => { scoreAll(tx, made); putOpinion(tx, made.id, first(), made.persons[0] ?? '', '좋다'); removeTask(tx, made.id, first()); addTasks(tx, made.id, [first()]); });
  expect(sheetOf(store.read, made.id).scores.filter((one) => one.task === first())).toEqual([]);
  doing((tx) => putScores(tx, made.id, [{ task: first(), person: made.persons[0] ?? '', score: '50' }]));
  expect(sheetOf(store.read, made.id).scores.find((one) => one.task === first())).toMatchObject({ score: '50', opinion: null });
  doing((tx) => orderTasks(tx, made.id, [first()]));
  expect(sheetOf(store.read, made.id).tasks.map((one) => one.task)).toEqual([first(), second()]);
});

test('a rejected task that is planned anew comes before another meeting; its history shows both', () => {
  doing((tx) => scoreAll(tx, made));
  deciding({ task: first(), decision: 'rejected', reason: '사업성' });
  const next = doing((tx) => {
    moveTask(tx, first(), { to: 'planning', on: '2012-09-01', reason: '다시 기획' });
    moveTask(tx, first(), { to: 'under-review', on: '2012-10-01' });
    const id = holdMeeting(tx, { name: '가을 회의', kind: 'regional', held_on: '2012-11-01' });
    addTasks(tx, id, [first()]);
    addEvaluators(tx, id, [made.persons[1] ?? '']);
    putScores(tx, id, [{ task: first(), person: made.persons[1] ?? '', score: '91.5' }]);
    decide(tx, id, [selected(first())]);
    return id;
  });
  expect(taskOf(first())).toMatchObject({ status: 'selected', decided_on: '2012-11-01', committee: next });
  expect(evaluationsOfTask(store.read, first()).meetings).toMatchObject([
    { committee: next, decision: 'selected', amount: 20_000_000, mean: '91.5', scores: [{ name: '위원2', score: '91.5' }] },
    { committee: made.id, decision: 'rejected', reason: '사업성', mean: '80.0', low: '80', high: '80' },
  ]);
});

test('closing needs every task decided, and locks list, evaluators, scores and day until it is taken back', () => {
  doing((tx) => scoreAll(tx, made));
  expectRefusal(refusalOf(() => doing((tx) => closeMeeting(tx, made.id))), `${first()}.decision`);
  deciding(selected(first()), { task: second(), decision: 'postponed' });
  doing((tx) => closeMeeting(tx, made.id));
  const [person, who] = [made.persons[0] ?? '', doing((tx) => aPerson(tx, '늦은 위원'))];
  const member = relationId('evaluator', made.id, person);
  const locked: ((tx: Tx) => unknown)[] = [
    (tx) => putScores(tx, made.id, [{ task: second(), person, score: '1' }]), (tx) => putOpinion(tx, made.id, second(), person, 'x'), (tx) => addEvaluators(tx, made.id, [who]),
    (tx) => changeEvaluator(tx, member, { role: 'chair' }), (tx) => removeEvaluator(tx, member), (tx) => removeTask(tx, made.id, second()), (tx) => orderTasks(tx, made.id, []),
    (tx) => addTasks(tx, made.id, [aTask(tx, '늦은 과제')]), (tx) => decide(tx, made.id, [selected(second())]), (tx) => closeMeeting(tx, made.id), (tx) => removeMeeting(tx, made.id),
    (tx) => { tx.change(committee, made.id, { held_on: '2012-12-01' }); settleChange(tx, made.id, { held_on: '2012-12-01' }); },
  ];
  for (const change of locked) expectRefusal(refusalOf(() => doing(change)), 'status');
  const other = doing((tx) => { const id = holdMeeting(tx, { name: '다음', kind: 'regional', held_on: day }); addTasks(tx, id, [second()]); return id; });
  expect(sheetOf(store.read, other).tasks).toHaveLength(1);
  expectRefusal(refusalOf(() => doing((tx) => reopenMeeting(tx, other))), 'status');
  doing((tx) => reopenMeeting(tx, made.id));
  doing((tx) => changeEvaluator(tx, member, { role: 'chair' }));
});

test('scores: 0 to 100 with two decimals, none by a secretary or a stranger; a block holds whole or not at all', () => {
  const [one, two] = [made.persons[0] ?? '', made.persons[1] ?? ''];
  const put = (...cells: [string, string, string | null][]) => () => doing((tx) => putScores(tx, made.id, cells.map(([id, person, value]) => ({ task: id, person, score: value }))));
  for (const wrong of ['100.5', '-1', '87.555', '많음']) expectRefusal(refusalOf(put([first(), one, '80'], [first(), two, wrong])), `${first()}.${two}`);
  expect(store.read.value('SELECT count(*) FROM score')).toBe(0);
  doing((tx) => changeEvaluator(tx, relationId('evaluator', made.id, two), { role: 'secretary' }));
  expectRefusal(refusalOf(put([first(), two, '80'])), `${first()}.${two}`, /간사/);
  const stranger = doing((tx) => aPerson(tx, '방청객'));
  expectRefusal(refusalOf(put([first(), stranger, '80'])), `${first()}.${stranger}`, /위원이 아닙니다/);
  put([first(), one, '080.50'], [second(), one, null])();
  expect(store.read.all('SELECT score FROM score')).toEqual([{ score: '80.5' }]);
  expectRefusal(refusalOf(() => doing((tx) => putScores(tx, made.id, [{ task: first(), person: one, score: '90', was: '70' }]))), `${first()}.${one}`, /80.5/, 'conflict');
  put([first(), one, null])();
  expect(sheetOf(store.read, made.id).tasks[0]).toMatchObject({ mean: null, scored: 0 });
  expectRefusal(refusalOf(() => doing((tx) => tx.create(score, { committee: made.id, task: first(), person: one, score: '101' }))), 'score');
});

test('a postponed task may be decided later in the same meeting', () => {
  doing((tx) => scoreAll(tx, made));
  deciding({ task: first(), decision: 'postponed', reason: '자료 대기' });
  deciding(selected(first()));
  expect(store.read.get('SELECT decision, reason FROM committee_task WHERE task = ?', [first()])).toEqual({ decision: 'selected', reason: null });
  expect(committeeTask.fields.decision.choices).toHaveLength(4);
});
