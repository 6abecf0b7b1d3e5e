/** 회의 끝내기: every open item is settled, the meeting was held, and the minutes are put together. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { agendaOf, changeAgenda } from './agenda.ts';
import { isOpenItem } from './choices.ts';
import { meeting } from './fields.ts';
import { minutesDraft } from './minutes.ts';

export type Outcome = 'done' | 'carried' | 'dropped';

export type Ending = {
  /** What becomes of each item that is still open, by its id. */
  outcomes: Readonly<Record<string, Outcome>>;
  /** `HH:MM`; left as it is when null. */
  endAt: string | null;
};

/**
 * Settles the open items and marks the meeting as held. Minutes that somebody has written stay; empty ones are drafted.
 * @throws Refusal `invalid` with each open item nothing is said about; `invalid` for a cancelled meeting
 */
export const endMeeting = (tx: Tx, id: string, { outcomes, endAt }: Ending): void => {
  const row = tx.read.get<{ status: string | null; minutes: string | null }>('SELECT status, minutes FROM meeting WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  if (row.status === 'cancelled') throw new Refusal('invalid', '취소한 회의는 끝낼 수 없습니다. 열렸다면 상태를 예정으로 먼저 고쳐 주세요.', [{ field: 'status', value: 'cancelled', message: '취소한 회의입니다.' }]);
  const open = agendaOf(tx.read, id).filter(isOpenItem);
  const unsaid = open.filter((item) => outcomes[item.id] === undefined);
  if (unsaid.length > 0) {
    throw new Refusal('invalid', `안건 ${unsaid.length}건을 어떻게 할지 정해 주세요: ${unsaid.map((item) => item.title).join(', ')}. 처리·이월·철회 가운데 고릅니다.`,
      unsaid.map((item) => ({ field: `outcomes.${item.id}`, value: null, message: '처리·이월·철회 가운데 골라 주세요.' })));
  }
  for (const item of open) changeAgenda(tx, item.id, { status: outcomes[item.id] ?? null });
  tx.change(meeting, id, { status: 'held', ...(endAt === null ? {} : { end_at: endAt }) });
  if (row.minutes === null || row.minutes.trim() === '') tx.change(meeting, id, { minutes: minutesDraft(tx.read, id) });
};
