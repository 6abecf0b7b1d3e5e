/** What each state of a task asks for, filled as an office would: every step is a move through the workflow. */
import { participant } from '../tasks/fields.ts';
import { changeTask } from '../tasks/change.ts';
import { createTask, type TaskValues } from '../tasks/create.ts';
import { moveTask } from '../tasks/move.ts';
import { decideSmall } from '../evaluations/decide-small.ts';
import { midCheck } from '../outcomes/fields.ts';
import { setYears } from '../outcomes/results.ts';
import { relationId } from '../kernel/id.ts';
import type { Cell } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { supportRuleOn } from '../program/rules.ts';
import { ruleDayOf, undecidedSupportType } from '../program/choices.ts';
import { itemUseOf } from '../reference/cost-items.ts';
import type { StateCode } from '../tasks/workflow.ts';
import { daysAfter } from '../today/days.ts';
import { inNameOf, type Staff } from './offices.ts';
import { figuresOf, putOutputs } from './outcomes.ts';
import { textOf, type Sample } from './sample.ts';
import { payFirst, payRest, putBudget, spend } from './task-money.ts';
import type { Step, TaskPlan } from './task-plan.ts';

/** A task under way: its plan, its id once it is made, and the national money it has spent. */
export type Walk = { plan: TaskPlan; id: string; spent: number; isRestPaid: boolean };
export type Stage = { tx: Tx; sample: Sample; staff: Staff };

const kept = ['title', 'need_text', 'field', 'other_fields', 'stage', 'found_by', 'lead_org', 'site', 'cluster', 'coordinator', 'found_on', 'source_session', 'source_meeting', 'memo'] as const;

/** Other bodies of the task; as many firms as the type asks for are added from the lead firm's complex. */
const putParticipants = ({ tx, sample }: Stage, { plan, id }: Walk): void => {
  const rows = sample.rows('participant').filter((row) => row['task'] === plan.ref);
  for (const row of rows) tx.create(participant, { ...sample.valuesOf(participant, row), task: id } as Parameters<typeof tx.create<typeof participant.fields>>[1], relationId('participant', id, sample.id(textOf(row['organisation']))));
  if (plan.money === null) return;
  const day = ruleDayOf({ program_year: plan.programYear, decided_on: plan.steps.findLast(({ to }) => to === 'selected')?.on, found_on: plan.row['found_on'] }) ?? plan.steps[0]?.on ?? '';
  const rule = supportRuleOn(tx.read, plan.money.supportType, day);
  const organisations = sample.rows('organisation');
  const lead = organisations.find((one) => one.ref === plan.row['lead_org']);
  const there = new Set(rows.map((row) => row['organisation']));
  const isCounted = (ref: Cell | undefined): boolean => rule?.joint_of === 'bodies' || organisations.find((one) => one.ref === ref)?.['kind'] === 'firm';
  const count = rows.filter((row) => isCounted(row['organisation'])).length;
  const near = organisations.filter((one) => one['kind'] === 'firm' && one['complex'] === lead?.['complex'] && one['status'] === 'active' && !there.has(one.ref));
  for (const one of near.slice(0, Math.max(0, (rule?.joint_min ?? 1) - count))) tx.create(participant, { task: id, organisation: sample.id(one.ref), role: 'partner' }, relationId('participant', id, sample.id(one.ref)));
};

const make = (stage: Stage, walk: Walk, on: string): void => {
  const { plan } = walk;
  const values = Object.fromEntries(kept.map((name) => [name, plan.values[name] ?? null])) as Partial<TaskValues>;
  const session = textOf(plan.row['source_session']);
  const item = stage.sample.rows('agenda_item').find((row) => row['task'] === plan.ref);
  const meeting = textOf(plan.row['source_meeting']);
  walk.id = createTask(inNameOf(stage.tx, stage.staff.accountOf(plan.coordinator)), { ...values, found_on: on, program_year: plan.programYear, office: plan.office, found_by: values.found_by ?? 'firm-visit' },
    session ? { session: stage.sample.id(session) } : meeting ? { meeting: stage.sample.id(meeting), ...(item ? { agendaItem: stage.sample.id(item.ref) } : {}) } : null);
  stage.sample.setId(plan.ref, walk.id);
  putParticipants(stage, walk);
};

/** Spends what belongs to a task that is over. */
const spendAll = ({ tx }: Stage, walk: Walk, until: string, percent: number): void => {
  const { money, startOn } = walk.plan;
  if (money === null || startOn === null || walk.spent > 0) return;
  walk.spent = spend(tx, walk.id, money.split, money.items, { from: startOn, until, percent });
};

const payTheRest = ({ tx }: Stage, walk: Walk, on: string): void => {
  if (walk.isRestPaid || walk.plan.money === null) return;
  walk.isRestPaid = true;
  payRest(tx, walk.id, walk.plan.money.split, on);
};

const paidOf = (tx: Tx, id: string): number => tx.read.value<number>("SELECT coalesce(sum(amount), 0) FROM payment WHERE task = ? AND fund = 'national' AND _del = 0", [id]) ?? 0;

type Filling = { values?: Partial<TaskValues>; reason?: string };
type Fill = (stage: Stage, walk: Walk, step: Step) => Filling;

const conditions = ['없음', '분기마다 진도를 보고할 것', '참여기관과 공동으로 시험할 것'];

/** Values a move brings along, and what is written beside the task just before it. */
const fills: Partial<Record<StateCode, Fill>> = {
  received: ({ sample, staff }, { plan }) => ({ values: { support_type: plan.dice.chance(30) ? undecidedSupportType : (plan.money?.supportType ?? plan.advice ?? undecidedSupportType), received_by: sample.id(staff.receiverOf(plan.office)) } }),
  planning: (_stage, { plan }, { reason }) => ({
    values: { plan_goal: `${textOf(plan.row['title'])}: 시험 기준을 만족하는 시제품과 공정 조건 확보`, planned_cost: plan.money?.total ?? 30_000_000 }, reason: reason ?? '심의 의견에 따라 목표와 평가 기준을 고쳐 다시 기획함.',
  }),
  'under-review': (_stage, { plan }, { on }) => ({
    values: { planned_on: on, plan_doc: `예시 사업계획서-${plan.ref.slice(5)}.hwp`, route: plan.money?.route ?? 'committee', ...(plan.money ? { support_type: plan.money.supportType, ...plan.money.split } : {}) },
  }),
  agreed: ({ tx }, { plan, id }, { on }) => {
    if (plan.money) putBudget(tx, id, plan.money.items);
    return { values: { agreement_no: `예시 협약 ${on.slice(0, 4)}-${plan.ref.slice(5).padStart(3, '0')}`, agreed_on: on, start_on: plan.startOn, end_on: plan.endOn, ...(itemUseOf(plan.money?.supportType ?? null) === 'rnd' ? { rnd_no: `예시-RS-${plan.ref.slice(5).padStart(4, '0')}` } : {}) } };
  },
  'in-progress': (stage, walk, { on }) => {
    const { plan, id } = walk;
    if (plan.money && paidOf(stage.tx, id) === 0) payFirst(stage.tx, id, plan.money.split, on);
    else payTheRest(stage, walk, on);
    return {};
  },
  'mid-check': ({ tx, sample }, { plan, id }, { on }) => {
    tx.create(midCheck, { task: id, on_date: on, checker: sample.id(plan.coordinator), result: 'continue', opinion: '계획한 시험을 마쳤고 남은 일정에 무리가 없음.' });
    return {};
  },
  'final-review': (stage, walk, { on }) => {
    payTheRest(stage, walk, walk.plan.endOn ?? on);
    spendAll(stage, walk, walk.plan.endOn ?? on, walk.plan.dice.chance(70) ? 100 : walk.plan.dice.between(93, 98));
    return {};
  },
  completed: ({ tx }, walk, { on }) => {
    const hasOutputs = putOutputs(tx, walk, on);
    return { values: { final_grade: walk.plan.dice.pick(['excellent', 'ordinary', 'ordinary', 'poor']), completed_on: on, ...(hasOutputs ? {} : { has_no_outputs: 1 }) } };
  },
  stopped: (stage, walk, { on }) => {
    spendAll(stage, walk, on, 40);
    return { values: { final_grade: 'very-poor', returned: paidOf(stage.tx, walk.id) - walk.spent } };
  },
  'follow-up': ({ tx }, { id, spent }) => ({ values: { settled_amount: spent, unused_returned: paidOf(tx, id) - spent } }),
  closed: ({ tx }, walk, { on }) => {
    const year = Number(textOf(tx.read.value<string>('SELECT completed_on FROM task WHERE id = ?', [walk.id]) ?? on).slice(0, 4));
    setYears(tx, walk.id, [1, 2, 3].map((after) => ({ year: year + after, patch: figuresOf(walk.plan.dice, after) })));
    return {};
  },
  'direct-done': ({ sample }, { plan }) => ({ values: { solved_session: sample.id(textOf(plan.row['source_session'])), support_type: plan.advice } }),
  referred: ({ sample }, { plan }) => {
    const bodies = sample.rows('organisation').filter((row) => row['kind'] === 'support-body' && row.ref !== 'agency-1');
    return { values: { referred_to: sample.id(plan.dice.pick(bodies).ref), referral_outcome: '지원 대상에 들어 장비 이용을 시작함.' } };
  },
  'on-hold': (_stage, _walk, { on }) => ({ values: { review_on: daysAfter(on, 120) } }),
};

/** Takes one task one step; what a committee decides is left to the committee. */
export const takeStep = (stage: Stage, walk: Walk, step: Step): void => {
  const { plan, id } = walk;
  if (step.to === 'discovered') return make(stage, walk, step.on);
  const tx = inNameOf(stage.tx, stage.staff.accountOf(plan.coordinator));
  if (step.to === 'selected' && plan.money) {
    return decideSmall(tx, { task: id, person: stage.sample.id(stage.staff.lead), decision: 'selected', on: step.on, opinion: '소액과제로 타당하여 선정함.', amount: plan.money.split.fund_national, conditions: plan.dice.pick(conditions) });
  }
  const { values = {}, reason = step.reason } = fills[step.to]?.({ ...stage, tx }, walk, step) ?? {};
  moveTask(tx, id, { to: step.to, on: step.on, reason, values });
};

/** After the last step: running work has spent a part that grows with the days. */
export const settleRunning = ({ tx, sample }: Stage, walk: Walk): void => {
  const { money, startOn, endOn } = walk.plan;
  const status = tx.read.value<string>('SELECT status FROM task WHERE id = ?', [walk.id]);
  if (money === null || startOn === null || endOn === null || (status !== 'in-progress' && status !== 'mid-check')) return;
  const days = Math.round((Date.parse(sample.today) - Date.parse(startOn)) / 86_400_000);
  const percent = Math.min(65, Math.max(5, Math.floor(days / 5)));
  walk.spent = spend(tx, walk.id, money.split, money.items, { from: startOn, until: sample.today, percent });
};

/** The employees of the day of the decision, where the figures of that year are not in the sample. */
export const settleEmployees = ({ tx }: Stage, { plan, id }: Walk): void => {
  const isUnknown = tx.read.value<number>('SELECT 1 FROM task WHERE id = ? AND decided_on IS NOT NULL AND employees_at_decision IS NULL', [id]) === 1;
  if (isUnknown) changeTask(tx, id, { employees_at_decision: typeof plan.row['employees_at_decision'] === 'number' ? plan.row['employees_at_decision'] : 12 });
};
