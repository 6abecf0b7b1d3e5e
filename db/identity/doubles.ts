/** Records that say the same twice once two bodies are one: they are joined, not kept side by side. */
import type { AnyRecord, Cell, RecordType } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { membership } from '../clusters/fields.ts';
import { firmYear, organisationPast, site, sizeClass } from '../organisations/fields.ts';
import { affiliation } from '../people/fields.ts';
import { addressKey } from '../reference/address.ts';
import { participant } from '../tasks/fields.ts';
import { distinctPair } from './fields.ts';
import { changeFields, relink } from './link-fields.ts';

type Row = Readonly<Record<string, Cell>> & { readonly id: string };

type Doubling = Readonly<{
  type: AnyRecord;
  /** Two records of one body with the same key say the same. */
  key: (row: Row) => string;
  /** Days of a stay: two stays that do not meet are two. */
  span?: readonly [from: string, to: string];
  /** Id of the record when its pair makes it. */
  idOf?: (row: Row, body: string) => string;
}>;

const letters = (text: Cell | undefined): string => String(text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

const doublings: readonly Doubling[] = [
  { type: site, key: (row) => (row['address'] ? `${letters(row['name'])} ${addressKey(String(row['address']))}` : `${row.id}`) },
  { type: participant, key: (row) => String(row['task']) },
  { type: membership, key: (row) => `${row['cluster']} ${row['person'] ?? ''}`, span: ['joined_on', 'left_on'] },
  { type: affiliation, key: (row) => String(row['person']), span: ['from_on', 'to_on'] },
  { type: firmYear, key: (row) => String(row['year']), idOf: (row, body) => relationId('firm_year', body, String(row['year'])) },
  { type: sizeClass, key: (row) => `${row['size']} ${row['valid_from']}` },
  { type: organisationPast, key: (row) => `${row['what']} ${letters(row['value'])}` },
];

/** Tables whose links are moved here, so that the general re-linking leaves them. */
export const joinedTables: readonly string[] = [...doublings.map(({ type }) => `${type.table}.organisation`), `${distinctPair.table}.one`, `${distinctPair.table}.other`];

const meets = (one: Row, other: Row, span: Doubling['span']): boolean => {
  if (!span) return true;
  const [from, to] = span;
  const begins = (row: Row): string => String(row[from] ?? '');
  const ends = (row: Row): string => String(row[to] ?? '9999');
  return begins(one) <= ends(other) && begins(other) <= ends(one);
};

/** What the survivor learns: fields it has not filled; of two stays that meet, the earlier beginning and the later end. */
const learnt = (type: AnyRecord, survivor: Row, lost: Row, span: Doubling['span']): Record<string, Cell> => {
  const patch: Record<string, Cell> = {};
  for (const field of Object.keys(type.fields)) if ((survivor[field] ?? null) === null && (lost[field] ?? null) !== null) patch[field] = lost[field] ?? null;
  if (!span) return patch;
  const [from, to] = span;
  delete patch[to];
  const [mine, theirs] = [survivor[from] ?? null, lost[from] ?? null];
  if (mine !== null && theirs !== null && theirs < mine) patch[from] = theirs;
  const [end, otherEnd] = [survivor[to] ?? null, lost[to] ?? null];
  if (end !== null && (otherEnd === null || otherEnd > end)) patch[to] = otherEnd;
  return patch;
};

/** Values of the declared fields of a row, as `tx.create` takes them. */
const valuesIn = (type: AnyRecord, row: Row): Record<string, Cell> => Object.fromEntries(Object.keys(type.fields).map((name) => [name, row[name] ?? null]));

const joinTable = (tx: Tx, { type, key, span, idOf }: Doubling, others: readonly string[], body: string): void => {
  const rows = tx.read.all<Row>(`SELECT * FROM ${type.table} WHERE _del = 0 AND organisation IN (SELECT value FROM json_each(?)) ORDER BY organisation <> ?, n`, [JSON.stringify([body, ...others]), body]);
  const survivors: Row[] = [];
  for (const row of rows) {
    const survivor = survivors.find((one) => key(one) === key(row) && meets(one, row, span));
    if (survivor && row['organisation'] !== body) {
      const patch = learnt(type, survivor, row, span);
      if (Object.keys(patch).length > 0) changeFields(tx, type, survivor.id, patch);
      survivors[survivors.indexOf(survivor)] = { ...survivor, ...patch };
      relink(tx, type.table, [row.id], survivor.id);
      tx.remove(type, row.id);
      continue;
    }
    if (row['organisation'] === body) {
      survivors.push(row);
      continue;
    }
    const id = idOf?.(row, body) ?? row.id;
    const moved: Row = { ...row, id, organisation: body };
    survivors.push(moved);
    if (id === row.id) changeFields(tx, type, id, { organisation: body });
    else {
      tx.create(type as unknown as RecordType, valuesIn(type, moved) as never, id);
      tx.remove(type, row.id);
    }
  }
};

/** A body is no participant beside itself: the part of one that leads the task goes. */
const dropOwnParts = (tx: Tx, bodies: readonly string[]): void => {
  const own = tx.read.column<string>(
    `SELECT p.id FROM participant p JOIN task t ON t.id = p.task WHERE p._del = 0 AND p.organisation IN (SELECT value FROM json_each(:ids)) AND t.lead_org IN (SELECT value FROM json_each(:ids))`, { ids: JSON.stringify(bodies) });
  for (const id of own) tx.remove(participant, id);
};

/** What was said to differ from one of them differs from the body; what differed from each other no longer does. */
const movePairs = (tx: Tx, others: readonly string[], body: string): void => {
  const ids = JSON.stringify(others);
  for (const row of tx.read.all<{ id: string; one: string; other: string; reason: string | null }>(
    'SELECT * FROM distinct_pair WHERE _del = 0 AND (one IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids)))', { ids })) {
    tx.remove(distinctPair, row.id);
    const [one = '', other = ''] = [row.one, row.other].map((id) => (others.includes(id) ? body : id)).sort();
    if (one === other) continue;
    const id = relationId('distinct_pair', one, other);
    if (tx.read.value<number>('SELECT 1 FROM distinct_pair WHERE id = ? AND _del = 0', [id]) !== 1) tx.create(distinctPair, { one, other, reason: row.reason }, id);
  }
};

/** Moves what hangs on `others` to `body`, and joins what is then there twice: the survivor keeps what it has filled. */
export const joinDoubles = (tx: Tx, others: readonly string[], body: string): void => {
  dropOwnParts(tx, [body, ...others]);
  for (const doubling of doublings) joinTable(tx, doubling, others, body);
  movePairs(tx, others, body);
};
