/** 회의 만들기: a day of a series becomes a meeting, once. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { takeCarried, waitingFor } from '../meetings/carry.ts';
import { agendaItem, meeting } from '../meetings/fields.ts';
import { setClusters } from '../meetings/hold.ts';
import { nextRound } from '../meetings/round.ts';
import { occurrenceOf, seriesClusters, seriesOf, type Series } from './book.ts';
import { addDays } from './days.ts';
import { refuseMade } from './except.ts';

/** Lines of the standing agenda. */
export const standingAgenda = (series: Pick<Series, 'agenda'>): string[] => (series.agenda ?? '').split('\n').map((line) => line.trim().slice(0, 200)).filter(Boolean);

/**
 * Makes the meeting of a day (`day` as the rule says, wherever it was moved to): clusters, kind, hours and place of the series, the next
 * round of the host, the standing agenda, and after it what earlier meetings carried over. Two devices that make it make one row.
 * @throws Refusal `invalid` for a day the series has not or that was left out, `conflict` when it was made already
 */
export const holdDay = (tx: Tx, id: string, day: string): string => {
  const series = seriesOf(tx.read, id);
  refuseMade(tx.read, series, day);
  const { on, state } = occurrenceOf(tx.read, series, day);
  if (state === 'cancelled') throw new Refusal('invalid', `${day}은 쉬기로 한 날입니다. 회의를 열려면 ‘되돌리기’를 먼저 눌러 주세요.`, [{ field: 'day', value: day, message: '쉬기로 한 날입니다.' }]);
  const clusters = seriesClusters(tx.read, id);
  const [host] = clusters;
  const round = host === undefined ? null : nextRound(tx.read, host, series.kind, on.slice(0, 4));
  const pairId = relationId('meeting', id, day);
  // One that was made and taken away again stays as it was, for undo.
  const isFree = tx.read.value<number>('SELECT 1 FROM meeting WHERE id = ?', [pairId]) === undefined;
  const made = tx.create(meeting, {
    title: round === null ? series.title : `${series.title} 제${round}차`.slice(0, 200), kind: series.kind, round, start_on: on, start_at: series.start_at, end_at: series.end_at,
    end_on: (series.days ?? 1) > 1 ? addDays(on, (series.days ?? 1) - 1) : null, place: series.place, chair: series.chair, series: id, series_on: day,
  }, isFree ? pairId : undefined);
  setClusters(tx, made, clusters);
  for (const [index, title] of standingAgenda(series).entries()) {
    tx.create(agendaItem, { meeting: made, position: index + 1, title, kind: 'report' }, relationId('agenda_item', made, String(index), title));
  }
  takeCarried(tx, made, waitingFor(tx.read, { cluster: host ?? null, kind: series.kind, series: id, date: on, except: made }).map((one) => one.id));
  return made;
};
