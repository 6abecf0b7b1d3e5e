/** What stands beside a session while it is written: its people, tasks and follow-ups, and what is known of the firm. */
import { query } from '../kernel/query.ts';
import { isSameBody } from '../identity/same-sql.ts';
import { Refusal } from '../errors.ts';
import { actionsOf, type ActionLine } from '../actions/read.ts';
import { memberOn } from '../clusters/members-on.ts';
import type { Reader } from '../kernel/reader.ts';
import { roundSql } from './list.ts';

export type SessionTaskLine = { id: string; title: string; task_no: string | null; status: string; found_on: string; isSource: number };
export type SessionPersonLine = { id: string; name: string | null; position: string | null; mobile: string | null; organisation_name: string | null; side: string };

export type SessionMeetingLine = { id: string; title: string; kind: string; start_on: string };

export type SessionRelations = {
  /** Which meeting of this coordinator with this firm it is (차수). */
  round: number;
  /** Contact time in minutes; null while a time is missing. */
  minutes: number | null;
  people: SessionPersonLine[];
  tasks: SessionTaskLine[];
  meetings: SessionMeetingLine[];
  actions: ActionLine[];
};

export type PastSession = { id: string; session_no: string | null; visit_on: string; start_at: string | null; end_at: string | null; minutes: number | null; mode: string; coordinator: string | null; fields: string | null; summary: string | null; advice: string | null; result: string | null; status: string };

/** The session before, to write the next one from. */
export type LastSession = PastSession & {
  people: { id: string; name: string | null; position: string | null; side: string }[];
  /** Follow-ups agreed there that are still open. */
  actions: ActionLine[];
};

export type FirmPanel = {
  firm: { id: string; name: string; address: string | null; phone: string | null; representative: string | null; products: string | null; employees: number | null };
  sites: { id: string; name: string; address: string | null }[];
  /** Past sessions, newest first, at most 30. */
  sessions: PastSession[];
  sessionCount: number;
  /** The latest one up to the day asked. */
  last: LastSession | null;
  tasks: { id: string; title: string; status: string; found_on: string; role: string }[];
  people: { id: string; name: string; position: string | null; mobile: string | null }[];
  /** Open follow-ups of the firm. */
  actions: ActionLine[];
  /** Mini-clusters the firm belongs to on the day asked. */
  clusters: { id: string; name: string }[];
  /** Number the next session of this coordinator with the firm would have. */
  nextRound: number;
};

const most = 100;
const mostPast = 30;

/** @throws Refusal `not-found` */
export const sessionRelations = (read: Reader, id: string): SessionRelations => {
  const session = read.get<{ round: number; minutes: number | null }>(`SELECT ${roundSql('s')} AS round, s.minutes FROM session s WHERE s.id = ?`, [id]);
  if (!session) throw new Refusal('not-found', '상담을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return {
    ...session,
    people: read.all(
      `SELECT a.person AS id, p.name, p.position, p.mobile, o.name AS organisation_name, a.side FROM session_attendee a
       LEFT JOIN person p ON p.id = a.person LEFT JOIN organisation o ON o.id = p.organisation WHERE a.session = ? AND a._del = 0 ORDER BY a.side DESC, a.n LIMIT ?`, [id, most]),
    tasks: read.all(
      `SELECT t.id, t.title, t.task_no, t.status, t.found_on, t.source_session IS l.session AS isSource FROM session_task l JOIN task t ON t.id = l.task AND t._del = 0
       WHERE l.session = ? AND l._del = 0 ORDER BY t.found_on DESC LIMIT ?`, [id, most]),
    meetings: read.all(
      `SELECT m.id, m.title, m.kind, m.start_on FROM session_meeting l JOIN meeting m ON m.id = l.meeting AND m._del = 0
       WHERE l.session = ? AND l._del = 0 ORDER BY m.start_on DESC LIMIT ?`, [id, most]),
    actions: actionsOf(read, { session: id }),
  };
};

const pastSql = `SELECT s.id, s.session_no, s.visit_on, s.start_at, s.end_at, s.minutes, s.mode, p.name AS coordinator, s.fields, s.summary, s.advice, s.result, s.status
  FROM session s LEFT JOIN person p ON p.id = s.coordinator`;

const lastSession = (read: Reader, { organisation, on, except }: { organisation: string; on: string; except: string }): LastSession | null => {
  const past = read.get<PastSession>(`${pastSql} WHERE ${isSameBody('s.organisation', '?')} AND s.visit_on <= ? AND s._del = 0 AND s.id <> ? ORDER BY s.visit_on DESC, s.start_at DESC LIMIT 1`, [organisation, on, except]);
  if (!past) return null;
  return {
    ...past,
    people: read.all("SELECT a.person AS id, p.name, p.position, a.side FROM session_attendee a JOIN person p ON p.id = a.person AND p._del = 0 WHERE a.session = ? AND a._del = 0 ORDER BY a.side DESC, a.n LIMIT ?", [past.id, most]),
    actions: actionsOf(read, { session: past.id, isOpen: true, limit: 20 }),
  };
};

/** Sessions that belong to a meeting, newest first. */
export type SessionOfMeeting = { id: string; visit_on: string; organisation_name: string | null; coordinator: string | null; summary: string | null; status: string };

export const sessionsOfMeeting = (read: Reader, meeting: string): SessionOfMeeting[] =>
  read.all(
    `SELECT s.id, s.visit_on, o.name AS organisation_name, p.name AS coordinator, s.summary, s.status FROM session_meeting l JOIN session s ON s.id = l.session AND s._del = 0
     LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.coordinator WHERE l.meeting = ? AND l._del = 0 ORDER BY s.visit_on DESC LIMIT ?`, [meeting, most]);

/** What is known of a firm on a day; `except` leaves out the session that is open. @throws Refusal `not-found` */
export const firmPanel = (read: Reader, { organisation, coordinator, on, except = '' }: { organisation: string; coordinator?: string | null | undefined; on: string; except?: string | undefined }): FirmPanel => {
  const firm = read.get<FirmPanel['firm']>('SELECT id, name, address, phone, representative, products, employees FROM organisation WHERE id = ?', [organisation]);
  if (!firm) throw new Refusal('not-found', '기업을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return {
    firm,
    sites: read.all(`SELECT id, name, address FROM site WHERE ${isSameBody('organisation', '?')} AND _del = 0 ORDER BY n LIMIT ?`, [organisation, most]),
    sessions: read.all(
      `${pastSql} WHERE ${isSameBody('s.organisation', '?')} AND s._del = 0 AND s.id <> ? ORDER BY s.visit_on DESC, s.start_at DESC LIMIT ?`, [organisation, except, mostPast]),
    last: lastSession(read, { organisation, on, except }),
    sessionCount: read.value<number>(`SELECT count(*) FROM session WHERE ${isSameBody('organisation', '?')} AND _del = 0 AND id <> ?`, [organisation, except]) ?? 0,
    tasks: read.all(
      `SELECT t.id, t.title, t.status, t.found_on, 'lead' AS role FROM task t WHERE ${isSameBody('t.lead_org', ':organisation')} AND t._del = 0
       UNION SELECT t.id, t.title, t.status, t.found_on, p.role FROM participant p JOIN task t ON t.id = p.task
       WHERE ${isSameBody('p.organisation', ':organisation')} AND p._del = 0 AND t._del = 0 AND NOT ${isSameBody('t.lead_org', ':organisation')} ORDER BY found_on DESC LIMIT :most`, { organisation, most }),
    people: read.all(`SELECT id, name, position, mobile FROM person WHERE ${isSameBody('organisation', '?')} AND _del = 0 ORDER BY name LIMIT ?`, [organisation, most]),
    actions: actionsOf(read, { organisation, isOpen: true, limit: 50 }),
    clusters: read.all(
      `SELECT DISTINCT c.id, c.name FROM membership m JOIN mini_cluster c ON c.id = m.cluster AND c._del = 0
       WHERE m.organisation = :organisation AND ${memberOn('m', ':on')} ORDER BY c.name`, { organisation, on }),
    nextRound: 1 + (read.value<number>('SELECT count(*) FROM session WHERE organisation = ? AND coordinator IS ? AND _del = 0 AND id <> ?', [organisation, coordinator ?? null, except]) ?? 0),
  };
};

/** The same in a reader thread. */
export const firmPanelQuery = query('session.firm-panel', firmPanel);
