/** What a body was called and where it was before: kept when its name or address changes, found by search and import. */
import { Refusal } from '../errors.ts';
import { firmNameKey, foldName } from '../korean/names.ts';
import { addDays } from '../korean/parse-date.ts';
import { withParticle } from '../korean/particle.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { addressKey } from '../reference/address.ts';
import { organisation, organisationPast } from './fields.ts';

/** How a change of name, address or 소속 is meant: from which day it holds (today when not said), or that what stood there was a slip of the pen. */
export type ChangeMeaning = { from?: string | undefined; isTypo?: boolean | undefined };

type What = 'name' | 'address';

const keyOf = (what: What, value: string): string => (what === 'name' ? foldName(value) : addressKey(value));

/**
 * Keeps the former value with the last day it held. Another spelling of the same (㈜ for (주), a space) is no former value.
 * @throws Refusal `invalid` about `from`: a day to come, or one before an earlier change
 */
export const keepPast = (tx: Tx, id: string, what: What, former: string, now: string | null, meaning: ChangeMeaning = {}): void => {
  if (meaning.isTypo === true || (now !== null && keyOf(what, former) === keyOf(what, now))) return;
  const from = meaning.from ?? tx.today;
  const ko = organisation.fields[what].ko;
  const refuse = (message: string): Refusal => new Refusal('invalid', message, [{ field: 'from', value: from, message }]);
  if (from > tx.today) throw refuse(`${withParticle(ko, '이/가')} 바뀐 날(${from})은 앞날일 수 없습니다. 바뀐 날부터 적어 주세요.`);
  const last = tx.read.value<string>('SELECT max(until_on) FROM organisation_past WHERE organisation = ? AND what = ? AND _del = 0', [id, what]) ?? null;
  const until = addDays(from, -1);
  const isBefore = last !== null && until < last;
  if (isBefore && meaning.from !== undefined) throw refuse(`예전 ${withParticle(ko, '이/가')} ${last}까지로 적혀 있습니다. 그보다 뒤의 날을 적어 주세요.`);
  tx.create(organisationPast, { organisation: id, what, value: former, until_on: isBefore ? last : until });
};

/** The name of a body on a day `YYYY-MM-DD`: the former one that held then, else the present one; null for a record that has not arrived. */
export const nameOn = (read: Reader, id: string, day: string): string | null =>
  read.value<string>("SELECT value FROM organisation_past WHERE organisation = ? AND what = 'name' AND _del = 0 AND until_on >= ? ORDER BY until_on, n LIMIT 1", [id, day])
  ?? read.value<string>('SELECT name FROM organisation WHERE id = ?', [id]) ?? null;

/** Ids of the bodies that once had this name, whatever its legal form, its spaces and the site written behind it. */
export const formerlyNamed = (read: Reader, name: string): string[] =>
  read.column<string>(
    `SELECT DISTINCT p.organisation FROM organisation_past p JOIN organisation t ON t.id = p.organisation AND t._del = 0
     WHERE p.value_key = ? AND p.what = 'name' AND p._del = 0`, [firmNameKey(name)]);
