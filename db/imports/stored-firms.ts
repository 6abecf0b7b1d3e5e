import type { Cell } from '../kernel/field.ts';
import { firmNameKey } from '../korean/names.ts';
import type { Reader } from '../kernel/reader.ts';
import { organisation, site } from '../organisations/fields.ts';
import { addressKey } from '../reference/address.ts';
import { createFirmIndex, knownFirm, type FirmIndex } from './firm-index.ts';
import type { Pace } from './importer.ts';

const PAGE = 2_000;
/** Whole records are loaded in smaller steps: a thousand of them take about as long as a slice. */
const LOADED = 1_000;

type NamedRow = { n: number; id: string; name: string | null; business_no: string | null };

/**
 * The stored organisations that rows with these names and numbers may be about, with their sites. All names are walked, in pages,
 * because the key of a name typed with its site (청주공장) can only be worked out from the whole name.
 */
export async function storedFirms(read: Reader, names: ReadonlySet<string>, numbers: ReadonlySet<string>, pace: Pace): Promise<FirmIndex> {
  const ids: string[] = [];
  const total = read.value<number>('SELECT count(*) FROM organisation WHERE _del = 0') ?? 0;
  for (let last = 0, seen = 0; ; ) {
    const page = read.all<NamedRow>('SELECT n, id, name, business_no FROM organisation WHERE n > ? AND _del = 0 ORDER BY n LIMIT ?', [last, PAGE]);
    for (const row of page) {
      last = row.n;
      if (names.has(firmNameKey(row.name ?? '')) || (row.business_no !== null && numbers.has(row.business_no))) ids.push(row.id);
    }
    seen += page.length;
    await pace(seen, total);
    if (page.length < PAGE) break;
  }
  const formerNames = formerNamesOf(read);
  const known = new Set(ids);
  for (const [id, past] of formerNames) if (!known.has(id) && past.some((name) => names.has(firmNameKey(name)))) ids.push(id);
  const index = createFirmIndex();
  for (let at = 0; at < ids.length; at += LOADED) {
    addFirms(read, index, ids.slice(at, at + LOADED), formerNames);
    await pace(total, total);
  }
  return index;
}

/** Former names by firm: as many as firms were ever renamed, which is few. */
function formerNamesOf(read: Reader): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { organisation: id, value } of read.all<{ organisation: string; value: string }>(
    "SELECT p.organisation, p.value FROM organisation_past p JOIN organisation t ON t.id = p.organisation AND t._del = 0 WHERE p.what = 'name' AND p._del = 0 ORDER BY p.n")) {
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
