/** Records that look like the one being written: asked while somebody types, so each way of looking is one index. */
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import { parseBusinessNumber, parseCorporateNumber } from '../korean/identifiers.ts';
import { choseong, firmNameKey, foldName, nameParts } from '../korean/names.ts';
import { soundOf } from '../korean/name-sound.ts';
import { parsePhone } from '../korean/phone.ts';
import { addressKey } from '../reference/address.ts';
import { describe, namesakesOf } from './describe.ts';
import { canonicalId, recordsOfBody } from './same-sql.ts';
import { compareRead, readBody, type Description, type Reason, type Verdict } from './score.ts';

export type LookAlike = { id: string; name: string; address: string | null; verdict: Verdict; score: number; reasons: readonly Reason[] };

/** As many as one can compare by eye. */
const most = 5;
/** Records one key may bring; more share it only by chance. */
const perKey = 40;

type Written = Readonly<Record<string, Cell | undefined>>;

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

/** Ids that share a number, a telephone, an address, a name or the initials of a name with what is written. */
const blocked = (read: Reader, written: Description): Set<string> => {
  const name = written.name ?? '';
  const { base, former } = nameParts(name);
  const names = [...new Set([firmNameKey(name), foldName(name), soundOf(base), ...former.map(firmNameKey)])].filter((key) => key !== '');
  const phone = parsePhone(written.phone ?? '');
  const here = addressKey(written.address ?? '');
  const by = (column: string, value: string | null): string[] =>
    (value === null || value === '' ? [] : read.column<string>(`SELECT id FROM organisation WHERE ${column} = ? AND _del = 0 LIMIT ${perKey}`, [value]));
  return new Set([
    ...by('business_no', parseBusinessNumber(written.business_no ?? '')),
    ...by('corporate_no', parseCorporateNumber(written.corporate_no ?? '')),
    ...by('phone', phone),
    ...(/\d/.test(here) ? by('address_key', here) : []),
    ...names.flatMap((key) => by('base_key', key)),
    ...names.flatMap((key) => read.column<string>(`SELECT organisation FROM organisation_past WHERE value_key = ? AND what = 'name' AND _del = 0 LIMIT ${perKey}`, [key])),
    ...by('name_cho', choseong(foldName(base))),
  ]);
};

/**
 * Bodies that the written values may mean, likeliest first; each by the record that stands for it.
 * @param id the record itself, when it exists already: neither it nor what is known to be the same or to differ is named
 */
export const lookAlikes = (read: Reader, values: Written, id = ''): LookAlike[] => {
  const written: Description = {
    name: textOf(values['name']), business_no: textOf(values['business_no']), corporate_no: textOf(values['corporate_no']), address: textOf(values['address']),
    province: textOf(values['province']), district: textOf(values['district']), phone: textOf(values['phone']), representative: textOf(values['representative']),
  };
  const own = new Set(id === '' ? [] : recordsOfBody(read, id));
  const differing = new Set(id === '' ? [] : read.column<string>('SELECT CASE one WHEN :id THEN other ELSE one END FROM distinct_pair WHERE (one = :id OR other = :id) AND _del = 0', { id }));
  const bodies = describe(read, [...blocked(read, written)].filter((one) => !own.has(one) && !differing.has(one)));
  const counted = new Map<string, number>();
  const namesakes = (key: string): number => {
    const known = counted.get(key) ?? namesakesOf(read, key);
    counted.set(key, known);
    return known;
  };
  const readWritten = readBody(written);
  const best = new Map<string, LookAlike>();
  for (const body of bodies.values()) {
    // The one being written is one more of the name.
    const { verdict, score, reasons } = compareRead(readWritten, readBody(body), { namesakes: namesakes(body.base_key ?? '') + (own.size === 0 ? 1 : 0) });
    if (verdict === 'different') continue;
    const stands = canonicalId(read, body.id);
    if (own.has(stands) || (best.get(stands)?.score ?? -1) >= score) continue;
    const shown = stands === body.id ? body : read.get<{ name: string; address: string | null }>('SELECT name, address FROM organisation WHERE id = ?', [stands]);
    best.set(stands, { id: stands, name: shown?.name ?? body.name, address: shown?.address ?? null, verdict, score, reasons });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
};
