/** Random user commands over real records, from one seed. */
import type { Actor } from '../../db/kernel/actor.ts';
import type { Store } from '../../db/kernel/store.ts';
import { write } from '../../db/kernel/write.ts';
import { membership, miniCluster } from '../../db/clusters/fields.ts';
import { relationId } from '../../db/kernel/id.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { task } from '../../db/tasks/fields.ts';

/** A small generator of repeatable numbers (mulberry32). */
export const randomFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const names = ['한빛정밀', '(주)대경산업', '세영테크놀러지', '가온', '똠방각하', 'ABC 금형', '도해정밀', '미래e'];
const statuses = ['discovered', 'received', 'planning', 'under-review', 'selected', 'on-hold'] as const;

const pick = <T>(random: (below: number) => number, list: readonly T[]): T | undefined => list[random(Math.max(1, list.length))];

const day = (random: (below: number) => number): string => `20${10 + random(15)}-0${1 + random(9)}-1${random(9)}`;

const live = (store: Store, table: string): string[] => store.read.column<string>(`SELECT id FROM ${table} WHERE _del = 0 ORDER BY id`);

/** Runs one random command; some change several rows, some change nothing. */
export const randomCommand = (store: Store, actor: Actor, random: (below: number) => number): void => {
  const organisations = live(store, 'organisation');
  const tasks = live(store, 'task');
  const clusters = live(store, 'mini_cluster');
  write(store, actor, '무작위 작업', (tx) => {
    const organisationId = pick(random, organisations);
    const taskId = pick(random, tasks);
    const clusterId = pick(random, clusters);
    switch (random(9)) {
      case 0: tx.create(organisation, { name: pick(random, names) ?? '이름', kind: 'firm', employees: random(400) }); break;
      case 1: if (organisationId) tx.change(organisation, organisationId, { name: pick(random, names) ?? '이름', memo: random(2) ? `메모 ${random(5)}` : null }); break;
      case 2: if (organisationId) tx.create(task, { title: `과제 ${random(100)}`, status: 'discovered', lead_org: organisationId, found_on: day(random) }); break;
      case 3: if (taskId) tx.change(task, taskId, { status: pick(random, statuses) ?? 'received' }); break;
      case 4: if (taskId) tx.change(task, taskId, { title: `과제 ${random(100)}`, fund_national: random(1000) * 1000, memo: `메모 ${random(5)}` }); break;
      case 5: if (taskId) tx.remove(task, taskId); break;
      case 6: tx.create(miniCluster, { name: `미클 ${random(9)}`, hub: 'changwon', kind: 'general', founded_on: day(random) }); break;
      case 7: if (clusterId && organisationId) tx.create(membership, { cluster: clusterId, organisation: organisationId, kind: 'firm', joined_on: '2020-01-01' }, relationId('membership', clusterId, null, organisationId, '2020-01-01')); break;
      default: for (const id of organisations.slice(0, random(4))) tx.change(organisation, id, { employees: random(400) });
    }
  });
};

/** Everything users see, without local row numbers: equal texts are equal databases. */
export const visibleState = (store: Store): string => JSON.stringify([...store.records.values()].map((type) => {
  const columns = [...Object.keys(type.fields), ...Object.keys(type.derived)];
  return [type.table, store.read.all(`SELECT id, ${columns.join(', ')} FROM ${type.table} WHERE _del = 0 ORDER BY id`)];
}));

/** Every synced column of every row, deleted or not, and the open conflicts. */
export const wholeState = (store: Store): string => JSON.stringify([
  ...[...store.records.values()].map((type) => [type.table, store.read.all<{ n: number }>(`SELECT * FROM ${type.table} ORDER BY id`).map(({ n: _local, ...row }) => row)]),
  store.read.all('SELECT * FROM sync_conflict ORDER BY tbl, row_id, field, writer, seq'),
]);
