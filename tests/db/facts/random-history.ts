/** Random commands over everything reports count from: links that move, records that arrive late, merges, deletes, undo. */
import { attendance, meeting, meetingCluster } from '../../../db/meetings/fields.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { Refusal } from '../../../db/errors.ts';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import { mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { obstaclesOf, undo, type Action } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { participant, task, taskStep } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

type Random = (below: number) => number;
type Make = (random: Random) => Cell;

const oneOf = (...values: Cell[]): Make => (random) => values[random(values.length)] ?? null;
const day: Make = (random) => `20${String(9 + random(3)).padStart(2, '0')}-${['01-01', '03-31', '04-01', '07-15', '12-31'][random(5)] ?? '06-01'}`;
const maybe = (make: Make): Make => (random) => (random(3) === 0 ? null : make(random));
/** Few ids, made or not: links often lead to what is not there yet. */
const idOf = (table: string, many: number): Make => (random) => `${table}-${random(many)}`;

const amounts = maybe((random) => random(9) * 1_000_000);
// 124-81-00998 and 220-81-62517 pass the check sum (domain.md §14.1).
type Kind = readonly [type: AnyRecord, many: number, fields: Readonly<Record<string, Make>>];
const nothing: Kind = [organisation, 1, {}];
const fieldsOf: readonly Kind[] = [
  [organisation, 6, { name: oneOf('가', '나'), kind: oneOf('firm'), province: oneOf(null, '강원도', '강원특별자치도', '경남', '어딘가'), business_no: oneOf(null, null, '1248100998', '2208162517'), merged_into: maybe(idOf('organisation', 6)), _del: oneOf(0, 0, 0, 1) }],
  [person, 4, { name: oneOf('김', '이'), _del: oneOf(0, 1) }],
  [miniCluster, 4, { name: oneOf('MC'), hub: oneOf('changwon', 'gumi'), kind: oneOf('general'), founded_on: maybe(day), dissolved_on: maybe(day), parent: oneOf(null, null, 'mini_cluster-0'), _del: oneOf(0, 0, 1) }],
  [membership, 8, { cluster: idOf('mini_cluster', 4), person: maybe(idOf('person', 3)), organisation: maybe(idOf('organisation', 4)), kind: oneOf('firm', 'expert', 'university'), joined_on: day, left_on: maybe(day), _del: oneOf(0, 0, 1) }],
  [task, 8, {
    lead_org: idOf('organisation', 6), cluster: maybe(idOf('mini_cluster', 4)), coordinator: maybe(idOf('person', 4)), office: oneOf(null, '창원', '구미'), support_type: oneOf(null, 'rnd'), stage: oneOf(null, 'first'), field: oneOf('rnd', null),
    status: oneOf('discovered', 'selected', 'on-hold', 'completed', 'follow-up', 'stopped'), employees_at_decision: oneOf(null, 9, 10, 50, 51, 400), found_on: day, received_on: maybe(day), decided_on: maybe(day), completed_on: maybe(day),
    fund_national: amounts, fund_local: amounts, fund_private_cash: amounts, fund_private_in_kind: amounts, source_meeting: maybe(idOf('meeting', 4)), found_by: oneOf(null, 'visit'), _del: oneOf(0, 0, 0, 1),
  }],
  [taskStep, 8, { task: idOf('task', 8), from_status: oneOf(null, 'selected', 'received'), to_status: oneOf('on-hold', 'completed', 'stopped'), on_date: day, _del: oneOf(0, 0, 1) }],
  [participant, 8, { task: idOf('task', 8), organisation: idOf('organisation', 6), role: oneOf('lead', 'partner'), _del: oneOf(0, 0, 0, 1) }],
  [session, 8, {
    visit_on: day, start_at: oneOf(null, '10:00'), end_at: oneOf(null, '11:30'), contact_minutes: oneOf(null, 30), preparation_minutes: oneOf(null, 10), coordinator: idOf('person', 4), organisation: idOf('organisation', 6),
    cluster: maybe(idOf('mini_cluster', 4)), status: oneOf('draft', 'submitted'), result: oneOf(null, 'solved'), mode: oneOf('visit', 'phone'), _del: oneOf(0, 0, 1),
  }],
  [meeting, 4, { title: oneOf('회의'), kind: oneOf('regular', 'workshop'), start_on: day, end_on: maybe(day), status: oneOf(null, 'held', 'cancelled'), headcount_only: oneOf(null, 12), _del: oneOf(0, 0, 1) }],
  [meetingCluster, 6, { meeting: idOf('meeting', 4), cluster: idOf('mini_cluster', 4), is_host: oneOf(0, 1, null), _del: oneOf(0, 0, 1) }],
  [attendance, 8, { meeting: idOf('meeting', 4), person: idOf('person', 4), organisation: maybe(idOf('organisation', 4)), kind: oneOf('firm'), is_present: oneOf(0, 1, null), is_member: oneOf(0, 1), _del: oneOf(0, 0, 1) }],
];

const actionColumns = 'SELECT * FROM action WHERE undone_by IS NULL AND kind <> \'undo\' ORDER BY id DESC LIMIT 6';

/** One transaction of one to four rows, or an undo. True when it was taken: what a keeper refuses changes nothing. */
export const randomStep = (store: Store, random: Random): boolean => {
  try {
    oneStep(store, random);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

const oneStep = (store: Store, random: Random): void => {
  if (random(6) === 0) {
    const actions = store.read.all<Action>(actionColumns);
    const action = actions[random(Math.max(1, actions.length))];
    if (action) undo(store, tester, action.id, obstaclesOf(store, action).length > 0 ? 'all' : 'ask');
    return;
  }
  write(store, tester, '무작위', (tx) => {
    for (let row = 0; row <= random(4); row += 1) {
      const [type, many, makes] = fieldsOf[random(fieldsOf.length)] ?? nothing;
      const id = `${type.table}-${random(many)}`;
      const isThere = store.read.value<number>(`SELECT 1 FROM ${type.table} WHERE id = ?`, [id]) === 1;
      const names = Object.keys(makes).filter((name) => (isThere ? random(4) === 0 : name !== '_del'));
      // Without the door's checks: rows also arrive incomplete, and in any order.
      const cells = names.map((name): [string, Cell] => [name, makes[name]?.(random) ?? null]);
      tx.put(type, id, Object.fromEntries(cells.filter(([, value]) => isThere || value !== null)));
    }
  });
};

/** Everything one device knows, told to another. */
export const tellAll = (from: Store, to: Store): void => { mergeOperations(to, operationsSince(from, new Map())); };
