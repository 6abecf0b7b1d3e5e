/** What the thread of lists keeps: orders and filters of long lists, brought up to date row by row as records are written. */
import type { Change } from '../store.ts';
import type { ListSpec } from '../list.ts';
import type { Reader } from '../reader.ts';
import type { BuiltPart } from './build.ts';
import { affectedRows, touchesPlan } from './affected.ts';
import { columnOf, filterPlan, keyOf, planOf, type Part, type Plan } from './plan.ts';
import { putIn, takeOut, type RowOrder } from './row-order.ts';
import { put, rowSetOf, take, type RowSet } from './row-set.ts';

type KeptPart = { part: Part; plan: Plan; bytes: number; used: number } & ({ order: RowOrder } | { set: RowSet });

type Commit = { number: number; tables: Change['tables'] };

export type KeptList = {
  readonly spec: ListSpec;
  readonly parts: Map<string, KeptPart>;
  /** Finished walks by the keys of their parts; emptied by every change of a part. */
  readonly walks: Map<string, Int32Array>;
  /** Commits told of lately, for parts that were being built meanwhile. */
  readonly commits: Commit[];
};

/** Room for parts of one list. The longest list there is (two million sessions) takes 8 MB for an order. */
const mostBytes = 160 * 1024 * 1024;
const keptWalks = 6;
const keptCommits = 500;

const lists = new WeakMap<Reader, Map<string, KeptList>>();
let uses = 0;

/** What is kept of a list in this thread. */
export const keptList = (read: Reader, spec: ListSpec): KeptList => {
  const mine = lists.get(read) ?? new Map<string, KeptList>();
  lists.set(read, mine);
  const kept = mine.get(spec.name) ?? { spec, parts: new Map(), walks: new Map(), commits: [] };
  mine.set(spec.name, kept);
  return kept;
};

const touched = (list: KeptList, key: string): KeptPart | undefined => {
  const kept = list.parts.get(key);
  if (kept) {
    uses += 1;
    kept.used = uses;
  }
  return kept;
};

export const keptOrder = (list: KeptList, part: Part): RowOrder | undefined => {
  const kept = touched(list, keyOf(part));
  return kept && 'order' in kept ? kept.order : undefined;
};

export const keptSet = (list: KeptList, part: Part): RowSet | undefined => {
  const kept = touched(list, keyOf(part));
  return kept && 'set' in kept ? kept.set : undefined;
};

/** The walk with these parts, worked out once while nothing changes. */
export const walkOf = (list: KeptList, key: string, make: () => Int32Array): Int32Array => {
  const kept = list.walks.get(key) ?? make();
  list.walks.delete(key);
  list.walks.set(key, kept);
  for (const oldest of [...list.walks.keys()].slice(0, Math.max(0, list.walks.size - keptWalks))) list.walks.delete(oldest);
  return kept;
};

const makeRoom = (list: KeptList): void => {
  let bytes = [...list.parts.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [key, one] of [...list.parts].sort(([, a], [, b]) => a.used - b.used)) {
    if (bytes <= mostBytes) return;
    list.parts.delete(key);
    bytes -= one.bytes;
  }
};

/** Rows of the plan among the given ones. */
const among = (read: Reader, plan: Plan, columns: string, rows: readonly number[]): { n: number; filled: number }[] =>
  read.all(`SELECT t.n AS n, ${columns} AS filled FROM ${plan.from} WHERE ${plan.where} AND t.n IN (SELECT value FROM json_each(?)) ${plan.order === '' ? '' : `ORDER BY ${plan.order}`}`, [...plan.parameters, JSON.stringify(rows)]);

const patchOrder = (read: Reader, spec: ListSpec, kept: KeptPart & { order: RowOrder }, rows: readonly number[]): void => {
  const { part, plan, order } = kept;
  if (part.as !== 'order') return;
  takeOut(order, rowSetOf(rows));
  const [only] = part.sort;
  const hasValue = part.sort.length === 1 && only ? `(${columnOf(spec, only.column).sql} IS NOT NULL)` : '1';
  for (const { n, filled } of among(read, plan, hasValue, rows)) {
    putIn(order, n, filled === 1, (other) => read.value<number>(`SELECT t.n FROM ${plan.from} WHERE t.n IN (?, ?) ORDER BY ${plan.order} LIMIT 1`, [other, n]) === other);
  }
};

const patchSet = (read: Reader, { plan, set }: KeptPart & { set: RowSet }, rows: readonly number[]): void => {
  for (const row of rows) take(set, row);
  for (const { n } of among(read, plan, '1', rows)) put(set, n);
};

/** What an index over words finds is asked for again after any change: it looks at more than the list shows, and answers in milliseconds. */
const isSearched = (spec: ListSpec, part: Part): boolean => part.as === 'quick' && spec.search !== undefined;

/** Brings one part up to date with a commit; false when it must be built anew. */
const follow = (read: Reader, spec: ListSpec, kept: KeptPart, { tables }: Commit): boolean => {
  if (isSearched(spec, kept.part)) return false;
  const rows = affectedRows(read, spec, kept.plan, tables);
  if (rows === 'unknown') return false;
  if (rows.length === 0) return true;
  if ('order' in kept) patchOrder(read, spec, kept, rows);
  else patchSet(read, kept, rows);
  return true;
};

/** Takes a part that another thread has built, with what was committed meanwhile. */
export const keepPart = (read: Reader, spec: ListSpec, { part, rows, filled, commits }: BuiltPart): void => {
  const list = keptList(read, spec);
  const key = keyOf(part);
  uses += 1;
  const kept: KeptPart = part.as === 'order'
    ? { part, plan: planOf(spec, part, []), bytes: rows.byteLength, used: uses, order: { rows, length: rows.length, filled } }
    : { part, plan: filterPlan(spec, part), bytes: rows.byteLength / 8, used: uses, set: rowSetOf(rows) };
  const oldest = list.commits[0]?.number ?? 0;
  const isTraced = list.commits.length < keptCommits || oldest <= commits + 1;
  const isNow = isTraced && list.commits.filter((one) => one.number > commits && Object.entries(one.tables).some(([table, change]) => touchesPlan(kept.plan, table, change))).every((one) => follow(read, spec, kept, one));
  // Not followed to the present: whoever waits for it finds it missing and has it built again.
  if (!isNow) return;
  list.parts.set(key, kept);
  list.walks.clear();
  makeRoom(list);
};

/** Brings everything this thread keeps up to date with a commit. */
export const noteCommit = (read: Reader, commit: Commit): void => {
  for (const list of lists.get(read)?.values() ?? []) {
    list.commits.push(commit);
    if (list.commits.length > keptCommits) list.commits.shift();
    for (const [key, kept] of list.parts) {
      const touches = isSearched(list.spec, kept.part) || Object.entries(commit.tables).some(([table, change]) => touchesPlan(kept.plan, table, change));
      if (!touches) continue;
      if (!follow(read, list.spec, kept, commit)) list.parts.delete(key);
      list.walks.clear();
    }
  }
};
