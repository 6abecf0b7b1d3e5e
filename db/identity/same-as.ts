/** The other records of a body: which stands for it, what was merged into it, what only carries its number. */
import { timeOfClock } from '../kernel/clock.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { authorName } from '../kernel/actor.ts';
import { recordsOfBody } from './same-sql.ts';

export type OtherRecord = { id: string; name: string; address: string | null; business_no: string | null };
export type MergedRecord = OtherRecord & {
  /** When and by whom it was merged; null when the step has not arrived. */
  at: string | null; by: string | null;
  /** The step, when this device made it and it stands. */
  action: number | null;
};

export type SameAs = {
  /** The record that stands for the body; null when it is the one asked for. */
  canonical: OtherRecord | null;
  merged: MergedRecord[];
  /** Joined by nothing but their valid business number. */
  sameNumber: OtherRecord[];
};

type Op = { hlc: number; user_id: number; office: number; writer: number; seq: number };

const mergeOf = (read: Reader, id: string): Pick<MergedRecord, 'at' | 'by' | 'action'> => {
  const op = read.get<Op>(
    "SELECT hlc, user_id, office, writer, seq FROM sync_log WHERE tbl = 'organisation' AND row_id = ? AND json_extract(patch, '$.merged_into') IS NOT NULL ORDER BY hlc DESC, writer DESC LIMIT 1", [id]);
  if (!op) return { at: null, by: null, action: null };
  const isOwn = op.writer === (read.value<number>("SELECT v FROM sync_self WHERE k = 'writer'") ?? -1) && op.office === (read.value<number>("SELECT v FROM sync_self WHERE k = 'office'") ?? 0);
  const names = new Map(read.all<{ number: number; name: string }>('SELECT number, name FROM account').map((row) => [row.number, row.name]));
  return {
    at: timeOfClock(op.hlc), by: authorName(names, op.user_id),
    action: isOwn ? (read.value<number>('SELECT id FROM action WHERE first_seq <= :seq AND last_seq >= :seq AND undone_by IS NULL', { seq: op.seq }) ?? null) : null,
  };
};

export const sameAsQuery = query('identity.same-as', (read, { id }: { id: string }): SameAs => {
  const ids = recordsOfBody(read, id);
  const [first = id] = ids;
  const rows = read.all<OtherRecord & { merged_into: string | null }>(
    "SELECT id, coalesce(name, '') AS name, address, business_no, merged_into FROM organisation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", [JSON.stringify(ids)]);
  const plain = ({ merged_into: _merged, ...row }: (typeof rows)[number]): OtherRecord => row;
  const canonical = rows.find((row) => row.id === first);
  const others = rows.filter((row) => row.id !== first);
  return {
    canonical: canonical && canonical.id !== id ? plain(canonical) : null,
    merged: others.filter((row) => row.merged_into !== null).map((row) => ({ ...plain(row), ...mergeOf(read, row.id) })),
    sameNumber: others.filter((row) => row.merged_into === null).map(plain),
  };
});
