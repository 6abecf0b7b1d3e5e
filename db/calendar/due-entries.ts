/** Days something is due: follow-ups, ends of tasks, reviews of tasks on hold, results of past tasks. */
import type { Reader } from '../kernel/reader.ts';
import { askingSql, deadlineOf, mostOverdueFirst, namedLines, yearsWaitingFor } from '../outcomes/due-years.ts';
import { actionStatuses } from '../reference/choices/meeting.ts';
import { settledStates } from '../tasks/workflow.ts';
import type { CalendarEntry } from './calendar-types.ts';
import type { RangeSql } from './range.ts';
import type { Belonging } from './whose.ts';

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

const actionBelongs: Belonging = {
  mine: 'x.owner = :person',
  by: 'x.owner',
  cluster: `(EXISTS (SELECT 1 FROM meeting_cluster l WHERE l.meeting = x.meeting AND l.cluster = :cluster AND l._del = 0)
    OR EXISTS (SELECT 1 FROM session s WHERE s.id = x.session AND s.cluster = :cluster) OR EXISTS (SELECT 1 FROM task t WHERE t.id = x.task AND t.cluster = :cluster))`,
};
const taskBelongs: Belonging = { mine: 't.coordinator = :person', by: 't.coordinator', office: 't.office', cluster: 't.cluster = :cluster' };

export const actionsSql = (range: RangeSql): string =>
  `SELECT x.id, x.what AS title, x.due_on AS "on", x.status, x.meeting, x.session, x.task, p.name AS who, coalesce(o.name, '') AS firm FROM action_item x LEFT JOIN person p ON p.id = x.owner LEFT JOIN organisation o ON o.id = x.organisation
   WHERE x.due_on BETWEEN :from AND :to AND x._del = 0 AND x.status <> 'cancelled' AND ${range.whose(actionBelongs)}`;

const tasksSql = (range: RangeSql, day: string, condition: string): string =>
  `SELECT t.id, t.title, t.${day} AS "on", p.name AS who, coalesce(o.name, '') AS firm FROM task t LEFT JOIN person p ON p.id = t.coordinator LEFT JOIN organisation o ON o.id = t.lead_org
   WHERE t.${day} BETWEEN :from AND :to AND t._del = 0 AND ${condition} AND ${range.whose(taskBelongs)}`;

/** Ends of tasks that are not over yet. */
export const taskEndsSql = (range: RangeSql): string => tasksSql(range, 'end_on', `t.status NOT IN (${quoted(settledStates)})`);
export const reviewsSql = (range: RangeSql): string => tasksSql(range, 'review_on', "+t.status = 'on-hold'");

const words = new Map<string, string>(actionStatuses.map(({ code, ko }) => [code, ko]));
const day = (on: string): Pick<CalendarEntry, 'on' | 'until' | 'start' | 'end' | 'place'> => ({ on, until: on, start: null, end: null, place: null });

export const actionEntries = (read: Reader, range: RangeSql): CalendarEntry[] =>
  read.all<{ id: string; title: string; on: string; status: string; meeting: string | null; session: string | null; task: string | null; who: string | null; firm: string }>(actionsSql(range), range.parameters).map((row) => {
    const isDone = row.status === 'done';
    const isLate = !isDone && row.on < range.today;
    return {
      ...day(row.on), key: `action:${row.id}`, kind: 'action', id: row.id, title: row.title, who: [row.who, row.firm].filter(Boolean).join(' · ') || null,
      state: isLate ? 'late' : row.status, stateWord: isLate ? '지남' : words.get(row.status) ?? row.status, isLate, isOver: isDone, isCancelled: false, isMovable: !isDone,
      // It is kept where it was promised.
      open: row.meeting ? { table: 'meeting', id: row.meeting } : row.session ? { table: 'session', id: row.session } : row.task ? { table: 'task', id: row.task } : { table: 'action_item', id: row.id },
    };
  });

type TaskRow = { id: string; title: string; on: string; who: string | null; firm: string };

const taskEntry = (kind: 'task-end' | 'review', range: RangeSql) => (row: TaskRow): CalendarEntry => {
  const isLate = row.on < range.today;
  return {
    ...day(row.on), key: `${kind}:${row.id}`, kind, id: row.id, title: row.title, who: [row.who, row.firm].filter(Boolean).join(' · ') || null,
    state: isLate ? 'late' : 'open', stateWord: isLate ? '지남' : '예정', isLate, isOver: false, isCancelled: false, isMovable: false, open: { table: 'task', id: row.id },
  };
};

export const taskEndEntries = (read: Reader, range: RangeSql): CalendarEntry[] => read.all<TaskRow>(taskEndsSql(range), range.parameters).map(taskEntry('task-end', range));
export const reviewEntries = (read: Reader, range: RangeSql): CalendarEntry[] => read.all<TaskRow>(reviewsSql(range), range.parameters).map(taskEntry('review', range));

/** Results are due on 31 March alone: other ranges do not look. */
export const followUpEntries = (read: Reader, range: RangeSql): CalendarEntry[] => {
  const { from, to } = range.parameters;
  const years = Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1) }, (_, index) => `${Number(from.slice(0, 4)) + index}-03-31`);
  if (!years.some((one) => one >= from && one <= to)) return [];
  // Whose they are is asked first: of everybody's tasks that are over, a mini-cluster or an office has few.
  const ours = read.column<number>(`SELECT t.n FROM task t WHERE ${askingSql} AND ${range.whose(taskBelongs)}`, range.parameters);
  const isAsked = (dueOn: string): boolean => dueOn >= from && dueOn <= to;
  return namedLines(read, yearsWaitingFor(read, range.today, ours).filter(({ year }) => isAsked(deadlineOf(year))).sort(mostOverdueFirst)).map((line): CalendarEntry => ({
    ...day(line.due_on), key: `follow-up:${line.task}:${line.year}`, kind: 'follow-up', id: line.task, title: `${line.title} ${line.year}년 성과`, who: [line.coordinator_name, line.organisation_name].filter(Boolean).join(' · ') || null,
    state: line.state === 'overdue' ? 'late' : 'open', stateWord: line.state === 'overdue' ? '지남' : '예정', isLate: line.state === 'overdue', isOver: false, isCancelled: false, isMovable: false, open: { table: 'task', id: line.task },
  }));
};
