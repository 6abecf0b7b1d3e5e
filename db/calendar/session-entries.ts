/** Sessions on their day, and the next visits they name. */
import { isSameBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { sessionStatuses } from '../reference/choices/session.ts';
import type { CalendarEntry } from './calendar-types.ts';
import type { RangeSql } from './range.ts';
import type { Belonging } from './whose.ts';

const belongs: Belonging = {
  mine: '(s.coordinator = :person OR EXISTS (SELECT 1 FROM session_attendee a WHERE a.session = s.id AND a.person = :person AND a._del = 0))',
  by: 's.coordinator',
  cluster: 's.cluster = :cluster',
};

type Row = { id: string; on: string; start: string | null; end: string | null; title: string | null; place: string | null; who: string | null; status: string };

const columns = 's.id, o.name AS title, s.place, p.name AS who, s.status';
const joined = 'FROM session s LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.coordinator';

export const sessionsSql = (range: RangeSql): string =>
  `SELECT ${columns}, s.visit_on AS "on", s.start_at AS start, s.end_at AS "end" ${joined} WHERE s.visit_on BETWEEN :from AND :to AND s._del = 0 AND ${range.whose(belongs)}`;

/** A firm visited since then, by whom ever, is no longer waited for, as in the list of next visits. */
export const visitsSql = (range: RangeSql): string =>
  `SELECT ${columns}, s.next_visit_on AS "on", NULL AS start, NULL AS "end",
     EXISTS (SELECT 1 FROM session l WHERE ${isSameBody('l.organisation', 's.organisation')} AND l.visit_on > s.visit_on AND l.visit_on <= :today AND l._del = 0) AS "isMade"
   ${joined} WHERE s.next_visit_on BETWEEN :from AND :to AND s._del = 0 AND ${range.whose(belongs)}`;

const words = new Map<string, string>(sessionStatuses.map(({ code, ko }) => [code, ko]));

export const sessionEntries = (read: Reader, range: RangeSql): CalendarEntry[] => read.all<Row>(sessionsSql(range), range.parameters).map((row) => ({
  key: `session:${row.id}`, kind: 'session', id: row.id, title: row.title ?? '기업 미정', on: row.on, until: row.on, start: row.start, end: row.end, place: row.place, who: row.who,
  state: row.status, stateWord: words.get(row.status) ?? row.status, isLate: row.status === 'returned', isOver: row.status === 'confirmed', isCancelled: false,
  isMovable: row.status !== 'confirmed', open: { table: 'session', id: row.id },
}));

export const visitEntries = (read: Reader, range: RangeSql): CalendarEntry[] => read.all<Row & { isMade: 0 | 1 }>(visitsSql(range), range.parameters).map((row) => {
  const isLate = row.isMade === 0 && row.on < range.today;
  return {
    key: `visit:${row.id}`, kind: 'visit', id: row.id, title: row.title ?? '기업 미정', on: row.on, until: row.on, start: null, end: null, place: row.place, who: row.who,
    state: row.isMade ? 'made' : isLate ? 'late' : 'planned', stateWord: row.isMade ? '방문함' : isLate ? '지남' : '예정', isLate, isOver: row.isMade === 1, isCancelled: false,
    isMovable: row.isMade === 0 && row.status !== 'confirmed', open: { table: 'session', id: row.id },
  };
});
