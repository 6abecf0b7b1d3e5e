/**
 * The merge rule: the state of a row is a pure fold of the set of its operations, whatever order they
 * arrived in. Causal: an edit made after seeing another always wins; of truly concurrent edits the one
 * with the larger (n, hlc, writer) wins, and the losers are listed.
 */
import type { Cell } from './field.ts';
import { isTransition, opKey, readPatch, type Operation, type PatchValue } from './operation.ts';

/** A concurrent write that lost and differs from what won. */
export type Conflict = { field: string; writer: number; seq: number; value: Cell };

export type FoldedRow = {
  /** Winning value of every field ever written, known to this version or not. */
  values: Record<string, Cell>;
  /** Number of transitions behind each workflow field. */
  depths: Record<string, number>;
  deleted: boolean;
  /** Clock and writer of the last operation. */
  hlc: number;
  writer: number;
  /** Operations nobody has built upon yet. */
  heads: string;
  conflicts: Conflict[];
};

type Write = { op: Operation; value: Cell; depth: number };

const byClock = (a: Operation, b: Operation): number => a.hlc - b.hlc || a.writer - b.writer;

const later = (a: Write, b: Write, first: boolean): boolean => {
  const order = a.depth - b.depth || byClock(a.op, b.op);
  return first ? order < 0 : order > 0;
};

const valueOf = (value: PatchValue): Cell => (isTransition(value) ? value.t : value);

const parentsOf = (op: Operation): string[] => (op.parents === '' ? [] : op.parents.split(','));

/** True when each operation saw exactly the one before it, so that nothing can be concurrent. */
const isChain = (ops: readonly Operation[]): boolean =>
  ops.every((op, index) => {
    const before = ops[index - 1];
    return op.parents === (before ? opKey(before) : '');
  });

/** For each operation, the keys of all those it had seen, directly or not. */
const ancestry = (ops: readonly Operation[]): Map<string, Set<string>> => {
  const seen = new Map<string, Set<string>>();
  // A parent always has a smaller clock than its child, so clock order visits parents first.
  for (const op of ops) {
    const mine = new Set<string>();
    for (const parent of parentsOf(op)) {
      mine.add(parent);
      for (const older of seen.get(parent) ?? []) mine.add(older);
    }
    seen.set(opKey(op), mine);
  }
  return seen;
};

/**
 * Folds all operations known of one row.
 * @param operations at least one, in any order, no two with the same (writer, seq)
 * @param isFirstWins tells fields whose first write stays
 */
export const foldRow = (operations: readonly Operation[], isFirstWins: (field: string) => boolean = () => false): FoldedRow => {
  const ops = [...operations].sort(byClock);
  const last = ops.at(-1);
  if (!last) throw new Error('a row without operations cannot be folded');

  const writes = new Map<string, Write[]>();
  for (const op of ops) {
    for (const [field, value] of Object.entries(readPatch(op))) {
      const write = { op, value: valueOf(value), depth: isTransition(value) ? value.n : 0 };
      const list = writes.get(field);
      if (list) list.push(write);
      else writes.set(field, [write]);
    }
  }

  const values: Record<string, Cell> = {};
  const depths: Record<string, number> = {};
  const winners = new Map<string, Write>();
  for (const [field, list] of writes) {
    const first = isFirstWins(field);
    const winner = list.reduce((best, write) => (later(write, best, first) ? write : best));
    winners.set(field, winner);
    values[field] = winner.value;
    if (winner.depth > 0) depths[field] = winner.depth;
  }

  const chain = isChain(ops);
  const known = new Set(ops.map(opKey));
  const superseded = new Set(chain ? ops.slice(0, -1).map(opKey) : ops.flatMap(parentsOf));
  const heads = [...known].filter((key) => !superseded.has(key)).sort();

  const conflicts: Conflict[] = [];
  if (!chain) {
    const seen = ancestry(ops);
    for (const [field, list] of writes) {
      const winner = winners.get(field);
      for (const write of list) {
        if (write === winner || write.value === winner?.value || isFirstWins(field)) continue;
        const key = opKey(write.op);
        const overwritten = list.some((other) => other !== write && seen.get(opKey(other.op))?.has(key));
        if (!overwritten) conflicts.push({ field, writer: write.op.writer, seq: write.op.seq, value: write.value });
      }
    }
  }
  return { values, depths, deleted: values['_del'] === 1, hlc: last.hlc, writer: last.writer, heads: heads.join(','), conflicts };
};
