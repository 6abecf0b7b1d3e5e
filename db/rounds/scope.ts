/** Whose rounds, and where. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { valuesSql } from '../kernel/values.ts';
import type { RoundOptions, VisitScope } from './round-types.ts';

/** The coordinators of a scope; null = whoever. */
export const peopleOfScope = (read: Reader, { coordinator, office }: Pick<VisitScope, 'coordinator' | 'office'>): string[] | null => {
  if (coordinator !== null) return [coordinator];
  return office === null ? null : read.column<string>('SELECT person FROM account WHERE office = ? AND person IS NOT NULL AND _del = 0', [office]);
};

/**
 * Ids of people who visit: by their role, their account, or because they have. The coordinators of sessions are stepped through by the
 * index over them, one after the other: there are some thousand among millions of sessions.
 */
export const coordinatorIdsSql = `SELECT r.id FROM person r WHERE r.roles > '' AND ',' || r.roles || ',' LIKE '%coordinator,%'
  UNION SELECT a.person FROM account a WHERE a.person IS NOT NULL AND a._del = 0
  UNION SELECT v.id FROM (WITH RECURSIVE one(id) AS (SELECT min(coordinator) FROM session WHERE coordinator > '' UNION ALL SELECT (SELECT min(s.coordinator) FROM session s WHERE s.coordinator > one.id) FROM one WHERE one.id IS NOT NULL) SELECT id FROM one) v
    WHERE EXISTS (SELECT 1 FROM session s WHERE s.coordinator = v.id AND s._del = 0)`;

export const coordinatorsSql = `SELECT p.n, p.id, p.name FROM person p WHERE p._del = 0 AND p.id IN (${coordinatorIdsSql}) ORDER BY p.name, p.id`;

export const roundOptions = query('rounds.options', (read): RoundOptions => ({
  coordinators: read.all(coordinatorsSql),
  offices: read.column<string>("SELECT DISTINCT office FROM account WHERE office > '' AND _del = 0 ORDER BY 1"),
  clusters: read.all('SELECT id, name FROM mini_cluster WHERE _del = 0 AND dissolved_on IS NULL ORDER BY name'),
  complexes: read.column<string>(`${valuesSql('organisation', 'complex', "s.kind = 'firm'")} ORDER BY 1`),
}));
