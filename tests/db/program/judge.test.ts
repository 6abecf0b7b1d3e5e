import { describe, expect, it } from 'vitest';
import { judgeTask, type TaskFacts } from '../../../db/program/judge.ts';
import type { PeriodRule, SupportRule } from '../../../db/program/rule-types.ts';
import { factsFor, noFunds } from './facts-for.ts';

const brief = (facts: TaskFacts): string[] => judgeTask(facts).map((one) => `${one.rule} ${one.level} ${one.field}`);
const sentence = (facts: TaskFacts): string => judgeTask(facts).map((one) => one.message).join('\n');
const ruled = (facts: TaskFacts, support: Partial<SupportRule>, period: Partial<PeriodRule> = {}): TaskFacts =>
  ({ ...facts, support: facts.support && { ...facts.support, ...support }, period: { ...facts.period, ...period } });
const alone = [{ body: 'a', kind: 'firm' }] as const;
const national = (amount: number) => ({ ...noFunds, national: amount });

describe('R1 the small route and the smallest task', () => {
  const small = { plannedCost: 9_999_999, parties: alone } as const;

  it('judges the same small single-firm task by 2010 and refuses it by 2012', () => {
    expect(brief(factsFor('2010-06-01', 'product-making', { ...small, route: 'lead-coordinator' }))).toEqual([]);
    expect(brief(factsFor('2012-06-01', 'product-making', { ...small, route: 'lead-coordinator' })))
      .toEqual(['R1 block planned_cost', 'R1 block route', 'R4 block participants']);
  });

  it('holds to the won: below 1,000만원 the lead coordinator, from there a committee', () => {
    const at = (plannedCost: number, route: string) => brief(factsFor('2010-06-01', null, { plannedCost, route }));
    expect([at(9_999_999, 'lead-coordinator'), at(10_000_000, 'committee')]).toEqual([[], []]);
    expect([at(9_999_999, 'committee'), at(10_000_000, 'lead-coordinator')]).toEqual([['R1 block route'], ['R1 block route']]);
    expect(sentence(factsFor('2010-06-01', null, { plannedCost: 9_999_999, route: 'committee' })))
      .toBe('심의 경로: 사업비 999만 9,999원은 소액과제 기준 1,000만원 미만이어서 위원회를 거치지 않습니다. 수석코디네이터(소액)를 골라 주세요.');
  });

  it('takes the smallest task of 2012 to the won', () => {
    const at = (plannedCost: number) => brief(factsFor('2012-06-01', 'product-making', { plannedCost }));
    expect([at(9_999_999), at(10_000_000)]).toEqual([['R1 block planned_cost'], []]);
  });

  it('goes by the whole cost once money is entered, and does not judge what is not there', () => {
    const funds = { national: 7_000_000, local: null, cash: 1_000_000, inKind: 2_000_000 };
    expect(brief(factsFor('2010-06-01', null, { plannedCost: 5_000_000, funds, route: 'lead-coordinator' }))).toEqual(['R1 block route']);
    expect(brief(factsFor('2010-06-01', null, { route: null }))).toEqual([]);
    expect(brief(factsFor('2012-06-01', null, { route: 'lead-coordinator' }))).toEqual(['R1 block route']);
  });

  it('knows a route the office has switched off, and the level it has set', () => {
    const facts = factsFor('2010-06-01', null, { route: 'regional-competition', plannedCost: 50_000_000 });
    expect(brief(ruled(facts, {}, { routes_off: ['regional-competition'] }))).toEqual(['R1 block route']);
    expect(brief(ruled(facts, {}, { routes_off: ['regional-competition'], route_level: 'warn' }))).toEqual(['R1 warn route']);
    expect(brief(ruled(facts, {}, { routes_off: ['regional-competition'], route_level: 'off' }))).toEqual([]);
  });

  it('asks nothing of advice that costs the program nothing', () => {
    expect(brief(factsFor('2012-06-01', 'consulting', { plannedCost: 0, parties: alone }))).toEqual([]);
  });
});

describe('R2 support type, cap and months', () => {
  it('takes the cap itself where it is 이하 and refuses it where it is 미만', () => {
    const atMost = (amount: number) => brief(factsFor('2010-06-01', 'production-technology', { funds: national(amount) }));
    const below = (amount: number) => brief(ruled(factsFor('2018-06-01', 'field-technology', { funds: { ...national(amount), cash: amount } }), { share_sme: null }));
    expect([atMost(100_000_000), atMost(100_000_001)]).toEqual([[], ['R2 block fund_national']]);
    expect([below(199_999_999), below(200_000_000)]).toEqual([[], ['R2 block fund_national']]);
  });

  it('says value, limit and remedy', () => {
    expect(sentence(factsFor('2010-06-01', 'production-technology', { funds: national(120_000_000) })))
      .toBe('국비: 1억 2,000만원은 ‘생산기술사업화’의 한도(과제당 1억원 이하)를 넘습니다. 1억원까지 줄여 주세요.');
  });

  it('gives a yearly cap once for every 12 months begun', () => {
    const at = (amount: number, endOn: string) => brief(factsFor('2018-06-01', 'certification', { funds: { ...national(amount), cash: amount }, startOn: '2018-07-01', endOn }));
    expect([at(7_000_000, '2019-06-30'), at(7_000_001, '2019-06-30')]).toEqual([[], ['R2 block fund_national']]);
    expect([at(14_000_000, '2019-07-01'), at(14_000_001, '2019-07-01')]).toEqual([[], ['R2 block fund_national']]);
  });

  it('judges what was granted, too', () => {
    expect(brief(factsFor('2010-06-01', 'production-technology', { granted: 100_000_001 }))).toEqual(['R2 block granted']);
  });

  it('counts months with first and last day', () => {
    const at = (startOn: string, endOn: string) => brief(factsFor('2010-06-01', 'production-technology', { startOn, endOn }));
    expect([at('2010-05-01', '2011-04-30'), at('2010-05-01', '2011-05-01')]).toEqual([[], ['R2 block end_on']]);
    expect([at('2011-02-28', '2012-02-27'), at('2011-02-28', '2012-02-29')]).toEqual([[], ['R2 block end_on']]);
  });

  it('refuses a type that is not open in the year, and lets 미정 be', () => {
    expect(brief(factsFor('2010-06-01', 'single-year-rnd'))).toEqual(['R2 block support_type']);
    expect(sentence(factsFor('2010-06-01', 'single-year-rnd', { supportName: '단년도 R&D' }))).toContain('‘단년도 R&D’는 2010-06-01에 열려 있지 않습니다.');
    expect(brief(factsFor('2010-06-01', null))).toEqual([]);
  });

  it('refuses money for a type without money', () => {
    expect(brief(factsFor('2010-06-01', 'consulting', { funds: national(1) }))).toEqual(['R2 block fund_national']);
  });
});

describe('R3 the government share and the firm’s cash (worked checks of domain.md §5 and §23)', () => {
  const law = (total: number, cash: number, sizeClass: TaskFacts['sizeClass'] = 'small') =>
    factsFor('2026-06-01', 'single-year-rnd', { funds: { national: 100_000_000, local: 0, cash, inKind: total - 100_000_000 - cash }, sizeClass });

  it('100,000,000 at 75 %: total at least 133,333,334, cash at least 3,333,334', () => {
    expect(brief(law(133_333_334, 3_333_334))).toEqual([]);
    expect(brief(law(133_333_333, 3_333_334))).toEqual(['R3 block fund_national']);
    expect(brief(law(133_333_334, 3_333_333))).toEqual(['R3 block fund_private_cash']);
    expect(sentence(law(133_333_333, 3_333_334))).toContain('민간 부담금을 3,333만 3,334원 이상으로 늘려 총사업비가 1억 3,333만 3,334원 이상');
    expect(sentence(law(133_333_334, 3_333_333))).toContain('현금을 333만 3,334원 이상');
  });

  it('goes by the legal size: 75, 70, 50 % and 10, 13, 15 % in cash', () => {
    expect(brief(law(133_333_334, 4_333_334, 'mid-tier'))).toEqual(['R3 block fund_national']);
    expect(brief(law(142_857_143, 5_571_429, 'mid-tier'))).toEqual([]);
    expect(brief(law(142_857_143, 5_571_428, 'mid-tier'))).toEqual(['R3 block fund_private_cash']);
    expect([brief(law(200_000_000, 15_000_000, 'large')), brief(law(199_999_999, 15_000_000, 'large'))]).toEqual([[], ['R3 block fund_national']]);
    expect(['micro', 'medium'].map((size) => brief(law(133_333_334, 3_333_334, size)))).toEqual([[], []]);
  });

  it('takes an unknown size for a small firm and says so', () => {
    expect(brief(law(133_333_334, 3_333_334, null))).toEqual(['R3 warn size_class_at_decision']);
  });

  it('refuses exactly 75 % where it must stay below (2018)', () => {
    const at = (cash: number) => brief(factsFor('2018-06-01', 'field-technology', { funds: { national: 75_000_000, local: 0, cash, inKind: 0 } }));
    expect([at(25_000_000), at(25_000_001)]).toEqual([['R3 block fund_national'], []]);
  });

  it('counts local money as the government’s', () => {
    const at = (local: number) => brief(factsFor('2026-06-01', 'single-year-rnd', { funds: { national: 70_000_000, local, cash: 25_000_000, inKind: 0 } }));
    expect([at(5_000_000), at(5_000_001)]).toEqual([[], ['R3 block fund_national']]);
  });

  it('leaves alone a share that nobody printed', () => {
    expect(brief(factsFor('2010-06-01', 'product-making', { funds: national(50_000_000) }))).toEqual([]);
  });
});

describe('R4 together, R5 membership', () => {
  const joint = (parties: TaskFacts['parties'], day = '2018-06-01', type = 'field-technology') => brief(factsFor(day, type, { parties }));

  it('counts firms where firms are asked for: a university is none, and one firm that leaves breaks it', () => {
    expect(joint([{ body: 'a', kind: 'firm' }, { body: 'b', kind: 'firm' }])).toEqual([]);
    expect(joint([{ body: 'a', kind: 'firm' }, { body: 'u', kind: 'university' }])).toEqual(['R4 block participants']);
    expect(joint(alone)).toEqual(['R4 block participants']);
    expect(joint([{ body: 'a', kind: 'firm' }, { body: 'b', kind: 'firm' }], '2018-06-01', 'lead-industry')).toEqual(['R4 block participants']);
  });

  it('counts a university where bodies are asked for, and one body of two records once', () => {
    expect(joint([{ body: 'a', kind: 'firm' }, { body: 'u', kind: 'university' }], '2010-06-01', 'production-technology')).toEqual([]);
    expect(joint([{ body: 'a', kind: 'firm' }, { body: 'a', kind: 'firm' }], '2010-06-01', 'production-technology')).toEqual(['R4 block participants']);
  });

  it('asks for two bodies from 2012 where the type says nothing, not in 2011 and not where one is enough', () => {
    expect([joint(alone, '2012-03-31', 'total-marketing'), joint(alone, '2012-04-01', 'total-marketing'), joint(alone, '2018-06-01', 'prototype')])
      .toEqual([[], ['R4 block participants'], []]);
  });

  it('says who is no member and on which day', () => {
    const facts = factsFor('2010-06-01', null, { isLeadMember: false, memberDay: '2010-08-01' });
    expect(judgeTask(facts)).toEqual([{ rule: 'R5', level: 'warn', field: 'lead_org', message: '주관기업: 한빛정밀은 2010-08-01에 미니클러스터 회원이 아닙니다. 회원으로 가입시키거나 가입일을 확인해 주세요.' }]);
    expect(brief(ruled(facts, {}, { member_level: 'block' }))).toEqual(['R5 block lead_org']);
  });
});
