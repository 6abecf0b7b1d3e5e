/**
 * What must be filled to enter a state (domain.md §4), as data: each has a key `<state>.<name>`, by which a program year can
 * switch it off, a Korean label, where it is filled, and its check. Pure: the facts are read by `facts.ts`.
 */
import { undecidedSupportType } from '../program/choices.ts';
import type { PeriodRule, SupportRule } from '../program/rule-types.ts';
import type { StateCode } from './workflow.ts';
import type { TaskValues } from './fields.ts';

/** Where something missing is filled: a field of the task, or a part of its record. */
export type Where = 'field' | 'participants' | 'funds' | 'mid-check' | 'outputs' | 'sessions' | 'performance' | 'evaluation';

/** All that the checks of a move look at. */
export type TaskFacts = Readonly<{
  /** The task as it would stand after the move. */
  task: TaskValues;
  /** Day of the move, and its reason. */
  on: string;
  reason: string | null;
  /** Bodies together in it, the lead firm counted; firms among them. */
  bodies: number;
  firms: number;
  /** Payments made, and how much of them is national money. */
  payments: number;
  nationalPaid: number;
  /** Mid-checks on record, how often the task has been in 중간점검, and the result of the latest check. */
  midChecks: number;
  midTimes: number;
  midResult: string | null;
  /** Outputs, results of a year and follow-on R&D, counted together. */
  outputs: number;
  performanceYears: readonly number[];
  /** Calendar years whose results must be entered before the task is closed. */
  followUpYears: readonly number[];
  /** Is the person in `decided_by` a lead coordinator? */
  isDecidedByLead: boolean;
  /** Does another task carry its number? */
  isNumberTaken: boolean;
  period: PeriodRule;
  support: SupportRule | null;
}>;

export type Requirement = Readonly<{
  /** `<state>.<name>`. */
  key: `${StateCode}.${string}`;
  state: StateCode;
  /** The field that is focused; the name of the key. */
  field: string;
  ko: string;
  where: Where;
  /** Fields of the task that fill it; the first is `field`. Empty when it is filled elsewhere. */
  fields: readonly string[];
  /** Of those fields, the ones to ask for as things stand; all of them without it. */
  ask?: (facts: TaskFacts) => readonly string[];
  /** What to do when it is missing. */
  message: string | ((facts: TaskFacts) => string);
  isMet: (facts: TaskFacts) => boolean;
  /** True where it asks for nothing but something in its field. */
  isPlain?: true;
}>;

/** Final grades that do not complete a task, of the older scale and of the newer. */
export const failingGrades: readonly string[] = ['very-poor', 'failure'];

type Filled = keyof TaskValues;
type More = Partial<Pick<Requirement, 'message' | 'isMet' | 'where' | 'fields' | 'ask'>>;

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** A field of the task that must hold something. */
const filled = (state: StateCode, field: Filled, ko: string, more: More = {}): Requirement => ({
  key: `${state}.${field}`, state, field, ko, where: 'field', fields: [field], message: `${ko}: 비어 있습니다. 값을 입력해 주세요.`, isMet: ({ task }) => isFilled(task[field]), ...(more.isMet ? {} : { isPlain: true as const }), ...more,
});

/** Something that is filled beside the task. */
const beside = (state: StateCode, field: string, ko: string, where: Where, message: Requirement['message'], isMet: Requirement['isMet']): Requirement =>
  ({ key: `${state}.${field}`, state, field, ko, where, fields: [], message, isMet });

const isMoney = ({ support }: TaskFacts): boolean => support?.is_money !== false;
const hasShares = ({ task }: TaskFacts): boolean => isFilled(task.fund_private_cash) && isFilled(task.fund_private_in_kind);
const hasPublicMoney = ({ task }: TaskFacts): boolean => (task.fund_national ?? 0) + (task.fund_local ?? 0) > 0;

/** National or local money, and both private parts: 0 is an answer, nothing is none. */
const fundSplit = (state: StateCode): readonly Requirement[] => [
  filled(state, 'fund_national', '국비·지방비', {
    where: 'funds', fields: ['fund_national', 'fund_local'], message: '국비·지방비: 국비나 지방비를 입력해 주세요.', isMet: (facts) => !isMoney(facts) || hasPublicMoney(facts),
  }),
  filled(state, 'fund_private_cash', '민간부담금(현금·현물)', {
    where: 'funds', fields: ['fund_private_cash', 'fund_private_in_kind'], message: '민간부담금: 현금과 현물을 모두 입력해 주세요. 없으면 0을 씁니다.', isMet: (facts) => !isMoney(facts) || hasShares(facts),
  }),
];

const reason = (state: StateCode, ko: string): Requirement => ({
  key: `${state}.reason`, state, field: 'reason', ko, where: 'field', fields: [], message: `${ko}: 사유를 적어 주세요.`, isMet: (facts) => isFilled(facts.reason?.trim()),
});

const isByLead = ({ task }: TaskFacts): boolean => task.route === 'lead-coordinator';

/** Bodies the joint condition of the support type, else of the period, asks for; 1 while the type is open. */
const jointMin = ({ support, period }: TaskFacts): number => (support === null ? 1 : (support.joint_min ?? (support.is_money ? period.joint_min : null) ?? 1));
const together = (facts: TaskFacts): number => (facts.support?.joint_of === 'firms' ? facts.firms : facts.bodies);

const missingYears = ({ followUpYears, performanceYears }: TaskFacts): number[] => followUpYears.filter((year) => !performanceYears.includes(year));

/** Every requirement of every state, in the order in which a person fills them. */
export const requirements: readonly Requirement[] = [
  filled('discovered', 'title', '과제명'),
  filled('discovered', 'lead_org', '주관기업'),
  filled('discovered', 'found_on', '발굴일'),
  filled('discovered', 'found_by', '발굴 경로', {
    fields: ['found_by', 'source_session', 'source_meeting'], message: '발굴 경로: 어떻게 알게 되었는지 고르거나, 발굴 상담·회의를 연결해 주세요.',
    isMet: ({ task }) => isFilled(task.found_by) || isFilled(task.source_session) || isFilled(task.source_meeting),
  }),
  filled('discovered', 'field', '주 분야', { message: '주 분야: 분야를 골라 주세요.' }),

  filled('received', 'task_no', '과제번호', {
    message: (facts) => (facts.isNumberTaken ? `과제번호: ${facts.task.task_no ?? ''}은(는) 다른 과제의 번호입니다. 다른 번호를 입력해 주세요.` : '과제번호: 비어 있습니다. 번호를 입력해 주세요.'),
    isMet: (facts) => isFilled(facts.task.task_no) && !facts.isNumberTaken,
  }),
  filled('received', 'received_on', '접수일'),
  filled('received', 'received_by', '접수자', { message: '접수자: 접수한 사람을 골라 주세요.' }),
  filled('received', 'support_type', '지원유형', { message: '지원유형: 고르거나 ‘미정’으로 두세요.' }),
  filled('received', 'cluster', '미니클러스터', { message: '미니클러스터: 과제가 속한 미니클러스터를 골라 주세요.' }),

  filled('planning', 'coordinator', '담당 코디네이터', { message: '담당 코디네이터: 과제를 맡을 사람을 골라 주세요.' }),
  filled('planning', 'plan_goal', '기획 목표'),
  filled('planning', 'planned_cost', '예상 사업비', { message: '예상 사업비: 어림한 금액을 입력해 주세요.' }),
  beside('planning', 'participants', '참여기관', 'participants',
    (facts) => `참여기관: 이 지원유형은 ${facts.support?.joint_of === 'firms' ? '기업' : '기관'} ${jointMin(facts)}곳이 함께해야 합니다. 지금 ${together(facts)}곳입니다. 참여기관을 더해 주세요.`,
    (facts) => together(facts) >= jointMin(facts)),

  filled('under-review', 'planned_on', '계획서 제출일'),
  filled('under-review', 'plan_doc', '사업계획서', { message: '사업계획서: 문서번호나 파일 이름을 적어 주세요.' }),
  filled('under-review', 'support_type', '지원유형 결정', { message: '지원유형: 심의를 받으려면 ‘미정’을 실제 유형으로 바꿔 주세요.', isMet: ({ task }) => isFilled(task.support_type) && task.support_type !== undecidedSupportType }),
  filled('under-review', 'route', '심의 경로', {
    message: ({ task }) => (isFilled(task.route) ? '심의 경로: 이 기간에는 쓰지 않는 경로입니다. 다른 경로를 골라 주세요.' : '심의 경로: 누가 심의하는지 골라 주세요.'),
    isMet: ({ task, period }) => task.route !== null && !period.routes_off.some((off) => off === task.route),
  }),
  ...fundSplit('under-review'),

  filled('selected', 'decided_on', '결정일'),
  filled('selected', 'committee', '결정 주체', {
    where: 'evaluation', fields: ['committee', 'decided_by'], ask: (facts) => (isByLead(facts) ? ['decided_by'] : ['committee']),
    message: (facts) => (isByLead(facts) ? '결정 주체: 결정한 수석코디네이터를 골라 주세요. 그 사람의 역할에 수석코디네이터가 있어야 합니다.' : '결정 주체: 결정한 평가회의를 골라 주세요.'),
    isMet: (facts) => (isByLead(facts) ? facts.isDecidedByLead : isFilled(facts.task.committee)),
  }),
  filled('selected', 'granted', '선정 금액', { where: 'funds', message: '선정 금액: 선정된 국비를 입력해 주세요. 없으면 0을 씁니다.', isMet: (facts) => !isMoney(facts) || isFilled(facts.task.granted) }),
  filled('selected', 'conditions', '선정 조건', { message: '선정 조건: 조건을 적어 주세요. 없으면 ‘없음’이라고 씁니다.' }),

  filled('rejected', 'decided_on', '결정일'),
  reason('rejected', '탈락 사유'),

  filled('agreed', 'agreement_no', '협약번호'),
  filled('agreed', 'agreed_on', '협약일'),
  filled('agreed', 'start_on', '수행 시작'),
  filled('agreed', 'end_on', '수행 종료'),
  ...fundSplit('agreed'),
  filled('agreed', 'granted', '국비 ≤ 선정 금액', {
    where: 'funds', fields: ['fund_national', 'granted'], message: ({ task }) => (isFilled(task.granted) ? '국비: 선정 금액을 넘습니다. 국비를 줄이거나 선정 금액을 확인해 주세요.' : '선정 금액: 비어 있습니다. 선정된 국비를 입력해 주세요.'),
    isMet: (facts) => !isMoney(facts) || (isFilled(facts.task.granted) && (facts.task.fund_national ?? 0) <= (facts.task.granted ?? 0)),
  }),

  filled('in-progress', 'start_on', '수행 시작', {
    message: ({ task }) => (task.start_on === null ? '수행 시작: 시작한 날을 입력해 주세요.' : `수행 시작: 시작일(${task.start_on})이 아직 오지 않았고 교부도 없습니다. 시작일을 고치거나 교부를 입력해 주세요.`),
    isMet: ({ task, on, payments }) => task.start_on !== null && (task.start_on <= on || payments > 0),
  }),

  beside('mid-check', 'mid_check', '중간점검 기록', 'mid-check', '중간점검: 이번 점검의 날짜·점검자·결과를 입력해 주세요.', ({ midChecks, midTimes }) => midChecks > midTimes),

  filled('final-review', 'final_report_on', '결과보고일'),

  filled('completed', 'final_grade', '최종 등급', {
    message: ({ task }) => (isFilled(task.final_grade) ? '최종 등급: 이 등급으로는 완료할 수 없습니다. ‘실패·중단’으로 보내거나 등급을 확인해 주세요.' : '최종 등급: 등급을 골라 주세요.'),
    isMet: ({ task }) => isFilled(task.final_grade) && !failingGrades.includes(task.final_grade ?? ''),
  }),
  filled('completed', 'completed_on', '완료일'),
  filled('completed', 'has_no_outputs', '성과', {
    where: 'outputs', message: '성과: 성과나 후속 R&D를 한 건 이상 입력하거나, ‘성과 없음’을 확인해 주세요.', isMet: ({ task, outputs }) => outputs > 0 || task.has_no_outputs === 1,
  }),

  reason('stopped', '중단 사유'),
  filled('stopped', 'returned', '중단 반납액', { where: 'funds', message: '중단 반납액: 돌려받은 금액을 입력해 주세요. 없으면 0을 씁니다.' }),

  filled('follow-up', 'settled_on', '정산일', { where: 'funds' }),
  filled('follow-up', 'settled_amount', '정산 금액', { where: 'funds', message: '정산 금액: 정산에서 인정된 금액을 입력해 주세요.' }),
  filled('follow-up', 'unused_returned', '집행잔액 반납', { where: 'funds', message: '집행잔액 반납: 돌려받은 금액을 입력해 주세요. 없으면 0을 씁니다.' }),

  beside('closed', 'performance', '연도별 성과', 'performance', (facts) => `연도별 성과: ${missingYears(facts).join('·')}년 성과를 입력해 주세요. 성과가 없으면 0으로 남깁니다.`, (facts) => missingYears(facts).length === 0),

  filled('direct-done', 'solved_session', '해결한 상담', { message: '해결한 상담: 어느 상담에서 해결했는지 골라 주세요.' }),
  filled('direct-done', 'completed_on', '완료일'),
  filled('direct-done', 'fund_national', '국비 없음', {
    where: 'funds', message: '국비: 현장해결은 국비 없이 끝난 과제입니다. 국비를 비우거나 다른 상태를 고르세요.', isMet: ({ task, nationalPaid }) => (task.fund_national ?? 0) === 0 && nationalPaid === 0,
  }),

  filled('referred', 'referred_to', '연계 기관', { message: '연계 기관: 어디로 넘겼는지 골라 주세요.' }),
  filled('referred', 'referred_on', '연계일'),
  filled('referred', 'referral_outcome', '연계 결과', { message: '연계 결과: 어떻게 되었는지 적어 주세요.' }),

  filled('withdrawn', 'withdrawn_on', '철회일'),
  reason('withdrawn', '철회 사유'),

  filled('on-hold', 'review_on', '재검토일', {
    message: ({ task, on }) => (task.review_on === null ? '재검토일: 언제 다시 볼지 정해 주세요.' : `재검토일: 보류한 날(${on}) 이후로 정해 주세요.`), isMet: ({ task, on }) => task.review_on !== null && task.review_on >= on,
  }),
];

/** What a state asks for under the rules of a period. */
export const requirementsOf = (state: StateCode, period: Pick<PeriodRule, 'required_off'>): Requirement[] =>
  requirements.filter((one) => one.state === state && !period.required_off.includes(one.key));
