/** Industry classification (KSIC) and the agency's ten groups: assets/reference/ksic-divisions.json, domain.md §14.5. */
import file from '../../assets/reference/ksic-divisions.json' with { type: 'json' };
import { withParticle } from '../korean/particle.ts';
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

/** Revisions of the classification and the day each came into force (domain.md §14.5). */
export const ksicRevisions = [
  { revision: 8, from: '2000-03-01' },
  { revision: 9, from: '2008-02-01' },
  { revision: 10, from: '2017-07-01' },
  { revision: 11, from: '2024-07-01' },
] as const;

/** The revision in force on a day `YYYY-MM-DD`; null before the first one known here. */
export const revisionOn = (day: string): number | null => ksicRevisions.findLast((one) => one.from <= day)?.revision ?? null;

/** Codes that moved between two revisions, as far as two lists of factories show it: none of them is exchanged by itself. */
const movedCodes = [{ code: '29294', revision: 10, to: '29293', in: 11, ko: '주형 및 금형 제조업' }] as const;

/** A written code apart from what lists add to it: `C29294 외 3 종` → code `C29294`, rest `외 3 종`. */
export const splitIndustryCode = (text: string): { code: string; rest: string } => {
  const plain = text.normalize('NFKC').trim();
  const found = /^([A-U]?\s?\d{2,5}|[A-U])(?![\dA-Za-z])[\s,;/·]*(.*)$/i.exec(plain);
  return found ? { code: (found[1] ?? '').replace(/\s/g, '').toUpperCase(), rest: (found[2] ?? '').trim() } : { code: plain, rest: '' };
};

/** Why a text is no code of the classification (a Korean sentence), or null. Divisions are those of revisions 9 to 11; the older 8th had others. */
export const industryCodeFault = (code: string, revision: number | null = null): string | null => {
  const found = /^([A-U]?)(?:(\d{2})\d{0,3})?$/.exec(code);
  if (!found || code === '') return '업종코드는 29294처럼 숫자 2~5자리입니다. 앞에 대분류 글자를 붙여 C29294로 써도 됩니다.';
  const [, letter = '', division] = found;
  if (division === undefined || revision === 8) return null;
  const section = sectionOf(division);
  if (section === null) return `${division}: 한국표준산업분류에 없는 중분류입니다. 업종코드를 확인해 주세요.`;
  return letter === '' || section.code === letter ? null : `중분류 ${withParticle(division, '은/는')} 대분류 ${section.code}(${section.ko})에 속합니다. ${withParticle(letter, '을/를')} 고쳐 주세요.`;
};

/**
 * What deserves a look at a code with its revision: no revision, one unknown here, one not yet in force on a day, a code that moved.
 * @param day the day the code is used for, when there is one
 */
export const industryRemarks = (code: string, revision: number | null, day: string | null = null): string[] => {
  if (revision === null) return ['업종코드는 차수마다 다릅니다. 차수를 적어 주세요. 2020~2024년 공개 자료는 10차입니다.'];
  const known = ksicRevisions.find((one) => one.revision === revision);
  if (!known) return [`${revision}차: 알려진 차수는 8~11차입니다.`];
  const early = day !== null && day < known.from ? [`${revision}차는 ${known.from}부터 씁니다. ${day}에는 ${revisionOn(day) ?? 8}차였습니다.`] : [];
  const digits = code.replace(/^[A-U]/, '');
  const moved = movedCodes.flatMap((one) => {
    if (one.code === digits && one.revision === revision) return [`${one.ko}: ${one.revision}차 ${withParticle(one.code, '은/는')} ${one.in}차에서 ${one.to}입니다.`];
    return one.to === digits && one.in === revision ? [`${one.ko}: ${one.in}차 ${withParticle(one.to, '은/는')} ${one.revision}차에서 ${one.code}였습니다.`] : [];
  });
  return [...early, ...moved];
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
