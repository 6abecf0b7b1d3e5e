/** What hangs on a task: where it was found, its sessions, bodies, follow-ups and steps. */
import { query } from '../kernel/query.ts';
import { Refusal } from '../errors.ts';
import { actionsOf, type ActionLine } from '../actions/read.ts';
import type { Reader } from '../kernel/reader.ts';

export type TaskStepLine = {
  id: string; from_status: string | null; to_status: string; on_date: string; reason: string | null; by: string;
  /** 1 for a step another device made at the same time and that the status did not follow. */
  isAside: number;
};

export type TaskRelations = {
  firm: { id: string; name: string; address: string | null; employees: number | null } | null;
  sourceSession: { id: string; visit_on: string; session_no: string | null } | null;
  sourceMeeting: { id: string; title: string; start_on: string } | null;
  /** Agenda items that became this task. */
  agenda: { id: string; title: string; meeting: string; meeting_title: string | null }[];
  sessions: { id: string; session_no: string | null; visit_on: string; minutes: number | null; coordinator: string | null; summary: string | null; result: string | null; isSource: number }[];
  participants: { id: string; organisation: string; name: string | null; kind: string | null; role: string; share_percent: number | null; person: string | null; person_name: string | null }[];
  actions: ActionLine[];
  steps: TaskStepLine[];
};

const most = 200;

/** The deeper step stands; of two equally deep ones the later by clock and device: as the status itself merges. */
export const deepestFirst = 's.depth IS NULL, s.depth DESC, s._h DESC, s._w DESC';

/** The steps of a task, newest first. Those its status did not follow are marked: two devices moved it at once. */
export const stepsOf = (read: Reader, task: string): TaskStepLine[] => {
  const steps = read.all<Omit<TaskStepLine, 'isAside'>>(
    `SELECT s.id, s.from_status, s.to_status, s.on_date, s.reason, coalesce((SELECT a.name FROM account a WHERE a.number = s.by_account LIMIT 1), '알 수 없음') AS by
     FROM task_step s WHERE s.task = ? AND s._del = 0 ORDER BY ${deepestFirst}, s.n DESC LIMIT ?`, [task, most]);
  let leadsTo: string | null | undefined;
  return steps.map((step) => {
    const isAside = leadsTo !== undefined && step.to_status !== leadsTo;
    if (!isAside) leadsTo = step.from_status;
    return { ...step, isAside: isAside ? 1 : 0 };
  });
};

/** At most 200 of each. @throws Refusal `not-found` */
export const taskRelations = (read: Reader, id: string): TaskRelations => {
  const task = read.get<{ lead_org: string | null; source_session: string | null; source_meeting: string | null }>('SELECT lead_org, source_session, source_meeting FROM task WHERE id = ?', [id]);
  if (!task) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return {
    firm: read.get<NonNullable<TaskRelations['firm']>>('SELECT id, name, address, employees FROM organisation WHERE id = ?', [task.lead_org]) ?? null,
    sourceSession: read.get<NonNullable<TaskRelations['sourceSession']>>('SELECT id, visit_on, session_no FROM session WHERE id = ? AND _del = 0', [task.source_session]) ?? null,
    sourceMeeting: read.get<NonNullable<TaskRelations['sourceMeeting']>>('SELECT id, title, start_on FROM meeting WHERE id = ? AND _del = 0', [task.source_meeting]) ?? null,
    agenda: read.all('SELECT a.id, a.title, a.meeting, m.title AS meeting_title FROM agenda_item a LEFT JOIN meeting m ON m.id = a.meeting WHERE a.task = ? AND a._del = 0 LIMIT ?', [id, most]),
    sessions: read.all(
      `SELECT s.id, s.session_no, s.visit_on, s.minutes, p.name AS coordinator, s.summary, s.result, s.id IS :source AS isSource
       FROM session_task l JOIN session s ON s.id = l.session AND s._del = 0 LEFT JOIN person p ON p.id = s.coordinator
       WHERE l.task = :id AND l._del = 0 ORDER BY s.visit_on DESC, s.start_at DESC LIMIT :most`, { id, most, source: task.source_session }),
    participants: read.all(
      `SELECT p.id, p.organisation, o.name, o.kind, p.role, p.share_percent, p.person, w.name AS person_name FROM participant p
       LEFT JOIN organisation o ON o.id = p.organisation LEFT JOIN person w ON w.id = p.person WHERE p.task = ? AND p._del = 0 ORDER BY p.n LIMIT ?`, [id, most]),
    actions: actionsOf(read, { task: id }),
    steps: stepsOf(read, id),
  };
};

/** The same in a reader thread. */
export const taskRelationsQuery = query('task.relations', (read, { id }: { id: string }) => taskRelations(read, id));
