/** The timeline: tasks whose period touches the days shown, by coordinator or mini-cluster. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Cell } from '../kernel/field.ts';
import { dayOf } from '../kernel/write.ts';
import { openStates } from './choices.ts';
import { scopeSql } from './scope.ts';
import type { Scope, Timeline, TimelineGroup, TimelineMark, TimelineRequest, TimelineRow } from './work-types.ts';

const quoted = (codes: readonly string[]): string => `(${codes.map((code) => `'${code}'`).join(', ')})`;
const isOpen = `t.status IN ${quoted(openStates)}`;

const groups: Readonly<Record<TimelineGroup, { id: string; name: string; join: string; nobody: string }>> = {
  coordinator: { id: 't.coordinator', name: 'p.name', join: 'p', nobody: '담당 없음' },
  cluster: { id: 't.cluster', name: 'c.name', join: 'c', nobody: '미니클러스터 없음' },
};

/**
 * Tasks that touch the days from–to. One with a single known day counts with that day. Those with an end come by the index on the
 * end; those without one are open and few.
 */
export const touchingSql = (scope: Scope, group: TimelineGroup, from: string, to: string): { sql: string; parameters: Cell[] } => {
  const { join } = groups[group];
  const tasks = scopeSql(scope, ['o', join]);
  const columns = `t.n, t.id, t.title, t.status, o.name AS firm, ${groups[group].id} AS "groupId", ${groups[group].name} AS "groupName", t.start_on AS start, t.end_on AS "end", t.decided_on, t.agreed_on, t.completed_on, ${isOpen} AS "isOpen"`;
  return {
    sql: `SELECT ${columns} FROM ${tasks.from} WHERE t.end_on >= ? AND coalesce(t.start_on, t.end_on) <= ? AND ${tasks.where}
      UNION ALL SELECT ${columns} FROM ${tasks.from} WHERE t.end_on IS NULL AND t.start_on BETWEEN ? AND ? AND ${tasks.where}`,
    parameters: [from, to, ...tasks.parameters, from, to, ...tasks.parameters],
  };
};

type Touching = {
  n: number; id: string; title: string; status: string; firm: string | null; groupId: string | null; groupName: string | null;
  start: string | null; end: string | null; decided_on: string | null; agreed_on: string | null; completed_on: string | null; isOpen: 0 | 1;
};

const marksOf = (row: Touching, checks: readonly string[]): TimelineMark[] => [
  ...(row.decided_on ? [{ kind: 'decided' as const, on: row.decided_on }] : []),
  ...(row.agreed_on ? [{ kind: 'agreed' as const, on: row.agreed_on }] : []),
  ...checks.map((on) => ({ kind: 'mid-check' as const, on })),
  ...(row.completed_on ? [{ kind: 'completed' as const, on: row.completed_on }] : []),
];

const korean = new Intl.Collator('ko');

/** @param today what is late is late as of this day */
export const readTimeline = (read: Reader, { from, to, group, limit, ...scope }: TimelineRequest, today: string): Timeline => {
  const { nobody } = groups[group];
  const { sql, parameters } = touchingSql(scope, group, from, to);
  const isLate = (row: Touching): boolean => row.isOpen === 1 && row.end !== null && row.end < today;
  const nameOf = (row: Touching): string => (row.groupId ? row.groupName ?? '알 수 없음' : nobody);
  const found = read.all<Touching>(sql, parameters).toSorted((a, b) =>
    Number(a.groupId === null) - Number(b.groupId === null) || korean.compare(nameOf(a), nameOf(b)) || (a.groupId ?? '').localeCompare(b.groupId ?? '')
    || (a.start ?? a.end ?? '').localeCompare(b.start ?? b.end ?? '') || a.n - b.n);
  const shown = found.slice(0, limit);
  const checks = new Map<string, string[]>();
  for (const check of read.all<{ task: string; on: string }>(
    'SELECT m.task, m.on_date AS "on" FROM json_each(?) j JOIN mid_check m ON m.task = j.value WHERE m._del = 0 AND m.on_date IS NOT NULL ORDER BY m.on_date', [JSON.stringify(shown.map((row) => row.id))])) {
    checks.set(check.task, [...checks.get(check.task) ?? [], check.on]);
  }
  const grouped = new Map<string | null, { id: string | null; name: string; count: number; late: number }>();
  for (const row of found) {
    const one = grouped.get(row.groupId) ?? { id: row.groupId, name: nameOf(row), count: 0, late: 0 };
    grouped.set(row.groupId, { ...one, count: one.count + 1, late: one.late + (isLate(row) ? 1 : 0) });
  }
  const open = scopeSql(scope);
  return {
    groups: [...grouped.values()],
    rows: shown.map((row): TimelineRow => ({
      id: row.id, title: row.title, status: row.status, firm: row.firm, groupId: row.groupId, start: row.start, end: row.end, isLate: isLate(row), marks: marksOf(row, checks.get(row.id) ?? []),
    })),
    total: found.length,
    withoutPeriod: read.value<number>(`SELECT count(*) FROM ${open.from} WHERE ${open.where} AND t.start_on IS NULL AND +t.end_on IS NULL AND ${isOpen}`, open.parameters) ?? 0,
  };
};

export const timelineQuery = query('work-timeline', (read, request: TimelineRequest) => readTimeline(read, request, dayOf(Date.now())));
