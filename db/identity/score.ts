/**
 * Compares two descriptions of a body (domain.md §14.10): names suggest, numbers decide. Pure. The verdict comes from what is known,
 * the score says how sure it is, and every point of it is explained.
 */
import { businessNumberFault, corporateNumberFault, parseBusinessNumber, parseCorporateNumber } from '../korean/identifiers.ts';
import { parsePhone } from '../korean/phone.ts';
import { comparePlaces, placesOf, type Place } from './compare-places.ts';
import type { Description, Reason } from './body-types.ts';
import { compareNames, readName, type NameLikeness, type ReadName } from './compare-names.ts';

export type { Description, Reason };

/** `branch` and `same-firm-other-site` are the same firm at another place; `ask` needs a person. */
export type Verdict = 'same' | 'same-firm-other-site' | 'branch' | 'ask' | 'different';

export type Likeness = Readonly<{ verdict: Verdict; score: number; reasons: readonly Reason[]; /** How the names alone meet. */ names: NameLikeness['relation'] }>;

export type Surroundings = Readonly<{
  /** How many records carry this name, these two among them. */
  namesakes?: number;
}>;

/** Same firm, whichever of its places. */
export const isSameFirm = (verdict: Verdict): boolean => verdict === 'same' || verdict === 'branch' || verdict === 'same-firm-other-site';

/** A description with everything read out of its texts; worth making once where a body is compared with many. */
export type ReadBody = Readonly<{ name: ReadName; places: readonly Place[]; business: string | null; corporate: string | null; phone: string | null; person: string }>;

type Numbers = Readonly<{ verdict: 'same' | 'branch' | 'different' | 'doubt' | 'none'; reasons: Reason[] }>;

/** 85 in the middle of a business number is a branch of a corporation (domain.md §14.1). */
const isBranchNumber = (digits: string): boolean => digits.slice(3, 5) === '85';

const compareNumbers = ({ business: a, corporate: c }: ReadBody, { business: b, corporate: d }: ReadBody): Numbers => {
  const sameCorporation = c !== null && c === d;
  const otherCorporation = c !== null && d !== null && c !== d && corporateNumberFault(c) === null && corporateNumberFault(d) === null;
  const corporation: Reason[] = sameCorporation ? [{ ko: '법인등록번호가 같습니다', points: 90 }] : otherCorporation ? [{ ko: '법인등록번호가 다릅니다', points: -60 }] : [];
  if (a !== null && b !== null) {
    const valid = [businessNumberFault(a) === null, businessNumberFault(b) === null] as const;
    if (a === b && valid[0]) return { verdict: 'same', reasons: [{ ko: '사업자등록번호가 같습니다', points: 100 }, ...corporation] };
    if (a === b) return { verdict: sameCorporation ? 'same' : 'doubt', reasons: [{ ko: '사업자등록번호가 같지만 검증번호가 맞지 않습니다', points: 30 }, ...corporation] };
    if (valid[0] && valid[1]) {
      const isBranch = sameCorporation || (!otherCorporation && (isBranchNumber(a) || isBranchNumber(b)));
      const ko = isBranchNumber(a) || isBranchNumber(b) ? '사업자등록번호가 다르고, 하나는 지점 번호(가운데 85)입니다' : '사업자등록번호가 다릅니다';
      return { verdict: isBranch ? 'branch' : 'different', reasons: [{ ko, points: isBranch ? -10 : -100 }, ...corporation] };
    }
    const doubt: Reason = { ko: '사업자등록번호가 다르지만 한쪽은 검증번호가 맞지 않습니다', points: -20 };
    return { verdict: sameCorporation ? 'same' : otherCorporation ? 'different' : 'doubt', reasons: [doubt, ...corporation] };
  }
  return { verdict: sameCorporation ? 'same' : otherCorporation ? 'different' : 'none', reasons: corporation };
};

const plainPerson = (name: string | null | undefined): string => (name ?? '').normalize('NFKC').replace(/외\s*\d+\s*(인|명).*$/, '').replace(/[^\p{L}]/gu, '').toLowerCase();

/** 000-00-00000 stands where nobody knew the number. */
const unlessZero = (digits: string | null): string | null => (digits === null || /^0+$/.test(digits) ? null : digits);

export const readBody = (body: Description): ReadBody => ({
  name: readName(body), places: placesOf(body), business: unlessZero(parseBusinessNumber(body.business_no ?? '')), corporate: unlessZero(parseCorporateNumber(body.corporate_no ?? '')),
  phone: parsePhone(body.phone ?? ''), person: plainPerson(body.representative),
});

const compareContacts = (one: ReadBody, other: ReadBody): { phone: boolean; person: boolean | null; reasons: Reason[] } => {
  const phone = one.phone !== null && one.phone === other.phone;
  const person = one.person === '' || other.person === '' ? null : one.person === other.person;
  return {
    phone, person,
    reasons: [
      ...(phone ? [{ ko: '전화번호가 같습니다', points: 20 }] : []),
      ...(person === null ? [] : [person ? { ko: '대표자가 같습니다', points: 15 } : { ko: '대표자가 다릅니다', points: -10 }]),
    ],
  };
};

/** Where the same firm is the other time. */
const placeVerdict = (names: NameLikeness, elsewhere: boolean): Verdict =>
  names.branch ? 'branch' : names.otherSite || elsewhere ? 'same-firm-other-site' : 'same';

type Evidence = Readonly<{ names: NameLikeness; place: ReturnType<typeof comparePlaces>; contacts: ReturnType<typeof compareContacts> }>;

const byName = ({ names, place, contacts }: Evidence): Verdict => {
  const isElsewhere = place.relation === 'elsewhere';
  // What the same name needs beside it where it alone says little.
  const isBacked = place.relation === 'same' || contacts.phone;
  switch (names.relation) {
    case 'equal':
    case 'sound':
      if (names.formsDiffer) return 'ask';
      if (isBacked) return placeVerdict(names, isElsewhere);
      if (names.repeats || (contacts.person === false && names.forms < 2)) return 'ask';
      if (isElsewhere && names.forms < 2 && contacts.person !== true) return 'ask';
      return names.relation === 'sound' && isElsewhere && !names.otherSite && !names.branch ? 'ask' : placeVerdict(names, isElsewhere);
    case 'former':
      return isBacked || contacts.person === true ? placeVerdict(names, isElsewhere) : 'ask';
    case 'spelling':
      return isElsewhere && !contacts.phone && contacts.person !== true ? 'different' : 'ask';
    case 'slip':
      return isBacked || contacts.person === true ? 'ask' : 'different';
    case 'none':
      // A firm that changed its name keeps its telephone, its place or its head; two of them together are worth a look.
      return [place.relation === 'same', contacts.phone, contacts.person === true].filter(Boolean).length >= 2 ? 'ask' : 'different';
  }
};

const decide = (numbers: Numbers['verdict'], evidence: Evidence): Verdict => {
  const { names, place } = evidence;
  const isNamedAlike = names.relation !== 'none' && names.relation !== 'slip';
  switch (numbers) {
    // A firm that has moved keeps its number; only the name can say that it is another of its places.
    case 'same': return isNamedAlike ? placeVerdict(names, false) : 'same';
    case 'different': return isNamedAlike && (names.branch || names.otherSite) && names.forms > 0 ? 'ask' : 'different';
    case 'branch': return isNamedAlike ? 'branch' : 'ask';
    case 'doubt': {
      const alone = byName(evidence);
      return alone === 'different' ? (isNamedAlike || place.relation === 'same' ? 'ask' : 'different') : alone === 'branch' || alone === 'same-firm-other-site' ? alone : 'ask';
    }
    case 'none': return byName(evidence);
  }
};

/** As `compareBodies`, of descriptions read before. */
export const compareRead = (one: ReadBody, other: ReadBody, around: Surroundings = {}): Likeness => {
  const numbers = compareNumbers(one, other);
  const names = compareNames(one.name, other.name, around.namesakes ?? 0);
  const place = comparePlaces(one.places, other.places);
  const contacts = compareContacts(one, other);
  const verdict = decide(numbers.verdict, { names, place, contacts });
  const reasons = [...numbers.reasons, ...names.reasons, ...place.reasons, ...contacts.reasons];
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  return { verdict, score: Math.max(0, Math.min(100, sum)), reasons, names: names.relation };
};

/** How likely two descriptions are one body, and why. Symmetric. */
export const compareBodies = (one: Description, other: Description, around: Surroundings = {}): Likeness => compareRead(readBody(one), readBody(other), around);
