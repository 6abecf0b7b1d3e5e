import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalIds, wrongCanonicals } from '../../../db/identity/canonical.ts';
import { mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import { rebuildFollowers } from '../../../db/kernel/follow.ts';
import { nextUndo, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { businessNumberFault } from '../../../db/korean/identifiers.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';

type Row = { id: string; business_no: string | null; merged_into: string | null };

/** The definition, as slowly as it can be said: pairs joined until nothing changes. */
const naive = (rows: readonly Row[]): Record<string, string> => {
  const group = new Map(rows.flatMap((row) => [[row.id, row.id] as const, ...(row.merged_into === null ? [] : [[row.merged_into, row.merged_into] as const])]));
  const join = (a: string, b: string): boolean => {
    const [from, to] = [group.get(a) ?? a, group.get(b) ?? b];
    if (from === to) return false;
    for (const [id, own] of group) if (own === from) group.set(id, to);
    return true;
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (const row of rows) {
      if (row.merged_into !== null) moved = join(row.id, row.merged_into) || moved;
      if (row.business_no === null || businessNumberFault(row.business_no) !== null) continue;
      for (const other of rows) if (other.business_no === row.business_no) moved = join(row.id, other.id) || moved;
    }
  }
  const canonical: Record<string, string> = {};
  for (const { id } of rows) {
    const members = rows.filter((other) => group.get(other.id) === group.get(id)).map((other) => other.id).sort();
    if (members.length > 1) canonical[id] = members[0] ?? id;
  }
  return canonical;
};

const live = (store: TestStore): Row[] => store.read.all<Row>('SELECT id, business_no, merged_into FROM organisation WHERE _del = 0');
const kept = (store: TestStore): Record<string, string> => Object.fromEntries(store.read.all<{ id: string; canonical: string }>('SELECT id, canonical FROM organisation_same ORDER BY id').map((row) => [row.id, row.canonical]));

const numbers = ['9358174060', '3548124820', '1234567891', '1234567890', null, null];

const randomEdit = (store: TestStore, random: (below: number) => number): void => {
  const ids = store.read.column<string>('SELECT id FROM organisation ORDER BY id');
  const some = (): string | undefined => ids[random(ids.length)];
  write(store, tester, '무작위', (tx) => {
    const alive = (id: string | undefined): id is string => id !== undefined && tx.read.value<number>('SELECT _del FROM organisation WHERE id = ?', [id]) === 0;
    for (let each = random(3); each >= 0; each -= 1) {
      const [one, other] = [some(), some()];
      const way = random(8);
      if (way < 2 || ids.length < 4) tx.create(organisation, { name: `기업 ${random(99)}`, kind: 'firm', business_no: numbers[random(6)] ?? null, business_no_reason: '시험' });
      else if (way < 4 && alive(one)) tx.change(organisation, one, { business_no: numbers[random(6)] ?? null, business_no_reason: '시험' });
      else if (way < 6 && alive(one) && other !== undefined) tx.change(organisation, one, { merged_into: random(4) === 0 ? null : other });
      else if (way === 6 && alive(one)) tx.remove(organisation, one);
      else if (one !== undefined) tx.restore(organisation, one);
    }
  });
};

const send = (from: TestStore, to: TestStore, random: (below: number) => number, all = false): void => {
  const marks = new Map(to.read.all<{ office: number; writer: number; seq: number }>('SELECT office, writer, seq FROM sync_stream').map((row) => [`${row.office}:${row.writer}`, row.seq]));
  const streams = [...Map.groupBy(operationsSince(from, marks), (op) => op.writer).values()].sort(() => random(3) - 1);
  mergeOperations(to, streams.flatMap((ops) => (all ? ops : ops.slice(0, random(ops.length + 1)))));
};

test('five devices end with one answer, that of the definition, whatever order rows arrive in', () => {
  let joined = 0;
  forSeeds('same-body', 6, (seed) => {
    const random = randomFrom(seed);
    const stores = Array.from({ length: 5 }, () => openTestStore());
    try {
      const any = (): TestStore => stores[random(5)] ?? (stores[0] as TestStore);
      for (let step = 0; step < 60; step += 1) {
        const store = any();
        if (random(3) > 0) randomEdit(store, random);
        else send(any(), store, random);
        const last = random(8) === 0 ? nextUndo(store, tester) : undefined;
        if (last) undo(store, tester, last.id, 'all');
        expect(kept(store)).toEqual(naive(live(store)));
        expect(wrongCanonicals(store.read)).toEqual([]);
      }
      for (let round = 0; round < 2; round += 1) for (const from of stores) for (const to of stores) if (from !== to) send(from, to, random, true);
      const answers = stores.map((store) => JSON.stringify(kept(store)));
      expect(new Set(answers).size).toBe(1);
      expect(kept(stores[0] as TestStore)).toEqual(naive(live(stores[0] as TestStore)));
      joined += Object.keys(kept(stores[0] as TestStore)).length;
    } finally {
      for (const store of stores) store.dispose();
    }
  });
  expect(joined).toBeGreaterThan(0);
}, 120_000);

test('the pure function agrees with the definition on any rows', () => {
  forSeeds('canonical-ids', 300, (seed) => {
    const random = randomFrom(seed);
    const ids = Array.from({ length: 1 + random(12) }, (_, at) => `r${(at * 7) % 13}`);
    const rows = [...new Set(ids)].map((id): Row => ({ id, business_no: numbers[random(6)] ?? null, merged_into: random(3) === 0 ? (ids[random(ids.length)] ?? null) : random(9) === 0 ? 'elsewhere' : null }));
    expect(Object.fromEntries(canonicalIds(rows))).toEqual(naive(rows));
  });
});

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

test('opposite merges of two devices do no harm', () => {
  const other = openTestStore();
  const [a, b] = write(store, tester, '둘 등록', (tx) => [tx.create(organisation, { name: '가', kind: 'firm' }), tx.create(organisation, { name: '나', kind: 'firm' })] as const);
  send(store, other, () => 0, true);
  write(store, tester, 'A를 B로', (tx) => tx.change(organisation, a, { merged_into: b }));
  write(other, tester, 'B를 A로', (tx) => tx.change(organisation, b, { merged_into: a }));
  send(store, other, () => 0, true);
  send(other, store, () => 0, true);
  for (const one of [store, other]) expect(kept(one)).toEqual({ [a]: a, [b]: a });
  other.dispose();
});

test('a failed checksum joins nobody, and a rebuild gives what was kept', () => {
  write(store, tester, '등록', (tx) => {
    for (const name of ['다', '라']) tx.create(organisation, { name, kind: 'firm', business_no: '1234567890', business_no_reason: '시험' });
    for (const name of ['마', '바']) tx.create(organisation, { name, kind: 'firm', business_no: '9358174060' });
  });
  const before = kept(store);
  expect(Object.keys(before)).toHaveLength(4);
  store.db.exec("UPDATE organisation_same SET canonical = 'wrong'");
  expect(wrongCanonicals(store.read)).toHaveLength(4);
  rebuildFollowers(store);
  expect(kept(store)).toEqual(before);
  expect(wrongCanonicals(store.read)).toEqual([]);
});
