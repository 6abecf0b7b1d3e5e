import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { periodRule, supportRule } from '../../../db/program/fields.ts';
import { addSupportRule } from '../../../db/program/rule-writes.ts';
import { officesOf, periodRuleOn, ruleDayOf, supportRuleOn, supportRulesOn } from '../../../db/program/rules.ts';
import { account } from '../../../db/accounts/fields.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());
const set = (fn: (tx: Tx) => void): void => write(store, tester, '규칙', fn);

describe('the day whose rules hold', () => {
  it.each([
    [{ decided_on: '2010-06-01', found_on: '2010-04-01', program_year: 6 }, '2010-06-01'],
    [{ decided_on: '2012-06-01', found_on: '2010-05-01', program_year: 6 }, '2010-05-01'],
    [{ decided_on: '2012-06-01', found_on: '2009-05-01', program_year: 6 }, '2010-04-01'],
    [{ decided_on: null, found_on: '2010-03-31', program_year: 6 }, '2010-04-01'],
    [{ decided_on: '2012-06-01', found_on: '2010-05-01', program_year: null }, '2012-06-01'],
    [{ decided_on: null, found_on: '2010-05-01', program_year: null }, '2010-05-01'],
    [{ decided_on: null, found_on: null, program_year: null }, null],
    [{ decided_on: null, found_on: null, program_year: 60 }, '2064-04-01'],
  ])('%o → %s', (task, day) => expect(ruleDayOf(task)).toBe(day));
});

describe('shipped rules', () => {
  it('change with the program year, 1 April', () => {
    expect([supportRuleOn(store.read, 'prototype', '2010-03-31')?.name, supportRuleOn(store.read, 'prototype', '2010-04-01')]).toEqual(['시제품제작지원', null]);
    expect(supportRuleOn(store.read, 'prototype', '2018-04-01')).toMatchObject({ cap: 20_000_000, cap_rule: 'at-most', share_sme: '60', origin: 'shipped', id: null, joint_min: 1 });
  });

  it('fill every field of a period', () => {
    expect(periodRuleOn(store.read, '2010-06-01')).toMatchObject({
      program_year: 6, small_task_below: 10_000_000, min_task: null, member_level: 'warn', cap_level: 'block', follow_up_years: 3, item_change_percent: 20, origin: 'shipped', states_off: [], own: [],
    });
    expect(periodRuleOn(store.read, '2012-06-01')).toMatchObject({ program_year: 8, small_task_below: null, min_task: 10_000_000, joint_min: 2 });
    expect(periodRuleOn(store.read, '1999-01-01')).toMatchObject({ program_year: null, small_task_below: null, min_task: null });
    expect(periodRuleOn(store.read, '2040-01-01')).toMatchObject({ program_year: null, small_task_below: null, valid_until: null });
  });
});

describe('what the office has set', () => {
  it('wins for its days and no longer, and replaces the shipped rule whole', () => {
    set((tx) => tx.create(supportRule, { code: 'prototype', name: '시제품 제작', valid_from: '2018-06-01', valid_until: '2018-12-31', cap: 30_000_000 }));
    const on = (day: string) => supportRuleOn(store.read, 'prototype', day);
    expect(['2018-05-31', '2018-06-01', '2018-12-31', '2019-01-01'].map((day) => on(day)?.cap)).toEqual([20_000_000, 30_000_000, 30_000_000, 20_000_000]);
    expect(on('2018-07-01')).toMatchObject({ share_sme: null, origin: 'office', cap_rule: 'at-most', cap_per: 'task' });
  });

  it('adds a type of its own and hides a shipped one', () => {
    set((tx) => {
      addSupportRule(tx, { name: '지역 특화 지원', valid_from: '2026-04-01' });
      addSupportRule(tx, { code: 'single-year-rnd', name: '단년도 R&D', valid_from: '2026-04-01', is_off: 1 });
    });
    const names = supportRulesOn(store.read, '2026-06-01').map((rule) => rule.code);
    expect(names).toContain('지역 특화 지원');
    expect(names).not.toContain('single-year-rnd');
    expect(supportRuleOn(store.read, 'single-year-rnd', '2026-06-01')).toBeNull();
    expect(supportRulesOn(store.read, '2025-06-01').map((rule) => rule.code)).not.toContain('지역 특화 지원');
  });

  it('takes the one that began last where two overlap, as can arrive from two devices', () => {
    set((tx) => {
      tx.create(periodRule, { name: '처음', valid_from: '2020-04-01', small_task_below: 5_000_000, follow_up_years: 5 });
      tx.create(periodRule, { name: '나중', valid_from: '2024-04-01', small_task_below: 8_000_000, states_off: 'mid-check', routes_off: 'regional-competition,committee', required_off: 'under-review.plan_doc' });
    });
    expect(periodRuleOn(store.read, '2023-06-01')).toMatchObject({ name: '처음', small_task_below: 5_000_000, follow_up_years: 5, own: ['small_task_below', 'follow_up_years'] });
    expect(periodRuleOn(store.read, '2024-06-01')).toMatchObject({
      name: '나중', small_task_below: 8_000_000, follow_up_years: 3, states_off: ['mid-check'], routes_off: ['regional-competition', 'committee'], required_off: ['under-review.plan_doc'],
    });
  });

  it('means by 0 that there is no such limit, and by nothing what is shipped', () => {
    set((tx) => tx.create(periodRule, { name: '2012', valid_from: '2012-04-01', valid_until: '2013-03-31', min_task: 0 }));
    expect(periodRuleOn(store.read, '2012-06-01')).toMatchObject({ min_task: null, joint_min: 2 });
    expect(periodRuleOn(store.read, '2013-06-01')).toMatchObject({ min_task: 10_000_000 });
  });

  it('names each office once', () => {
    set((tx) => { for (const [index, office] of ['창원지사', '구미지사', '창원지사'].entries()) tx.create(account, { name: `가${index}`, number: index + 1, role: 'officer', office }); });
    expect(officesOf(store.read)).toEqual(['구미지사', '창원지사']);
  });
});
