/** Money of the sample's tasks: a split that keeps the rules of its year, budgets by cost item, payments, spending. */
import { smallestTotal } from '../funds/shares.ts';
import { createPayment, createSpending, setTaskBudget } from '../funds/write-funds.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { supportRuleOn } from '../program/rules.ts';
import type { SupportRule } from '../program/rule-types.ts';
import { costItemsOn, itemUseOf } from '../reference/cost-items.ts';
import { daysAfter } from '../today/days.ts';
import type { Dice } from './dice.ts';

export type Split = { fund_national: number; fund_local: number; fund_private_cash: number; fund_private_in_kind: number };

const step = 10_000;
const million = 1_000_000;
const roundedUp = (won: number): number => Math.ceil(won / step) * step;

const researchTypes = ['single-year-rnd', 'field-technology', 'multi-year-rnd'];

/** A support type that is open on a day: the one meant, for research another of research, else 시제품 제작. */
export const openType = (read: Reader, meant: string, day: string): string =>
  [meant, ...(itemUseOf(meant) === 'rnd' ? researchTypes : []), 'prototype'].find((code) => supportRuleOn(read, code, day) !== null) ?? meant;

/** Months of work a type allows are never all used: the sample's tasks take eleven. */
const shareOf = (rule: SupportRule | null, size: string | null): { share: string; cash: number } => {
  const group = size === 'mid-tier' ? 'mid' : size === 'large' ? 'large' : 'sme';
  return { share: rule?.[`share_${group}`] ?? '70', cash: Number(rule?.[`cash_${group}`] ?? 0) };
};

/** Splits the cost of a task so that cap, government share and own cash hold with room to spare. */
export const splitOf = (rule: SupportRule | null, size: string | null, wanted: number, hasLocal: boolean, dice: Dice): Split => {
  const cap = rule?.cap ?? null;
  const fund_national = cap === null ? wanted : Math.min(wanted, cap - (rule?.cap_rule === 'below' ? million : 0));
  const fund_local = hasLocal ? Math.floor(fund_national / 20 / step) * step : 0;
  const { share, cash } = shareOf(rule, size);
  const government = fund_national + fund_local;
  const total = roundedUp(Number(smallestTotal(government, String(Number(share) - 2), 'at-most') ?? 0n));
  const own = total - government;
  const fund_private_cash = Math.min(own, roundedUp((own * (cash + dice.between(6, 30))) / 100));
  return { fund_national, fund_local, fund_private_cash, fund_private_in_kind: own - fund_private_cash };
};

export const totalOf = (split: Split): number => split.fund_national + split.fund_local + split.fund_private_cash + split.fund_private_in_kind;

type Item = { item: string; amount: number };

const weights = [34, 26, 18, 12, 10];

/** Divides the whole cost over cost items of the era. */
export const budgetOf = (split: Split, supportType: string, day: string): Item[] => {
  const use = itemUseOf(supportType) ?? 'support';
  const all = costItemsOn(day).filter((item) => item.use === use);
  const items = (use === 'rnd' ? all.filter(({ code }) => ['personnel', 'personnel-internal', 'equipment-materials', 'materials', 'facility-equipment', 'activity', 'allowance', 'indirect'].includes(code)) : all).slice(0, weights.length);
  const total = totalOf(split);
  const first = items.slice(1).map((one, at): Item => ({ item: one.code, amount: Math.floor((total * (weights[at + 1] ?? 0)) / 100 / step) * step }));
  const [largest] = items;
  return largest ? [{ item: largest.code, amount: total - first.reduce((sum, one) => sum + one.amount, 0) }, ...first] : [];
};

export const putBudget = (tx: Tx, task: string, items: readonly Item[]): void => {
  for (const { item, amount } of items) setTaskBudget(tx, task, item, amount);
};

/** 교부: seven tenths when the work begins, the rest with the mid-check. @returns national money paid */
export const payFirst = (tx: Tx, task: string, split: Split, on: string): void => {
  createPayment(tx, { task, paid_on: on, amount: Math.floor((split.fund_national * 7) / 10 / step) * step, fund: 'national', memo: '1차 교부' });
  if (split.fund_local > 0) createPayment(tx, { task, paid_on: on, amount: split.fund_local, fund: 'local', memo: '지방비 교부' });
};
export const payRest = (tx: Tx, task: string, split: Split, on: string): void => {
  createPayment(tx, { task, paid_on: on, amount: split.fund_national - Math.floor((split.fund_national * 7) / 10 / step) * step, fund: 'national', memo: '잔액 교부' });
};

type Line = Item & { fund: 'private-in-kind' | 'private-cash' | 'local' | 'national' };

/** Which fund pays how much of which item: government money first, own money after it. */
const linesOf = (split: Split, items: readonly Item[]): Line[] => {
  const funds: [Line['fund'], number][] = [['national', split.fund_national], ['local', split.fund_local], ['private-cash', split.fund_private_cash], ['private-in-kind', split.fund_private_in_kind]];
  const lines: Line[] = [];
  for (const { item, amount } of items) {
    let left = amount;
    for (const fund of funds) {
      const part = Math.min(left, fund[1]);
      if (part <= 0) continue;
      lines.push({ item, fund: fund[0], amount: part });
      fund[1] -= part;
      left -= part;
    }
  }
  return lines;
};

/**
 * 집행: `percent` of every line, spread over the days. What is left of the national money at the end goes back.
 * @returns national money spent
 */
export const spend = (tx: Tx, task: string, split: Split, items: readonly Item[], { from, until, percent }: { from: string; until: string; percent: number }): number => {
  const lines = linesOf(split, items);
  const days = Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));
  let national = 0;
  lines.forEach(({ item, fund, amount }, at) => {
    const spent = fund === 'private-in-kind' || percent === 100 ? Math.floor((amount * percent) / 100) : Math.floor((amount * percent) / 100 / 1000) * 1000;
    if (spent <= 0) return;
    if (fund === 'national') national += spent;
    createSpending(tx, { task, item, fund, amount: spent, spent_on: daysAfter(from, Math.floor((days * (at + 1)) / (lines.length + 1))), evidence: fund === 'private-in-kind' ? '예시 현물 확인서' : `예시 세금계산서 ${at + 1}호` });
  });
  return national;
};
