/** 해산: on the last day of a mini-cluster its memberships, its offices and the series it holds alone end, too. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { meetingSeries, seriesCluster } from '../meetings/fields.ts';
import { membership, officer } from './fields.ts';

type Held = { id: string; series: string; is_host: number; until_on: string | null; next: string | null };

/** A series of its own has no day after that; one it holds with others goes on without it, the next of them being the host. */
const leaveSeries = (tx: Tx, cluster: string, day: string): void => {
  const held = tx.read.all<Held>(
    `SELECT k.id, k.series, k.is_host, s.until_on, (SELECT o.id FROM series_cluster o WHERE o.series = k.series AND o.cluster <> :cluster AND o._del = 0 ORDER BY o.n LIMIT 1) AS next
     FROM series_cluster k JOIN meeting_series s ON s.id = k.series AND s._del = 0 WHERE k.cluster = :cluster AND k._del = 0 AND (s.until_on IS NULL OR s.until_on > :day)`, { cluster, day });
  for (const one of held) {
    if (one.next === null) { tx.change(meetingSeries, one.series, { until_on: day }); continue; }
    tx.remove(seriesCluster, one.id);
    if (one.is_host === 1) tx.change(seriesCluster, one.next, { is_host: 1 });
  }
};

/**
 * Ends what is open or would last longer. The day itself still belongs to all of them.
 * @throws Refusal `conflict` when somebody joined or took office after that day
 */
export const endWith = (tx: Tx, cluster: string, day: string): void => {
  const late = tx.read.get<{ name: string | null; on_day: string }>(
    `SELECT coalesce(p.name, o.name) AS name, m.joined_on AS on_day FROM membership m LEFT JOIN person p ON p.id = m.person LEFT JOIN organisation o ON o.id = m.organisation
     WHERE m.cluster = :cluster AND m._del = 0 AND m.joined_on > :day
     UNION ALL SELECT p.name, f.from_on FROM officer f LEFT JOIN person p ON p.id = f.person WHERE f.cluster = :cluster AND f._del = 0 AND f.from_on > :day LIMIT 1`, { cluster, day });
  if (late) throw new Refusal('conflict', `${late.name ?? '회원'}의 가입일이나 임기(${late.on_day})가 해산일(${day})보다 늦습니다. 날을 먼저 고쳐 주세요.`, [{ field: 'dissolved_on', value: day, message: `${late.on_day}에 시작한 회원이나 임원이 있습니다.` }]);
  for (const id of tx.read.column<string>('SELECT id FROM membership WHERE cluster = ? AND _del = 0 AND (left_on IS NULL OR left_on > ?)', [cluster, day])) tx.change(membership, id, { left_on: day });
  for (const id of tx.read.column<string>('SELECT id FROM officer WHERE cluster = ? AND _del = 0 AND (to_on IS NULL OR to_on > ?)', [cluster, day])) tx.change(officer, id, { to_on: day });
  leaveSeries(tx, cluster, day);
};
