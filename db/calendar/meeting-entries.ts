/** Meetings on every day they last, marked as to come, held or cancelled. */
import type { Reader } from '../kernel/reader.ts';
import { standingSql } from '../meetings/standing.ts';
import { meetingStatuses } from '../reference/choices/meeting.ts';
import type { CalendarEntry } from './calendar-types.ts';
import type { RangeSql } from './range.ts';
import type { Belonging } from './whose.ts';

const belongs: Belonging = {
  mine: `(:person IN (m.chair, m.recorder) OR EXISTS (SELECT 1 FROM attendance a WHERE a.meeting = m.id AND a.person = :person AND a._del = 0)
    OR EXISTS (SELECT 1 FROM meeting_cluster l JOIN mini_cluster c ON c.id = l.cluster WHERE l.meeting = m.id AND l._del = 0 AND c.manager = :person))`,
  by: 'coalesce(m.recorder, m.chair)',
  cluster: 'EXISTS (SELECT 1 FROM meeting_cluster l WHERE l.meeting = m.id AND l.cluster = :cluster AND l._del = 0)',
};

type Row = { id: string; title: string; on: string; until: string; start: string | null; end: string | null; place: string | null; who: string | null; standing: string };

/** Those that begin in the range by the index on the first day; those that began before by the index on the last. */
export const meetingsSql = (range: RangeSql): string => {
  const columns = `m.id, m.title, m.start_on AS "on", coalesce(m.end_on, m.start_on) AS until, m.start_at AS start, m.end_at AS "end", m.place, ${standingSql('m', ':today')} AS standing,
    (SELECT group_concat(name, ', ') FROM (SELECT c.name FROM meeting_cluster l JOIN mini_cluster c ON c.id = l.cluster WHERE l.meeting = m.id AND l._del = 0 ORDER BY l.is_host DESC, l.n)) AS who`;
  return `SELECT ${columns} FROM meeting m WHERE m.start_on BETWEEN :from AND :to AND m._del = 0 AND ${range.whose(belongs)}
    UNION ALL SELECT ${columns} FROM meeting m WHERE m.end_on >= :from AND m.start_on < :from AND m._del = 0 AND ${range.whose(belongs)}`;
};

const words = new Map<string, string>(meetingStatuses.map(({ code, ko }) => [code, ko]));

export const meetingEntries = (read: Reader, range: RangeSql): CalendarEntry[] => read.all<Row>(meetingsSql(range), range.parameters).map(({ standing, ...row }) => ({
  ...row, key: `meeting:${row.id}`, kind: 'meeting', state: standing, stateWord: words.get(standing) ?? standing,
  isLate: standing === 'planned' && row.until < range.today, isOver: standing !== 'planned', isCancelled: standing === 'cancelled', isMovable: standing === 'planned', open: { table: 'meeting', id: row.id },
}));
