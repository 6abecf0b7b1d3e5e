import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionItem } from '../../../db/actions/fields.ts';
import { Refusal } from '../../../db/errors.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { handOver, type Move } from '../../../db/rounds/hand-over.ts';
import { openSql, readHandover } from '../../../db/rounds/handover.ts';
import type { HandoverItem } from '../../../db/rounds/handover-types.ts';
import { tester } from '../../support/store.ts';
import { meet, openRounds, openTask, promise, today, visit, type RoundWorld } from './round-world.ts';

let world: RoundWorld;
let ids: Record<'task' | 'closed' | 'action' | 'done' | 'planned' | 'past' | 'promised' | 'meeting' | 'held', string>;

beforeEach(() => {
  world = openRounds();
  const [first = '', second = ''] = world.firms;
  ids = world.do((tx) => {
    const by = { coordinator: world.kim };
    return {
      task: openTask(tx, { lead_org: first, title: '도금 불량', ...by }),
      closed: openTask(tx, { lead_org: first, title: '끝난 과제', status: 'closed', ...by }),
      action: promise(tx, { what: '성적서', owner: world.kim, organisation: second }),
      done: promise(tx, { what: '끝난 일', owner: world.kim, status: 'done', organisation: second }),
      planned: visit(tx, { organisation: first, visit_on: '2026-12-01', ...by }),
      past: visit(tx, { organisation: first, visit_on: '2026-11-01', ...by }),
      promised: visit(tx, { organisation: second, visit_on: '2026-11-10', next_visit_on: '2026-12-10', status: 'confirmed', ...by }),
      meeting: meet(tx, { title: '운영위', start_on: '2026-12-05', chair: world.kim, recorder: world.kim }, []),
      held: meet(tx, { title: '지난 운영위', start_on: '2026-10-05', chair: world.kim }, []),
    };
  });
});
afterEach(() => world.store.dispose());

const items = (person = world.kim): HandoverItem[] => readHandover(world.store.read, person, today).items;
const give = (moves: readonly Move[], from = world.kim): number => {
  write(world.store, tester, '인수인계', (tx) => handOver(tx, from, moves));
  return lastAction(world.store);
};
const value = (table: string, column: string, id: string): string | null | undefined => world.store.read.value<string | null>(`SELECT ${column} FROM ${table} WHERE id = ?`, [id]) ?? null;
const refused = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.details.map(({ field }) => field)];
    throw error;
  }
  return [];
};

test('all that is open, and nothing that is closed or over', () => {
  expect(items().map(({ key }) => key)).toEqual([`task~${ids.task}`, `action~${ids.action}`, `visit~${ids.planned}`, `promise~${ids.promised}`, `chair~${ids.meeting}`, `recorder~${ids.meeting}`, `manager~${world.cluster}`]);
  expect(readHandover(world.store.read, world.kim, today).stays.map(({ id }) => id)).toEqual([ids.past]);
  expect(items().find(({ kind }) => kind === 'task')).toMatchObject({ what: '도금 불량', firm: { id: world.firms[0], name: '한빛정밀' } });
});

test('to several successors in one step, which one undo takes back; closed records keep their author', () => {
  const park = world.lee;
  const before = JSON.stringify(items());
  const other = world.do((tx) => tx.create(actionItem, { what: '남의 일', owner: park, status: 'open' }));
  const action = give(items().map(({ key, kind }) => ({ key, to: kind === 'manager' ? world.lee : park })));
  expect(items()).toEqual([]);
  expect([value('task', 'coordinator', ids.task), value('action_item', 'owner', ids.action), value('session', 'coordinator', ids.planned), value('meeting', 'chair', ids.meeting), value('meeting', 'recorder', ids.meeting), value('mini_cluster', 'manager', world.cluster)]).toEqual(Array(6).fill(park));
  expect([value('task', 'coordinator', ids.closed), value('action_item', 'owner', ids.done), value('session', 'coordinator', ids.past), value('session', 'coordinator', ids.promised), value('meeting', 'chair', ids.held)]).toEqual(Array(5).fill(world.kim));
  expect(world.store.read.get('SELECT what, owner, due_on FROM action_item WHERE session = ? AND _del = 0', [ids.promised])).toEqual({ what: '다음 방문: 새빛도금', owner: park, due_on: '2026-12-10' });
  undo(world.store, tester, action);
  expect(JSON.stringify(items())).toBe(before);
  expect(value('action_item', 'owner', other)).toBe(park);
});

test('a part goes, the rest stays', () => {
  give([{ key: `task~${ids.task}`, to: world.lee }]);
  expect(items().map(({ kind }) => kind)).toEqual(['action', 'visit', 'promise', 'chair', 'recorder', 'manager']);
});

test('what is no longer open there is refused, and nothing moves', () => {
  expect(refused(() => give([{ key: `action~${ids.action}`, to: world.lee }, { key: `task~${ids.closed}`, to: world.lee }]))).toEqual(['conflict', `task~${ids.closed}`]);
  expect(value('action_item', 'owner', ids.action)).toBe(world.kim);
  expect(refused(() => give([]))).toEqual(['invalid', 'to']);
  expect(refused(() => give([{ key: `task~${ids.task}`, to: world.kim }]))).toEqual(['invalid', 'to']);
  expect(refused(() => give([{ key: `task~${ids.task}`, to: 'nobody' }]))).toEqual(['not-found', 'to']);
});

test('the reads go by their indexes', () => {
  const plan = (sql: string): string => world.store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { person: 'x', today }).map(({ detail }) => detail).join('\n');
  expect(plan(openSql.task)).toMatch(/SEARCH t USING INDEX task_coordinator/);
  expect(plan(openSql.action)).toMatch(/SEARCH a USING INDEX action_item_owner_due_on/);
  expect(plan(openSql.visit)).toMatch(/SEARCH s USING INDEX session_unfinished/);
  expect(plan(openSql.promise)).toMatch(/SEARCH s USING INDEX session_coordinator_visit_on/);
  expect(plan(openSql.chair)).toMatch(/SEARCH g USING INDEX meeting_start_on/);
});
