/** 방문 준비표: one page for each firm, to read before the door opens. */
import { isOpenSql } from '../actions/read.ts';
import { memberOn } from '../clusters/members-on.ts';
import { isSameBody } from '../identity/same-sql.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { openStates } from '../work/choices.ts';
import { readLacks } from '../work/lacks.ts';
import type { VisitSheet } from './round-types.ts';

/** What fits on a page beside room for notes. */
const few = { people: 6, sessions: 3, tasks: 6, actions: 8 } as const;

type Firm = Pick<VisitSheet, 'organisation' | 'name' | 'representative' | 'complex' | 'address' | 'phone' | 'employees' | 'industry' | 'products'>;
type Task = Omit<VisitSheet['tasks'][number], 'lacks' | 'lacksFor'> & { id: string };

/** By the index of each link; `+` keeps the many open tasks out of it. `:id` is any record of the body. */
export const sheetSql = {
  people: `SELECT p.name, p.position, coalesce(p.mobile, p.phone) AS phone,
      (SELECT max(s.visit_on) FROM session_attendee a JOIN session s ON s.id = a.session AND s._del = 0 WHERE a.person = p.id AND a._del = 0 AND s.visit_on <= :today) AS met_on
    FROM person p WHERE ${isSameBody('p.organisation', ':id')} AND p._del = 0 ORDER BY met_on DESC NULLS LAST, p.name LIMIT ${few.people}`,
  sessions: `SELECT s.visit_on, p.name AS coordinator, s.mode, s.summary, s.advice, s.result, s.next_visit_on FROM session s LEFT JOIN person p ON p.id = s.coordinator
    WHERE ${isSameBody('s.organisation', ':id')} AND s.visit_on <= :today AND s._del = 0 ORDER BY s.visit_on DESC, s.start_at DESC LIMIT ${few.sessions}`,
  tasks: `SELECT t.id, t.title, t.task_no, t.status, t.end_on, p.name AS coordinator FROM task t LEFT JOIN person p ON p.id = t.coordinator
    WHERE ${isSameBody('t.lead_org', ':id')} AND t._del = 0 AND +t.status IN (${openStates.map((state) => `'${state}'`).join(', ')}) ORDER BY t.end_on IS NULL, t.end_on, t.n LIMIT ${few.tasks}`,
  actions: `SELECT a.what, a.due_on, p.name AS owner FROM action_item a LEFT JOIN person p ON p.id = a.owner
    WHERE ${isSameBody('a.organisation', ':id')} AND a._del = 0 AND ${isOpenSql} ORDER BY a.due_on IS NULL, a.due_on, a.n LIMIT ${few.actions}`,
} as const;

const sheetOf = (read: Reader, id: string, today: string): VisitSheet | null => {
  const firm = read.get<Firm>('SELECT id AS organisation, name, representative, complex, address, phone, employees, industry_name AS industry, products FROM organisation WHERE id = ? AND _del = 0', [id]);
  if (!firm) return null;
  const tasks = read.all<Task>(sheetSql.tasks, { id });
  const lacks = readLacks(read, tasks.map((one) => one.id), today);
  return {
    ...firm,
    clusters: read.column<string>(`SELECT DISTINCT c.name FROM membership m JOIN mini_cluster c ON c.id = m.cluster AND c._del = 0 WHERE ${isSameBody('m.organisation', ':id')} AND ${memberOn('m', ':today')} ORDER BY c.name`, { id, today }),
    people: read.all(sheetSql.people, { id, today }),
    sessions: read.all(sheetSql.sessions, { id, today }),
    tasks: tasks.map(({ id: task, ...one }) => ({ ...one, lacksFor: lacks[task]?.to ?? null, lacks: lacks[task]?.messages ?? [] })),
    actions: read.all(sheetSql.actions, { id }),
  };
};

/** In the order asked; a firm that is gone is left out. */
export const visitSheets = query('rounds.visit-sheets', (read, { ids, today }: { ids: readonly string[]; today: string }): VisitSheet[] =>
  ids.flatMap((id) => sheetOf(read, id, today) ?? []));
