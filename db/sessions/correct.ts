/** 정정: the only way a confirmed session changes. What was there, what is there now and why are kept. */
import { Refusal, type Problem } from '../errors.ts';
import { labelsOf } from '../kernel/label.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { addAttendee, removeAttendee, type AttendeeSide } from './attendees.ts';
import type { SessionValues } from './create.ts';
import { byTheClock } from './change.ts';
import { session, sessionCorrection, sessionTask } from './fields.ts';
import { refuseLocked } from './lock.ts';
import { officeOf } from './office.ts';
import { findingsOf, sessionValuesOf, stateFactsOf } from './plan-step.ts';
import { missingFor } from './workflow.ts';

export type Correction = {
  patch: Partial<SessionValues>;
  /** People who were there after all, or were not; by id. */
  join?: readonly { id: string; side: AttendeeSide }[] | undefined;
  leave?: readonly string[] | undefined;
  /** Tasks that belong to it, or do not. */
  link?: readonly string[] | undefined;
  unlink?: readonly string[] | undefined;
  reason: string;
  /** Local day and time, `YYYY-MM-DD HH:MM`. */
  now: string;
};

type Relations = { attendees: string; tasks: string };

const namesOf = (tx: Tx, id: string): Relations => ({
  attendees: tx.read.column<string>('SELECT p.name FROM session_attendee a JOIN person p ON p.id = a.person WHERE a.session = ? AND a._del = 0 ORDER BY a.side DESC, p.name', [id]).join(', '),
  tasks: tx.read.column<string>('SELECT t.title FROM session_task l JOIN task t ON t.id = l.task WHERE l.session = ? AND l._del = 0 ORDER BY t.title', [id]).join(', '),
});

/** How a value reads: links by name. */
const shown = (tx: Tx, name: string, value: string | number | null): string | number | null => {
  const to = session.fields[name as keyof SessionValues]?.to;
  return to !== undefined && typeof value === 'string' ? (labelsOf(tx.read, to, [value])[0]?.label ?? value) : value;
};

const refuseUnfit = (tx: Tx, id: string, now: string): Problem[] => [
  ...missingFor('confirmed', stateFactsOf(tx.read, id, tx.today)),
  ...findingsOf(tx.read, id, sessionValuesOf(tx.read, id), { by: tx.actor.number, now }).flatMap(({ level, field, message }) => (level === 'block' ? [{ field, message }] : [])),
];

/**
 * @returns id of the correction
 * @throws Refusal `invalid` when it is not confirmed, lies in a locked period, has no reason, changes nothing, or would no longer hold what 확정 asks for
 */
export const correctSession = (tx: Tx, id: string, { patch, join = [], leave = [], link = [], unlink = [], reason, now }: Correction): string => {
  const before = sessionValuesOf(tx.read, id);
  const wrong = (field: string, message: string): Refusal => new Refusal('invalid', message, [{ field, message }]);
  if (before.status !== 'confirmed') throw wrong('status', '정정은 확정된 상담에만 합니다. 그 밖의 상담은 바로 고칠 수 있습니다.');
  if ('status' in patch) throw wrong('status', '정정으로 상태는 바꿀 수 없습니다.');
  if (reason.trim() === '') throw wrong('reason', '정정 사유: 왜 고치는지 적어 주세요.');
  const office = (coordinator: string): string => officeOf(tx.read, coordinator, tx.actor.number);
  refuseLocked(tx.read, { office: office(before.coordinator), day: before.visit_on });
  const [knownBefore, lackedBefore] = [namesOf(tx, id), new Set(refuseUnfit(tx, id, now).map(({ message }) => message))];
  tx.change(session, id, patch);
  byTheClock(tx, id);
  for (const { id: personId, side } of join) addAttendee(tx, id, { id: personId }, side);
  for (const personId of leave) removeAttendee(tx, id, personId);
  for (const task of link) tx.create(sessionTask, { session: id, task }, relationId('session_task', id, task));
  for (const task of unlink) tx.remove(sessionTask, relationId('session_task', id, task));
  const after = sessionValuesOf(tx.read, id);
  refuseLocked(tx.read, { office: office(after.coordinator), day: after.visit_on });
  const lost = refuseUnfit(tx, id, now).filter(({ message }) => !lackedBefore.has(message));
  if (lost.length > 0) throw new Refusal('invalid', lost[0]?.message ?? '', lost);
  const known = namesOf(tx, id);
  const changes = Object.fromEntries([
    ...Object.keys(session.fields).flatMap((name) => {
      const [was, is] = [before[name as keyof SessionValues], after[name as keyof SessionValues]];
      return was === is ? [] : [[name, [shown(tx, name, was), shown(tx, name, is)]] as const];
    }),
    ...(['attendees', 'tasks'] as const).flatMap((name) => (knownBefore[name] === known[name] ? [] : [[name, [knownBefore[name] || null, known[name] || null]] as const])),
  ]);
  if (Object.keys(changes).length === 0) throw wrong('', '고친 것이 없습니다. 값을 고친 뒤 정정해 주세요.');
  return tx.create(sessionCorrection, { session: id, on_date: tx.today, reason: reason.trim(), changes: JSON.stringify(changes), by_account: tx.actor.number });
};
