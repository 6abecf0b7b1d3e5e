import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';

/** One follow-up as a record shows it. */
export type ActionLine = {
  id: string; what: string; owner: string | null; owner_name: string | null; due_on: string | null; status: string; done_on: string | null;
  organisation: string | null; organisation_name: string | null; session: string | null; meeting: string | null; agenda_item: string | null; task: string | null; note: string | null;
};

export type ActionFilter = {
  owner?: string | undefined;
  session?: string | undefined;
  meeting?: string | undefined;
  task?: string | undefined;
  organisation?: string | undefined;
  /** Only what is not done or cancelled. */
  isOpen?: boolean | undefined;
  /** Only what was due before this day, `YYYY-MM-DD`. */
  dueBefore?: string | undefined;
  limit?: number | undefined;
};

/** SQL condition of a follow-up that still waits, with the table's alias `a`. */
export const isOpenSql = "a.status NOT IN ('done', 'cancelled')";

/** Follow-ups by what they hang on: open ones first, the nearest due date first. At most `limit` (200). */
export const actionsOf = (read: Reader, filter: ActionFilter): ActionLine[] => {
  const links = (['owner', 'session', 'meeting', 'task', 'organisation'] as const).flatMap((name) => (filter[name] === undefined ? [] : [{ name, value: filter[name] }]));
  const conditions = ['a._del = 0', ...links.map(({ name }) => `a.${name} = ?`), ...(filter.isOpen === true ? [isOpenSql] : []), ...(filter.dueBefore === undefined ? [] : ['a.due_on < ?'])];
  return read.all<ActionLine>(
    `SELECT a.id, a.what, a.owner, p.name AS owner_name, a.due_on, a.status, a.done_on, a.organisation, o.name AS organisation_name, a.session, a.meeting, a.agenda_item, a.task, a.note
     FROM action_item a LEFT JOIN person p ON p.id = a.owner LEFT JOIN organisation o ON o.id = a.organisation
     WHERE ${conditions.join(' AND ')} ORDER BY ${isOpenSql} DESC, a.due_on IS NULL, a.due_on, a.n LIMIT ?`,
    [...links.map(({ value }) => value), ...(filter.dueBefore === undefined ? [] : [filter.dueBefore]), filter.limit ?? 200]);
};

/** The same in a reader thread. */
export const actionsOfQuery = query('actions.of', actionsOf);
