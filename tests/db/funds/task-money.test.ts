import { afterEach, describe, expect, it } from 'vitest';
import { fundsDesk, type FundsDesk } from './desk.ts';

let desk: FundsDesk;
afterEach(() => desk.dispose());
const codes = async (): Promise<string[]> => (await desk.money()).notices.map((one) => one.code);

describe('the split', () => {
  it('of the worked check keeps the rule of 2026 to the won', async () => {
    desk = await fundsDesk();
    const { share, funds, total, notices } = await desk.money();
    expect(total).toBe(133_333_334);
    expect(share).toMatchObject({ percent: '75', isWithin: true, shown: '75.0', smallestTotal: 133_333_334, smallestOwn: 33_333_334, smallestCash: 3_333_334, isEnoughCash: true, fill: null });
    expect(funds.map((one) => one.percent)).toEqual(['75.0', '0.0', '2.5', '22.5']);
    expect(notices).toEqual([]);
  });

  it('one won short is told, with the amounts that one click fills', async () => {
    desk = await fundsDesk({ fund_private_in_kind: 29_999_999 });
    const { share, notices } = await desk.money();
    expect(share).toMatchObject({ isWithin: false, shown: '75.0', fill: { fund_private_cash: 3_333_334, fund_private_in_kind: 30_000_000 } });
    expect(notices.map(({ level, code }) => [level, code])).toEqual([['block', 'share']]);
    expect(notices[0]?.message).toBe('정부 지원금 100,000,000원이 총사업비 133,333,333원의 75%를 넘습니다(중소기업 기준, 지금 75.0%). 총사업비가 133,333,334원(민간 33,333,334원) 이상이어야 합니다.');
    await desk.set(share?.fill ?? {});
    expect(await codes()).toEqual([]);
  });

  it('with too little cash is told apart; the click moves money from in kind', async () => {
    desk = await fundsDesk({ fund_private_cash: 0, fund_private_in_kind: 40_000_000 });
    const { share } = await desk.money();
    expect(share).toMatchObject({ isWithin: true, isEnoughCash: false, smallestCash: 4_000_000, fill: { fund_private_cash: 4_000_000, fund_private_in_kind: 36_000_000 } });
    expect(await codes()).toEqual(['cash']);
  });

  it('of nothing but the grant is filled to the worked check', async () => {
    desk = await fundsDesk({ fund_private_cash: null, fund_private_in_kind: null });
    expect((await desk.money()).share?.fill).toEqual({ fund_private_cash: 3_333_334, fund_private_in_kind: 30_000_000 });
  });

  it('of a task of 2010 is not judged by the rules of 2026', async () => {
    desk = await fundsDesk({ found_on: '2010-05-01', decided_on: '2010-06-01', agreed_on: '2010-07-01', program_year: 6, support_type: 'production-technology', fund_private_cash: 0 });
    expect(await desk.money()).toMatchObject({ day: '2010-06-01', share: null });
    expect((await desk.money()).items.map((one) => one.label)).toEqual(['인건비', '연구장비·재료비', '연구활동비', '연구과제추진비', '연구수당', '위탁연구개발비', '간접비']);
  });
});

describe('cost items', () => {
  it('are of the era, and one of another list stays where it is used', async () => {
    desk = await fundsDesk();
    await desk.budget({ item: 'promotion', amount: 1_000 }, { item: '금형 가공비', amount: 5 });
    const { items, budgetDifference } = await desk.money();
    expect(items.slice(-2)).toMatchObject([{ item: 'promotion', label: '연구과제추진비', isOffered: false }, { label: '금형 가공비', isOffered: false }]);
    expect(items).toHaveLength(14);
    expect(budgetDifference).toBe(1_005 - 133_333_334);
    expect(await codes()).toEqual(['budget']);
  });
});

describe('days', () => {
  it('before the agreement or after the settlement are told', async () => {
    desk = await fundsDesk();
    const early = await desk.pay({ paid_on: '2026-05-31' });
    await desk.pay({ paid_on: '2026-06-01' });
    const late = await desk.spend({ spent_on: '2027-02-01' });
    await desk.spend({ spent_on: '2027-01-31' });
    await desk.set({ settled_on: '2027-01-31', settled_amount: 2_000_000, unused_returned: 98_000_000 });
    expect((await desk.money()).notices.map(({ code, field }) => [code, field])).toEqual([['payment-day', early], ['spending-day', late]]);
  });
});

describe('settlement', () => {
  it('is what was spent and what came back; a difference is told and can be filled', async () => {
    desk = await fundsDesk();
    await desk.pay({ amount: 80_000_000 });
    await desk.spend({ amount: 70_500_000 });
    expect((await desk.money()).settlement).toMatchObject({ paid: 80_000_000, spent: 70_500_000, difference: 80_000_000, fill: { settled_amount: 70_500_000, unused_returned: 9_500_000 } });
    expect(await codes()).toEqual([]);
    await desk.set({ settled_on: '2027-03-01', settled_amount: 70_000_000, unused_returned: 9_500_000 });
    const { settlement, notices } = await desk.money();
    expect(settlement).toMatchObject({ difference: 500_000, fill: { settled_amount: 70_000_000, unused_returned: 10_000_000 } });
    expect(notices.map((one) => one.code)).toEqual(['settlement']);
    expect(notices[0]?.message).toContain('500,000원 적습니다');
    await desk.set(settlement.fill ?? {});
    expect(await codes()).toEqual([]);
  });

  it('spending more than was paid is told', async () => {
    desk = await fundsDesk();
    await desk.spend({ amount: 1 });
    expect(await codes()).toEqual(['spent']);
  });
});

it('sums, rate and what is left go with the rows', async () => {
  desk = await fundsDesk();
  await desk.pay({ amount: 10_000_000 });
  await desk.spend({ amount: 4_000_000 });
  const taken = await desk.spend({ amount: 500_000, fund: 'private-cash', evidence: '세금계산서 3' });
  expect(await desk.money()).toMatchObject({ paid: 10_000_000, spent: 4_500_000, left: 128_833_334, rate: '3.4' });
  expect((await desk.money()).funds).toMatchObject([{ fund: 'national', paid: 10_000_000, spent: 4_000_000, left: 96_000_000 }, {}, { fund: 'private-cash', spent: 500_000 }, {}]);
  await desk.call('mutation', 'funds.spending.remove', { id: taken });
  expect(desk.lastLabel()).toBe('집행 삭제: 도금 불량 개선 2026-07-01 연구재료비 500,000원');
  expect((await desk.money()).spent).toBe(4_000_000);
});
