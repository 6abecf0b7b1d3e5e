import { runsOf } from '../../property/depth.ts';
import { idsOf } from '../../support/ids-of.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { executionRecords, executionTable, executionTasks, type ExecutionMeasure, type ExecutionTable } from '../../../db/funds/execution.ts';
import { officeBudget, payment, spending } from '../../../db/funds/fields.ts';
import { setOfficeBudget } from '../../../db/funds/write-funds.ts';
import type { AnyRecord } from '../../../db/kernel/field.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import type { SheetTable } from '../../../db/reports/table-types.ts';
import { task } from '../../../db/tasks/fields.ts';
import { fundsDesk } from './desk.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

const context = { versions: {} };
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const fate = fc.constantFrom('kept', 'kept', 'kept', 'kept', 'deleted', 'restored');
const amount = fc.oneof(fc.nat(200_000_000), fc.constantFrom(0, 1, 999_999_999_999));
const office = maybe(fc.constantFrom('창원', '구미', '반월'));
const supportType = maybe(fc.constantFrom('single-year-rnd', 'prototype', '옛 유형'));
const year = maybe(fc.constantFrom(6, 7, 22));
const fund = fc.constantFrom('national', 'national', 'local', 'private-cash', 'private-in-kind');
const part = fc.record({ task: fc.nat(11), fund, amount, fate });

const world = fc.record({
  tasks: fc.array(fc.record({
    office, support_type: supportType, program_year: year, granted: maybe(amount), fund_national: maybe(amount), fate,
    status: fc.constantFrom('discovered', 'planning', 'selected', 'agreed', 'in-progress', 'completed', 'stopped', 'on-hold', 'direct-done'), decided_on: maybe(fc.constant('2012-05-01')),
  }), { minLength: 1, maxLength: 12, size: 'max' }),
  payments: fc.array(part, { maxLength: 25, size: 'max' }),
  spendings: fc.array(part, { maxLength: 25, size: 'max' }),
  budgets: fc.array(fc.record({ office: fc.constantFrom('창원', '구미', '서산'), support_type: fc.constantFrom('single-year-rnd', 'prototype'), program_year: fc.constantFrom(6, 7, 22), amount, fate }), { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const put = (store: TestStore, { tasks, payments, spendings, budgets }: World): void => {
  const finish = (type: AnyRecord, id: string, how: string): void => {
    if (how === 'kept') return;
    write(store, tester, '삭제', (tx) => tx.remove(type, id));
    if (how === 'restored') write(store, tester, '되살리기', (tx) => tx.restore(type, id));
  };
  const ids = write(store, tester, '과제', (tx) => {
    const lead_org = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    return tasks.map(({ office: at, support_type, program_year, granted, fund_national, status, decided_on }, index) => tx.create(task, { title: `과제 ${index}`, lead_org, found_on: '2011-05-01', office: at, support_type, program_year, granted, fund_national, status, decided_on }));
  });
  const of = (index: number): string => ids[index % ids.length] ?? '';
  const rows = write(store, tester, '돈', (tx) => [
    ...payments.map((one) => ({ type: payment as AnyRecord, fate: one.fate, id: tx.create(payment, { task: of(one.task), paid_on: '2012-06-01', fund: one.fund, amount: one.amount }) })),
    ...spendings.map((one) => ({ type: spending as AnyRecord, fate: one.fate, id: tx.create(spending, { task: of(one.task), spent_on: '2012-07-01', item: 'materials', fund: one.fund, amount: one.amount }) })),
  ]);
  for (const { amount: sum, fate: how, ...key } of budgets) write(store, tester, '예산', (tx) => { setOfficeBudget(tx, key, sum); if (how === 'deleted') setOfficeBudget(tx, key, null); });
  tasks.forEach((one, index) => finish(task, of(index), one.fate));
  for (const one of rows) finish(one.type, one.id, one.fate);
};

type Row = Record<string, string | number | null>;
const chosen = ['selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'completed', 'stopped', 'follow-up', 'closed'];

/** Counted again with plain loops over the raw rows: one entry for each record that adds to a number. */
const recount = (store: TestStore): { measure: ExecutionMeasure; office: string; support_type: string; program_year: number; task: string | null; amount: number }[] => {
  const live = (table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table}`).filter((row) => row['_del'] === 0);
  const tasks = live('task');
  const entry = (measure: ExecutionMeasure, at: Row, of: string | null, sum: unknown) =>
    ({ measure, office: String(at['office'] ?? ''), support_type: String(at['support_type'] ?? ''), program_year: Number(at['program_year'] ?? 0), task: of, amount: Number(sum ?? 0) });
  const found = [];
  for (const row of live('office_budget')) found.push(entry('budget', row, null, row['amount']));
  for (const row of tasks) if (row['decided_on'] !== null && chosen.includes(String(row['status']))) found.push(entry('granted', row, String(row['id']), row['fund_national'] ?? row['granted']));
  for (const [measure, table] of [['paid', 'payment'], ['spent', 'spending']] as const) {
    for (const row of live(table)) {
      const parent = tasks.find((one) => one['id'] === row['task']);
      if (parent && row['fund'] === 'national') found.push(entry(measure, parent, String(parent['id']), row['amount']));
    }
  }
  return found;
};

const within = (at: ExecutionTable['rows'][number]['at'], one: { office: string; support_type: string; program_year: number }): boolean =>
  (at.office === undefined || at.office === one.office) && (at.support_type === undefined || at.support_type === one.support_type) && (at.program_year === undefined || at.program_year === one.program_year);

/** No rate of no budget; else at most half a tenth of a percent from the truth. */
const isRate = (rate: string | null, spent: number, budget: number): boolean =>
  budget === 0 ? rate === null : Math.abs(Number(BigInt((rate ?? '').replace('.', '')) * BigInt(budget) - BigInt(spent) * 1000n)) * 2 <= budget;

describe('budget against execution', () => {
  it('equals a recount, row by row, with subtotals, total and the records behind each number', () => {
    fc.assert(fc.property(world, maybe(fc.constantFrom(6, 7, 22, 30)), (made, asked) => {
      const store = openTestStore();
      try {
        put(store, made);
        const raw = recount(store).filter((one) => asked === null || one.program_year === asked);
        const table = executionTable.run(store.read, { year: asked }, context);
        const key = (one: { office: string; support_type: string; program_year: number }) => JSON.stringify([one.office, one.support_type, one.program_year]);
        expect(table.rows.filter((row) => row.kind === 'detail').map((row) => row.key).sort()).toEqual([...new Set(raw.map(key))].sort());
        expect(table.rows.filter((row) => row.kind === 'subtotal').map((row) => row.office).sort()).toEqual([...new Set(raw.map((one) => one.office))].sort());
        for (const row of table.rows) {
          for (const measure of ['budget', 'granted', 'paid', 'spent'] as const) {
            const mine = raw.filter((one) => one.measure === measure && within(row.at, one));
            const sum = mine.reduce((all, one) => all + one.amount, 0);
            expect(row[measure]).toBe(sum);
            const records = executionRecords.run(store.read, { measure, at: row.at }, context);
            expect([records.count, records.sum, records.records.length]).toEqual([mine.length, sum, mine.length]);
            expect(idsOf(store.read, executionTasks.run(store.read, { measure, at: row.at, label: '' }, context))).toEqual([...new Set(mine.flatMap((one) => one.task ?? []))].sort());
          }
          expect(row.left).toBe(row.budget - row.spent);
          expect(isRate(row.rate, row.spent, row.budget)).toBe(true);
        }
      } finally {
        store.dispose();
      }
    }), { numRuns: runsOf(25) });
  });
});

describe('the screen', () => {
  let done: (() => Promise<void>) | null = null;
  afterEach(() => done?.());

  it('gets years, offices, notes, and opens the tasks behind a number', async () => {
    const desk = await fundsDesk({ program_year: 22 });
    done = () => desk.dispose();
    await desk.pay({ amount: 30_000_000 });
    await desk.spend({ amount: 6_000_000 });
    await desk.call('mutation', 'funds.setOfficeBudget', { office: '창원', support_type: 'single-year-rnd', program_year: 22, amount: 60_000_000 });
    expect(desk.lastLabel()).toBe('지사 예산: 창원 단년도 R&D 혁신기업성장형 22차 60,000,000원');
    await desk.call('mutation', 'funds.setOfficeBudget', { office: '구미', support_type: 'prototype', program_year: 21, amount: 5 });
    const table = await desk.call<ExecutionTable>('query', 'funds.execution', { year: 22 });
    expect(table).toMatchObject({ years: [22, 21], offices: ['구미', '창원'] });
    expect(table.rows.map((row) => [row.kind, row.budget, row.granted, row.paid, row.spent, row.left, row.rate, row.tasks])).toEqual([
      ['detail', 60_000_000, 100_000_000, 30_000_000, 6_000_000, 54_000_000, '10.0', 1],
      ['subtotal', 60_000_000, 100_000_000, 30_000_000, 6_000_000, 54_000_000, '10.0', 1],
      ['total', 60_000_000, 100_000_000, 30_000_000, 6_000_000, 54_000_000, '10.0', 1],
    ]);
    expect(await desk.call('mutation', 'funds.openTasks', { measure: 'paid', at: table.rows[0]?.at, label: '교부 30,000,000원' })).toMatchObject({ table: 'task', count: 1 });
    const sheet = await desk.call<SheetTable>('query', 'funds.executionSheet', { year: null, unit: '백만원' });
    expect([sheet.rows.map((row) => row.labels.join(' ')), sheet.cells.at(-1)?.map((cell) => cell.text)]).toEqual([
      ['구미 시제품 제작 21차', '구미 소계 ', '창원 단년도 R&D 혁신기업성장형 22차', '창원 소계 ', '계  '], ['1', '60', '100', '30', '6', '54', '10.0'],
    ]);
    await desk.undo();
    await desk.undo();
    expect((await desk.call<ExecutionTable>('query', 'funds.execution', { year: null })).rows[0]).toMatchObject({ budget: 0, left: -6_000_000, rate: null });
    expect(desk.app.read.value<number>(`SELECT count(*) FROM ${officeBudget.table} WHERE _del = 0`)).toBe(0);
  });
});
