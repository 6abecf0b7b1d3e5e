/** Industry classification (KSIC) and the agency's ten groups: assets/reference/ksic-divisions.json, domain.md §14.5. */
import file from '../../assets/reference/ksic-divisions.json' with { type: 'json' };
import { kicoxGroups } from './choices/industry.ts';
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

const rows = freeze(referenceShapes['ksic-divisions'].parse(file).rows);

/** The 21 sections, A to U. */
export const ksicSections = rows.filter((row) => row.level === 'section');

/** The divisions of manufacturing (10–34) with their group. */
export const ksicDivisions = rows.filter((row) => row.level === 'division');

/** The two-digit division of a KSIC code written as `29`, `29294` or `C29294`; null when it is not a code. */
export const divisionOf = (ksicCode: string): string | null => /^[A-U]?(\d{2})\d{0,3}$/.exec(ksicCode.trim().toUpperCase())?.[1] ?? null;

/** The section of a KSIC code, or null. Divisions did not move between sections in revisions 10 and 11. */
export const sectionOf = (ksicCode: string): (typeof ksicSections)[number] | null => {
  const division = divisionOf(ksicCode);
  return division === null ? null : ksicSections.find((section) => section.firstDivision <= division && division <= section.lastDivision) ?? null;
};

export type GroupMatch = Readonly<{ code: (typeof kicoxGroups)[number]['code']; ko: string; confidence: 'A' | 'B' | 'C' }>;

/**
 * The agency's industry group of a KSIC code (revision 10 or 11: divisions 10–34 are the same) with how sure the mapping is:
 * A certain, B near, C ambiguous. Null outside manufacturing and for tobacco (12) and machine repair (34), which have none.
 */
export const kicoxGroupOf = (ksicCode: string): GroupMatch | null => {
  const division = divisionOf(ksicCode);
  const row = ksicDivisions.find((one) => one.code === division);
  const group = kicoxGroups.find((one) => one.code === row?.group);
  return group === undefined || row === undefined || row.confidence === null ? null : { code: group.code, ko: group.ko, confidence: row.confidence };
};
