import { expect, test } from 'vitest';
import { foldRow } from '../../db/kernel/fold.ts';
import { hashOfPatch, opKey, readPatch, isTransition, type Operation, type Patch } from '../../db/kernel/operation.ts';
import { randomFrom } from './arbitrary-edits.ts';
import { runsOf } from './depth.ts';
import { forSeeds } from './seeds.ts';

/** A random history of one row: each operation has seen some of those before it, and all they had seen. */
const randomHistory = (random: (below: number) => number): { ops: Operation[]; seen: Map<string, Set<string>> } => {
  const ops: Operation[] = [];
  const seen = new Map<string, Set<string>>();
  const seqs = new Map<number, number>();
  const count = 1 + random(9);
  for (let index = 0; index < count; index += 1) {
    const writer = 1 + random(3);
    const known = new Set<string>();
    for (const older of ops) {
      if (older.writer !== writer && random(2) === 0) continue;
      known.add(opKey(older));
      for (const one of seen.get(opKey(older)) ?? []) known.add(one);
    }
    const heads = [...known].filter((key) => ![...known].some((other) => seen.get(other)?.has(key))).sort();
    const seq = (seqs.get(writer) ?? 0) + 1;
    seqs.set(writer, seq);
    const hlc = Math.max(0, ...ops.filter((one) => known.has(opKey(one))).map((one) => one.hlc)) + 1 + random(5);
    const depth = Math.max(0, ...ops.filter((one) => known.has(opKey(one))).map((one) => { const status = readPatch(one)['status']; return status !== undefined && isTransition(status) ? status.n : 0; }));
    const patch: Patch = {
      ...(random(2) === 0 ? { a: random(3) } : {}), ...(random(2) === 0 ? { b: `글 ${random(3)}` } : {}),
      ...(random(3) === 0 ? { status: { f: null, t: `s${random(3)}`, n: depth + 1 } } : {}), ...(random(5) === 0 ? { _del: random(2) } : {}),
    };
    const text = JSON.stringify(patch);
    const op: Operation = { office: 0, writer, seq, hlc, tbl: 'x', row_id: 'r', parents: heads.join(','), user_id: 1, sv: 1, patch: text, ph: hashOfPatch(text), chain: '' };
    ops.push(op);
    seen.set(opKey(op), known);
  }
  return { ops, seen };
};

/** The definition, written without looking at fold.ts: slow, and about sets only. */
const byDefinition = (ops: readonly Operation[], seen: ReadonlyMap<string, ReadonlySet<string>>): { values: Record<string, unknown>; conflicts: string[]; heads: string } => {
  const fields = new Set(ops.flatMap((op) => Object.keys(readPatch(op))));
  const values: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const field of fields) {
    const writes = ops.flatMap((op) => {
      const value = readPatch(op)[field];
      if (value === undefined) return [];
      return [{ op, shown: isTransition(value) ? value.t : value, rank: [isTransition(value) ? value.n : 0, op.hlc, op.writer] }];
    });
    const beats = (a: readonly number[], b: readonly number[]): boolean => {
      for (let index = 0; index < 3; index += 1) if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) > (b[index] ?? 0);
      return false;
    };
    const winner = writes.find((one) => writes.every((other) => other === one || beats(one.rank, other.rank)));
    values[field] = winner?.shown;
    for (const one of writes) {
      const overwritten = writes.some((other) => seen.get(opKey(other.op))?.has(opKey(one.op)));
      if (one !== winner && !overwritten && one.shown !== winner?.shown) conflicts.push(`${field} ${opKey(one.op)} ${String(one.shown)}`);
    }
  }
  const heads = ops.map(opKey).filter((key) => !ops.some((op) => seen.get(opKey(op))?.has(key))).sort().join(',');
  return { values, conflicts: conflicts.sort(), heads };
};

test('a fold equals the definition, whatever order the operations arrive in', () => {
  let contested = 0;
  forSeeds('fold', 3000, (seed) => {
    const random = randomFrom(seed);
    const { ops, seen } = randomHistory(random);
    const expected = byDefinition(ops, seen);
    const folded = foldRow([...ops].sort(() => random(3) - 1));
    expect(folded.values).toEqual(expected.values);
    expect(folded.heads).toBe(expected.heads);
    expect(folded.conflicts.map((one) => `${one.field} ${one.writer}:${one.seq} ${String(one.value)}`).sort()).toEqual(expected.conflicts);
    expect(folded.deleted).toBe(expected.values['_del'] === 1);
    contested += expected.conflicts.length;
  });
  expect(contested).toBeGreaterThan(runsOf(3000) / 6);
});
