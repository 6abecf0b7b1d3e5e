/**
 * Rounds (회차): numbered by the host mini-cluster, per kind and calendar year (domain.md §10, §21.3). A number is used once;
 * gaps are allowed. A guest cluster of a joint meeting keeps its own numbering.
 */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { meetingKinds } from '../reference/choices/meeting.ts';

/** The word of a meeting kind. */
export const kindName = (code: string | null): string => meetingKinds.find((kind) => kind.code === code)?.ko ?? code ?? '';

const sameSeries = `FROM meeting g JOIN meeting_cluster k ON k.meeting = g.id AND k._del = 0 AND k.is_host = 1
  WHERE k.cluster = :cluster AND g.kind = :kind AND g.start_on BETWEEN :year || '-01-01' AND :year || '-12-31' AND g._del = 0`;

/** The number after the highest one used by this host, kind and year (`2026`). */
export const nextRound = (read: Reader, cluster: string, kind: string, year: string): number =>
  (read.value<number>(`SELECT max(g.round) ${sameSeries}`, { cluster, kind, year }) ?? 0) + 1;

/** @throws Refusal `conflict` naming the meeting that has the number */
export const refuseUsedRound = (read: Reader, { cluster, kind, date, round, except }: { cluster: string; kind: string; date: string; round: number | null; except: string }): void => {
  if (round === null) return;
  const year = date.slice(0, 4);
  const other = read.get<{ title: string; start_on: string }>(`SELECT g.title, g.start_on ${sameSeries} AND g.round = :round AND g.id <> :except LIMIT 1`, { cluster, kind, year, round, except });
  if (!other) return;
  const message = `${year}년 ${kindName(kind)} ${round}차는 이미 있습니다: ${other.start_on} “${other.title}”. 다음 번호는 ${nextRound(read, cluster, kind, year)}차입니다.`;
  throw new Refusal('conflict', message, [{ field: 'round', value: round, message }]);
};
