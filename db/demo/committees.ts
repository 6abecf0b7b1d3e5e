/** Evaluation meetings of the sample: each decision day one, with evaluators, scores and opinions; one more stands open. */
import { addTasks } from '../evaluations/agenda.ts';
import { decide, type Decision } from '../evaluations/decide.ts';
import { closeMeeting, holdMeeting } from '../evaluations/hold.ts';
import { addEvaluators } from '../evaluations/members.ts';
import { stepAside } from '../evaluations/recuse.ts';
import { putOpinion, putScores } from '../evaluations/scores.ts';
import { daysAfter } from '../today/days.ts';
import { createDice } from './dice.ts';
import { inNameOf } from './offices.ts';
import { textOf } from './sample.ts';
import type { Stage, Walk } from './task-steps.ts';
import type { Step } from './task-plan.ts';

export type Before = { walk: Walk; step: Step };

const opinions = { selected: ['목표가 뚜렷하고 시험 방법이 구체적임.', '현장 적용 가능성이 높음.', '예산 배분이 적절함.'], rejected: ['선행 기술과 다른 점이 뚜렷하지 않음.', '평가 기준을 다시 정할 필요가 있음.', '시장 조사가 부족함.'] } as const;
const conditions = ['없음', '분기마다 진도를 보고할 것', '공인 시험기관의 성적서를 낼 것'];

const meetingOn = ({ tx, sample, staff }: Stage, on: string, serial: number, seats: number): string => {
  const year = on.slice(0, 4);
  const turn = tx.read.value<number>("SELECT count(*) + 1 FROM committee WHERE substr(held_on, 1, 4) = ? AND _del = 0", [year]) ?? 1;
  const id = holdMeeting(tx, { name: `${year}년 제${turn}회 광역평가위원회(예시)`, kind: 'regional', held_on: on, start_at: '14:00', place: '예시컨벤션센터 301호', office: staff.officeOfHub('창원') });
  const evaluators = sample.rows('person').filter((row) => textOf(row['roles']).split(',').includes('evaluator'));
  const seated = Array.from({ length: Math.min(seats, evaluators.length) }, (_, at) => evaluators[(serial * 3 + at) % evaluators.length]?.ref ?? '');
  addEvaluators(tx, id, seated.slice(0, 1).map(sample.id), 'chair');
  addEvaluators(tx, id, seated.slice(1).map(sample.id));
  addEvaluators(tx, id, [sample.id(staff.receiverOf(staff.officeOfHub('창원')))], 'secretary');
  return id;
};

type Seat = { person: string; task: string };

/** Who judges what: everybody but those put aside. */
const seatsOf = ({ tx }: Stage, committee: string): Seat[] => tx.read.all<Seat>(
  `SELECT e.person, c.task FROM evaluator e JOIN committee_task c ON c.committee = e.committee AND c._del = 0
   WHERE e.committee = ? AND e._del = 0 AND e.role <> 'secretary'
     AND NOT EXISTS (SELECT 1 FROM score s WHERE s.committee = e.committee AND s.task = c.task AND s.person = e.person AND s.is_recused = 1 AND s._del = 0) ORDER BY c.order_no, e.n`, [committee]);

/** One day of decisions: the meeting is held, every task scored and decided, and the meeting closed. */
export const holdDay = (stage: Stage, on: string, before: readonly Before[], serial: number, isLast: boolean): void => {
  const { tx } = stage;
  const dice = createDice(40_000 + serial);
  const acting: Stage = { ...stage, tx: inNameOf(tx, stage.staff.officerOf(stage.staff.officeOfHub('창원'))) };
  const committee = meetingOn(acting, on, serial, 6);
  addTasks(acting.tx, committee, before.map(({ walk }) => walk.id));
  const [first] = seatsOf(acting, committee);
  // In the newest meeting one evaluator also steps aside by own wish.
  if (isLast && first) stepAside(acting.tx, committee, first.task, first.person, '주관기업 자문을 맡은 적이 있음');
  const outcome = new Map(before.map(({ walk, step }) => [walk.id, step.to === 'selected' ? 'selected' : 'rejected'] as const));
  const seats = seatsOf(acting, committee);
  putScores(acting.tx, committee, seats.map(({ task, person }) => ({ task, person, score: outcome.get(task) === 'selected' ? `${dice.between(74, 94)}${dice.pick(['', '.5', ''])}` : String(dice.between(48, 64)) })));
  for (const { task, person } of seats) if (dice.chance(45)) putOpinion(acting.tx, committee, task, person, dice.pick(opinions[outcome.get(task) ?? 'selected']));
  decide(acting.tx, committee, before.map(({ walk, step }): Decision => (step.to === 'selected'
    ? { task: walk.id, decision: 'selected', amount: walk.plan.money?.split.fund_national ?? 0, conditions: dice.pick(conditions) }
    : { task: walk.id, decision: 'rejected', reason: step.reason })));
  closeMeeting(acting.tx, committee);
};

/** The meeting of today: tasks are on its list, some scores are in, nothing is decided; other tasks wait for a meeting. The next one has only its day. */
export const openNext = (stage: Stage, walks: readonly Walk[], serial: number): void => {
  const acting: Stage = { ...stage, tx: inNameOf(stage.tx, stage.staff.officerOf(stage.staff.officeOfHub('창원'))) };
  const waiting = walks.filter(({ id }) => stage.tx.read.value<number>("SELECT 1 FROM task WHERE id = ? AND status = 'under-review' AND route = 'committee'", [id]) === 1);
  const committee = meetingOn(acting, stage.sample.today, serial, 6);
  addTasks(acting.tx, committee, waiting.slice(0, 4).map(({ id }) => id));
  const dice = createDice(50_000);
  putScores(acting.tx, committee, seatsOf(acting, committee).slice(0, 8).map((seat) => ({ ...seat, score: String(dice.between(66, 92)) })));
  meetingOn(acting, daysAfter(stage.sample.today, 70), serial + 1, 0);
};
