/** 다음 방문: firms in the order in which a visit is due, each with its reasons. */
import { isOpenSql } from '../actions/read.ts';
import { memberOn } from '../clusters/members-on.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { deepestFirst } from '../tasks/relations.ts';
import { daysAfter } from '../today/days.ts';
import { openStates, runningStates } from '../work/choices.ts';
import type { NextVisits, VisitLine, VisitScope } from './round-types.ts';
import { peopleOfScope } from './scope.ts';
import { actionParts, plannedPart, promisePart, promisesUntil, silentPart, taskParts, type OpenAction, type OpenTask, type VisitPart } from './visit-parts.ts';

/** A promise older than this is forgotten, in days. */
const promiseAge = 730;
const mostLines = 300;

const inJson = (states: readonly string[]): string => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** The last visit of each firm up to a day, by index (organisation, visit_on). */
export const lastVisitsSql = `SELECT ${canonicalOf('s.organisation')} AS firm, max(s.visit_on) AS day, s.coordinator FROM session s
  WHERE s.organisation > '' AND s.visit_on <= :today AND s._del = 0 GROUP BY s.organisation`;
export const plannedSql = `SELECT ${canonicalOf('s.organisation')} AS firm, s.id, s.visit_on AS day, s.coordinator FROM session s INDEXED BY session_visit_on WHERE s.visit_on > :today AND s._del = 0 ORDER BY s.visit_on DESC`;
export const promisesSql = `SELECT ${canonicalOf('s.organisation')} AS firm, s.id, s.visit_on, s.next_visit_on, s.coordinator FROM session s INDEXED BY session_promise
  WHERE s.visit_on BETWEEN :since AND :today AND s.next_visit_on <= :until AND s.next_visit_on IS NOT NULL AND s._del = 0 ORDER BY s.visit_on, s.n`;
const actionColumns = `SELECT coalesce(a.organisation, s.organisation, t.lead_org) AS firm, a.id, a.what, a.due_on FROM action_item a
  LEFT JOIN session s ON s.id = a.session LEFT JOIN task t ON t.id = a.task`;
export const actionsSql = (ofPeople: boolean): string => `SELECT ${canonicalOf('x.firm')} AS firm, x.id, x.what, x.due_on FROM (${actionColumns}
  WHERE a._del = 0 AND ${isOpenSql}${ofPeople ? ' AND a.owner IN (SELECT value FROM json_each(:people))' : ''}) x WHERE x.firm > ''`;
export const tasksSql = (ofPeople: boolean): string => `SELECT ${canonicalOf('t.lead_org')} AS firm, t.id, t.title, t.status, t.end_on,
  coalesce((SELECT s.on_date FROM task_step s WHERE s.task = t.id AND s._del = 0 ORDER BY ${deepestFirst} LIMIT 1), t.found_on) AS since
  FROM task t WHERE t._del = 0 AND ${ofPeople ? '+' : ''}t.status IN ${inJson(openStates)} AND t.lead_org > ''${ofPeople ? ' AND t.coordinator IN (SELECT value FROM json_each(:people))' : ''}`;
export const membersSql = `SELECT DISTINCT ${canonicalOf('m.organisation')} AS firm, c.id AS cluster, c.name, c.manager FROM membership m JOIN mini_cluster c ON c.id = m.cluster AND c._del = 0
  WHERE ${memberOn('m', ':today')} AND m.organisation > '' AND (c.dissolved_on IS NULL OR c.dissolved_on > :today) ORDER BY c.name`;

type Firm = { id: string; name: string; complex: string | null; district: string | null; status: string | null };
type Member = { cluster: string; name: string; manager: string | null };
type Visit = { day: string; coordinator: string | null };

const korean = new Intl.Collator('ko');

const grouped = <Row extends { firm: string }>(rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, (row) => row.firm);

export const readNextVisits = (read: Reader, scope: VisitScope, today: string): NextVisits => {
  const people = peopleOfScope(read, scope);
  const isOurs = (person: string | null): boolean => people === null || (person !== null && people.includes(person));
  const given = people === null ? {} : { people: JSON.stringify(people) };
  const last = new Map<string, Visit>();
  for (const { firm, day, coordinator } of read.all<Visit & { firm: string }>(lastVisitsSql, { today })) if ((last.get(firm)?.day ?? '') < day) last.set(firm, { day, coordinator });
  const planned = new Map(read.all<Visit & { firm: string; id: string }>(plannedSql, { today }).map((row) => [row.firm, row]));
  const promises = new Map(read.all<{ firm: string; id: string; visit_on: string; next_visit_on: string; coordinator: string | null }>(promisesSql, { today, since: daysAfter(today, -promiseAge), until: promisesUntil(today) })
    // A visit since then, by whom ever, has kept it.
    .filter((row) => (last.get(row.firm)?.day ?? '') <= row.visit_on && isOurs(row.coordinator)).map((row) => [row.firm, row]));
  const actions = grouped(read.all<OpenAction & { firm: string }>(actionsSql(people !== null), given));
  const tasks = grouped(read.all<Omit<OpenTask, 'isRunning'> & { firm: string }>(tasksSql(people !== null), given));
  const members = grouped(read.all<Member & { firm: string }>(membersSql, { today }));

  const partsOf = (firm: Firm): VisitPart[] => {
    const { id } = firm;
    const of = members.get(id) ?? [];
    const lastVisit = last.get(id);
    const promise = promises.get(id);
    const isLooked = of.length > 0 && (firm.status ?? 'active') === 'active' && (isOurs(lastVisit?.coordinator ?? null) || of.some(({ manager }) => isOurs(manager)));
    const silent = isLooked ? silentPart({ id, lastOn: lastVisit?.day ?? null, clusters: of.map(({ name }) => name) }, scope.silentDays, today) : null;
    const coming = planned.get(id);
    const parts = [
      ...(promise ? [promisePart(promise, today)] : []), ...actionParts(actions.get(id) ?? [], today), silent,
      ...(tasks.get(id) ?? []).flatMap((one) => taskParts({ ...one, isRunning: runningStates.includes(one.status) }, today)),
    ].filter((part) => part !== null);
    return parts.length > 0 && coming ? [...parts, plannedPart(coming)] : parts;
  };

  const ids = [...new Set([...promises.keys(), ...actions.keys(), ...tasks.keys(), ...members.keys()])];
  const firms = read.all<Firm>(
    `SELECT id, name, complex, district, status FROM organisation WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'firm' AND _del = 0`, [JSON.stringify(ids)])
    .filter(({ id, complex }) => (scope.complex === null || complex === scope.complex) && (scope.cluster === null || members.get(id)?.some(({ cluster }) => cluster === scope.cluster) === true));
  const names = new Map<string, string>();
  const nameOf = (person: string | null): string | null => {
    if (person === null) return null;
    if (!names.has(person)) names.set(person, read.value<string>('SELECT name FROM person WHERE id = ?', [person]) ?? '');
    return names.get(person) ?? null;
  };
  const lines = firms.flatMap((firm): VisitLine[] => {
    const parts = partsOf(firm);
    if (parts.length === 0) return [];
    const visit = last.get(firm.id);
    return [{ organisation: firm.id, name: firm.name, complex: firm.complex, district: firm.district, lastOn: visit?.day ?? null, lastBy: visit?.coordinator ?? null, score: parts.reduce((sum, part) => sum + part.points, 0), parts }];
  }).toSorted((a, b) => b.score - a.score || (a.lastOn ?? '').localeCompare(b.lastOn ?? '') || korean.compare(a.name, b.name) || a.organisation.localeCompare(b.organisation));
  return { today, count: lines.length, lines: lines.slice(0, mostLines).map((line) => ({ ...line, lastBy: nameOf(line.lastBy) })) };
};

export const nextVisits = query('rounds.next-visits', (read, { scope, today }: { scope: VisitScope; today: string }) => readNextVisits(read, scope, today), { lane: 'long' });
