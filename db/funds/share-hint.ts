/** What the rule of a task's support type asks of its money, and the smallest amounts that would keep it. Pure. */
import type { LimitRule, SupportRule } from '../program/rule-types.ts';
import { isEnoughCash, isWithinShare, ownShare, percentOf, smallestCash, smallestTotal } from './shares.ts';

export type FundSplit = Readonly<{ fund_national: number | null; fund_local: number | null; fund_private_cash: number | null; fund_private_in_kind: number | null }>;

export type SizeGroup = 'sme' | 'mid' | 'large';

export type ShareCheck = {
  /** Size the percents are taken for; `isSizeKnown` is false when the task says none and 중소 is assumed. */
  size: SizeGroup;
  isSizeKnown: boolean;
  /** Government money and its share of the total, one decimal, for showing. */
  government: number;
  total: number;
  shown: string | null;
  percent: string | null;
  rule: LimitRule;
  isWithin: boolean;
  smallestTotal: number | null;
  own: number;
  smallestOwn: number | null;
  cashPercent: string | null;
  cash: number;
  smallestCash: number | null;
  isEnoughCash: boolean;
  /** Private money that keeps both rules, to be filled by one click; null when nothing is to be changed. */
  fill: { fund_private_cash: number; fund_private_in_kind: number } | null;
};

/** The rule's columns for a legal size; 소상공인·소기업·중기업 are 중소. */
export const sizeGroupOf = (sizeClass: string | null): SizeGroup => (sizeClass === 'large' ? 'large' : sizeClass === 'mid-tier' ? 'mid' : 'sme');

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);
/** Null when a page could not show it exactly. */
const shown = (won: bigint | null): number | null => (won === null || won > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(won));

/** Null when the rule has neither a share nor a cash part for this size, or there is no government money. */
export const checkShares = (split: FundSplit, rule: SupportRule | null, sizeClass: string | null): ShareCheck | null => {
  if (!rule) return null;
  const size = sizeGroupOf(sizeClass);
  const [percent, cashPercent] = [rule[`share_${size}`], rule[`cash_${size}`]];
  const government = BigInt(split.fund_national ?? 0) + BigInt(split.fund_local ?? 0);
  if ((percent === null && cashPercent === null) || government === 0n) return null;
  const [cash, inKind] = [BigInt(split.fund_private_cash ?? 0), BigInt(split.fund_private_in_kind ?? 0)];
  const own = cash + inKind;
  const total = government + own;
  const leastTotal = percent === null ? null : smallestTotal(government, percent, rule.share_rule);
  const neededOwn = leastTotal === null ? own : larger(own, ownShare(leastTotal, government));
  const leastCash = cashPercent === null ? null : smallestCash(neededOwn, cashPercent);
  const filledCash = leastCash === null ? neededOwn - inKind : larger(smaller(cash, neededOwn), leastCash);
  const [fillCash, fillInKind] = [shown(filledCash), shown(neededOwn - filledCash)];
  const isWithin = percent === null || isWithinShare(government, total, percent, rule.share_rule);
  const isEnough = cashPercent === null || isEnoughCash(cash, own, cashPercent);
  return {
    size, isSizeKnown: sizeClass !== null, government: Number(government), total: Number(total), shown: percentOf(government, total), percent, rule: rule.share_rule, isWithin,
    smallestTotal: shown(leastTotal), own: Number(own), smallestOwn: leastTotal === null ? null : shown(ownShare(leastTotal, government)),
    cashPercent, cash: Number(cash), smallestCash: shown(leastCash), isEnoughCash: isEnough,
    fill: (isWithin && isEnough) || fillCash === null || fillInKind === null || (percent !== null && leastTotal === null) ? null : { fund_private_cash: fillCash, fund_private_in_kind: fillInKind },
  };
};
