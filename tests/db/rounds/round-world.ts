/** An office with two coordinators, firms in a mini-cluster, and short ways to record what they did. */
import { account } from '../../../db/accounts/fields.ts';
import { actionItem } from '../../../db/actions/fields.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import type { Values } from '../../../db/kernel/field.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { attendance, meeting } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

/** 2026-11-22 09:00, local. */
export const noon = new Date(2026, 10, 22, 9, 0).getTime();
export const today = '2026-11-22';

export type RoundWorld = { store: TestStore; kim: string; lee: string; cluster: string; firms: string[]; do: <T>(run: (tx: Tx) => T) => T };

export const openRounds = (firms = ['한빛정밀', '새빛도금', '가온금형']): RoundWorld => {
  const store = openTestStore({ now: () => noon });
  const run = <T>(fn: (tx: Tx) => T): T => write(store, tester, '준비', fn);
  const made = run((tx) => {
    const [kim = '', lee = ''] = ['김코디', '이코디'].map((name, index) => {
      const id = tx.create(person, { name, roles: 'coordinator' });
      tx.create(account, { name, number: 21 + index, role: 'coordinator', office: index === 0 ? '안산지사' : '창원지사', person: id });
      return id;
    });
    const cluster = tx.create(miniCluster, { name: '금형MC', hub: 'changwon', kind: 'general', founded_on: '2010-01-01', manager: kim });
    const ids = firms.map((name) => {
      const id = tx.create(organisation, { name, kind: 'firm', complex: name === '가온금형' ? 'changwon' : 'banwol' });
      tx.create(membership, { cluster, organisation: id, kind: 'firm', joined_on: '2020-01-01' });
      return id;
    });
    return { kim, lee, cluster, firms: ids };
  });
  return { store, ...made, do: run };
};

export const visit = (tx: Tx, values: Partial<Values<typeof session.fields>> & { organisation: string; coordinator: string; visit_on: string }): string =>
  tx.create(session, { mode: 'visit', place: '현장', status: 'draft', ...values });

export const openTask = (tx: Tx, values: Partial<Values<typeof task.fields>> & { lead_org: string; title: string }): string =>
  tx.create(task, { status: 'received', found_on: '2026-11-01', ...values });

export const promise = (tx: Tx, values: Partial<Values<typeof actionItem.fields>> & { what: string }): string => tx.create(actionItem, { status: 'open', ...values });

export const meet = (tx: Tx, values: Partial<Values<typeof meeting.fields>> & { title: string; start_on: string }, present: readonly string[]): string => {
  const id = tx.create(meeting, { kind: 'seminar', ...values });
  for (const one of present) tx.create(attendance, { meeting: id, person: one, kind: 'coordinator', is_present: 1 });
  return id;
};
