import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemLimit } from '../../../db/funds/limits.ts';
import { write } from '../../../db/kernel/write.ts';
import { periodRule } from '../../../db/program/fields.ts';
import { tester } from '../../support/store.ts';
import { fundsDesk, refusal, type FundsDesk } from './desk.ts';

let desk: FundsDesk;
beforeEach(async () => { desk = await fundsDesk(); });
afterEach(() => desk.dispose());

describe('payments', () => {
  it('stay within the national funds to the won; the refusal names sum, limit and remedy', async () => {
    await desk.pay({ amount: 60_000_000 });
    await desk.pay({ amount: 40_000_000 });
    const said = await refusal(desk.pay({ amount: 1 }));
    expect(said).toMatchObject({ code: 'invalid', field: 'amount' });
    expect(said.message).toBe('국비 교부액의 합 100,000,001원이 이 과제의 국비 100,000,000원을 1원 넘습니다. 교부액을 1원 줄이거나 사업비 구성의 국비를 먼저 고쳐 주세요.');
    expect((await desk.money()).payments).toHaveLength(2);
  });

  it('of other funds only warn', async () => {
    await desk.pay({ fund: 'local', amount: 5 });
    expect((await desk.money()).notices).toContainEqual(expect.objectContaining({ level: 'warn', code: 'paid', field: 'fund_local' }));
  });

  it('cannot be raised over the limit by a change, nor the limit sink under them', async () => {
    const id = await desk.pay({ amount: 100_000_000 });
    expect(await refusal(desk.call('mutation', 'funds.payments.change', { id, patch: { amount: 100_000_001 } }))).toMatchObject({ code: 'invalid', field: 'amount' });
    expect(await refusal(desk.set({ fund_national: 99_999_999 }))).toMatchObject({ code: 'invalid', field: 'fund_national' });
    expect(await refusal(desk.set({ fund_national: null }))).toMatchObject({ code: 'invalid', field: 'fund_national' });
    expect(await refusal(desk.call('mutation', 'tasks.change', { id: desk.task, patch: { fund_national: 99_999_999 } }))).toMatchObject({ code: 'invalid', field: 'fund_national' });
    await desk.call('mutation', 'funds.payments.change', { id, patch: { fund: 'local', amount: 100_000_001 } });
    await desk.set({ fund_national: 5 });
  });

  it('that arrived over the limit can still be mended step by step', async () => {
    const id = await desk.pay({ amount: 100_000_000 });
    // Another device lowered the funds meanwhile: no check stood in its way.
    write(desk.app.store, tester, '다른 기기', (tx) => tx.put(records(desk, 'task'), desk.task, { fund_national: 10_000_000 }));
    expect((await desk.money()).notices[0]).toMatchObject({ level: 'block', code: 'limit' });
    await desk.call('mutation', 'funds.payments.change', { id, patch: { amount: 90_000_000, memo: '정정' } });
    expect(await refusal(desk.call('mutation', 'funds.payments.change', { id, patch: { amount: 95_000_000 } }))).toMatchObject({ code: 'invalid' });
  });

  it('stay with their task, and need one', async () => {
    const id = await desk.pay({});
    expect(await refusal(desk.call('mutation', 'funds.payments.change', { id, patch: { task: 'other' } }))).toMatchObject({ code: 'invalid', field: 'task' });
    expect(await refusal(desk.call('mutation', 'funds.payments.create', { task: 'none', values: { paid_on: '2026-06-10', fund: 'national', amount: 1 } }))).toMatchObject({ code: 'not-found' });
  });

  it('are each one undo step with a name', async () => {
    await desk.pay({ amount: 50_000_000 });
    expect(desk.lastLabel()).toBe('교부 등록: 도금 불량 개선 2026-06-10 50,000,000원');
    await desk.undo();
    expect((await desk.money()).payments).toEqual([]);
  });
});

describe('spending', () => {
  it('is free while there is no budget by item', async () => {
    await desk.spend({ amount: 90_000_000 });
    expect((await desk.money()).notices.filter((one) => one.code === 'limit')).toEqual([]);
  });

  it('on an item stays within its budget and 20 % more, rounded down', async () => {
    await desk.budget({ item: 'materials', amount: 10_000_003 });
    expect(itemLimit(10_000_003, 20)).toBe(12_000_003);
    await desk.spend({ amount: 12_000_003 });
    const said = await refusal(desk.spend({ amount: 1 }));
    expect(said).toMatchObject({ code: 'invalid', field: 'amount' });
    expect(said.message).toContain('연구재료비 집행액의 합 12,000,004원이 예산 10,000,003원에 전용 한도 20%를 더한 12,000,003원을 1원 넘습니다.');
    expect(await refusal(desk.spend({ item: 'activity', amount: 1 }))).toMatchObject({ code: 'invalid', field: 'amount' });
  });

  it('over it only warns where the period rule says so, and says nothing where it is off', async () => {
    await desk.budget({ item: 'materials', amount: 10_000_000 });
    const rule = write(desk.app.store, tester, '규칙', (tx) => tx.create(periodRule, { name: '2026', valid_from: '2026-01-01', cap_level: 'warn', item_change_percent: 10 }));
    await desk.spend({ amount: 11_000_001 });
    const money = await desk.money();
    expect(money.notices).toContainEqual(expect.objectContaining({ level: 'warn', code: 'limit', field: 'item materials' }));
    expect(money.items.find((one) => one.item === 'materials')).toMatchObject({ budget: 10_000_000, spent: 11_000_001, left: -1_000_001, limit: 11_000_000, isOver: true });
    write(desk.app.store, tester, '규칙', (tx) => tx.change(periodRule, rule, { cap_level: 'off' }));
    expect((await desk.money()).notices.filter((one) => one.code === 'limit')).toEqual([]);
  });
});

describe('the budget by item', () => {
  it('is one row per item whoever sets it, taken out by null, and set for many in one undo step', async () => {
    await desk.budget({ item: 'materials', amount: 1 }, { item: 'activity', amount: 2 });
    await desk.budget({ item: 'materials', amount: 5 });
    expect(desk.lastLabel()).toBe('비목 예산: 도금 불량 개선 연구재료비 5원');
    expect((await desk.money()).budgetTotal).toBe(7);
    await desk.budget({ item: 'materials', amount: null });
    expect((await desk.money()).budgetTotal).toBe(2);
    await desk.budget({ item: 'materials', amount: 9 });
    expect((await desk.money()).budgetTotal).toBe(11);
    for (let step = 0; step < 4; step += 1) await desk.undo();
    expect(await desk.money()).toMatchObject({ budgetTotal: 0, budgetDifference: null });
  });
});

describe('what is returned after a stop', () => {
  it('is not more than what was paid', async () => {
    await desk.pay({ amount: 30_000_000 });
    expect(await refusal(desk.set({ returned: 30_000_001 }))).toMatchObject({ code: 'invalid', field: 'returned' });
    await desk.set({ returned: 30_000_000 });
    const [payment] = (await desk.money()).payments;
    expect(await refusal(desk.call('mutation', 'funds.payments.remove', { id: payment?.id }))).toMatchObject({ code: 'invalid' });
  });
});

it('a field that is no money is refused here', async () => {
  expect(await refusal(desk.set({ title: '다른 이름' }))).toMatchObject({ code: 'invalid', field: 'title' });
});

const records = ({ app }: FundsDesk, table: string) => {
  const type = app.store.records.get(table);
  if (!type) throw new Error(table);
  return type;
};
