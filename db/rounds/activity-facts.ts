/** What coordinators did, month by month: the rows every number of the 활동실적 is counted from (domain.md §9, §13 T6). */
import { canonicalOf } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { heldSql } from '../meetings/standing.ts';
import { guardsOf } from '../sessions/guards.ts';
import { officeOf } from '../sessions/office.ts';

type Fact = {
  id: string; person: string;
  /** `YYYY-MM-DD`. */
  day: string;
};

export type SessionFact = Fact & { firm: string | null; mode: string | null; minutes: number | null; isConfirmed: number; hasTask: number };

export type ActivityFacts = {
  sessions: SessionFact[];
  /** Tasks found: in the month of their day of finding, by who found them. */
  tasks: Fact[];
  /** Meetings held where the coordinator was present; the day is the first of the meeting. */
  meetings: Fact[];
  /** Minutes of a day that are paid at most, by person; null = no limit. */
  limits: ReadonlyMap<string, number | null>;
};

/** SQL: a session counts, whatever its mode and status. */
export const countedSql = (s: string): string => `${s}.coordinator > '' AND ${s}._del = 0`;
/** SQL: a task came of the session. */
export const hasTaskSql = (s: string): string => `EXISTS (SELECT 1 FROM task t WHERE t.source_session = ${s}.id AND t._del = 0)`;
/** SQL: who held the session a task comes from found it, else who is in charge of it. */
export const finderSql = (t: string): string => `coalesce((SELECT s.coordinator FROM session s WHERE s.id = ${t}.source_session AND s._del = 0), ${t}.coordinator)`;

/** By index over visit_on. Parameters: first and last day. */
export const sessionFactsSql = `SELECT s.id, s.coordinator AS person, s.visit_on AS day, ${canonicalOf('s.organisation')} AS firm, s.mode, s.minutes, s.status = 'confirmed' AS isConfirmed,
  ${hasTaskSql('s')} AS hasTask
  FROM session s INDEXED BY session_visit_on WHERE s.visit_on BETWEEN :from AND :until AND ${countedSql('s')}`;
/** By index over found_on. */
export const taskFactsSql = `SELECT t.id, ${finderSql('t')} AS person, t.found_on AS day
  FROM task t INDEXED BY task_found_on WHERE t.found_on BETWEEN :from AND :until AND t._del = 0`;
/** By index over start_on. */
export const meetingFactsSql = `SELECT DISTINCT g.id, a.person, g.start_on AS day FROM meeting g INDEXED BY meeting_start_on JOIN attendance a ON a.meeting = g.id AND a._del = 0 AND a.is_present = 1
  WHERE g.start_on BETWEEN :from AND :until AND ${heldSql('g', ':today')} AND a.person > ''`;

/** Paid minutes of a day end where the entry rule of the coordinator's office ends, when it has one. */
const limitOf = (read: Reader, person: string, by: number): number | null => {
  const guard = guardsOf(read, officeOf(read, person, by))['day-hours'];
  return guard.level === 'off' ? null : guard.amount;
};

/** Minutes of a day that are paid at most, by person; null = no limit. */
export const limitsOf = (read: Reader, people: Iterable<string>, by: number): Map<string, number | null> => new Map([...people].map((person) => [person, limitOf(read, person, by)]));

/**
 * @param from first day, @param until last day
 * @param people whose activity is looked at: those who attended a meeting are not all coordinators
 * @param by account that asks: a coordinator without an account falls under its office
 */
export const activityFacts = (read: Reader, { from, until, people, by, today }: { from: string; until: string; people: ReadonlySet<string>; by: number; today: string }): ActivityFacts => {
  const ours = <One extends Fact>(rows: One[]): One[] => rows.filter(({ person }) => people.has(person));
  return {
    sessions: ours(read.all<SessionFact>(sessionFactsSql, { from, until })),
    tasks: ours(read.all<Fact>(taskFactsSql, { from, until })),
    meetings: ours(read.all<Fact>(meetingFactsSql, { from, until, today })),
    limits: limitsOf(read, people, by),
  };
};

/** The facts of these people and months. */
export const factsWithin = (facts: ActivityFacts, people: readonly string[], months: readonly string[]): ActivityFacts => {
  const within = ({ person, day }: Fact): boolean => people.includes(person) && months.includes(day.slice(0, 7));
  return { ...facts, sessions: facts.sessions.filter(within), tasks: facts.tasks.filter(within), meetings: facts.meetings.filter(within) };
};
