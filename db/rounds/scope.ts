/** Whose rounds, and where. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { RoundOptions, VisitScope } from './round-types.ts';

/** The coordinators of a scope; null = whoever. */
export const peopleOfScope = (read: Reader, { coordinator, office }: Pick<VisitScope, 'coordinator' | 'office'>): string[] | null => {
  if (coordinator !== null) return [coordinator];
  return office === null ? null : read.column<string>('SELECT person FROM account WHERE office = ? AND person IS NOT NULL AND _del = 0', [office]);
};

/** People who visit: by their role, their account, or because they have. */
export const coordinatorsSql = `SELECT p.id, p.name FROM person p WHERE p._del = 0 AND (',' || coalesce(p.roles, '') || ',' LIKE '%coordinator,%'
  OR EXISTS (SELECT 1 FROM session s WHERE s.coordinator = p.id AND s._del = 0)
  OR EXISTS (SELECT 1 FROM account a WHERE a.person = p.id AND a._del = 0)) ORDER BY p.name, p.id`;

export const roundOptions = query('rounds.options', (read): RoundOptions => ({
  coordinators: read.all(coordinatorsSql),
  offices: read.column<string>("SELECT DISTINCT office FROM account WHERE office > '' AND _del = 0 ORDER BY 1"),
  clusters: read.all('SELECT id, name FROM mini_cluster WHERE _del = 0 AND dissolved_on IS NULL ORDER BY name'),
  complexes: read.column<string>("SELECT DISTINCT complex FROM organisation WHERE complex > '' AND kind = 'firm' AND _del = 0 ORDER BY 1"),
}));
