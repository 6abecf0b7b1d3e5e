/** Events of a file made into meetings and sessions, in the caller's one transaction. */
import type { Tx } from '../kernel/write.ts';
import { createMany } from '../kernel/create-many.ts';
import { holdMeeting } from '../meetings/hold.ts';
import { meetingKinds } from '../reference/choices/meeting.ts';
import { createSession } from '../sessions/create.ts';
import { Refusal } from '../errors.ts';
import { idOfEvent, knownOf } from './ics-judge.ts';
import type { IcsEvent } from './ics-types.ts';
import { moveEntry } from './move.ts';

/** What somebody decided about an event. `move` brings a record it stands for already to the day and hour of the file. */
export type IcsDecision = {
  event: IcsEvent;
  as: 'meeting' | 'session' | 'move';
  cluster: string | null;
  organisation: string | null;
};

/** The kind a title names, else 기타. */
export const kindInTitle = (title: string): string => meetingKinds.find(({ ko }) => ko.split(/[·(]/u).some((word) => word.length > 1 && title.includes(word.replace(')', ''))))?.code ?? 'other';

const needed = (value: string | null, field: string, message: string): string => {
  if (value !== null) return value;
  throw new Refusal('invalid', message, [{ field, message }]);
};

const asMeeting = (tx: Tx, { event, cluster }: IcsDecision, id: string): string => holdMeeting(tx, {
  title: event.title, kind: kindInTitle(event.title), start_on: event.on, end_on: event.until === event.on ? null : event.until, start_at: event.start, end_at: event.end,
  place: event.place, memo: event.note, status: event.isCancelled ? 'cancelled' : null,
}, [needed(cluster, 'cluster', '회의를 여는 미니클러스터를 골라 주세요.')], [], [], id);

const asSession = (tx: Tx, { event, organisation }: IcsDecision, coordinator: string | null, id: string): string => {
  if (event.until !== event.on) throw new Refusal('invalid', '여러 날에 걸친 일정은 상담이 될 수 없습니다. 회의로 넣거나 빼 주세요.', [{ field: 'as', message: '여러 날에 걸친 일정입니다.' }]);
  return createSession(tx, {
    id,
    values: {
      organisation: needed(organisation, 'organisation', '상담한 기업을 골라 주세요.'), ...(coordinator === null ? {} : { coordinator }), visit_on: event.on, start_at: event.start, end_at: event.end,
      // Where nobody wrote a place, a visit is at the address of the firm.
      ...(event.place === null ? {} : { place: event.place }), memo: [event.title, event.note].filter(Boolean).join('\n'),
    },
  });
};

const asMove = (tx: Tx, { event }: IcsDecision): string => {
  const known = knownOf(tx.read, event);
  if (!known || known.table === 'other' || !known.record) throw new Refusal('not-found', '옮길 기록을 찾을 수 없습니다. 파일을 다시 골라 주세요.');
  moveEntry(tx, { kind: known.table, id: known.id, on: event.on, start: event.start, end: event.end, was: known.record });
  return known.id;
};

/**
 * All or none.
 * @returns ids of the records, in the order given
 * @throws Refusal `invalid`; each detail's field is `<index>.<field>`
 */
export const takeIn = (tx: Tx, decisions: readonly IcsDecision[], coordinator: string | null): string[] => createMany(decisions, (decision) => {
  if (decision.as === 'move') return asMove(tx, decision);
  const known = knownOf(tx.read, decision.event);
  if (known && !known.isDeleted) throw new Refusal('conflict', `이미 있는 일정입니다: ${known.label}`, [{ field: 'as', message: `이미 있는 일정입니다: ${known.label}` }]);
  const id = known && known.table === decision.as ? known.id : idOfEvent(decision.event);
  return decision.as === 'meeting' ? asMeeting(tx, decision, id) : asSession(tx, decision, coordinator, id);
});
