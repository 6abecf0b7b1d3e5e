/** Whose entry it is, as SQL: mine, those of my office, those of a mini-cluster. Parameters `:person`, `:office`, `:cluster`. */
import type { CalendarScope } from './choices.ts';

/** Ways one kind of entry belongs to somebody, each a condition or, for the office, the column of the person whose account tells it. */
export type Belonging = {
  mine: string;
  /** SQL of the person; the office is that of the person's account. */
  by: string;
  /** SQL of an office written in the record itself, which goes before. */
  office?: string;
  cluster: string;
};

const officeOfPerson = (person: string): string => `(SELECT a.office FROM account a WHERE a.person = ${person} AND a.office IS NOT NULL AND a._del = 0 ORDER BY a.n LIMIT 1)`;

/**
 * SQL condition. Who has no person sees everything as its own, who has no office sees every office; whoever is in nobody's office is in
 * that of the one who looks, as with locks and guards (`sessions/office.ts`).
 */
export const whoseSql = ({ mine, by, office, cluster }: Belonging, whose: CalendarScope, has: { person: boolean; office: boolean }): string => {
  if (whose === 'cluster') return cluster;
  if (whose === 'mine') return has.person ? mine : '1';
  return has.office ? `coalesce(${office === undefined ? '' : `nullif(${office}, ''), `}${officeOfPerson(by)}, :office) = :office` : '1';
};
