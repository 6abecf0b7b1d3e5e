import type { Cell } from '../kernel/field.ts';
import { firmNameKey } from '../korean/names.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { organisation, site } from '../organisations/fields.ts';
import { addressKey } from '../reference/address.ts';
import { createFirmIndex, knownFirm, soundKey, type FirmIndex } from './firm-index.ts';
import type { Pace } from './importer.ts';

const PAGE = 2_000;
/** Whole records are loaded in smaller steps: a thousand of them take about as long as a slice. */
const LOADED = 1_000;

type NamedRow = { n: number; id: string; name: string | null; business_no: string | null; phone: string | null; address_key: string | null; canonical: string };

/** What rows of a file may be recognised by. */
export type FirmMarks = Readonly<{ names: ReadonlySet<string>; numbers: ReadonlySet<string>; sounds: ReadonlySet<string>; phones: ReadonlySet<string>; places: ReadonlySet<string> }>;

/**
 * The stored organisations that rows with these names and numbers may be about, with their sites. All names are walked, in pages,
 * because the key of a name typed with its site (청주공장) can only be worked out from the whole name.
 */
export async function storedFirms(read: Reader, { names, numbers, sounds, phones, places }: FirmMarks, pace: Pace): Promise<FirmIndex> {
  const ids = new Set<string>();
  const total = read.value<number>('SELECT count(*) FROM organisation WHERE _del = 0') ?? 0;
  for (let last = 0, seen = 0; ; ) {
    const page = read.all<NamedRow>(`SELECT t.n, t.id, t.name, t.business_no, t.phone, t.address_key, ${canonicalOf('t.id')} AS canonical FROM organisation t WHERE t.n > ? AND t._del = 0 ORDER BY t.n LIMIT ?`, [last, PAGE]);
    for (const row of page) {
      last = row.n;
      const has = (marks: ReadonlySet<string>, value: string | null): boolean => value !== null && marks.has(value);
      if (has(names, firmNameKey(row.name ?? '')) || has(numbers, row.business_no) || has(phones, row.phone) || has(places, row.address_key) || has(sounds, soundKey(row.name ?? ''))) ids.add(row.canonical);
    }
    seen += page.length;
    await pace(seen, total);
    if (page.length < PAGE) break;
  }
  const formerNames = formerNamesOf(read);
  for (const [id, past] of formerNames) if (past.some((name) => names.has(firmNameKey(name)))) ids.add(id);
  const index = createFirmIndex();
  const chosen = [...ids];
  for (let at = 0; at < chosen.length; at += LOADED) {
    addFirms(read, index, chosen.slice(at, at + LOADED), formerNames);
    await pace(total, total);
  }
  return index;
}

/** Former names by firm, and the names of other records of it: as many as firms were ever renamed or merged, which is few. */
function formerNamesOf(read: Reader): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { organisation: id, value } of read.all<{ organisation: string; value: string }>(
    `SELECT ${canonicalOf('p.organisation')} AS organisation, p.value FROM organisation_past p JOIN organisation t ON t.id = p.organisation AND t._del = 0 WHERE p.what = 'name' AND p._del = 0
     UNION ALL SELECT s.canonical, o.name FROM organisation_same s JOIN organisation o ON o.id = s.id WHERE s.id <> s.canonical AND o.name IS NOT NULL`)) {
    found.set(id, [...(found.get(id) ?? []), value]);
  }
  return found;
}

function addFirms(read: Reader, index: FirmIndex, ids: readonly string[], formerNames: ReadonlyMap<string, readonly string[]>): void {
  const chosen = JSON.stringify(ids);
  const columns = Object.keys(organisation.fields).join(', ');
  for (const { id, ...values } of read.all<Record<string, Cell> & { id: string }>(`SELECT id, ${columns} FROM organisation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`, [chosen])) {
    index.add(knownFirm(id, values, null, formerNames.get(id)));
  }
  const siteColumns = Object.keys(site.fields).join(', ');
  for (const { id, ...values } of read.all<Record<string, Cell> & { id: string }>(
    `SELECT id, ${siteColumns} FROM site WHERE _del = 0 AND organisation IN (SELECT value FROM json_each(?)) ORDER BY n`, [chosen])) {
    const address = typeof values.address === 'string' ? addressKey(values.address) : '';
    index.get(String(values.organisation))?.places.push({ id, name: String(values.name ?? ''), key: address, values });
  }
}
