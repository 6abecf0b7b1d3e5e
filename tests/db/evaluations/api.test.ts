import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sheet } from '../../../db/evaluations/sheet.ts';
import { write } from '../../../db/kernel/write.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aPerson } from '../clusters/people.ts';
import { aTask, day } from './a-committee.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());
const ask = <T>(path: string, input: unknown): Promise<T> => desk.call<T>('query', `evaluations.${path}`, input);
const order = <T>(path: string, input: unknown): Promise<T> => desk.call<T>('mutation', `evaluations.${path}`, input);
const labels = (): string[] => desk.app.read.column<string>('SELECT label FROM action ORDER BY id DESC LIMIT 1');

test('a meeting from its making to its closing, over the API', async () => {
  const { one, two, person } = write(desk.app.store, tester, '준비', (tx) => ({ one: aTask(tx, '도금'), two: aTask(tx, '금형'), person: aPerson(tx, '김평가') }));
  const { id } = await order<{ id: string }>('create', { values: { name: '하반기 기술심사', kind: 'technical', held_on: day } });
  expect(labels()).toEqual(['평가회의 등록: 하반기 기술심사 2012-08-01']);
  expect(await ask('waiting', { committee: id })).toMatchObject([{ id: one, title: '도금', requested: 30_000_000 }, { id: two }]);
  expect(await order('tasks.add', { committee: id, tasks: [one, two] })).toEqual({ conflicts: [] });
  await order('evaluators.add', { committee: id, persons: [person], role: 'chair' });
  await order('scores.put', { committee: id, cells: [{ task: one, person, score: '91.25' }, { task: two, person, score: '60' }] });
  expect(labels()).toEqual(['평가 점수: 2칸 (하반기 기술심사)']);
  await order('scores.put', { committee: id, cells: [{ task: two, person, score: '61', was: '60' }] });
  expect(labels()).toEqual(['평가 점수: 금형 · 김평가 61']);
  await expect(order('close', { id })).rejects.toMatchObject({ data: { refusal: { code: 'invalid' } } });
  await order('decide', { committee: id, decisions: [{ task: one, decision: 'selected', amount: 25_000_000, conditions: '없음' }, { task: two, decision: 'rejected', reason: '점수' }] });
  expect(labels()).toEqual(['평가 결정 선정 1건, 탈락 1건: 하반기 기술심사']);
  await order('close', { id });
  const sheet = await ask<Sheet>('open', { id });
  expect(sheet).toMatchObject({ meeting: { values: { status: 'closed' } }, tasks: [{ mean: '91.3', rank: 1 }, { mean: '61.0', rank: 2 }], statistics: { rate: '50.0', granted: 25_000_000 } });
  const { rows } = await desk.list('evaluations.list', { start: 0, end: 10, sort: [{ column: 'rate', descending: true }], filter: {}, quick: '기술', selection: null });
  expect(rows).toMatchObject([{ name: '하반기 기술심사', tasks: 2, evaluators: 1, reviewed: 2, selected: 1, rate: '50.0', granted: 25_000_000 }]);
  expect(await ask('find', { text: 'ㅎㅂㄱ' })).toMatchObject([{ id, label: '하반기 기술심사' }]);
  await order('reopen', { id, reason: '점수 오기' });
  expect(labels()).toEqual(['평가회의 마감 풀기: 하반기 기술심사 (점수 오기)']);
  await expect(order('change', { id, patch: { status: 'closed' } })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'status' }] } } });
  expect(await ask('ofTask', { id: one })).toMatchObject({ status: 'selected', meetings: [{ committee: id, mean: '91.3' }], small: null });
});
