/** A program year that does not use every state, route or requirement, and two devices that move one task. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../db/kernel/field.ts';
import { compareWithLog, mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import { write } from '../../../db/kernel/write.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask, type Move } from '../../../db/tasks/move.ts';
import { movesOf } from '../../../db/tasks/moves.ts';
import { stepsOf } from '../../../db/tasks/relations.ts';
import { refused } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { day, fullTask, makeWorld, type World } from '../../support/task-world.ts';

let store: TestStore;
let world: World;
beforeEach(() => {
  store = openTestStore();
  world = write(store, tester, '준비', makeWorld);
});
afterEach(() => store.dispose());

const rule = (values: Partial<Values<typeof periodRule.fields>>) => write(store, tester, '기간 규칙', (tx) => tx.create(periodRule, { name: '2013년', valid_from: '2013-04-01', valid_until: '2014-03-31', ...values }));
const made = (state: string, on: TestStore = store): string => write(on, tester, '과제', (tx) => fullTask(tx, world, state));
const offered = (id: string): string[] => movesOf(store.read, id, day).map(({ to }) => to);
const move = (id: string, to: string, more: Partial<Move> = {}, on: TestStore = store) => write(on, tester, '상태', (tx) => moveTask(tx, id, { to, on: day, reason: '사정', ...more }));

describe('a program year', () => {
  it('without 중간점검 and 협약 leads past them, and never into them', () => {
    rule({ states_off: 'mid-check,agreed' });
    expect(offered(made('selected'))).toEqual(['in-progress', 'withdrawn']);
    expect(offered(made('in-progress'))).toEqual(['final-review', 'stopped']);
    const id = made('selected');
    expect(refused(() => move(id, 'agreed'))).toEqual(['status']);
    move(id, 'in-progress');
    expect(refused(() => move(id, 'mid-check'))).toEqual(['status']);
    move(id, 'final-review');
  });

  it('without 심의 leads from 기획 to what a decision is', () => {
    rule({ states_off: 'under-review' });
    expect(offered(made('planning'))).toEqual(['selected', 'rejected', 'withdrawn', 'on-hold']);
  });

  it('lets a task out of a state that has been switched off under it, also one on hold', () => {
    const [standing, held] = [made('mid-check'), made('on-hold')];
    rule({ states_off: 'mid-check,planning' });
    expect(offered(standing)).toEqual(['in-progress', 'final-review', 'stopped']);
    // It was held in 과제기획: from there it would have gone to 심의.
    expect(offered(held)).toEqual(['under-review', 'withdrawn']);
  });

  it('without a requirement does not ask for it; of other years it does', () => {
    rule({ required_off: 'planning.plan_goal,received.cluster' });
    const empty = (id: string) => write(store, tester, '비움', (tx) => tx.change(task, id, { plan_goal: null, coordinator: null }));
    const [inside, outside] = [made('received'), made('received')];
    empty(inside);
    empty(outside);
    write(store, tester, '다른 해', (tx) => tx.change(task, outside, { program_year: 7 }));
    expect(refused(() => move(inside, 'planning'))).toEqual(['coordinator']);
    expect(refused(() => move(outside, 'planning'))).toEqual(['coordinator', 'plan_goal']);
  });

  it('without a route refuses it', () => {
    rule({ routes_off: 'committee' });
    expect(refused(() => move(made('planning'), 'under-review'))).toEqual(['route']);
  });

  it('asks for the results of as many years as it says', () => {
    rule({ follow_up_years: 5 });
    const id = made('follow-up');
    expect(movesOf(store.read, id, day)[0]?.missing[0]?.message).toContain('2017·2018년');
    rule({ follow_up_years: 0, valid_from: '2013-04-02' });
    move(id, 'closed');
  });
});

describe('two devices', () => {
  let field: TestStore;
  beforeEach(() => { field = openTestStore(); });
  afterEach(() => field.dispose());
  const send = (from: TestStore, to: TestStore): number => mergeOperations(to, operationsSince(from, new Map()));

  it('a stale 탈락 from the field cannot undo a deeper chain, and is shown as not followed', () => {
    const id = made('under-review');
    send(store, field);
    for (const to of ['selected', 'agreed', 'in-progress']) move(id, to);
    // Later by the clock, but it had seen nothing of the decision.
    move(id, 'rejected', {}, field);
    send(field, store);
    send(store, field);
    for (const one of [store, field]) {
      expect(one.read.value('SELECT status FROM task WHERE id = ?', [id])).toBe('in-progress');
      const steps = stepsOf(one.read, id);
      expect(steps[0]?.to_status).toBe('in-progress');
      expect(steps.filter(({ isAside }) => isAside === 1).map(({ to_status }) => to_status)).toEqual(['rejected']);
      expect(compareWithLog(one)).toEqual([]);
    }
    expect(stepsOf(store.read, id).map((step) => step.id)).toEqual(stepsOf(field.read, id).map((step) => step.id));
    move(id, 'final-review');
    expect(stepsOf(store.read, id)[0]?.to_status).toBe('final-review');
  });

  it('of two equally deep moves both devices keep the same one, with its step', () => {
    const id = made('under-review');
    send(store, field);
    move(id, 'selected');
    move(id, 'rejected', {}, field);
    send(field, store);
    send(store, field);
    const [here, there] = [store, field].map((one) => [one.read.value('SELECT status FROM task WHERE id = ?', [id]), stepsOf(one.read, id)[0]?.to_status]);
    expect(here).toEqual(there);
    expect(here?.[0]).toBe(here?.[1]);
  });
});
