/**
 * A random office with everything the tables T4 to T12 count: firms that are one body, firms without a province, tasks across program years,
 * joint meetings, members who left, employees unknown, records that were deleted and records that came back. The same seed makes the same.
 */
import { account } from '../../../db/accounts/fields.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { createDice, type Dice } from '../../../db/demo/dice.ts';
import { officeBudget, payment, spending } from '../../../db/funds/fields.ts';
import type { AnyRecord } from '../../../db/kernel/field.ts';
import { relationId } from '../../../db/kernel/id.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { attendance, meeting, meetingCluster } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { followOn, output, performance } from '../../../db/outcomes/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { meetingKinds } from '../../../db/reference/choices/meeting.ts';
import { taskFields, taskStages, taskStates } from '../../../db/reference/choices/task.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { entryGuard, session } from '../../../db/sessions/fields.ts';
import { task, taskStep } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

export type RandomWorld = { firms: string[]; people: string[]; clusters: string[]; tasks: string[]; meetings: string[] };

const edges = ['01-01', '02-28', '03-31', '04-01', '06-15', '12-31'];
const states = taskStates.map(({ code }) => code);
const hubs = ['남동', 'namdong', '창원', 'gumi', '명지녹산', '제주도 어딘가', '없는단지'];
const offices = ['창원지사', '남동지사', null];
const types = ['field-technology', 'domestic-patent', 'undecided', null];

const dayIn = (dice: Dice, first: number, last: number): string => `${dice.between(first, last)}-${dice.pick(edges)}`;
const maybe = <T>(dice: Dice, percent: number, value: () => T): T | null => (dice.chance(percent) ? value() : null);
const notBefore = (first: string, day: string | null): string | null => (day !== null && day < first ? first : day);
const won = (dice: Dice): number => dice.between(0, 250_000_000);

/** Some of the records deleted, and some of those brought back. */
const finish = (store: Store, dice: Dice, type: AnyRecord, ids: readonly string[]): void => {
  for (const id of ids) {
    if (!dice.chance(18)) continue;
    write(store, tester, '삭제', (tx) => tx.remove(type, id));
    if (dice.chance(40)) write(store, tester, '되살리기', (tx) => tx.restore(type, id));
  }
};

const makeFirms = (tx: Tx, dice: Dice): string[] => Array.from({ length: 7 }, (_, index) => tx.create(organisation, {
  name: `기업 ${index}`, kind: 'firm', province: dice.pick(['경상남도', '경남', '인천광역시', null]),
  // The first and the second are one body by their number, the third and the fourth as well.
  business_no: index < 2 ? '9358174060' : index < 4 ? '1248100998' : null,
}));

const makePeople = (tx: Tx, dice: Dice): string[] => Array.from({ length: 9 }, (_, index) => {
  const id = tx.create(person, { name: `사람 ${index}`, roles: dice.chance(30) ? 'coordinator' : null });
  if (index < 3) tx.create(account, { name: `사람 ${index}`, number: 100 + index, role: 'coordinator', office: offices[index] ?? null, person: id });
  return id;
});

const makeClusters = (tx: Tx, dice: Dice): string[] => {
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    const founded = dayIn(dice, 2007, 2009);
    ids.push(tx.create(miniCluster, { name: `MC ${index}`, hub: dice.pick(hubs), kind: 'general', founded_on: founded, dissolved_on: maybe(dice, 30, () => notBefore(founded, dayIn(dice, 2009, 2012)) ?? founded), parent: index === 6 ? (ids[0] ?? null) : null }));
  }
  return ids;
};

const makeMembers = (tx: Tx, dice: Dice, clusters: readonly string[], people: readonly string[], firms: readonly string[]): string[] => Array.from({ length: 45 }, () => {
  const joined = dayIn(dice, 2007, 2011);
  const isBody = dice.chance(35);
  return tx.create(membership, { cluster: dice.pick(clusters), person: isBody ? null : dice.pick(people), organisation: isBody || dice.chance(50) ? dice.pick(firms) : null, kind: 'firm', joined_on: joined, left_on: maybe(dice, 35, () => notBefore(joined, dayIn(dice, 2008, 2012)) ?? joined) });
});

const makeSessions = (tx: Tx, dice: Dice, { firms, people, clusters }: Pick<RandomWorld, 'firms' | 'people' | 'clusters'>): string[] => Array.from({ length: 70 }, () => {
  const hour = dice.between(8, 14);
  const mode = dice.pick(['visit', 'phone', 'visit', 'written']);
  return tx.create(session, {
    visit_on: dayIn(dice, 2008, 2011), start_at: `${String(hour).padStart(2, '0')}:00`, end_at: maybe(dice, 85, () => `${String(hour + dice.between(1, 8)).padStart(2, '0')}:30`), mode, place: mode === 'visit' ? '현장' : null,
    coordinator: people[dice.between(0, 4)] ?? '', organisation: dice.pick(firms), cluster: maybe(dice, 75, () => dice.pick(clusters)), status: dice.pick(['draft', 'submitted', 'confirmed', 'confirmed']),
  });
});

const makeMeetings = (tx: Tx, dice: Dice, clusters: readonly string[]): string[] => Array.from({ length: 45 }, () => {
  const start = dayIn(dice, 2008, 2011);
  const id = tx.create(meeting, { title: '회의', kind: dice.pick(meetingKinds).code, start_on: start, end_on: maybe(dice, 20, () => start), status: dice.pick(['held', 'held', null, 'planned', 'cancelled']), headcount_only: maybe(dice, 25, () => dice.between(0, 80)) });
  const hosts = new Set(Array.from({ length: dice.pick([1, 1, 2, 3]) }, () => dice.pick(clusters)));
  for (const [index, cluster] of [...hosts].entries()) tx.create(meetingCluster, { meeting: id, cluster, is_host: index === 0 ? 1 : 0 }, relationId('meeting_cluster', id, cluster));
  return id;
});

const makeAttendances = (tx: Tx, dice: Dice, { meetings, people, firms }: Pick<RandomWorld, 'meetings' | 'people' | 'firms'>): string[] => meetings.flatMap((id) => (dice.chance(80) ? people.flatMap((one) => (dice.chance(50)
  ? [tx.create(attendance, { meeting: id, person: one, organisation: maybe(dice, 70, () => dice.pick(firms)), kind: 'firm', is_present: dice.chance(75) ? 1 : 0, is_member: dice.chance(60) ? 1 : 0 }, relationId('attendance', id, one))] : [])) : []));

const makeTask = (tx: Tx, dice: Dice, index: number, { firms, people, clusters, meetings }: RandomWorld, sessions: readonly string[]): string => {
  const found = dayIn(dice, 2007, 2011);
  const received = maybe(dice, 65, () => notBefore(found, dayIn(dice, 2008, 2011)) ?? found);
  const decided = maybe(dice, 80, () => notBefore(found, dayIn(dice, 2008, 2012)) ?? found);
  const id = tx.create(task, {
    title: `과제 ${index}`, task_no: maybe(dice, 60, () => `과-${index}`), status: dice.pick(['completed', 'follow-up', 'closed', 'direct-done', 'referred', ...states]), lead_org: dice.pick(firms), field: maybe(dice, 85, () => dice.pick(taskFields).code), stage: maybe(dice, 50, () => dice.pick(taskStages).code),
    support_type: dice.pick(types), program_year: maybe(dice, 85, () => dice.between(3, 8)), found_on: found, received_on: received, decided_on: decided, completed_on: maybe(dice, 60, () => dayIn(dice, 2008, 2012)), referred_on: maybe(dice, 40, () => dayIn(dice, 2008, 2012)),
    final_report_on: maybe(dice, 40, () => dayIn(dice, 2008, 2012)), end_on: maybe(dice, 60, () => dayIn(dice, 2009, 2012)), cluster: maybe(dice, 75, () => dice.pick(clusters)), coordinator: maybe(dice, 80, () => dice.pick(people)), office: dice.pick(offices),
    source_session: maybe(dice, 45, () => dice.pick(sessions)), source_meeting: maybe(dice, 40, () => dice.pick(meetings)), employees_at_decision: maybe(dice, 70, () => dice.pick([9, 10, 50, 51, 300, 301])),
    fund_national: maybe(dice, 75, () => won(dice)), fund_local: maybe(dice, 30, () => won(dice)), fund_private_cash: maybe(dice, 60, () => won(dice)), fund_private_in_kind: maybe(dice, 40, () => won(dice)), granted: maybe(dice, 50, () => won(dice)),
  });
  for (let step = dice.between(0, 4); step > 0; step -= 1) tx.create(taskStep, { task: id, from_status: dice.pick(states), to_status: dice.pick(['on-hold', 'completed', 'stopped', 'direct-done', 'referred', 'discovered']), on_date: dayIn(dice, 2008, 2012) });
  return id;
};

/** Money and results beside the tasks, by record type: the ids of each. */
const makeAround = (tx: Tx, dice: Dice, tasks: readonly string[]): [AnyRecord, string[]][] => {
  const some = (percent: number, make: (id: string) => string): string[] => tasks.flatMap((id) => (dice.chance(percent) ? [make(id)] : []));
  const fund = (): string => dice.pick(['national', 'national', 'local', 'private-cash']);
  return [
    [payment, [...some(50, (id) => tx.create(payment, { task: id, paid_on: dayIn(dice, 2008, 2012), amount: won(dice), fund: fund() })), ...some(20, (id) => tx.create(payment, { task: id, paid_on: dayIn(dice, 2008, 2012), amount: won(dice), fund: fund() }))]],
    [spending, [...some(50, (id) => tx.create(spending, { task: id, spent_on: dayIn(dice, 2008, 2012), item: 'material', amount: won(dice), fund: fund() })), ...some(30, (id) => tx.create(spending, { task: id, spent_on: dayIn(dice, 2008, 2012), item: 'staff', amount: won(dice), fund: fund() }))]],
    [performance, [2010, 2011].flatMap((year) => some(45, (id) => tx.create(performance, { task: id, year, is_commercialised: maybe(dice, 40, () => dice.between(0, 1)), sales: maybe(dice, 50, () => dice.pick([0, won(dice)])), exports_usd: maybe(dice, 30, () => dice.between(0, 900_000)), new_jobs: maybe(dice, 40, () => dice.between(0, 9)), memo: maybe(dice, 20, () => '까닭') }, relationId('performance', id, String(year)))))],
    [output, [1, 2].flatMap(() => some(35, (id) => tx.create(output, { task: id, kind: dice.pick(['patent-applied', 'patent-registered', 'prototype']), title: '성과' })))],
    [followOn, some(30, (id) => tx.create(followOn, { task: id, program: '사업', year: 2011, amount: maybe(dice, 70, () => won(dice)) }))],
  ];
};

const makeBudgets = (tx: Tx, dice: Dice): string[] => ['창원지사', '남동지사', '구미지사'].flatMap((office) => ['field-technology', 'domestic-patent'].flatMap((type) => [3, 4, 5, 6, 7, 8].flatMap((year) => (dice.chance(45)
  ? [tx.create(officeBudget, { office, support_type: type, program_year: year, amount: won(dice) }, relationId('office_budget', office, type, String(year)))] : []))));

export const putWorld = (store: Store, seed: number): RandomWorld => {
  const dice = createDice(seed);
  const [firms, people, clusters] = write(store, tester, '기업과 사람', (tx) => [makeFirms(tx, dice), makePeople(tx, dice), makeClusters(tx, dice)] as const);
  const members = write(store, tester, '회원', (tx) => makeMembers(tx, dice, clusters, people, firms));
  const sessions = write(store, tester, '상담', (tx) => makeSessions(tx, dice, { firms, people, clusters }));
  const meetings = write(store, tester, '회의', (tx) => makeMeetings(tx, dice, clusters));
  const came = write(store, tester, '참석', (tx) => makeAttendances(tx, dice, { meetings, people, firms }));
  const tasks = write(store, tester, '과제', (tx) => Array.from({ length: 70 }, (_, index) => makeTask(tx, dice, index, { firms, people, clusters, meetings, tasks: [] }, sessions)));
  const around = write(store, tester, '돈과 성과', (tx) => makeAround(tx, dice, tasks));
  const budgets = write(store, tester, '예산', (tx) => makeBudgets(tx, dice));
  write(store, tester, '하루 한도', (tx) => { tx.create(entryGuard, { office: '남동지사', guard: 'day-hours', level: 'warn', amount: 300 }, relationId('entry_guard', '남동지사', 'day-hours')); });
  // A firm moves to another province; tasks follow the firm as it stands.
  write(store, tester, '이전', (tx) => { tx.change(organisation, firms[5] ?? '', { province: '서울특별시' }); });
  // A confirmed session is payment evidence: nobody can delete it.
  const loose = sessions.filter((id) => store.read.value('SELECT status FROM session WHERE id = ?', [id]) !== 'confirmed');
  for (const [type, ids] of [[membership, members], [session, loose], [attendance, came], [task, tasks], [officeBudget, budgets], ...around, [meeting, meetings], [miniCluster, clusters.slice(1)]] as const) finish(store, dice, type, ids);
  return { firms, people, clusters, tasks, meetings };
};

/** Years and scope as they come, with the edges of a program year. */
export const randomParams = (seed: number, { clusters, people }: RandomWorld): ReportParams => {
  const dice = createDice(seed ^ 0x5bd1e995);
  const fromYear = dice.between(2007, 2010);
  const scopes: ReportParams['scope'][] = [{}, {}, {}, { office: '창원지사' }, { office: '' }, { cluster: dice.pick(clusters) }, { cluster: '' }, { coordinator: people[dice.between(0, 4)] ?? '' }, { supportType: 'field-technology' }, { province: 'gyeongnam' }, { hub: 'namdong' }, { region: 'dongnam' }];
  return { ...plainParams, asOf: dice.chance(50) ? '2013-12-31' : dayIn(dice, 2009, 2012), fromYear, toYear: fromYear + dice.between(0, 3), yearKind: dice.pick(['calendar', 'program']), scope: dice.pick(scopes) };
};
