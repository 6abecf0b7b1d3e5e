/** What is stored of bodies, as the comparison takes it. */
import type { Reader } from '../kernel/reader.ts';
import type { Description } from './body-types.ts';

export type Described = Description & Readonly<{ id: string; name: string; merged_into: string | null; base_key: string | null }>;

type Row = Omit<Described, 'sites' | 'pastNames'>;

const columns = 'id, coalesce(name, \'\') AS name, business_no, corporate_no, address, province, district, phone, representative, merged_into, base_key';

/** The live ones among the ids, with their sites and former names. */
export const describe = (read: Reader, ids: readonly string[]): Map<string, Described> => {
  const chosen = JSON.stringify(ids);
  const rows = read.all<Row>(`SELECT ${columns} FROM organisation WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))`, [chosen]);
  const sites = Map.groupBy(read.all<{ organisation: string; name: string | null; address: string | null }>(
    'SELECT organisation, name, address FROM site WHERE _del = 0 AND organisation IN (SELECT value FROM json_each(?))', [chosen]), (one) => one.organisation);
  const past = Map.groupBy(read.all<{ organisation: string; value: string | null }>(
    "SELECT organisation, value FROM organisation_past WHERE _del = 0 AND what = 'name' AND organisation IN (SELECT value FROM json_each(?))", [chosen]), (one) => one.organisation);
  return new Map(rows.map((row) => [row.id, { ...row, sites: sites.get(row.id) ?? [], pastNames: (past.get(row.id) ?? []).flatMap(({ value }) => value ?? []) }]));
};

/** How many bodies carry the key of a name, each counted once. */
export const namesakesOf = (read: Reader, key: string): number =>
  key === '' ? 0 : (read.value<number>('SELECT count(DISTINCT coalesce(s.canonical, t.id)) FROM organisation t LEFT JOIN organisation_same s ON s.id = t.id WHERE t.base_key = ? AND t._del = 0', [key]) ?? 0);
