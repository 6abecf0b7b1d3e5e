/** What hangs on a meeting: agenda, tasks found there, follow-ups, clusters. */
import { actionsOf, type ActionLine } from '../actions/read.ts';
import type { Reader } from '../kernel/reader.ts';
import { agendaOf, type AgendaLine } from './agenda.ts';

export type MeetingRelations = {
  clusters: { id: string; name: string; is_host: boolean }[];
  agenda: AgendaLine[];
  actions: ActionLine[];
  tasks: { id: string; title: string; task_no: string | null; status: string; lead_org: string; lead_name: string | null }[];
};

export const meetingRelations = (read: Reader, id: string): MeetingRelations => ({
  clusters: read.all<{ id: string; name: string; is_host: number }>(
    `SELECT k.cluster AS id, coalesce(c.name, '(상위 기록 미도착)') AS name, coalesce(k.is_host, 0) AS is_host FROM meeting_cluster k LEFT JOIN mini_cluster c ON c.id = k.cluster
     WHERE k.meeting = ? AND k._del = 0 ORDER BY k.is_host DESC, c.name`, [id]).map((row) => ({ ...row, is_host: row.is_host === 1 })),
  agenda: agendaOf(read, id),
  actions: actionsOf(read, { meeting: id }),
  tasks: read.all(
    `SELECT t.id, t.title, t.task_no, t.status, t.lead_org, o.name AS lead_name FROM task t LEFT JOIN organisation o ON o.id = t.lead_org
     WHERE t.source_meeting = ? AND t._del = 0 ORDER BY t.found_on, t.n LIMIT 200`, [id]),
});
