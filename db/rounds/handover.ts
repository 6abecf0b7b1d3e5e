/** 인수인계: all that is open in one person's hands, and giving it to others in one step. What is closed keeps its author. */
import { isOpenSql } from '../actions/read.ts';
import { canonicalOf, isSameBody } from '../identity/same-sql.ts';
import { labelOf } from '../kernel/field.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { standingSql } from '../meetings/standing.ts';
import { session } from '../sessions/fields.ts';
import { task } from '../tasks/fields.ts';
import { openStates } from '../work/choices.ts';
import { readLacks } from '../work/lacks.ts';
import type { Handover, HandoverItem, HandoverKind } from './handover-types.ts';

/** The text a promised visit gets as a follow-up of the successor; it also says that the promise has been given on. */
export const promisedVisit = '다음 방문';

type Row = { id: string; what: string | null; day: string | null; more: string | null; firm: string | null };

/** What is open, by kind: columns id, what, day, more, firm. Parameters: `:person`, `:today`. Each goes by an index where the table can grow. */
export const openSql: Readonly<Record<HandoverKind, string>> = {
  task: `SELECT t.id, t.title AS what, t.end_on AS day, t.status AS more, t.lead_org AS firm FROM task t
    WHERE t.coordinator = :person AND t._del = 0 AND +t.status IN (${openStates.map((state) => `'${state}'`).join(', ')}) ORDER BY t.end_on IS NULL, t.end_on, t.n`,
  action: `SELECT a.id, a.what, a.due_on AS day, NULL AS more, coalesce(a.organisation, (SELECT s.organisation FROM session s WHERE s.id = a.session), (SELECT t.lead_org FROM task t WHERE t.id = a.task)) AS firm
    FROM action_item a WHERE a.owner = :person AND a._del = 0 AND ${isOpenSql} ORDER BY a.due_on IS NULL, a.due_on, a.n`,
  visit: `SELECT s.id, s.place AS what, s.visit_on AS day, s.start_at AS more, s.organisation AS firm FROM session s
    WHERE s.coordinator = :person AND s.visit_on > :today AND s.status IN ('draft', 'returned') AND s._del = 0 ORDER BY s.visit_on, s.start_at`,
  promise: `SELECT s.id, s.summary AS what, s.next_visit_on AS day, s.visit_on AS more, s.organisation AS firm FROM session s
    WHERE s.coordinator = :person AND s.visit_on <= :today AND s.next_visit_on > '' AND s._del = 0
      AND NOT EXISTS (SELECT 1 FROM session later WHERE ${isSameBody('later.organisation', 's.organisation')} AND later._del = 0 AND (later.visit_on, later.n) > (s.visit_on, s.n))
      AND NOT EXISTS (SELECT 1 FROM action_item a WHERE a.session = s.id AND a._del = 0 AND a.what LIKE '${promisedVisit}:%') ORDER BY s.next_visit_on`,
  chair: `SELECT g.id, g.title AS what, g.start_on AS day, g.place AS more, NULL AS firm FROM meeting g INDEXED BY meeting_start_on
    WHERE g.start_on >= :today AND g.chair = :person AND g._del = 0 AND ${standingSql('g', ':today')} = 'planned' ORDER BY g.start_on`,
  recorder: `SELECT g.id, g.title AS what, g.start_on AS day, g.place AS more, NULL AS firm FROM meeting g INDEXED BY meeting_start_on
    WHERE g.start_on >= :today AND g.recorder = :person AND g._del = 0 AND ${standingSql('g', ':today')} = 'planned' ORDER BY g.start_on`,
  series: `SELECT r.id, r.title AS what, r.start_on AS day, NULL AS more, NULL AS firm FROM meeting_series r WHERE r.chair = :person AND r._del = 0 AND (r.until_on IS NULL OR r.until_on >= :today) ORDER BY r.start_on`,
  manager: `SELECT c.id, c.name AS what, NULL AS day, c.hub AS more, NULL AS firm FROM mini_cluster c WHERE c.manager = :person AND c._del = 0 AND (c.dissolved_on IS NULL OR c.dissolved_on > :today) ORDER BY c.name`,
};

const kinds = Object.keys(openSql) as HandoverKind[];

const notes: Readonly<Record<HandoverKind, (row: Row) => string>> = {
  task: ({ more, day }) => [labelOf(task.fields.status, more), day ? `수행 종료 ${day}` : ''].filter(Boolean).join(' · '),
  action: ({ day }) => (day ? `기한 ${day}` : '기한 없음'),
  visit: ({ what }) => what ?? '',
  promise: ({ more }) => `${more ?? ''} 상담에서 약속`,
  chair: ({ day, more }) => ['주재', day, more].filter(Boolean).join(' · '),
  recorder: ({ day, more }) => ['기록', day, more].filter(Boolean).join(' · '),
  series: ({ day }) => `정기 회의 주재 · ${day ?? ''}부터`,
  manager: ({ more }) => ['담당 매니저', more].filter(Boolean).join(' · '),
};

/** A visit goes by its day. */
const whatOf = (kind: HandoverKind, { what, day, more }: Row): string => {
  if (kind === 'promise') return `${day ?? ''} 방문`;
  return kind === 'visit' ? `${[day, more].filter(Boolean).join(' ')} 방문` : (what ?? '');
};

/** Sessions that stay with who held them: they are finished, not given away. */
const staysSql = `SELECT s.id, s.visit_on AS day, s.status, o.name AS firm FROM session s LEFT JOIN organisation o ON o.id = s.organisation
  WHERE s.coordinator = :person AND s.visit_on <= :today AND s.status IN ('draft', 'returned', 'submitted') AND s._del = 0 ORDER BY s.visit_on`;

export const readHandover = (read: Reader, person: string, today: string): Handover => {
  const rows = kinds.flatMap((kind) => read.all<Row>(openSql[kind], openSql[kind].includes(':today') ? { person, today } : { person }).map((row) => ({ kind, row })));
  const bodies = new Map(read.all<{ id: string; firm: string; name: string | null }>(
    `SELECT j.value AS id, ${canonicalOf('j.value')} AS firm, (SELECT o.name FROM organisation o WHERE o.id = ${canonicalOf('j.value')}) AS name FROM json_each(?) j`,
    [JSON.stringify([...new Set(rows.flatMap(({ row }) => (row.firm ? [row.firm] : [])))])]).map((row) => [row.id, { id: row.firm, name: row.name ?? '(상위 기록 미도착)' }]));
  const lacks = readLacks(read, rows.flatMap(({ kind, row }) => (kind === 'task' ? [row.id] : [])), today);
  return {
    person: { id: person, name: read.value<string>('SELECT name FROM person WHERE id = ?', [person]) ?? '' },
    today,
    items: rows.map(({ kind, row }): HandoverItem => ({
      key: `${kind}~${row.id}`, kind, id: row.id, what: whatOf(kind, row), note: notes[kind](row), day: row.day,
      firm: row.firm === null ? null : (bodies.get(row.firm) ?? null), lacks: kind === 'task' ? (lacks[row.id]?.messages ?? []) : [],
    })),
    stays: read.all<{ id: string; day: string; status: string; firm: string | null }>(staysSql, { person, today }).map((row) => ({ id: row.id, what: `${row.day} ${row.firm ?? ''}`.trim(), note: labelOf(session.fields.status, row.status) })),
  };
};

export const handoverQuery = query('rounds.handover', (read, { person, today }: { person: string; today: string }) => readHandover(read, person, today));
