/** The home screen in one read: what waits for this user, and what was worked on last. */
import { query } from '../kernel/query.ts';
import { daysAfter, mondayOf } from './days.ts';
import { recentRecords, type RecentRecord } from './recent.ts';

export type TodayInput = {
  /** Number of the account, for drafts and recent records. */
  user: number;
  /** The person the account is. Null (an account without one, or a look at everybody's work): everybody's. */
  person: string | null;
  /** Calendar day of the device. */
  today: string;
};

export type Today = {
  today: string;
  /** True while there is no firm yet: the program then says how to begin. */
  isEmpty: boolean;
  /** Open actions, the most overdue first, those without a date last. */
  actions: { id: string; what: string; due_on: string | null; status: string; owner_name: string | null; organisation: string | null; organisation_name: string | null; source: 'session' | 'meeting' | 'task' | null; source_id: string | null; source_label: string | null }[];
  drafts: { key: string; label: string; at: string }[];
  /** Sessions from last week's day on that lack their end or what was advised (미입력), or came back (반려). */
  unfinished: { id: string; visit_on: string; start_at: string | null; end_at: string | null; organisation_name: string | null; status: string; lacks_end: number; lacks_advice: number }[];
  /** Running tasks that end within 60 days or should have ended. */
  tasks: { id: string; title: string; status: string; end_on: string; organisation_name: string | null; coordinator_name: string | null }[];
  /** Meetings and visits from today to the end of next week. */
  meetings: { id: string; title: string; kind: string; start_on: string; end_on: string | null; start_at: string | null; place: string | null }[];
  visits: { id: string; on: string; at: string | null; organisation_name: string | null; place: string | null; isPlanned: number }[];
  recent: RecentRecord[];
};

const most = 50;
const dueWithinDays = 60;

/** Written without an OR, which would keep SQLite from the index on the column. */
const mine = (person: string | null, column: string): string => (person === null ? '1' : `${column} = :person`);

/** By the index over open actions in this order; one person's by (owner, due_on). */
export const actionsSql = (person: string | null): string => `SELECT a.id, a.what, a.due_on, a.status, p.name AS owner_name, a.organisation, o.name AS organisation_name,
     CASE WHEN a.meeting IS NOT NULL THEN 'meeting' WHEN a.session IS NOT NULL THEN 'session' WHEN a.task IS NOT NULL THEN 'task' END AS source,
     coalesce(a.meeting, a.session, a.task) AS source_id,
     coalesce(g.title, CASE WHEN s.id IS NOT NULL THEN s.visit_on || ' ' || coalesce(so.name, '') END, t.title) AS source_label
   FROM action_item a LEFT JOIN person p ON p.id = a.owner LEFT JOIN organisation o ON o.id = a.organisation
   LEFT JOIN meeting g ON g.id = a.meeting LEFT JOIN session s ON s.id = a.session LEFT JOIN organisation so ON so.id = s.organisation LEFT JOIN task t ON t.id = a.task
   WHERE a._del = 0 AND a.status IN ('open', 'in-progress') AND ${mine(person, 'a.owner')}
   ORDER BY a.due_on IS NULL, a.due_on, a.n LIMIT :most`;

/** By the index over running tasks. */
export const endingSql = (person: string | null): string => `SELECT t.id, t.title, t.status, t.end_on, o.name AS organisation_name, p.name AS coordinator_name
  FROM task t INDEXED BY task_running LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person p ON p.id = t.coordinator
  WHERE t._del = 0 AND t.status IN ('agreed', 'in-progress', 'mid-check', 'final-review') AND t.end_on <= :until AND ${mine(person, 't.coordinator')} ORDER BY t.end_on, t.n LIMIT :most`;

/** Those that begin in these days by their start, those that began before and go on by their end: few meetings last for days. */
export const meetingsSql = `SELECT g.id, g.title, g.kind, g.start_on, g.end_on, g.start_at, g.place FROM meeting g
  WHERE g.n IN (SELECT b.n FROM meeting b WHERE b.start_on BETWEEN :today AND :until UNION ALL SELECT e.n FROM meeting e INDEXED BY meeting_end_on WHERE e.end_on >= :today AND e.start_on < :today)
    AND g._del = 0 AND coalesce(g.status, '') <> 'cancelled' AND coalesce(g.end_on, g.start_on) >= :today ORDER BY g.start_on, g.start_at LIMIT :most`;

export const todayQuery = query('today', (read, { user, person, today }: TodayInput): Today => ({
  today,
  isEmpty: read.value<number>('SELECT 1 FROM organisation WHERE _del = 0 LIMIT 1') === undefined,
  actions: read.all(actionsSql(person), { person, most }),
  drafts: read.all('SELECT k AS key, label, at FROM draft WHERE user_id = ? ORDER BY at DESC LIMIT ?', [user, most]),
  unfinished: read.all(
    `SELECT s.id, s.visit_on, s.start_at, s.end_at, o.name AS organisation_name, s.status,
       s.end_at IS NULL AS lacks_end, coalesce(s.advice, '') = '' AS lacks_advice
     FROM session s LEFT JOIN organisation o ON o.id = s.organisation
     WHERE s._del = 0 AND s.visit_on BETWEEN :from AND :today AND ${mine(person, 's.coordinator')}
       AND (s.status = 'returned' OR (s.status = 'draft' AND (s.end_at IS NULL OR coalesce(s.advice, '') = '')))
     ORDER BY s.visit_on, s.start_at LIMIT :most`,
    // On a Monday the days of last week still count, or Friday's visit would be forgotten.
    { person, today, from: daysAfter(mondayOf(today), -7), most }),
  tasks: read.all(endingSql(person), { person, until: daysAfter(today, dueWithinDays), most }),
  meetings: read.all(meetingsSql, { today, until: daysAfter(mondayOf(today), 13), most }),
  visits: read.all(
    `SELECT s.id, s.visit_on AS "on", s.start_at AS "at", o.name AS organisation_name, s.place, 0 AS isPlanned FROM session s LEFT JOIN organisation o ON o.id = s.organisation
     WHERE s._del = 0 AND s.visit_on BETWEEN :today AND :until AND ${mine(person, 's.coordinator')}
     UNION ALL SELECT s.id, s.next_visit_on, NULL, o.name, s.place, 1 FROM session s LEFT JOIN organisation o ON o.id = s.organisation
     WHERE s._del = 0 AND s.next_visit_on BETWEEN :today AND :until AND ${mine(person, 's.coordinator')} ORDER BY 2, 3 LIMIT :most`,
    { person, today, until: daysAfter(mondayOf(today), 13), most }),
  recent: recentRecords(read, user),
}));
