/** A firm with a task whose work runs over the years a test says. */
import type { Values } from '../../../db/kernel/field.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task, taskStep } from '../../../db/tasks/fields.ts';
import { tester, type TestStore } from '../../support/store.ts';

export type TaskValues = Partial<Values<typeof task.fields>>;

export const makeFirm = (tx: Tx, name: string, more: Partial<Values<typeof organisation.fields>> = {}): string => tx.create(organisation, { name, kind: 'firm', ...more });

/** A task of 2012 that runs from September 2012, in any state. */
export const makeTask = (tx: Tx, firm: string, values: TaskValues = {}): string => tx.create(task, {
  title: '도금 불량 개선', status: 'in-progress', lead_org: firm, found_on: '2012-04-02', decided_on: '2012-07-20', agreed_on: '2012-08-20', start_on: '2012-09-01', end_on: '2013-08-31', ...values,
});

export const stop = (tx: Tx, id: string, on: string): void => {
  tx.change(task, id, { status: 'stopped' });
  tx.create(taskStep, { task: id, from_status: 'in-progress', to_status: 'stopped', on_date: on });
};

export const inStore = <Result>(store: TestStore, run: (tx: Tx) => Result): Result => write(store, tester, '준비', run);
