import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { nextUndo, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { createTask } from '../../../db/tasks/create.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask } from '../../../db/tasks/move.ts';
import { stepsOf } from '../../../db/tasks/relations.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let firm: string;
let id: string;
beforeEach(() => {
  store = openTestStore();
  firm = write(store, tester, '준비', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm', employees: 42 }));
  id = write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, found_on: '2012-04-02' }));
});
afterEach(() => store.dispose());

const row = () => store.read.get<Record<string, string | number | null>>('SELECT * FROM task WHERE id = ?', [id]);
const move = (to: string, on: string, reason?: string) => write(store, tester, '상태', (tx) => moveTask(tx, id, { to, on, reason }));

describe('moveTask', () => {
  it('records from, to, day and reason, and fills the date of the state', () => {
    move('received', '2012-04-10');
    move('on-hold', '2012-05-01', '기업 사정');
    expect(row()).toMatchObject({ status: 'on-hold', status_n: 3, received_on: '2012-04-10' });
    expect(stepsOf(store.read, id).map((step) => [step.from_status, step.to_status, step.on_date, step.reason])).toEqual([
      ['received', 'on-hold', '2012-05-01', '기업 사정'], ['discovered', 'received', '2012-04-10', null], [null, 'discovered', '2012-04-02', null]]);
  });

  it('keeps the employees as of the decision; the firm may grow afterwards', () => {
    move('selected', '2012-07-20');
    expect(row()).toMatchObject({ decided_on: '2012-07-20', employees_at_decision: 42 });
    write(store, tester, '기업', (tx) => tx.change(organisation, firm, { employees: 99 }));
    write(store, tester, '과제', (tx) => tx.change(task, id, { employees_at_decision: 40 }));
    move('rejected', '2012-07-21', '정정');
    move('selected', '2012-07-22');
    expect(row()).toMatchObject({ decided_on: '2012-07-20', employees_at_decision: 40 });
  });

  it('refuses the state it has, an unknown one, and dates out of order, and then changes nothing', () => {
    expect(() => move('discovered', '2012-04-03')).toThrow('이미 ‘발굴’ 상태입니다');
    expect(() => move('nirvana', '2012-04-03')).toThrow('목록에 있는 값');
    expect(() => move('received', '2012-04-01')).toThrow('접수일(2012-04-01)이 발굴일(2012-04-02)보다 빠릅니다');
    expect(stepsOf(store.read, id)).toHaveLength(1);
    expect(() => write(store, tester, '상태', (tx) => moveTask(tx, 'nobody', { to: 'received', on: '2012-04-03' }))).toThrow('찾을 수 없습니다');
  });

  it('goes back as one step of undo: state, date, employees and history', () => {
    move('selected', '2012-07-20');
    undo(store, tester, nextUndo(store, tester)?.id ?? 0, 'ask');
    expect(row()).toMatchObject({ status: 'discovered', decided_on: null, employees_at_decision: null });
    expect(stepsOf(store.read, id)).toHaveLength(1);
  });
});
