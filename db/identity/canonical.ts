/**
 * Which record stands for a body that several records describe (exchange.md 3.7). A pure function of the rows: records with the same
 * valid business number, or joined by `merged_into`, form a component; the smallest id stands for it. So every device that holds
 * the same rows names the same record, whatever order they came in, and opposite merges (A→B here, B→A there) do no harm.
 */
import type { Follower, Local } from '../kernel/follow.ts';
import type { Reader } from '../kernel/reader.ts';
import { businessNumberFault } from '../korean/identifiers.ts';

/** What a live record says about who it is. */
export type SameRow = Readonly<{ id: string; business_no: string | null; merged_into: string | null }>;

const numberOf = (row: SameRow): string | null => (row.business_no !== null && businessNumberFault(row.business_no) === null ? row.business_no : null);

/**
 * The canonical id of every record that shares its component with another one; a record alone is not in the map.
 * @param rows live records; one that is deleted or has not arrived may still be what two of them were merged into
 */
export const canonicalIds = (rows: readonly SameRow[]): Map<string, string> => {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    for (let at = node; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (one: string, other: string): void => { parent.set(rootOf(one), rootOf(other)); };
  for (const row of rows) {
    const number = numberOf(row);
    // A number is a node as a record is; no id holds a space.
    if (number !== null) join(`record ${row.id}`, `number ${number}`);
    if (row.merged_into !== null) join(`record ${row.id}`, `record ${row.merged_into}`);
  }
  const members = new Map<string, string[]>();
  for (const { id } of rows) {
    const root = rootOf(`record ${id}`);
    const kept = members.get(root);
    if (kept) kept.push(id);
    else members.set(root, [id]);
  }
  const canonical = new Map<string, string>();
  for (const ids of members.values()) {
    if (ids.length < 2) continue;
    const smallest = ids.reduce((a, b) => (a < b ? a : b));
    for (const id of ids) canonical.set(id, smallest);
  }
  return canonical;
};

const columns = 'id, business_no, merged_into';

/** Live records reachable from the given ones by number or merge, with themselves. */
const reachable = (read: Reader, ids: readonly string[]): SameRow[] => {
  const waiting = [...ids];
  const seen = new Set(ids);
  const rows: SameRow[] = [];
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    waiting.push(id);
  };
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const row = read.get<SameRow>(`SELECT ${columns} FROM organisation WHERE id = ? AND _del = 0`, [id]);
    for (const other of read.column<string>('SELECT id FROM organisation WHERE merged_into = ? AND _del = 0', [id])) visit(other);
    if (!row) continue;
    rows.push(row);
    if (row.merged_into !== null) visit(row.merged_into);
    const number = numberOf(row);
    if (number !== null) for (const other of read.column<string>('SELECT id FROM organisation WHERE business_no = ? AND _del = 0', [number])) visit(other);
  }
  return rows;
};

const put = (local: Local, canonical: ReadonlyMap<string, string>): void => {
  for (const [id, stands] of canonical) local.run('INSERT INTO organisation_same (id, canonical) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET canonical = excluded.canonical', [id, stands]);
};

const everyLive = (read: Reader): SameRow[] =>
  read.all<SameRow>(`SELECT ${columns} FROM organisation WHERE _del = 0 AND (business_no IS NOT NULL OR merged_into IS NOT NULL
    OR id IN (SELECT merged_into FROM organisation WHERE merged_into IS NOT NULL AND _del = 0))`);

/** Keeps `organisation_same`: only components of more than one record are written down. */
export const organisationSame: Follower = {
  table: 'organisation',
  fields: ['business_no', 'merged_into', '_del'],
  follow: (local, ids) => {
    // A component that falls apart is found by what it was: its members are looked at again, each by itself.
    const before = new Map(local.read.all<{ id: string; canonical: string }>(
      'SELECT id, canonical FROM organisation_same WHERE canonical IN (SELECT s.canonical FROM json_each(?) j JOIN organisation_same s ON s.id = j.value)', [JSON.stringify(ids)]).map((row) => [row.id, row.canonical]));
    const rows = reachable(local.read, [...new Set([...ids, ...before.keys()])]);
    const canonical = canonicalIds(rows);
    for (const id of before.keys()) if (!canonical.has(id)) local.run('DELETE FROM organisation_same WHERE id = ?', [id]);
    put(local, canonical);
    return [...new Set([...before.keys(), ...canonical.keys()])].filter((id) => before.get(id) !== canonical.get(id)).map((id) => ({ table: 'organisation_same', id, fields: null }));
  },
  rebuild: (local) => {
    local.run('DELETE FROM organisation_same', []);
    put(local, canonicalIds(everyLive(local.read)));
  },
};

/** Self-check: records whose written canonical is not what the rows say. */
export const wrongCanonicals = (read: Reader): { id: string; inTable: string | null; inRows: string | null }[] => {
  const wanted = canonicalIds(everyLive(read));
  const kept = new Map(read.all<{ id: string; canonical: string }>('SELECT id, canonical FROM organisation_same').map((row) => [row.id, row.canonical]));
  return [...new Set([...wanted.keys(), ...kept.keys()])]
    .map((id) => ({ id, inTable: kept.get(id) ?? null, inRows: wanted.get(id) ?? null }))
    .filter((one) => one.inTable !== one.inRows);
};
