/** Changing and removing a session that is not settled: neither confirmed nor in a locked period. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import type { SessionValues } from './create.ts';
import { session } from './fields.ts';
import { refuseLocked } from './lock.ts';
import { officeOf } from './office.ts';
import { sessionValuesOf } from './plan-step.ts';

export const confirmedMessage = '확정된 상담은 고치거나 지울 수 없습니다. ‘정정’을 눌러 까닭과 함께 고쳐 주세요.';

/** @param field where the cursor goes. @throws Refusal `invalid`, `not-found` */
export const refuseSettled = (read: Reader, id: string, by: number, field = 'status'): void => {
  const { status, visit_on: day, coordinator } = sessionValuesOf(read, id);
  if (status === 'confirmed') throw new Refusal('invalid', confirmedMessage, [{ field, message: confirmedMessage }]);
  refuseLocked(read, { office: officeOf(read, coordinator, by), day, field });
};

/** Contact time is written down only while the clock is unknown. */
export const byTheClock = (tx: Tx, id: string): void => {
  const { start_at: start, end_at: end, contact_minutes: minutes } = sessionValuesOf(tx.read, id);
  if (start !== null && end !== null && minutes !== null) tx.change(session, id, { contact_minutes: null });
};

/** @throws Refusal as `tx.change`; `invalid` for a confirmed session, and for a day that is or would be in a locked period */
export const changeSession = (tx: Tx, id: string, patch: Partial<SessionValues>, was?: Partial<SessionValues>): void => {
  refuseSettled(tx.read, id, tx.actor.number, Object.keys(patch)[0]);
  tx.change(session, id, patch, was);
  if ('visit_on' in patch || 'coordinator' in patch) refuseSettled(tx.read, id, tx.actor.number, 'visit_on' in patch ? 'visit_on' : 'coordinator');
  byTheClock(tx, id);
};
