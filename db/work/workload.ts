/** The workload: what each coordinator has in hand, in numbers that each open their records. */
import { isOpenSql } from '../actions/read.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { resolveValue } from '../views/relative.ts';
import { openStates } from './choices.ts';
import { scopeSql } from './scope.ts';
import type { Scope, Workload, WorkloadLine } from './work-types.ts';

const open = `(${openStates.map((code) => `'${code}'`).join(', ')})`;

/** Open tasks of a scope by coordinator and state. Parameters: today, the last day of "soon", today, then the scope's. */
export const tasksSql = (scope: Scope): string => {
  const { from, where } = scopeSql(scope);
  return `SELECT nullif(t.coordinator, '') AS person, t.status, count(*) AS tasks, sum(coalesce(t.total_cost, 0)) AS money,
    total(t.end_on BETWEEN ? AND ?) AS soon, total(t.end_on < ?) AS late
    FROM ${from} WHERE t.status IN ${open} AND ${where} GROUP BY nullif(t.coordinator, ''), t.status`;
};

/** Sessions of the last 90 days. Parameters: first of the last 30 days, first of the last 90, today. */
export const sessionsSql = `SELECT coordinator AS person, total(visit_on >= ?) AS recent, count(*) AS sessions
  FROM session INDEXED BY session_visit_on WHERE visit_on BETWEEN ? AND ? AND _del = 0 GROUP BY coordinator`;

/** Open follow-ups by who answers for them. Parameter: today, twice. */
export const actionsSql = `SELECT nullif(a.owner, '') AS person, total(a.due_on IS NULL OR a.due_on >= ?) AS waiting, total(a.due_on < ?) AS late
  FROM action_item a WHERE a._del = 0 AND ${isOpenSql} GROUP BY a.owner`;

/** @param today `YYYY-MM-DD`; the scope narrows the tasks, not sessions and follow-ups */
export const readWorkload = (read: Reader, scope: Scope, today: string): Workload => {
  const day = (value: string): string => String(resolveValue(value, { person: null, today }));
  const lines = new Map<string | null, WorkloadLine>();
  const lineOf = (person: string | null): WorkloadLine => {
    const known = lines.get(person);
    if (known) return known;
    const made: WorkloadLine = { person, name: '담당 없음', states: {}, open: 0, dueSoon: 0, late: 0, sessions30: 0, sessions90: 0, actions: 0, actionsLate: 0, money: 0 };
    lines.set(person, made);
    return made;
  };
  const { parameters } = scopeSql(scope);
  for (const row of read.all<{ person: string | null; status: string; tasks: number; money: number; soon: number; late: number }>(tasksSql(scope), [today, day('@today+30'), today, ...parameters])) {
    const line = lineOf(row.person);
    line.states[row.status] = row.tasks;
    line.open += row.tasks;
    line.money += row.money;
    line.dueSoon += row.soon;
    line.late += row.late;
  }
  for (const row of read.all<{ person: string | null; recent: number; sessions: number }>(sessionsSql, [day('@today-29'), day('@today-89'), today])) {
    const line = lineOf(row.person);
    line.sessions30 += row.recent;
    line.sessions90 += row.sessions;
  }
  for (const row of read.all<{ person: string | null; waiting: number; late: number }>(actionsSql, [today, today])) {
    const line = lineOf(row.person);
    line.actions += row.waiting;
    line.actionsLate += row.late;
  }
  // A coordinator without anything in hand belongs to the picture, too.
  for (const id of read.column<string>("SELECT id FROM person WHERE _del = 0 AND roles > '' AND ',' || roles || ',' LIKE '%coordinator,%'")) lineOf(id);
  for (const row of read.all<{ id: string; name: string }>('SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify([...lines.keys()].filter((id) => id !== null))])) lineOf(row.id).name = row.name;
  for (const line of lines.values()) if (line.person !== null && line.name === '담당 없음') line.name = '알 수 없음';
  return { today, lines: [...lines.values()].toSorted((a, b) => b.open - a.open || b.late - a.late || a.name.localeCompare(b.name, 'ko')) };
};

export const workloadQuery = query('work-workload', (read, scope: Scope) => readWorkload(read, scope, dayOf(Date.now())));
