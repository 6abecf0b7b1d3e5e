/** The way of a session through its states, as data (domain.md §9, §21.2): which step leads where, who takes it, and what must hold. */
import type { Problem } from '../errors.ts';
import type { sessionStatuses } from '../reference/choices/session.ts';
import type { SessionValues } from './create.ts';

export type SessionState = (typeof sessionStatuses)[number]['code'];

export type SessionStep = Readonly<{
  from: SessionState;
  to: SessionState;
  /** What the step is called on a button. */
  ko: string;
  /** Taken by those who decide for the office, not by the author. */
  isDecision?: true;
  needsReason?: true;
}>;

/** Out of 확정 no step leads: what is wrong then is corrected (correct.ts). */
export const sessionSteps: readonly SessionStep[] = [
  { from: 'draft', to: 'submitted', ko: '제출' },
  { from: 'submitted', to: 'confirmed', ko: '확정', isDecision: true },
  { from: 'submitted', to: 'returned', ko: '반려', isDecision: true, needsReason: true },
  { from: 'submitted', to: 'draft', ko: '제출 취소' },
  { from: 'returned', to: 'submitted', ko: '다시 제출' },
  { from: 'returned', to: 'draft', ko: '작성중으로' },
];

/** A session with what hangs on it. */
export type StateFacts = { session: SessionValues; firmPeople: number; tasks: number; today: string };

export type Requirement = Readonly<{
  /** State that asks for it. */
  of: 'submitted' | 'confirmed';
  field: string;
  message: string;
  isMet: (facts: StateFacts) => boolean;
}>;

const isTimed = ({ session: { contact_minutes: minutes, start_at: start, end_at: end } }: StateFacts): boolean => minutes !== null || (start !== null && end !== null);

/** What must hold to enter a state; 확정 asks for all that 제출 does. */
export const requirements: readonly Requirement[] = [
  { of: 'submitted', field: 'start_at', message: '시작: 시작 시각을 적어 주세요. 모르면 상담 시간을 적습니다.', isMet: (facts) => isTimed(facts) || facts.session.start_at !== null },
  { of: 'submitted', field: 'end_at', message: '끝: 끝 시각을 적어 주세요. 모르면 상담 시간을 적습니다.', isMet: (facts) => isTimed(facts) || facts.session.end_at !== null },
  { of: 'submitted', field: 'fields', message: '분야: 하나 이상 골라 주세요.', isMet: ({ session }) => session.fields !== null },
  { of: 'submitted', field: 'summary', message: '애로 요지: 기업의 상황과 애로를 적어 주세요.', isMet: ({ session }) => session.summary !== null },
  { of: 'submitted', field: 'advice', message: '지원 내용: 무엇을 도왔는지 적어 주세요.', isMet: ({ session }) => session.advice !== null },
  { of: 'submitted', field: 'result', message: '처리 결과: 골라 주세요.', isMet: ({ session }) => session.result !== null },
  { of: 'submitted', field: 'result', message: '처리 결과가 과제화이면 연결된 과제가 있어야 합니다. ‘과제화’를 눌러 주세요.', isMet: ({ session, tasks }) => session.result !== 'became-task' || tasks > 0 },
  { of: 'submitted', field: 'referred_to', message: '연계 기관: 처리 결과가 연계이면 어느 기관인지 적어 주세요.', isMet: ({ session }) => session.result !== 'referred' || session.referred_to !== null },
  { of: 'submitted', field: 'attendees', message: '기업 참석자: 방문 상담에는 기업 쪽 사람이 한 명 이상 있어야 합니다.', isMet: ({ session, firmPeople }) => session.mode !== 'visit' || firmPeople > 0 },
  { of: 'confirmed', field: 'confirm_name', message: '기업 확인자: 상담을 확인한 기업 사람의 이름을 적어 주세요.', isMet: ({ session }) => session.confirm_name !== null },
  { of: 'confirmed', field: 'confirm_on', message: '기업 확인일: 기업이 확인한 날을 적어 주세요.', isMet: ({ session }) => session.confirm_on !== null },
  { of: 'confirmed', field: 'confirm_on', message: '기업 확인일: 상담일과 오늘 사이의 날이어야 합니다.', isMet: ({ session: { confirm_on: on, visit_on: day }, today }) => on === null || (on >= day && on <= today) },
];

/** What a state asks for and a session lacks. */
export const missingFor = (state: SessionState, facts: StateFacts): Problem[] =>
  requirements.flatMap(({ of, field, message, isMet }) => ((of === state || (of === 'submitted' && state === 'confirmed')) && !isMet(facts) ? [{ field, message }] : []));
