/** The records rules look at: how they are called, whose they are, and how a look is narrowed to a person or an office. */
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';

/** Whose records: of a person, of an office, or of all when neither is given. */
type Whose = { person: string | null; office?: string | null };

const officeOf = (person: string): string => `(SELECT a.office FROM account a WHERE a.person = ${person} AND a._del = 0 AND a.office IS NOT NULL LIMIT 1)`;
/** The same for a whole walk: the people of the office are looked up once. */
const isOfOffice = (person: string): string => `CASE WHEN ${person} IN (SELECT value FROM json_each(:people)) THEN :office END`;

/** The columns of a line's record, the rows a rule begins with, whose they are. The table's alias is `t`. */
export const bases = {
  task: {
    columns: `t.id, t.title AS label, (SELECT name FROM organisation WHERE id = t.lead_org) AS note, t.coordinator AS person, coalesce(t.office, ${officeOf('t.coordinator')}) AS office`,
    from: 'task t', mine: 't.coordinator', ours: `coalesce(t.office, ${isOfOffice('t.coordinator')})`,
  },
  session: {
    columns: `t.id, t.visit_on || coalesce(' ' || t.start_at, '') || ' 상담' AS label, (SELECT name FROM organisation WHERE id = t.organisation) AS note, t.coordinator AS person, ${officeOf('t.coordinator')} AS office`,
    from: 'session t', mine: 't.coordinator', ours: isOfOffice('t.coordinator'),
  },
  meeting: {
    columns: `t.id, t.title AS label, t.start_on AS note, coalesce(t.recorder, t.chair, k.manager) AS person, ${officeOf('coalesce(t.recorder, t.chair, k.manager)')} AS office`,
    from: `meeting t LEFT JOIN meeting_cluster h ON h.meeting = t.id AND h.is_host = 1 AND h._del = 0 LEFT JOIN mini_cluster k ON k.id = h.cluster`, mine: 'coalesce(t.recorder, t.chair, k.manager)',
    ours: isOfOffice('coalesce(t.recorder, t.chair, k.manager)'),
  },
} as const;

export type Base = keyof typeof bases;

/** People whose account names the office, by the first of a person's accounts. */
const peopleOf = (read: Reader, office: string): string[] => {
  const offices = new Map<string, string>();
  for (const { person, office: own } of read.all<{ person: string; office: string }>('SELECT person, office FROM account WHERE _del = 0 AND office IS NOT NULL AND person IS NOT NULL ORDER BY n')) {
    if (!offices.has(person)) offices.set(person, own);
  }
  return [...offices].flatMap(([person, own]) => (own === office ? [person] : []));
};

/** SQL condition, with its parameters, of the records of a person and an office. */
export const scopeOf = (read: Reader, base: Base, { person, office = null }: Whose): { sql: string; given: Record<string, Cell> } => ({
  sql: `${person === null ? '' : ` AND ${bases[base].mine} = :person`}${office === null ? '' : ` AND ${bases[base].ours} = :office`}`,
  given: { ...(person === null ? {} : { person }), ...(office === null ? {} : { office, people: JSON.stringify(peopleOf(read, office)) }) },
});

/** SQL of a walk over the live rows of a base, with a value of each, in order. */
export const walkSql = (base: Base, scope: string, value: string, where = '1', order = 't.n'): string =>
  `SELECT ${value} FROM ${bases[base].from} WHERE t._del = 0${scope} AND (${where})${base === 'meeting' ? ' GROUP BY t.n' : ''} ORDER BY ${order}`;

/** SQL of the row numbers of those that hold a condition, by whatever index leads to them: the order is no reason to walk through all. */
export const numbersSql = (base: Base, scope: string, where: string): string => walkSql(base, scope, 't.n', where, '+t.n');

/** Row numbers of the live records that hold a condition. */
export const numbersWhere = (read: Reader, base: Base, whose: Whose, where: string, given: Readonly<Record<string, Cell>> = {}): number[] => {
  const scope = scopeOf(read, base, whose);
  return read.column<number>(numbersSql(base, scope.sql, where), { ...given, ...scope.given });
};
