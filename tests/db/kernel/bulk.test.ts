/** A long history written at once leaves what the door would have left. */
import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../db/errors.ts';
import { writeInBulk, type Bulk } from '../../../db/kernel/bulk.ts';
import { problemsOf, type Cell } from '../../../db/kernel/field.ts';
import { compareWithLog } from '../../../db/kernel/merge.ts';
import { chainOf, hashOfPatch, type Operation } from '../../../db/kernel/operation.ts';
import { cleanCell } from '../../../db/kernel/row.ts';
import { actionOf, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { wrongCanonicals } from '../../../db/identity/canonical.ts';
import { task } from '../../../db/tasks/fields.ts';
import { fillStore } from '../../bench/data/fill.ts';
import { scales } from '../../bench/data/scales.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

const at = Date.UTC(2026, 0, 5, 0);
const stores: TestStore[] = [];
const open = (): TestStore => {
  const store = openTestStore();
  stores.push(store);
  return store;
};
afterEach(() => { for (const store of stores.splice(0)) store.dispose(); });

const schemaOf = (store: TestStore): string[] => store.read.column<string>("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1");
const values = { title: '브래킷 경량화', status: 'discovered', lead_org: 'firm', found_on: '2026-01-05' } as const;

/** The same commands, through the door and in bulk. */
const inBulk = (store: TestStore, act: (bulk: Bulk) => void): void => writeInBulk(store, act);

describe('a bulk write', () => {
  it('leaves rows, log, before images and actions as the door does', () => {
    const [door, bulk] = [openTestStore({ now: () => at }), open()];
    stores.push(door);
    write(door, tester, '만들기', (tx) => { tx.create(task, values, 'task-1'); });
    write(door, tester, '고치기', (tx) => { tx.change(task, 'task-1', { status: 'received', received_on: '2026-01-09', fund_national: 5 }); });
    write(door, tester, '지우기', (tx) => { tx.remove(task, 'task-1'); });
    inBulk(bulk, (made) => {
      let row: ReturnType<Bulk['create']> | null = null;
      made.action(tester, '만들기', at, () => { row = made.create(task, 'task-1', values); });
      const known = row as ReturnType<Bulk['create']> | null;
      if (!known) throw new Error('not made');
      made.action(tester, '고치기', at, () => { made.change(known, { status: 'received', received_on: '2026-01-09', fund_national: 5 }); });
      made.action(tester, '지우기', at, () => { made.remove(known); });
    });
    const rows = (store: TestStore, sql: string): unknown[] => store.read.all<Record<string, Cell>>(sql).map((row) => JSON.stringify(row).replaceAll(String(store.writer), 'writer'));
    for (const sql of ['SELECT * FROM task', 'SELECT office, writer, seq, hlc, tbl, row_id, parents, user_id, sv, patch, ph FROM sync_log', 'SELECT * FROM before_image', 'SELECT * FROM action', 'SELECT office, writer, seq, acked FROM sync_stream']) {
      expect(rows(bulk, sql), sql).toEqual(rows(door, sql));
      expect(rows(bulk, sql).length, sql).toBeGreaterThan(0);
    }
  });

  it('brings back every index and trigger, also after a throw, and writes nothing then', () => {
    const store = open();
    const before = schemaOf(store);
    expect(() => inBulk(store, (made) => {
      made.action(tester, '만들기', at, () => { made.create(task, 'task-1', values); });
      throw new Error('stopped');
    })).toThrow('stopped');
    expect(schemaOf(store)).toEqual(before);
    expect(store.read.value('SELECT count(*) FROM sync_log')).toBe(0);
    inBulk(store, (made) => { made.action(tester, '만들기', at, () => { made.create(task, 'task-1', values); }); });
    expect(schemaOf(store)).toEqual(before);
    expect(() => store.db.exec("UPDATE task SET title = '몰래'")).toThrow(/goes through write/);
    expect(() => store.db.exec('DELETE FROM sync_log')).toThrow(/append-only/);
  });

  it('takes one operation of a row in one action, and none outside an action', () => {
    const store = open();
    expect(() => inBulk(store, (made) => { made.action(tester, '둘', at, () => { made.change(made.create(task, 'task-1', values), { memo: '두 번' }); }); })).toThrow(/twice in one action/);
    expect(() => inBulk(store, (made) => { made.create(task, 'task-1', values); })).toThrow(/outside an action/);
  });

  it('goes on where the door stopped, and the door where it stopped', () => {
    const store = open();
    write(store, tester, '앞', (tx) => { tx.create(task, values, 'task-1'); });
    inBulk(store, (made) => { made.action(tester, '사이', at, () => { made.create(task, 'task-2', values); }); });
    write(store, tester, '뒤', (tx) => { tx.change(task, 'task-2', { memo: '뒤' }); });
    expect(store.read.column('SELECT seq FROM sync_log ORDER BY hlc')).toEqual([1, 2, 3]);
    expect(compareWithLog(store)).toEqual([]);
  });
});

describe('ten years of a small program', () => {
  it('agrees with its log', () => {
    forSeeds('bulk', 2, (seed) => {
      const store = open();
      const before = schemaOf(store);
      fillStore(store, scales.tiny, seed);
      expect(schemaOf(store)).toEqual(before);
      expect(compareWithLog(store)).toEqual([]);
      expect(wrongCanonicals(store.read)).toEqual([]);

      const ops = store.read.all<Operation>('SELECT * FROM sync_log ORDER BY seq');
      let chain = '';
      ops.forEach((op, index) => {
        chain = chainOf(chain, op);
        expect([op.seq, op.chain, op.ph]).toEqual([index + 1, chain, hashOfPatch(op.patch)]);
        expect(op.hlc).toBeGreaterThan(ops[index - 1]?.hlc ?? -Infinity);
      });
      expect(store.read.get('SELECT seq, chain FROM sync_stream')).toEqual({ seq: ops.length, chain });
      expect(store.read.value<number>('SELECT count(*) FROM sync_log WHERE parents <> ?', [''])).toBeGreaterThan(300);

      // Every row is what the door would have let in.
      for (const type of store.records.values()) {
        for (const row of store.read.all<Record<string, Cell>>(`SELECT * FROM ${type.table}`)) {
          const cells = Object.fromEntries(Object.keys(type.fields).map((name) => [name, row[name] ?? null]));
          expect(problemsOf(type, cells), `${type.table} ${row['id']}`).toEqual([]);
          for (const [name, value] of Object.entries(cells)) expect(cleanCell(type.fields[name], value), `${type.table}.${name}`).toEqual(value);
        }
      }

      // Its actions can be taken back, from the last one on.
      const [last, ...others] = store.read.column<number>('SELECT id FROM action ORDER BY id DESC LIMIT 6');
      for (const id of [last, ...others]) {
        // What a later state of a task asks for is refused, as in any other program.
        try { undo(store, tester, actionOf(store, id ?? 0).id, 'all'); } catch (error) { if (!(error instanceof Refusal) || error.code !== 'conflict') throw error; }
      }
      expect(compareWithLog(store)).toEqual([]);
    });
  });

  it('is the same from the same seed but for the device, and another from another', () => {
    const titles = (seed: number): unknown[] => {
      const store = open();
      fillStore(store, scales.tiny, seed);
      return store.read.all('SELECT id, title, status, found_on FROM task ORDER BY n');
    };
    const first = titles(5);
    expect(titles(5)).toEqual(first);
    expect(titles(6)).not.toEqual(first);
  });
});
