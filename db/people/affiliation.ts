/** 소속 이력: where a person worked, from–to. The person's own 소속 is the one of today; the open line of the history repeats it. */
import { Refusal } from '../errors.ts';
import { addDays } from '../korean/parse-date.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import type { ChangeMeaning } from '../organisations/past.ts';
import { affiliation } from './fields.ts';

export type Affiliation = { organisation: string; department: string | null; position: string | null };

/**
 * Where a person worked on a day; null when nowhere, or when nobody knows. Somebody without a history worked where they work now.
 * @param day `YYYY-MM-DD`
 */
export const affiliationOn = (read: Reader, person: string, day: string): Affiliation | null => {
  const held = read.get<Affiliation>(
    `SELECT organisation, department, position FROM affiliation WHERE person = :person AND _del = 0 AND (from_on IS NULL OR from_on <= :day) AND (to_on IS NULL OR to_on >= :day)
     ORDER BY from_on DESC NULLS LAST, n DESC LIMIT 1`, { person, day });
  if (held) return held;
  const known = read.get<{ last: string | null; open: number }>('SELECT max(to_on) AS last, count(*) FILTER (WHERE to_on IS NULL) AS open FROM affiliation WHERE person = ? AND _del = 0', [person]);
  // A history that is closed throughout says nothing of the days after it.
  if (known && (known.open > 0 || (known.last !== null && day <= known.last))) return null;
  const own = read.get<{ organisation: string | null; department: string | null; position: string | null }>('SELECT organisation, department, position FROM person WHERE id = ?', [person]);
  return own && own.organisation !== null ? { organisation: own.organisation, department: own.department, position: own.position } : null;
};

export type AffiliationLine = { id: string; organisation: string; organisation_name: string | null; department: string | null; position: string | null; from_on: string | null; to_on: string | null };

/** The history of a person, the latest first. */
export const personAffiliations = query('person.affiliations', (read, { id }: { id: string }): AffiliationLine[] => read.all(
  `SELECT a.id, a.organisation, o.name AS organisation_name, a.department, a.position, a.from_on, a.to_on FROM affiliation a LEFT JOIN organisation o ON o.id = a.organisation
   WHERE a.person = ? AND a._del = 0 ORDER BY a.to_on IS NOT NULL, a.to_on DESC, a.from_on DESC NULLS LAST, a.n DESC LIMIT 100`, [id]));

type Open = { id: string; organisation: string; from_on: string | null };

const openLine = (read: Reader, person: string): Open | undefined =>
  read.get<Open>('SELECT id, organisation, from_on FROM affiliation WHERE person = ? AND to_on IS NULL AND _del = 0 ORDER BY from_on DESC NULLS LAST, n DESC LIMIT 1', [person]);

export type Employment = { organisation: string | null; department: string | null; position: string | null };

/**
 * Writes the history of a change of 소속: the former line ends the day before, a new one begins. A slip of the pen corrects the open
 * line; somebody whose 소속 was not known before gets a line with a beginning only when one is said.
 * @throws Refusal `invalid` about `from`: a day to come, or one before the former 소속 began
 */
export const keepAffiliation = (tx: Tx, person: string, before: Employment, after: Employment, meaning: ChangeMeaning = {}): void => {
  const open = openLine(tx.read, person);
  const lastEnd = tx.read.value<string>('SELECT max(to_on) FROM affiliation WHERE person = ? AND _del = 0', [person]) ?? null;
  const place = { department: after.department, position: after.position };
  if (meaning.isTypo === true) {
    if (open && after.organisation !== null) tx.change(affiliation, open.id, { organisation: after.organisation, ...place });
    return;
  }
  const from = meaning.from ?? tx.today;
  const refuse = (message: string): Refusal => new Refusal('invalid', message, [{ field: 'from', value: from, message }]);
  if (from > tx.today) throw refuse(`소속이 바뀐 날(${from})은 앞날일 수 없습니다. 옮긴 날부터 적어 주세요.`);
  if (before.organisation === null && !open) {
    // The first 소속 anybody wrote down: it may have held for long.
    if (after.organisation !== null && (meaning.from !== undefined || lastEnd !== null)) tx.create(affiliation, { person, organisation: after.organisation, ...place, from_on: from });
    return;
  }
  const until = addDays(from, -1);
  const began = lastEnd === null ? null : addDays(lastEnd, 1);
  if (open?.from_on != null && open.from_on > from) throw refuse(`지금 소속은 ${open.from_on}부터로 적혀 있습니다. 그보다 뒤의 날을 적어 주세요.`);
  // Moved twice in one day: where nobody stayed for a day was no 소속.
  if (open && open.from_on === from) tx.remove(affiliation, open.id);
  else if (open) tx.change(affiliation, open.id, { to_on: until });
  else if (before.organisation !== null && (began === null || began <= until)) {
    tx.create(affiliation, { person, organisation: before.organisation, department: before.department, position: before.position, from_on: began, to_on: until });
  }
  if (after.organisation !== null) tx.create(affiliation, { person, organisation: after.organisation, ...place, from_on: from });
};

/** Department and position of today, repeated in the open line. */
export const keepPosition = (tx: Tx, person: string, after: Employment): void => {
  const open = openLine(tx.read, person);
  if (open && open.organisation === after.organisation) tx.change(affiliation, open.id, { department: after.department, position: after.position });
};
