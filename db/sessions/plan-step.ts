/** What stands between a session and a state: who may take the step, what is missing, what the guards say. */
import { Refusal, type Problem } from '../errors.ts';
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { SessionValues } from './create.ts';
import { factsOf } from './facts.ts';
import { session } from './fields.ts';
import { judgeSession, type SessionFinding } from './judge.ts';
import { lockedMessage, lockOn } from './lock.ts';
import { mayDecide, officeOf, ownership } from './office.ts';
import { missingFor, sessionSteps, type SessionState, type SessionStep, type StateFacts } from './workflow.ts';

export type PlannedStep = {
  to: SessionState;
  ko: string;
  needsReason: boolean;
  /** Why this account cannot take the step now, whatever is filled in; null when it can. */
  refusal: string | null;
  /** What to know before taking it. */
  note: string | null;
  /** Empty fields it asks for. */
  missing: Problem[];
  /** What the guards of the office say. */
  findings: SessionFinding[];
};

/** Who takes a step, and when: local day and time `YYYY-MM-DD HH:MM`. */
export type Taking = { by: number; now: string };

/** @throws Refusal `not-found` */
export const sessionValuesOf = (read: Reader, id: string): SessionValues => {
  const row = read.get<Record<string, Cell>>('SELECT * FROM session WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '상담을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  // The table has exactly the declared columns, and only the door writes them.
  return Object.fromEntries(Object.keys(session.fields).map((name) => [name, row[name] ?? null])) as SessionValues;
};

/** @throws Refusal `not-found` */
export const stateFactsOf = (read: Reader, id: string, today: string): StateFacts => ({
  session: sessionValuesOf(read, id), today,
  firmPeople: read.value<number>("SELECT count(*) FROM session_attendee WHERE session = ? AND side = 'firm' AND _del = 0", [id]) ?? 0,
  tasks: read.value<number>('SELECT count(*) FROM session_task WHERE session = ? AND _del = 0', [id]) ?? 0,
});

/** What the guards say to a session that is handed in. */
export const findingsOf = (read: Reader, id: string, values: SessionValues, { by, now }: Taking): SessionFinding[] =>
  judgeSession(factsOf(read, { ...values, id }, { stage: 'submit', now, office: officeOf(read, values.coordinator, by) }));

const deciderOf = (read: Reader, { coordinator }: SessionValues, by: number): Pick<PlannedStep, 'refusal' | 'note'> => {
  if (!mayDecide(read, by, 'confirm')) return { refusal: '확정과 반려는 지사장·팀장이나 담당자가 합니다. 담당자에게 알려 주세요.', note: null };
  const { isOwn, hasOthers } = ownership(read, coordinator, by);
  if (!isOwn) return { refusal: null, note: null };
  return hasOthers ? { refusal: '자기 상담은 스스로 확정하거나 반려할 수 없습니다. 지사의 다른 사람이 보아야 합니다.', note: null }
    : { refusal: null, note: '자기 상담을 스스로 확정합니다. 지사에 다른 사용자가 없어 막지 않습니다.' };
};

export const planStep = (read: Reader, id: string, facts: StateFacts, step: SessionStep, taking: Taking): PlannedStep => {
  const { visit_on: day, coordinator } = facts.session;
  const lock = lockOn(read, { office: officeOf(read, coordinator, taking.by), day });
  const { refusal, note } = step.isDecision ? deciderOf(read, facts.session, taking.by) : { refusal: null, note: null };
  const isForward = step.to === 'submitted' || step.to === 'confirmed';
  return {
    to: step.to, ko: step.ko, needsReason: step.needsReason === true, note,
    refusal: lock ? lockedMessage(lock) : refusal,
    missing: missingFor(step.to, facts),
    findings: isForward ? findingsOf(read, id, facts.session, taking) : [],
  };
};

/** The steps a session can take from where it is. @throws Refusal `not-found` */
export const plannedSteps = (read: Reader, id: string, taking: Taking): PlannedStep[] => {
  const facts = stateFactsOf(read, id, taking.now.slice(0, 10));
  return sessionSteps.flatMap((step) => (step.from === facts.session.status ? [planStep(read, id, facts, step, taking)] : []));
};
