import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTasks } from '../../../db/evaluations/agenda.ts';
import type { Conflict } from '../../../db/evaluations/conflict.ts';
import { decide } from '../../../db/evaluations/decide.ts';
import { holdMeeting } from '../../../db/evaluations/hold.ts';
import { addEvaluators, organisationOn } from '../../../db/evaluations/members.ts';
import { stepAside, stepBack } from '../../../db/evaluations/recuse.ts';
import { putOpinion, putScores } from '../../../db/evaluations/scores.ts';
import { sheetOf } from '../../../db/evaluations/sheet.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { affiliation, person } from '../../../db/people/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { expectRefusal, refusalOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aFirm, aPerson } from '../clusters/people.ts';
import { aTask, day, join } from './a-committee.ts';

let store: TestStore;
let id: string;
let firm: string;
let subject: string;

const doing = <T>(fn: (tx: Tx) => T): T => write(store, tester, '시험', fn);
beforeEach(() => {
  store = openTestStore();
  doing((tx) => {
    id = holdMeeting(tx, { name: '평가', kind: 'regional', held_on: day });
    firm = aFirm(tx, '(주)한빛정밀');
    subject = aTask(tx, '도금 불량', { lead_org: firm });
    addTasks(tx, id, [subject]);
  });
});
afterEach(() => store.dispose());

const invite = (who: string): Conflict[] => doing((tx) => addEvaluators(tx, id, [who]));
const give = (who: string, score = '90'): void => doing((tx) => putScores(tx, id, [{ task: subject, person: who, score }]));

/** Somebody, and how that person is bound to the task. */
const bound: [name: string, role: string, reason: RegExp, make: (tx: Tx) => string][] = [
  ['own firm', 'lead', /김평가 위원의 소속 ‘\(주\)한빛정밀’이 이 과제의 주관기업입니다\.$/, (tx) => aPerson(tx, '김평가', firm)],
  ['a participant', 'participant', /‘나라화학’이 이 과제의 참여기관입니다/, (tx) => { const other = aFirm(tx, '나라화학'); join(tx, subject, other); return aPerson(tx, '김평가', other); }],
  ['a university that takes part', 'participant', /‘한국대학교’가 이 과제의 참여기관입니다/, (tx) => { const school = aFirm(tx, '한국대학교', 'university'); join(tx, subject, school); return aPerson(tx, '김평가', school); }],
  ['a record merged into the lead firm', 'lead', /소속 ‘㈜한빛정밀\(구\)’는 이 과제의 주관기업 ‘\(주\)한빛정밀’과 같은 곳/, (tx) => aPerson(tx, '김평가', tx.create(organisation, { name: '㈜한빛정밀(구)', kind: 'firm', merged_into: firm }))],
  ['the record the lead firm was merged into', 'lead', /같은 곳/, (tx) => { const other = aFirm(tx, '한빛정밀 주식회사'); tx.change(organisation, firm, { merged_into: other }); return aPerson(tx, '김평가', other); }],
  ['two records merged into a third', 'lead', /같은 곳/, (tx) => { const third = aFirm(tx, '한빛'); tx.change(organisation, firm, { merged_into: third }); return aPerson(tx, '김평가', tx.create(organisation, { name: '한빛정밀', kind: 'firm', merged_into: third })); }],
  ['a record with the business number of the lead firm', 'lead', /같은 곳/, (tx) => { tx.change(organisation, firm, { business_no: '124-81-00998' }); return aPerson(tx, '김평가', tx.create(organisation, { name: '한빛정밀 2공장', kind: 'firm', business_no: '1248100998' })); }],
  ['the successor written on another record of the lead firm', 'lead', /이어받은 곳/, (tx) => { const next = aFirm(tx, '한빛홀딩스'); tx.create(organisation, { name: '한빛정밀', kind: 'firm', merged_into: firm, succeeded_by: next }); return aPerson(tx, '김평가', next); }],
  ['the successor of the lead firm', 'lead', /이어받은 곳/, (tx) => { const next = aFirm(tx, '한빛홀딩스'); tx.change(organisation, firm, { succeeded_by: next }); return aPerson(tx, '김평가', next); }],
  ['a former affiliation that held on the day', 'lead', /개최일\(2012-08-01\)에 .*소속이었습니다/, (tx) => {
    const who = aPerson(tx, '김평가', aFirm(tx, '새 직장'));
    tx.create(affiliation, { person: who, organisation: firm, from_on: '2010-01-01', to_on: '2012-08-01' });
    return who;
  }],
  ['today’s organisation, though another on the day', 'lead', /주관기업입니다/, (tx) => {
    const who = aPerson(tx, '김평가', firm);
    tx.create(affiliation, { person: who, organisation: aFirm(tx, '옛 직장'), from_on: '2010-01-01', to_on: '2013-01-01' });
    return who;
  }],
  ['the coordinator of the task', 'coordinator', /담당 코디네이터입니다/, (tx) => { const who = aPerson(tx, '김평가'); tx.change(task, subject, { coordinator: who }); return who; }],
  ['the contact of a participant', 'contact', /참여기관 ‘연구소’ 담당자입니다/, (tx) => { const who = aPerson(tx, '김평가'); join(tx, subject, aFirm(tx, '연구소', 'institute'), who); return who; }],
];

test.each(bound)('%s is a conflict: marked as recused in the same step, scoring refused with the reason', (_name, role, reason, make) => {
  const who = doing(make);
  const conflicts = invite(who);
  expect(conflicts).toMatchObject([{ task: subject, person: who, role }]);
  expect(conflicts[0]?.reason).toMatch(reason);
  expect(sheetOf(store.read, id).scores).toMatchObject([{ person: who, is_recused: 1, score: null, recusal_reason: conflicts[0]?.reason }]);
  expectRefusal(refusalOf(() => give(who)), `${subject}.${who}`, reason);
  expectRefusal(refusalOf(() => doing((tx) => putOpinion(tx, id, subject, who, '좋다'))), `${subject}.${who}`, reason);
  expectRefusal(refusalOf(() => doing((tx) => stepBack(tx, id, subject, who))), `${subject}.${who}`, reason);
  undo(store, tester, lastAction(store));
  expect(store.read.value('SELECT count(*) FROM score WHERE _del = 0')).toBe(0);
  expect(store.read.value('SELECT count(*) FROM evaluator WHERE _del = 0')).toBe(0);
});

const free: [name: string, make: (tx: Tx) => string][] = [
  ['nobody’s', (tx) => aPerson(tx, '김평가')],
  ['another firm', (tx) => aPerson(tx, '김평가', aFirm(tx, '다른 기업'))],
  ['left the day before', (tx) => { const who = aPerson(tx, '김평가', aFirm(tx, '새 직장')); tx.create(affiliation, { person: who, organisation: firm, to_on: '2012-07-31' }); return who; }],
  ['joined the day after', (tx) => { const who = aPerson(tx, '김평가', aFirm(tx, '새 직장')); tx.create(affiliation, { person: who, organisation: firm, from_on: '2012-08-02' }); return who; }],
  ['a body that left the task', (tx) => { const other = aFirm(tx, '빠진 곳'); join(tx, subject, other); const who = aPerson(tx, '김평가', other); tx.remove(participant, relationId('participant', subject, other)); return who; }],
];

test.each(free)('%s is no conflict', (_name, make) => {
  const who = doing(make);
  expect(invite(who)).toEqual([]);
  give(who);
  expect(sheetOf(store.read, id).tasks[0]).toMatchObject({ mean: '90.0', scored: 1, recused: 0 });
});

test('a task that comes later finds the evaluators it is in conflict with', () => {
  const other = doing((tx) => { const next = aTask(tx, '둘째'); const firmOf = tx.read.value<string>('SELECT lead_org FROM task WHERE id = ?', [next]) ?? ''; addEvaluators(tx, id, [aPerson(tx, '이평가', firmOf)]); return next; });
  expect(doing((tx) => addTasks(tx, id, [other]))).toMatchObject([{ task: other, role: 'lead' }]);
});

test('a body that joins after the scores takes its evaluator out of the mean and of the decision', () => {
  const [one, two] = doing((tx) => [aPerson(tx, '가'), aPerson(tx, '나', aFirm(tx, '늦은 대학', 'university'))]);
  doing((tx) => addEvaluators(tx, id, [one, two]));
  give(one, '60');
  give(two, '100');
  expect(sheetOf(store.read, id).tasks[0]).toMatchObject({ mean: '80.0' });
  doing((tx) => join(tx, subject, tx.read.value<string>('SELECT organisation FROM person WHERE id = ?', [two]) ?? ''));
  expect(sheetOf(store.read, id).tasks[0]).toMatchObject({ mean: '60.0', scored: 1, recused: 1 });
  doing((tx) => decide(tx, id, [{ task: subject, decision: 'rejected', reason: '점수 미달' }]));
  expect(sheetOf(store.read, id).tasks[0]).toMatchObject({ mean: '60.0', scored: 1, recused: 1, decision: 'rejected' });
});

test('nothing is decided where only recused evaluators sit', () => {
  const who = doing((tx) => aPerson(tx, '가', firm));
  invite(who);
  expectRefusal(refusalOf(() => doing((tx) => decide(tx, id, [{ task: subject, decision: 'rejected', reason: '부족' }]))), `${subject}.score`);
});

test('stepping aside takes a score out until the evaluator steps back; the opinion stays', () => {
  const who = doing((tx) => aPerson(tx, '가'));
  invite(who);
  give(who);
  doing((tx) => putOpinion(tx, id, subject, who, '시장성이 좋다'));
  doing((tx) => stepAside(tx, id, subject, who, '친분'));
  expect(sheetOf(store.read, id)).toMatchObject({ tasks: [{ mean: null, recused: 1 }], scores: [{ score: null, opinion: '시장성이 좋다', recusal_reason: '회피: 친분' }] });
  expectRefusal(refusalOf(() => give(who)), `${subject}.${who}`, /회피: 친분/);
  doing((tx) => stepBack(tx, id, subject, who));
  give(who, '70');
  expect(sheetOf(store.read, id).tasks[0]).toMatchObject({ mean: '70.0' });
});

test('the written organisation is that of the day', () => {
  const [who, then, now] = doing((tx) => {
    const [old, fresh] = [aFirm(tx, '그때 대학', 'university'), aFirm(tx, '지금 대학', 'university')];
    const made = aPerson(tx, '가', fresh);
    tx.create(affiliation, { person: made, organisation: old, from_on: '2011-01-01', to_on: '2014-12-31' });
    return [made, old, fresh];
  });
  expect(organisationOn(store.read, who, day)).toBe(then);
  expect(organisationOn(store.read, who, '2020-01-01')).toBe(now);
  invite(who);
  expect(sheetOf(store.read, id).evaluators).toMatchObject([{ organisation: then }]);
  doing((tx) => tx.change(person, who, { organisation: null }));
  expect(sheetOf(store.read, id).evaluators).toMatchObject([{ organisation: then }]);
});
