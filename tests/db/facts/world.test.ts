/** The facts that the tables are counted from are what the records say, after a random office has been made, changed, deleted and taken back. */
import { expect, it } from 'vitest';
import { account } from '../../../db/accounts/fields.ts';
import { membership } from '../../../db/clusters/fields.ts';
import { createDice } from '../../../db/demo/dice.ts';
import { wrongFacts } from '../../../db/facts/facts.ts';
import { payment } from '../../../db/funds/fields.ts';
import { Refusal } from '../../../db/errors.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { attendance, meeting } from '../../../db/meetings/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester } from '../../support/store.ts';
import { putWorld } from '../reports/random-world.ts';

/** A rule of the trade may refuse a random step: then nothing has changed. */
const allow = (step: () => unknown): void => {
  try { step(); } catch (error) { if (!(error instanceof Refusal)) throw error; }
};

it('hold after every step of a random office', () => {
  forSeeds('facts of a random office', 4, (seed) => {
    const store = openTestStore();
    try {
      const { people, clusters, tasks, meetings } = putWorld(store, seed);
      expect(wrongFacts(store.read)).toEqual([]);
      const dice = createDice(seed);
      const some = (table: string): string => store.read.value<string>(`SELECT id FROM ${table} WHERE _del = 0 ORDER BY n LIMIT 1 OFFSET ?`, [dice.between(0, 4)]) ?? '';
      const steps: readonly ((tx: Tx) => unknown)[] = [
        // Somebody who never visited does now: their attendances become facts; and the other way round.
        (tx) => tx.create(session, { visit_on: '2010-05-05', coordinator: people[7] ?? '', organisation: some('organisation'), mode: 'phone', status: 'draft' }),
        (tx) => tx.change(person, people[8] ?? '', { roles: 'coordinator' }),
        (tx) => tx.change(person, people[8] ?? '', { roles: null }),
        (tx) => tx.create(account, { name: '새 사람', number: 555, role: 'coordinator', person: people[6] ?? '' }),
        (tx) => tx.change(meeting, some('meeting'), { start_on: '2009-06-15', end_on: null, kind: 'seminar', status: 'held' }),
        (tx) => tx.change(task, some('task'), { source_meeting: meetings[3] ?? null, source_session: null, coordinator: people[2] ?? null, found_on: '2008-02-28' }),
        (tx) => tx.change(task, tasks[5] ?? '', { office: '새 지사', support_type: null, program_year: 9 }),
        (tx) => tx.create(membership, { cluster: clusters[1] ?? '', person: people[3] ?? '', kind: 'firm', joined_on: '2008-01-01' }),
        (tx) => tx.change(membership, some('membership'), { left_on: '2011-12-31' }),
        (tx) => tx.change(membership, some('membership'), { left_on: null }),
        (tx) => tx.change(membership, some('membership'), { joined_on: '2007-01-01' }),
        (tx) => tx.change(membership, some('membership'), { cluster: clusters[2] ?? '' }),
        (tx) => tx.change(membership, some('membership'), { person: people[5] ?? '', organisation: null }),
        (tx) => tx.remove(membership, some('membership')),
        (tx) => tx.remove(attendance, some('attendance')),
        (tx) => tx.create(payment, { task: tasks[6] ?? '', paid_on: '2010-01-01', amount: 5_000_000, fund: 'national' }),
        (tx) => tx.remove(session, store.read.value<string>("SELECT id FROM session WHERE _del = 0 AND status <> 'confirmed' LIMIT 1") ?? ''),
      ];
      for (const step of steps) {
        allow(() => write(store, tester, '한 걸음', step));
        expect(wrongFacts(store.read), String(step)).toEqual([]);
        if (dice.chance(50)) allow(() => undo(store, tester, lastAction(store), 'all'));
        expect(wrongFacts(store.read), `undone ${String(step)}`).toEqual([]);
      }
    } finally {
      store.dispose();
    }
  });
}, 120_000);
