/** A desk with one task that has money, for the tests of funds. */
import type { TaskMoney } from '../../../db/funds/api.ts';
import type { TaskValues } from '../../../db/tasks/create.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task as taskType } from '../../../db/tasks/fields.ts';
import { refusalOnWire } from '../../support/refused.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

export type FundsDesk = TestApplication & {
  task: string;
  money(): Promise<TaskMoney>;
  pay(values: object): Promise<string>;
  spend(values: object): Promise<string>;
  set(patch: object): Promise<void>;
  budget(...budgets: { item: string; amount: number | null }[]): Promise<void>;
  /** Label of the newest action. */
  lastLabel(): string;
  undo(): Promise<void>;
};

/** The task of the worked check: 100,000,000 won to an SME, found and decided in 2026. */
export const fundsDesk = async (values: Partial<TaskValues> = {}): Promise<FundsDesk> => {
  const desk = await testApplication();
  const task = write(desk.app.store, tester, '과제', (tx) => tx.create(taskType, {
    status: 'agreed',
    title: '도금 불량 개선', lead_org: tx.create(organisation, { name: '한빛정밀', kind: 'firm' }), found_on: '2026-04-10', decided_on: '2026-05-01', agreed_on: '2026-06-01',
    office: '창원', support_type: 'single-year-rnd', size_class_at_decision: 'small', fund_national: 100_000_000, fund_private_cash: 3_333_334, fund_private_in_kind: 30_000_000, ...values,
  }));
  return {
    ...desk, task,
    money: () => desk.call('query', 'funds.ofTask', { id: task }),
    pay: async (more) => (await desk.call<{ id: string }>('mutation', 'funds.payments.create', { task, values: { paid_on: '2026-06-10', fund: 'national', amount: 50_000_000, ...more } })).id,
    spend: async (more) => (await desk.call<{ id: string }>('mutation', 'funds.spending.create', { task, values: { spent_on: '2026-07-01', fund: 'national', item: 'materials', amount: 1_000_000, ...more } })).id,
    set: (patch) => desk.call('mutation', 'funds.change', { id: task, patch }),
    budget: (...budgets) => desk.call('mutation', 'funds.setBudgets', { task, budgets }),
    lastLabel: () => desk.app.read.value<string>('SELECT label FROM action ORDER BY id DESC LIMIT 1') ?? '',
    undo: () => desk.call('mutation', 'device.undo', {}),
  };
};

/** The refusal a call was answered with: its code, and the field and sentence of its first detail. */
export const refusal = async (call: Promise<unknown>): Promise<{ code: string; field: string; message: string }> => {
  const said = await refusalOnWire(call);
  if (!said) throw new Error('nothing was refused');
  return { code: said.code, field: said.details[0]?.field ?? '', message: said.message };
};
