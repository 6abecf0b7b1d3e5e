/** An entry put on another day or hour: the same change, by the same rules, as in the record itself. */
import { actionItem } from '../actions/fields.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { meeting } from '../meetings/fields.ts';
import { settleMeeting } from '../meetings/hold.ts';
import { standingSql } from '../meetings/standing.ts';
import { withParticle } from '../korean/particle.ts';
import { daysBetween } from '../series/days.ts';
import { moveDay } from '../series/except.ts';
import { changeSession } from '../sessions/change.ts';
import { daysAfter } from '../today/days.ts';
import type { CalendarMove } from './calendar-types.ts';
import { kindWord } from './choices.ts';

const refuse = (message: string, value: string): never => { throw new Refusal('invalid', message, [{ field: 'on', value, message }]); };

const moveSession = (tx: Tx, { id, on, start, end, was }: CalendarMove): void =>
  changeSession(tx, id, { visit_on: on, ...(start === undefined ? {} : { start_at: start }), ...(end === undefined ? {} : { end_at: end }) },
    { visit_on: was.on, ...(start === undefined ? {} : { start_at: was.start }), ...(end === undefined ? {} : { end_at: was.end }) });

const moveVisit = (tx: Tx, { id, on, was }: CalendarMove): void => {
  const visited = tx.read.value<string>('SELECT visit_on FROM session WHERE id = ?', [id]);
  if (visited !== undefined && on < visited) refuse(`다음 방문은 상담일(${visited})보다 빠를 수 없습니다.`, on);
  changeSession(tx, id, { next_visit_on: on }, { next_visit_on: was.on });
};

const moveMeeting = (tx: Tx, { id, on, start, end, was }: CalendarMove): void => {
  const row = tx.read.get<{ standing: string; end_on: string | null; end_at: string | null }>(`SELECT ${standingSql('m')} AS standing, m.end_on, m.end_at FROM meeting m WHERE m.id = ?`, [id]);
  if (row?.standing === 'held') refuse('이미 개최한 회의는 달력에서 옮길 수 없습니다. 날짜가 잘못되었으면 회의 기록에서 고쳐 주세요.', on);
  if (row?.standing === 'cancelled') refuse('취소된 회의는 옮길 수 없습니다. 회의 기록에서 상태를 예정으로 바꾼 뒤 옮겨 주세요.', on);
  const endOn = row?.end_on ?? null;
  const patch = {
    start_on: on, ...(endOn === null ? {} : { end_on: daysAfter(endOn, daysBetween(was.on, on)) }),
    ...(start === undefined ? {} : { start_at: start }), ...(end === undefined ? {} : { end_at: end }),
  };
  tx.change(meeting, id, patch, { start_on: was.on, ...(start === undefined ? {} : { start_at: was.start }), ...(end === undefined ? {} : { end_at: was.end }) });
  settleMeeting(tx, id, patch);
};

const moveAction = (tx: Tx, { id, on, was }: CalendarMove): void => {
  const row = tx.read.get<{ status: string; since: string | null }>('SELECT x.status, s.visit_on AS since FROM action_item x LEFT JOIN session s ON s.id = x.session WHERE x.id = ?', [id]);
  if (row?.status === 'done' || row?.status === 'cancelled') refuse('끝난 후속 조치는 옮길 수 없습니다. 다시 연 뒤 기한을 바꿔 주세요.', on);
  if (row && row.since !== null && on < row.since) refuse(`기한은 상담일(${row.since})보다 빠를 수 없습니다.`, on);
  tx.change(actionItem, id, { due_on: on }, { due_on: was.on });
};

/**
 * Moves what may be moved.
 * @throws Refusal `invalid` with the reason, `conflict` when it stands elsewhere by now, `not-found`
 */
export const moveEntry = (tx: Tx, move: CalendarMove): void => {
  switch (move.kind) {
    case 'session': return moveSession(tx, move);
    case 'visit': return moveVisit(tx, move);
    case 'meeting': return moveMeeting(tx, move);
    case 'action': return moveAction(tx, move);
    case 'series': return moveDay(tx, move.id, move.day ?? move.was.on, move.on, '일정에서 옮김');
    default: return refuse(`${withParticle(kindWord(move.kind), '은/는')} 과제에 적힌 날입니다. 과제를 열어 고쳐 주세요.`, move.on);
  }
};
