/** Difficulty tasks: found, then moved through their states over months and years, with steps and partners. */
import type { BulkRow } from '../../../db/kernel/bulk.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { programNumberOf, programYearOf } from '../../../db/reference/program-years.ts';
import { supportTypesIn } from '../../../db/reference/support-types.ts';
import { participant, task, taskStep } from '../../../db/tasks/fields.ts';
import type { StateCode } from '../../../db/tasks/workflow.ts';
import { hubAt } from './country.ts';
import { splitOf, putOutcomes, putPayment, putSpending } from './money.ts';
import { needOf, productOf, titleOf } from './texts.ts';
import { fields } from './choices.ts';
import { coordinatorOf, putSession } from './sessions.ts';
import type { Firm, World } from './world.ts';


const foundBy = ['firm-visit', 'firm-visit', 'firm-visit', 'cluster-meeting', 'cluster-meeting', 'phone-online', 'support-body', 'survey', 'direct', 'seminar-forum'] as const;

/** The road a task takes, and how many in a hundred take it: three to four changes on the average. */
const roads: readonly (readonly [percent: number, states: readonly StateCode[]])[] = [
  [27, ['direct-done']], [5, ['referred']], [5, ['withdrawn']], [4, ['received', 'on-hold', 'received']],
  [9, ['received', 'planning', 'under-review', 'rejected']],
  [36, ['received', 'selected', 'in-progress', 'completed']],
  [3, ['received', 'selected', 'agreed', 'in-progress', 'stopped']],
  [11, ['received', 'planning', 'under-review', 'selected', 'agreed', 'in-progress', 'mid-check', 'in-progress', 'final-review', 'completed', 'follow-up', 'closed']],
];

const roadOf = (world: World): readonly StateCode[] => {
  let left = world.chance.next() * 100;
  for (const [percent, states] of roads) {
    left -= percent;
    if (left < 0) return states;
  }
  return ['direct-done'];
};

/** Days until the next state: a decision takes weeks, the work most of a year. */
const gapTo: Partial<Record<StateCode, readonly [number, number]>> = { completed: [120, 330], 'mid-check': [90, 180], 'final-review': [60, 150], closed: [700, 1100], 'follow-up': [20, 60], selected: [15, 60], 'direct-done': [0, 45] };

type Walk = { world: World; row: BulkRow; firm: Firm; money: ReturnType<typeof splitOf> | null; supportType: string; isGone: boolean; number: string };

const typesByYear = new Map<number, { money: string[]; advice: string[] }>();
const typeOf = (world: World, hasMoney: boolean): string => {
  const year = programYearOf(world.date)?.year ?? 2016;
  const known = typesByYear.get(year) ?? { money: supportTypesIn(year).filter((one) => one.isMoney).map((one) => one.code), advice: supportTypesIn(year).filter((one) => !one.isMoney).map((one) => one.code) };
  typesByYear.set(year, known);
  return world.chance.pick(hasMoney ? known.money : known.advice);
};

/** What a state writes beside itself. */
const valuesOf = (walk: Walk, to: StateCode): Record<string, Cell> => {
  const { world: { chance, date, dateOf, today }, firm, money, supportType, number } = walk;
  switch (to) {
    case 'received': return { received_on: date, task_no: number, support_type: supportType };
    case 'planning': return { plan_goal: '시험 기준을 만족하는 시제품과 공정 조건 확보', planned_cost: money?.total ?? 30_000_000 };
    case 'under-review': return { planned_on: date, plan_doc: `사업계획서 ${number}.hwp`, route: 'committee' };
    case 'rejected': return { decided_on: date };
    case 'selected': return { decided_on: date, employees_at_decision: firm.employees, ...(money === null ? {} : { ...money.split, granted: money.split.fund_national, conditions: '없음' }) };
    case 'agreed': return { agreed_on: date, agreement_no: `협약 ${number}`, start_on: date, end_on: dateOf(today + chance.between(150, 330)) };
    case 'in-progress': return walk.row.values['start_on'] === null ? { start_on: date } : {};
    case 'final-review': return { final_report_on: date };
    case 'completed': return { completed_on: date, final_grade: chance.pick(['excellent', 'ordinary', 'ordinary', 'ordinary', 'poor']) };
    case 'stopped': return { final_grade: 'very-poor', returned: chance.between(1, 20) * 1_000_000 };
    case 'follow-up': return { settled_on: date, settled_amount: money?.split.fund_national ?? 0 };
    case 'direct-done': return { completed_on: date, support_type: supportType };
    case 'referred': return { referred_on: date, referral_outcome: '장비 이용을 시작함' };
    case 'withdrawn': return { withdrawn_on: date };
    case 'on-hold': return { review_on: dateOf(today + 120), held_from: 'received' };
    default: return {};
  }
};

const putStep = ({ bulk, date, id }: Pick<World, 'bulk' | 'date' | 'id'>, row: BulkRow, from: Cell, to: StateCode, by: number): void => {
  bulk.create(taskStep, id(), { task: row.id, from_status: from, to_status: to, on_date: date, by_account: by, depth: row.depths['status'] ?? 1, ...(to === 'on-hold' || to === 'withdrawn' ? { reason: '기업 사정으로 일정을 다시 정하기로 함' } : {}) });
};

const move = (walk: Walk, road: readonly StateCode[], at: number): void => {
  const { world, row } = walk;
  const to = road[at];
  if (walk.isGone || to === undefined) return;
  const from = row.values['status'] ?? null;
  world.bulk.change(row, { status: to, ...valuesOf(walk, to) });
  putStep(world, row, from, to, 100 + (row.n % 60));
  if (to === 'in-progress' && walk.money) putPayment(world, row.id, walk.money);
  if (to === 'completed' && walk.money) {
    putSpending(world, row.id, walk.money);
    putOutcomes(world, row.id, String(row.values['title']));
  }
  plan(walk, road, at + 1);
};

const plan = (walk: Walk, road: readonly StateCode[], at: number): void => {
  const to = road[at];
  if (to === undefined) return;
  const [low, high] = gapTo[to] ?? [4, 30];
  const { world } = walk;
  world.on(world.today + Math.max(1, world.chance.between(low, high)), '애로과제', () => { move(walk, road, at); });
};

/** One in eight is edited later, one in seventy deleted, and of those two of five brought back. */
const planEdits = (walk: Walk, product: string): void => {
  const { world, row } = walk;
  const { bulk, chance, today } = world;
  if (chance.percent(12)) {
    world.on(today + chance.between(3, 900), '정정', () => {
      if (walk.isGone) return;
      bulk.change(row, chance.percent(50) ? { title: titleOf(chance, product) } : { need_text: needOf(chance, product), memo: `${world.date} 통화 내용을 반영함` });
    });
  }
  if (!chance.percent(1.4)) return;
  world.on(today + chance.between(1, 700), '삭제', () => {
    walk.isGone = true;
    bulk.remove(row);
    if (chance.percent(40)) world.on(world.today + chance.between(1, 40), '복구', () => { bulk.restore(row); });
  });
};

/** Few firms have many tasks: the first registered come far more often. */
export const putTask = (world: World, serial: number): void => {
  const { bulk, chance, firms, date } = world;
  const firm = firms[chance.skewed(firms.length, 1.6)];
  if (!firm) return;
  const product = productOf(chance);
  const coordinator = coordinatorOf(world, firm.hub);
  const road = roadOf(world);
  const isSupported = road.includes('selected');
  const way = chance.pick(foundBy);
  const session = way === 'firm-visit' && chance.percent(50) ? putSession(world, firm, product, 'became-task') : null;
  const row = bulk.create(task, world.id(), {
    title: titleOf(chance, product), status: 'discovered', need_text: needOf(chance, product), field: chance.pick(fields), stage: chance.pick(['technology', 'technology', 'product', 'market']),
    program_year: programNumberOf(programYearOf(date)?.year ?? 2016), found_by: way, lead_org: firm.id, coordinator: coordinator.id, office: hubAt(firm.hub).office, found_on: date,
    ...(world.clusters[firm.cluster] ? { cluster: world.clusters[firm.cluster]?.id ?? null } : {}), ...(session === null ? {} : { source_session: session }),
  });
  firm.task = row.id;
  const walk: Walk = { world, row, firm, isGone: false, money: isSupported ? splitOf(chance) : null, supportType: typeOf(world, isSupported), number: `CL-${date.slice(0, 4)}-${String(serial).padStart(6, '0')}` };
  putStep(world, row, null, 'discovered', coordinator.actor.number);
  if (isSupported && chance.percent(70)) putPartners(world, row.id, firm);
  plan(walk, road, 0);
  planEdits(walk, product);
};

const putPartners = ({ bulk, chance, firms, bodies }: World, id: string, lead: Firm): void => {
  const partners = new Set<string>();
  if (chance.percent(60)) partners.add(chance.pick(bodies).id);
  if (chance.percent(60)) partners.add(chance.pick(firms).id);
  partners.delete(lead.id);
  for (const organisation of partners) bulk.create(participant, relationId('participant', id, organisation), { task: id, organisation, role: 'partner' });
};
