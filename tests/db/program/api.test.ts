import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding, PeriodRule, SupportRule, SupportTypeChoice } from '../../../db/program/api.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { organisation, sizeClass } from '../../../db/organisations/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let office: TestApplication;
beforeEach(async () => { office = await testApplication(); });
afterEach(() => office.dispose());

const set = <T>(fn: (tx: Tx) => T): T => write(office.app.store, tester, '시험', fn);
const rulesOn = (day: string) => office.call<{ support: SupportRule[]; period: PeriodRule }>('query', 'program.rules', { day });
const addRule = (values: object) => office.call<{ id: string }>('mutation', 'program.support.create', { values });
const prototype = { code: 'prototype', name: '시제품 제작', valid_from: '2018-06-01', valid_until: '2018-12-31', cap: 30_000_000 };
const refusal = (code: string, field: string) => ({ data: { refusal: { code, details: [expect.objectContaining({ field })] } } });
const lastLabel = (): string => office.app.read.value<string>('SELECT label FROM action ORDER BY id DESC LIMIT 1') ?? '';

test('lists the rules of a day with their origin and source', async () => {
  await addRule(prototype);
  const { support, period } = await rulesOn('2018-07-01');
  expect(support.find((rule) => rule.code === 'prototype')).toMatchObject({ origin: 'office', cap: 30_000_000 });
  expect(support.find((rule) => rule.code === 'domestic-patent')).toMatchObject({ origin: 'shipped', source: 'cluster.or.kr/ucas/en/new/program/support.html' });
  expect(period).toMatchObject({ program_year: 14, origin: 'shipped' });
});

test('each change of a rule is one step that can be taken back', async () => {
  const { id } = await addRule(prototype);
  expect(lastLabel()).toBe('지원유형 규칙 등록: 시제품 제작 (2018-06-01부터)');
  const moved = await office.call<{ id: string }>('mutation', 'program.support.change', { id, patch: { valid_from: '2018-05-01' }, was: { valid_from: '2018-06-01' } });
  expect(moved.id).not.toBe(id);
  const on = async (day: string) => (await rulesOn(day)).support.find((rule) => rule.code === 'prototype')?.cap;
  expect([await on('2018-05-01'), await on('2018-04-30')]).toEqual([30_000_000, 20_000_000]);
  await office.call('mutation', 'device.undo', {});
  expect([await on('2018-05-01'), await on('2018-06-01')]).toEqual([20_000_000, 30_000_000]);
  await office.call('mutation', 'program.support.remove', { id });
  expect(await on('2018-06-01')).toBe(20_000_000);
  expect(lastLabel()).toBe('지원유형 규칙 삭제: 시제품 제작 (2018-06-01부터)');
});

test('a rule made anew in the place of a removed one keeps nothing of it', async () => {
  const { id } = await addRule({ ...prototype, share_sme: '50' });
  await office.call('mutation', 'program.support.remove', { id });
  expect((await addRule({ ...prototype, cap: null })).id).toBe(id);
  expect((await rulesOn('2018-07-01')).support.find((rule) => rule.code === 'prototype')).toMatchObject({ cap: null, share_sme: null });
});

test('rules that contradict are refused and change nothing', async () => {
  await addRule(prototype);
  await expect(addRule({ ...prototype, valid_from: '2018-12-31', valid_until: null })).rejects.toMatchObject(refusal('invalid', 'valid_from'));
  await expect(addRule(prototype)).rejects.toMatchObject(refusal('invalid', 'valid_from'));
  const after = await addRule({ ...prototype, valid_from: '2019-01-01', valid_until: null });
  await expect(office.call('mutation', 'program.support.change', { id: after.id, patch: { valid_from: '2018-12-01' } })).rejects.toMatchObject(refusal('invalid', 'valid_from'));
  for (const field of ['share_sme', 'share_large', 'cash_mid']) {
    await expect(addRule({ ...prototype, code: 'promotion', name: '홍보', [field]: '100.5' })).rejects.toMatchObject(refusal('invalid', field));
  }
  await expect(addRule({ name: '국내 특허', valid_from: '2018-06-01' })).rejects.toMatchObject(refusal('invalid', 'name'));
  await expect(addRule({ ...prototype, code: 'promotion', name: '홍보', valid_until: '2018-05-01' })).rejects.toMatchObject(refusal('invalid', 'valid_until'));
  expect(office.app.read.value('SELECT count(*) FROM support_rule WHERE _del = 0')).toBe(2);
});

test('period rules: days not twice, a pattern that can be counted, a minimum that leaves the small route', async () => {
  const add = (values: object) => office.call<{ id: string }>('mutation', 'program.period.create', { values });
  const { id } = await add({ name: '올해', valid_from: '2026-04-01', member_level: 'block' });
  expect((await rulesOn('2026-05-01')).period).toMatchObject({ member_level: 'block', origin: 'office', own: ['member_level'] });
  await expect(add({ name: '또', valid_from: '2027-04-01' })).rejects.toMatchObject(refusal('invalid', 'valid_from'));
  await office.call('mutation', 'program.period.change', { id, patch: { valid_until: '2027-03-31' } });
  await add({ name: '또', valid_from: '2027-04-01' });
  await expect(add({ name: '형식', valid_from: '2020-04-01', valid_until: '2020-05-01', task_number_pattern: '{차년도2}-{거점}' })).rejects.toMatchObject(refusal('invalid', 'task_number_pattern'));
  await expect(add({ name: '금액', valid_from: '2020-04-01', valid_until: '2020-05-01', small_task_below: 10_000_000, min_task: 10_000_000 })).rejects.toMatchObject(refusal('invalid', 'min_task'));
});

test('offers the support types of a day by the same rules, the office’s own too', async () => {
  await addRule({ name: '지역 특화', valid_from: '2026-04-01' });
  const on = async (day: string | null) => (await office.call<SupportTypeChoice[]>('query', 'program.supportTypes', { day })).map((one) => one.ko);
  expect(await on('2026-06-01')).toEqual(expect.arrayContaining(['지역 특화', '단년도 R&D 혁신기업성장형']));
  expect(await on('2010-06-01')).not.toContain('지역 특화');
  expect(await on(null)).toEqual(expect.arrayContaining(['지역 특화', '생산기술사업화', '경영자문·컨설팅']));
});

test('judges a stored task: rules of its year, firm, participants, size and membership on the day of decision', async () => {
  const made = set((tx) => {
    const lead = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    const other = tx.create(organisation, { name: '두리테크', kind: 'firm' });
    const cluster = tx.create(miniCluster, { name: '정밀', hub: 'changwon', kind: 'general', founded_on: '2017-01-01' });
    tx.create(membership, { cluster, organisation: lead, kind: 'firm', joined_on: '2018-05-01', left_on: '2018-08-31' });
    tx.create(sizeClass, { organisation: lead, size: 'mid-tier', valid_from: '2018-01-01' });
    const id = tx.create(task, { title: '도금 개선', status: 'planning', lead_org: lead, found_on: '2018-05-10', decided_on: '2018-08-31', program_year: 14, support_type: 'field-technology', fund_national: 60_000_000, fund_private_cash: 40_000_000 });
    return { lead, id, other: tx.create(participant, { task: id, organisation: other, role: 'partner' }) };
  });
  const judged = async () => (await office.call<Finding[]>('query', 'program.judge', { task: made.id })).map((one) => `${one.rule} ${one.field}`);
  // Mid-tier: below 60 %, so exactly 60 % is too much.
  expect(await judged()).toEqual(['R3 fund_national']);
  set((tx) => tx.change(task, made.id, { fund_private_cash: 40_000_001 }));
  expect(await judged()).toEqual([]);
  set((tx) => tx.remove(participant, made.other));
  expect(await judged()).toEqual(['R4 participants']);
  set((tx) => { tx.restore(participant, made.other); tx.change(task, made.id, { decided_on: '2018-09-01' }); });
  expect(await judged()).toEqual(['R5 lead_org']);
  set((tx) => tx.change(task, made.id, { program_year: 6 }));
  expect(await judged()).toContain('R2 support_type');
});
