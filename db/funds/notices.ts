/** What is not right with the money of a task, in sentences that say what to do. */
import { formatNumber } from '../korean/parse-number.ts';
import type { Reader } from '../kernel/reader.ts';
import type { RuleLevel } from '../program/rule-types.ts';
import { fundKinds } from '../reference/choices/money.ts';
import { brokenLimits } from './limits.ts';
import type { TaskMoney } from './task-money.ts';

export type FundNotice = {
  level: 'block' | 'warn';
  code: 'share' | 'cash' | 'limit' | 'paid' | 'budget' | 'payment-day' | 'spending-day' | 'spent' | 'settlement';
  /** The field of the task, or the record, it is about. */
  field: string;
  message: string;
};

type Money = Omit<TaskMoney, 'notices'>;

const won = (amount: number): string => `${formatNumber(amount)}원`;
const sizes = { sme: '중소기업', mid: '중견기업', large: '대기업' } as const;

const ofShares = ({ share }: Money, level: RuleLevel): FundNotice[] => {
  if (!share || level === 'off') return [];
  const whom = `${sizes[share.size]} 기준${share.isSizeKnown ? '' : ', 선정 당시 규모 미입력'}`;
  return [
    ...(share.isWithin ? [] : [{ level, code: 'share' as const, field: 'fund_private_cash',
      message: `정부 지원금 ${won(share.government)}이 총사업비 ${won(share.total)}의 ${share.percent ?? ''}%${share.rule === 'below' ? ' 미만이 아닙니다' : '를 넘습니다'}(${whom}, 지금 ${share.shown ?? '-'}%).${share.smallestTotal === null ? '' : ` 총사업비가 ${won(share.smallestTotal)}(민간 ${won(share.smallestOwn ?? 0)}) 이상이어야 합니다.`}` }]),
    ...(share.isEnoughCash ? [] : [{ level, code: 'cash' as const, field: 'fund_private_cash',
      message: `민간 현금 ${won(share.cash)}이 최소 현금 ${won(share.smallestCash ?? 0)}(민간 부담금의 ${share.cashPercent ?? ''}%, ${whom})보다 적습니다. 현금을 늘리거나 현물을 줄여 주세요.` }]),
  ];
};

const ofFunds = ({ funds, spent, paid, total }: Money): FundNotice[] => [
  ...funds.filter(({ fund, amount, paid: out }) => fund !== 'national' && out > (amount ?? 0)).map(({ fund, field, amount, paid: out }): FundNotice => ({
    level: 'warn', code: 'paid', field, message: `${fundKinds.find((one) => one.code === fund)?.ko ?? fund} 교부액의 합 ${won(out)}이 사업비 구성의 ${won(amount ?? 0)}보다 많습니다. 둘 가운데 하나를 고쳐 주세요.` })),
  ...funds.filter(({ fund, paid: out, spent: used }) => fund === 'national' && used > out).map(({ field, paid: out, spent: used }): FundNotice => ({
    level: 'warn', code: 'spent', field, message: `국비 집행액 ${won(used)}이 교부한 국비 ${won(out)}보다 많습니다. 빠진 교부가 있는지 확인해 주세요.` })),
  ...(spent > total && paid + spent > 0 ? [{ level: 'warn' as const, code: 'spent' as const, field: 'fund_national', message: `집행액의 합 ${won(spent)}이 총사업비 ${won(total)}보다 많습니다. 사업비 구성이나 집행을 확인해 주세요.` }] : []),
];

const ofBudget = ({ budgetDifference, budgetTotal, total }: Money): FundNotice[] =>
  budgetDifference === null || budgetDifference === 0 ? [] : [{ level: 'warn', code: 'budget', field: 'task_budget',
    message: `비목 예산의 합 ${won(budgetTotal)}이 총사업비 ${won(total)}보다 ${won(Math.abs(budgetDifference))} ${budgetDifference > 0 ? '많습니다' : '적습니다'}. 비목 예산을 맞춰 주세요.` }];

const ofDays = ({ task, payments, spendings }: Money): FundNotice[] => {
  const wrong = (on: string | null): string | null =>
    on === null ? null : task.agreed_on !== null && on < task.agreed_on ? `협약일(${task.agreed_on})보다 빠릅니다` : task.settled_on !== null && on > task.settled_on ? `정산일(${task.settled_on})보다 늦습니다` : null;
  const told = (code: 'payment-day' | 'spending-day', ko: string, rows: readonly { id: string; on: string | null }[]): FundNotice[] => rows.flatMap(({ id, on }) => {
    const why = wrong(on);
    return why === null ? [] : [{ level: 'warn' as const, code, field: id, message: `${ko} ${on ?? ''}이 ${why}. 날짜를 확인해 주세요.` }];
  });
  return [...told('payment-day', '교부일', payments.map((one) => ({ id: one.id, on: one.paid_on }))), ...told('spending-day', '집행일', spendings.map((one) => ({ id: one.id, on: one.spent_on })))];
};

const ofSettlement = ({ task, settlement }: Money): FundNotice[] => {
  const isBegun = task.settled_on !== null || settlement.settled !== null || settlement.returned !== null;
  if (!isBegun || settlement.difference === 0) return [];
  const { paid, settled, returned, difference } = settlement;
  return [{ level: 'warn', code: 'settlement', field: 'settled_amount',
    message: `정산 금액 ${won(settled ?? 0)}과 집행잔액 반납 ${won(returned ?? 0)}을 더하면 교부한 국비 ${won(paid)}보다 ${won(Math.abs(difference))} ${difference > 0 ? '적습니다' : '많습니다'}. 두 금액을 확인해 주세요.` }];
};

/** Everything that is not right, what blocks first. */
export const noticesOf = (read: Reader, money: Money, shareLevel: RuleLevel): FundNotice[] => {
  const all: FundNotice[] = [
    ...brokenLimits(read, money.task.id).map(({ key, level, message }): FundNotice => ({ level, code: 'limit', field: key, message })),
    ...ofShares(money, shareLevel), ...ofFunds(money), ...ofBudget(money), ...ofDays(money), ...ofSettlement(money),
  ];
  return [...all.filter((one) => one.level === 'block'), ...all.filter((one) => one.level === 'warn')];
};
