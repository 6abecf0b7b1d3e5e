/**
 * Conflict of interest (domain.md R6): an evaluator judges no task in which the own organisation takes part, nor one that
 * the evaluator coordinates or is the contact of. The organisation is the one written for the meeting, that of today and
 * that of the meeting's day; two records of one body, and a body and its successor, count as the same.
 */
import { withParticle } from '../korean/particle.ts';
import type { Reader } from '../kernel/reader.ts';

export type ConflictRole = 'lead' | 'participant' | 'contact' | 'coordinator';

export type Conflict = {
  task: string;
  person: string;
  /** The evaluator's organisation; null when the evaluator is in the task as a person. */
  organisation: string | null;
  role: ConflictRole;
  /** A Korean sentence with person, organisation and role. */
  reason: string;
};

type Body = { task: string; organisation: string; name: string; role: 'lead' | 'participant' };
type Belonging = { person: string; person_name: string; organisation: string; name: string; is_past: number };
type InTask = { task: string; person: string; person_name: string; role: 'contact' | 'coordinator'; name: string };

/** Which organisations are one body: a key for each id, the same for the records of one body (`organisation_same`) and for successors. */
export const bodiesOf = (read: Reader, ids: readonly string[]): Map<string, string> => {
  const next = new Map<string, Set<string>>();
  const link = (one: string, other: string): void => { next.set(one, (next.get(one) ?? new Set()).add(other)); next.set(other, (next.get(other) ?? new Set()).add(one)); };
  const seen = new Set<string>();
  for (let fresh = [...new Set(ids)]; fresh.length > 0;) {
    for (const id of fresh) seen.add(id);
    const edges = read.all<{ id: string; other: string }>(
      `SELECT own.id, other.id AS other FROM organisation_same own JOIN json_each(:ids) j ON own.id = j.value JOIN organisation_same other ON other.canonical = own.canonical
       UNION SELECT o.id, o.succeeded_by FROM organisation o JOIN json_each(:ids) j ON o.id = j.value WHERE o.succeeded_by IS NOT NULL`, { ids: JSON.stringify(fresh) });
    for (const edge of edges) link(edge.id, edge.other);
    fresh = [...new Set(edges.map((edge) => edge.other))].filter((id) => !seen.has(id));
  }
  const keys = new Map<string, string>();
  for (const start of seen) {
    for (const open = [start]; open.length > 0;) {
      const id = open.pop() ?? start;
      if (keys.has(id)) continue;
      keys.set(id, start);
      open.push(...(next.get(id) ?? []));
    }
  }
  return keys;
};

const roleName = { lead: '주관기업', participant: '참여기관' } as const;

const sentence = (who: Belonging, body: Body, day: string): string => {
  const role = roleName[body.role];
  if (who.organisation !== body.organisation) return `${who.person_name} 위원의 소속 ${withParticle(`‘${who.name}’`, '은/는')} 이 과제의 ${role} ${withParticle(`‘${body.name}’`, '과/와')} 같은 곳이거나 이어받은 곳입니다.`;
  if (who.is_past === 1) return `${who.person_name} 위원은 개최일(${day})에 이 과제의 ${role} ‘${body.name}’ 소속이었습니다.`;
  return `${who.person_name} 위원의 소속 ${withParticle(`‘${body.name}’`, '이/가')} 이 과제의 ${role}입니다.`;
};

/** Organisations of people: today's, and those of a day. */
const belongings = (read: Reader, persons: string, day: string, committee: string | null): Belonging[] => read.all<Belonging>(
  `SELECT x.person, p.name AS person_name, x.organisation, coalesce(o.name, '') AS name, min(x.is_past) AS is_past FROM (
     SELECT e.person, e.organisation, 1 AS is_past FROM evaluator e JOIN json_each(:persons) j ON j.value = e.person WHERE e.committee = :committee AND e._del = 0
     UNION ALL SELECT w.id, w.organisation, 0 FROM person w JOIN json_each(:persons) j ON j.value = w.id
     UNION ALL SELECT a.person, a.organisation, 1 FROM affiliation a JOIN json_each(:persons) j ON j.value = a.person
       WHERE a._del = 0 AND coalesce(a.from_on, '') <= :day AND coalesce(a.to_on, '9999') >= :day) x
   JOIN person p ON p.id = x.person LEFT JOIN organisation o ON o.id = x.organisation
   WHERE x.organisation IS NOT NULL GROUP BY x.person, x.organisation ORDER BY is_past`, { persons, day, committee });

/**
 * Every pair of a person and a task in which the person may not judge, once each with the first reason found.
 * @param committee whose evaluators' written organisations count too; null where nobody is an evaluator (small tasks)
 */
export const conflictsBetween = (read: Reader, persons: readonly string[], tasks: readonly string[], day: string, committee: string | null): Conflict[] => {
  const [who, what] = [JSON.stringify(persons), JSON.stringify(tasks)];
  const own = belongings(read, who, day, committee);
  const bodies = read.all<Body>(
    `SELECT t.id AS task, t.lead_org AS organisation, coalesce(o.name, '') AS name, 'lead' AS role FROM task t JOIN json_each(:what) j ON j.value = t.id LEFT JOIN organisation o ON o.id = t.lead_org WHERE t.lead_org IS NOT NULL
     UNION ALL SELECT p.task, p.organisation, coalesce(o.name, ''), 'participant' FROM participant p JOIN json_each(:what) j ON j.value = p.task LEFT JOIN organisation o ON o.id = p.organisation WHERE p._del = 0`, { what });
  const inTask = read.all<InTask>(
    `SELECT p.task, w.id AS person, w.name AS person_name, 'contact' AS role, coalesce(o.name, '') AS name FROM participant p JOIN json_each(:what) j ON j.value = p.task JOIN person w ON w.id = p.person JOIN json_each(:who) k ON k.value = w.id
     LEFT JOIN organisation o ON o.id = p.organisation WHERE p._del = 0
     UNION ALL SELECT t.id, w.id, w.name, 'coordinator', '' FROM task t JOIN json_each(:what) j ON j.value = t.id JOIN person w ON w.id = t.coordinator JOIN json_each(:who) k ON k.value = w.id`, { what, who });
  const keys = bodiesOf(read, [...own, ...bodies].map((one) => one.organisation));
  const found = new Map<string, Conflict>();
  const add = (one: Conflict): void => { const key = `${one.task} ${one.person}`; if (!found.has(key)) found.set(key, one); };
  const byBody = Map.groupBy(bodies, (body) => keys.get(body.organisation));
  // A body of the same record is the plainest reason, so it is looked at first.
  for (const isSame of [true, false]) {
    for (const one of own) {
      for (const body of byBody.get(keys.get(one.organisation)) ?? []) {
        if ((body.organisation === one.organisation) === isSame) add({ task: body.task, person: one.person, organisation: one.organisation, role: body.role, reason: sentence(one, body, day) });
      }
    }
  }
  for (const one of inTask) {
    add({
      task: one.task, person: one.person, organisation: null, role: one.role,
      reason: one.role === 'coordinator' ? `${one.person_name} 위원은 이 과제의 담당 코디네이터입니다.` : `${one.person_name} 위원은 이 과제의 참여기관 ‘${one.name}’ 담당자입니다.`,
    });
  }
  return [...found.values()];
};
