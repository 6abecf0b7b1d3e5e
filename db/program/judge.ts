/** Judges a task by the rules of its day: domain.md §4 R1–R5, §5. Pure: everything it looks at is in the facts. */
import { formatWonLong } from '../korean/read-won.ts';
import { withParticle } from '../korean/particle.ts';
import { reviewRoutes } from '../reference/choices/task.ts';
import { routeForCost } from './choices.ts';
import { broken, type Finding } from './finding.ts';
import { judgeCap, judgeMonths, judgeShares, judgeSupportType } from './judge-money.ts';
import type { Party, TaskFacts } from './judge-types.ts';

export type { Finding } from './finding.ts';
export type { Party, TaskFacts } from './judge-types.ts';

/** What R1 goes by: the whole cost when any part of it is entered, else the rough cost. Won. */
export const costOf = ({ funds, plannedCost }: Pick<TaskFacts, 'funds' | 'plannedCost'>): number | null => {
  const parts = [funds.national, funds.local, funds.cash, funds.inKind].filter((part) => part !== null);
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : plannedCost;
};

const routeWord = (code: string): string => reviewRoutes.find((one) => one.code === code)?.ko ?? code;
const yearWord = ({ period }: TaskFacts): string => (period.program_year === null ? '이 기간' : `${period.program_year}차년도`);

/** R1: who decides, and the smallest task. */
const judgeRoute = (facts: TaskFacts): Finding[] => {
  const { period, route, support } = facts;
  const cost = costOf(facts);
  const level = period.route_level;
  const found: Finding[] = [];
  const isOff = route !== null && period.routes_off.some((one) => one === route);
  if (isOff) found.push(...broken('R1', level, 'route', `심의 경로: ${yearWord(facts)}에는 ‘${routeWord(route)}’ 경로를 쓰지 않습니다. 다른 경로를 골라 주세요.`));
  // Advice and referral cost the program nothing, so no threshold is meant for them.
  if (support !== null && !support.is_money) return found;
  const isSmallRoute = route === 'lead-coordinator';
  const small = period.small_task_below;
  if (cost !== null && period.min_task !== null && cost < period.min_task) {
    const field = facts.funds.national === null && facts.funds.local === null ? 'planned_cost' : 'fund_national';
    found.push(...broken('R1', level, field, `사업비: ${withParticle(formatWonLong(cost), '은/는')} 최소 과제 금액 ${formatWonLong(period.min_task)}에 못 미칩니다. 사업비를 늘리거나 현장해결·타기관 연계로 처리해 주세요.`));
  }
  if (route === null || isOff) return found;
  if (isSmallRoute && small === null) {
    found.push(...broken('R1', level, 'route', `심의 경로: ${yearWord(facts)}에는 수석코디네이터가 정하는 소액 경로가 없습니다. 위원회를 골라 주세요.`));
  } else if (cost !== null && small !== null && isSmallRoute !== (routeForCost(cost, small) === 'lead-coordinator')) {
    found.push(...broken('R1', level, 'route', isSmallRoute
      ? `심의 경로: 사업비 ${withParticle(formatWonLong(cost), '은/는')} 소액과제 기준 ${formatWonLong(small)} 이상이어서 수석코디네이터가 정할 수 없습니다. 위원회를 골라 주세요.`
      : `심의 경로: 사업비 ${withParticle(formatWonLong(cost), '은/는')} 소액과제 기준 ${formatWonLong(small)} 미만이어서 위원회를 거치지 않습니다. 수석코디네이터(소액)를 골라 주세요.`));
  }
  return found;
};

/** Distinct parties: two records of one body count once. */
const distinct = (parties: readonly Party[]): readonly Party[] => [...new Map(parties.map((party) => [party.body, party])).values()];

/** R4: together with others. The lead firm counts. */
const judgeJoint = (facts: TaskFacts): Finding[] => {
  const { support, period } = facts;
  if (support !== null && !support.is_money) return [];
  const least = support?.joint_min ?? period.joint_min;
  if (least === null) return [];
  const of = support?.joint_min === null || support === null ? 'bodies' : support.joint_of;
  const parties = distinct(facts.parties);
  const count = of === 'firms' ? parties.filter((party) => party.kind === 'firm').length : parties.length;
  if (count >= least) return [];
  const word = of === 'firms' ? '기업' : '기관';
  return broken('R4', period.joint_level, 'participants',
    `참여기관: 주관기업을 넣어 ${word} ${least}곳 이상이 함께해야 하는데 ${count}곳입니다. ${of === 'firms' ? '참여기업' : '참여기관'}을 ${least - count}곳 이상 더해 주세요.`);
};

/** R5: the lead firm belongs to a mini-cluster on the day of decision. */
const judgeMembership = ({ isLeadMember, memberDay, leadName, period }: TaskFacts): Finding[] =>
  isLeadMember !== false ? [] : broken('R5', period.member_level, 'lead_org',
    `주관기업: ${withParticle(leadName, '은/는')} ${memberDay ?? '결정일'}에 미니클러스터 회원이 아닙니다. 회원으로 가입시키거나 가입일을 확인해 주세요.`);

/**
 * Every rule the task breaks, in order R1 to R5; empty when it keeps them all. What is not entered yet is not judged: that
 * it must be entered is a requirement of the workflow.
 */
export const judgeTask = (facts: TaskFacts): Finding[] => [
  ...judgeRoute(facts), ...judgeSupportType(facts), ...judgeCap(facts), ...judgeMonths(facts), ...judgeShares(facts), ...judgeJoint(facts), ...judgeMembership(facts),
];
