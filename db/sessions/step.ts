/** Taking a session from state to state, with its history. */
import { Refusal, type Problem } from '../errors.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import { labelOf } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import type { SessionValues } from './create.ts';
import { session, sessionStep } from './fields.ts';
import { planStep, sessionValuesOf, stateFactsOf } from './plan-step.ts';
import { sessionSteps } from './workflow.ts';

export type StepTaken = {
  to: string;
  /** Local day and time, `YYYY-MM-DD HH:MM`. */
  now: string;
  reason?: string | null | undefined;
  /** The firm's confirmation, filled by the same step. */
  values?: Partial<Pick<SessionValues, 'confirm_name' | 'confirm_on'>> | undefined;
};

const nameOf = (state: string): string => labelOf(session.fields.status, state);

const wayTo = (from: string, to: string): (typeof sessionSteps)[number] => {
  const way = sessionSteps.find((step) => step.from === from && step.to === to);
  if (way) return way;
  const ways = sessionSteps.filter((step) => step.from === from);
  const message = from === to ? `이미 ‘${nameOf(to)}’ 상태입니다.`
    : from === 'confirmed' ? '확정된 상담의 상태는 바꿀 수 없습니다. 잘못된 것은 ‘정정’으로 고쳐 주세요.'
      : `‘${nameOf(from)}’에서 ‘${nameOf(to)}’ 상태로는 바꿀 수 없습니다. 갈 수 있는 상태: ${ways.map((step) => nameOf(step.to)).join(', ')}.`;
  throw new Refusal('invalid', message, [{ field: 'status', value: to, message }]);
};

/** @throws Refusal `not-found`; `forbidden` for who may not decide; `invalid` with the way (`status`), the reason, each missing field and each guard that blocks */
export const stepSession = (tx: Tx, id: string, { to, now, reason = null, values = {} }: StepTaken): void => {
  const from = sessionValuesOf(tx.read, id).status;
  const way = wayTo(from, to);
  if (Object.keys(values).length > 0) tx.change(session, id, values);
  const planned = planStep(tx.read, id, stateFactsOf(tx.read, id, tx.today), way, { by: tx.actor.number, now });
  if (planned.refusal !== null) throw new Refusal('forbidden', planned.refusal, [{ field: 'status', value: to, message: planned.refusal }]);
  const words = reason?.trim() ? reason.trim() : null;
  const problems: Problem[] = [
    ...(planned.needsReason && words === null ? [{ field: 'reason', value: null, message: `사유: ${way.ko}하는 까닭을 적어 주세요.` }] : []),
    ...planned.missing,
    ...planned.findings.flatMap(({ level, field, value, message }) => (level === 'block' ? [{ field, value: value ?? null, message }] : [])),
  ];
  if (problems.length > 0) throw new Refusal('invalid', problems.length === 1 ? (problems[0]?.message ?? '') : `‘${way.ko}’하려면 ${problems.length}가지를 고쳐 주세요. ${problems[0]?.message ?? ''}`, problems);
  tx.change(session, id, { status: way.to });
  const depth = tx.read.value<number>('SELECT status_n FROM session WHERE id = ?', [id]) ?? null;
  tx.create(sessionStep, { session: id, from_status: way.from, to_status: way.to, on_date: tx.today, reason: words, by_account: tx.actor.number, depth });
};

/**
 * The same step for several sessions: all or none. What is given in `values` fills only what is empty.
 * @throws Refusal `invalid`; each detail's field is `<id>.<field>`, its message begins with the session's name
 */
export const stepSessions = (tx: Tx, ids: readonly string[], taken: StepTaken): void => {
  allOrNone(ids, (id) => {
    const now = sessionValuesOf(tx.read, id);
    const empty = Object.entries(taken.values ?? {}).filter(([name]) => (now[name as keyof SessionValues] ?? null) === null);
    stepSession(tx, id, { ...taken, values: Object.fromEntries(empty) });
  }, {
    named: (problem, id) => {
      const name = tx.read.value<string>("SELECT s.visit_on || ' ' || coalesce(o.name, '') FROM session s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.id = ?", [id]) ?? id;
      return { ...problem, field: `${id}.${problem.field}`, message: `${name}: ${problem.message}` };
    },
    told: (sessions) => `${ids.length}건 가운데 ${sessions}건을 바꿀 수 없어 아무것도 바꾸지 않았습니다.`,
  });
};
