/** What a supported task costs, is paid, spends and brings. */
import { payment, spending } from '../../../db/funds/fields.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { output, performance } from '../../../db/outcomes/fields.ts';
import { itemUseOf } from '../../../db/reference/cost-items.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

export type Money = { total: number; split: { fund_national: number; fund_local: number; fund_private_cash: number; fund_private_in_kind: number } };

/** Log-normal around 40 million won, in steps of 100,000. */
export const splitOf = (chance: Chance): Money => {
  const total = Math.min(9_000, chance.logNormal(400, 0.9)) * 100_000;
  const part = (percent: number): number => Math.floor((total * percent) / 10_000_000) * 100_000;
  const [local, cash, kind] = [part(8), part(6), part(14)];
  return { total, split: { fund_national: total - local - cash - kind, fund_local: local, fund_private_cash: cash, fund_private_in_kind: kind } };
};

export const putPayment = (world: World, task: string, money: Money): void => {
  if (world.chance.percent(10)) return;
  world.bulk.create(payment, world.id(), { task, paid_on: world.date, amount: money.split.fund_national, fund: 'national' });
};

export const putSpending = (world: World, task: string, money: Money): void => {
  const { bulk, chance } = world;
  const items = itemUseOf(null) === null ? ['materials', 'expert', 'production', 'activity'] : ['other'];
  for (let at = chance.between(1, 2); at > 0; at -= 1) {
    bulk.create(spending, world.id(), { task, spent_on: world.dateOf(Math.max(0, world.today - chance.between(5, 90))), item: chance.pick(items), amount: Math.floor(money.split.fund_national / 2), fund: 'national', evidence: `세금계산서 ${chance.between(1000, 99_999)}` });
  }
};

const kinds = [['prototype', '시제품'], ['patent-applied', '특허 출원'], ['certificate', '시험 성적서'], ['patent-registered', '특허 등록'], ['contract', '납품 계약']] as const;

/** Outputs at the end, results in the years after. */
export const putOutcomes = (world: World, task: string, title: string): void => {
  const { bulk, chance } = world;
  if (chance.percent(60)) {
    const [kind, word] = chance.pick(kinds);
    bulk.create(output, world.id(), { task, kind, title: `${title} ${word}`, on_date: world.date, ...(kind === 'contract' ? { amount: chance.between(30, 300) * 1_000_000 } : {}) });
  }
  const year = Number(world.date.slice(0, 4));
  for (let after = 1; after <= 2; after += 1) {
    if (!chance.percent(40)) continue;
    world.on(world.today + after * 365 + 30, '교부와 집행', () => {
      bulk.create(performance, relationId('performance', task, String(year + after)), {
        task, year: year + after, ...(chance.percent(18) ? { is_commercialised: 0, sales: 0, new_jobs: 0 } : { is_commercialised: 1, sales: chance.between(20, 160) * after * 1_000_000, new_jobs: chance.between(0, 3), exports_usd: chance.percent(30) ? chance.between(5, 90) * 1000 : 0 }),
      });
    });
  }
};
