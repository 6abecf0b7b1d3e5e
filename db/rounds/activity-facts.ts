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
/** One person's, by index over coordinator and visit_on. */
export const ownSessionsSql = sessionFactsSql.replace('INDEXED BY session_visit_on WHERE', 'INDEXED BY session_coordinator_visit_on WHERE s.coordinator = :person AND');
/** By index over found_on. */
export const taskFactsSql = `SELECT t.id, ${finderSql('t')} AS person, t.found_on AS day
  FROM task t INDEXED BY task_found_on WHERE t.found_on BETWEEN :from AND :until AND t._del = 0`;
/** By index over start_on. */
export const meetingFactsSql = `SELECT DISTINCT g.id, a.person, g.start_on AS day FROM meeting g INDEXED BY meeting_start_on JOIN attendance a ON a.meeting = g.id AND a._del = 0 AND a.is_present = 1
  WHERE g.start_on BETWEEN :from AND :until AND ${heldSql('g', ':today')} AND a.person > ''`;
/** One person's, by index over who attended. */
export const ownMeetingsSql = `SELECT DISTINCT g.id, a.person, g.start_on AS day FROM attendance a INDEXED BY attendance_person CROSS JOIN meeting g ON g.id = a.meeting
  WHERE a.person = :person AND a._del = 0 AND a.is_present = 1 AND g.start_on BETWEEN :from AND :until AND ${heldSql('g', ':today')}`;

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
  const [only = null] = people;
  const one = people.size === 1 ? only : null;
  const ours = <One extends Fact>(rows: One[]): One[] => rows.filter(({ person }) => people.has(person));
  return {
    sessions: one === null ? ours(read.all<SessionFact>(sessionFactsSql, { from, until })) : read.all<SessionFact>(ownSessionsSql, { from, until, person: one }),
    tasks: ours(read.all<Fact>(taskFactsSql, { from, until })),
    meetings: one === null ? ours(read.all<Fact>(meetingFactsSql, { from, until, today })) : read.all<Fact>(ownMeetingsSql, { from, until, today, person: one }),
    limits: limitsOf(read, people, by),
  };
};

/** Facts by person, made once: each row of the table asks for those of one. */
const byPerson = new WeakMap<ActivityFacts, ReadonlyMap<string, ActivityFacts>>();

const factsOf = (facts: ActivityFacts, person: string): ActivityFacts => {
  const known = byPerson.get(facts);
  if (known) return known.get(person) ?? { ...facts, sessions: [], tasks: [], meetings: [] };
  const [sessions, tasks, meetings] = [Map.groupBy(facts.sessions, (one) => one.person), Map.groupBy(facts.tasks, (one) => one.person), Map.groupBy(facts.meetings, (one) => one.person)];
  const people = new Set([...sessions.keys(), ...tasks.keys(), ...meetings.keys()]);
  byPerson.set(facts, new Map([...people].map((one) => [one, { ...facts, sessions: sessions.get(one) ?? [], tasks: tasks.get(one) ?? [], meetings: meetings.get(one) ?? [] }])));
  return factsOf(facts, person);
};

/** The facts of these people and months. */
export const factsWithin = (all: ActivityFacts, people: readonly string[], months: readonly string[]): ActivityFacts => {
  const [only] = people;
  const facts = people.length === 1 && only !== undefined ? factsOf(all, only) : all;
  const [whose, when] = [new Set(people), new Set(months)];
  const within = ({ person, day }: Fact): boolean => whose.has(person) && when.has(day.slice(0, 7));
  return { ...facts, sessions: facts.sessions.filter(within), tasks: facts.tasks.filter(within), meetings: facts.meetings.filter(within) };
};
