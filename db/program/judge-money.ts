/** R2 and R3: the support type of the year, its cap and months, the government's share and the firm's own cash. Exact to the won. */
import { isEnoughCash, isWithinShare, ownShare, percentOf, smallestCash, smallestTotal } from '../funds/shares.ts';
import { particle, withParticle } from '../korean/particle.ts';
import { formatWonLong } from '../korean/read-won.ts';
import { capUnits, limitRules } from '../reference/choices/money.ts';
import { broken, type Finding } from './finding.ts';
import type { TaskFacts } from './judge-types.ts';
import { monthsBegun } from './months.ts';
import type { LimitRule, SupportRule } from './rule-types.ts';

const limitWord = (rule: LimitRule): string => limitRules.find((one) => one.code === rule)?.ko ?? rule;
const won = (amount: number | bigint): string => formatWonLong(Number(amount));

// Sums of safe integers need not be safe themselves.
const sumOf = (...parts: readonly (number | null)[]): bigint => parts.reduce((sum, part) => sum + BigInt(part ?? 0), 0n);
const governmentOf = ({ funds }: TaskFacts): bigint => sumOf(funds.national, funds.local);

/** R2: the type is open on the day, and one without money takes none. */
export const judgeSupportType = (facts: TaskFacts): Finding[] => {
  const { period, support, supportType, day } = facts;
  if (supportType === null) return [];
  const name = facts.supportName ?? supportType;
  if (support === null) {
    return broken('R2', period.cap_level, 'support_type', `지원유형: ‘${name}’${particle(name, '은/는')} ${day}에 열려 있지 않습니다. 그때의 지원유형을 고르거나 사업 규칙에 더해 주세요.`);
  }
  const government = governmentOf(facts);
  if (support.is_money || government === 0n) return [];
  return broken('R2', period.cap_level, 'fund_national', `국비·지방비: ‘${name}’에는 사업비를 주지 않는데 ${won(government)}이 적혀 있습니다. 금액을 지우거나 지원유형을 바꿔 주세요.`);
};

const isWithinCap = (amount: number, cap: number, rule: LimitRule): boolean => amount === 0 || (rule === 'below' ? amount < cap : amount <= cap);

/** Years a yearly cap is given for: every 12 months begun. Without both days, one. */
const capYears = (support: SupportRule, { startOn, endOn }: TaskFacts): number => {
  const months = support.cap_per === 'year' && startOn !== null && endOn !== null ? monthsBegun(startOn, endOn) : null;
  return months === null ? 1 : Math.ceil(months / 12);
};

/** R2: national money within the cap, as granted and as agreed. */
export const judgeCap = (facts: TaskFacts): Finding[] => {
  const { support, period, funds, granted } = facts;
  if (support === null || support.cap === null) return [];
  const years = capYears(support, facts);
  const cap = support.cap * years;
  const unit = years > 1 ? `${capUnits.find((one) => one.code === support.cap_per)?.ko ?? ''} ${won(support.cap)}씩 ${years}년, ${won(cap)}` : `${capUnits.find((one) => one.code === support.cap_per)?.ko ?? ''} ${won(cap)}`;
  const remedy = support.cap_per === 'case' ? '금액을 줄이거나, 여러 건이면 건마다 과제를 나눠 주세요.' : `${support.cap_rule === 'below' ? `${won(cap)}보다 적게` : `${won(cap)}까지`} 줄여 주세요.`;
  const judged = [['fund_national', '국비', funds.national], ['granted', '선정 금액', granted]] as const;
  return judged.flatMap(([field, word, amount]) => {
    if (amount === null || isWithinCap(amount, cap, support.cap_rule)) return [];
    const has = withParticle(won(amount), '은/는');
    return broken('R2', period.cap_level, field, `${word}: ${has} ‘${support.name}’의 한도(${unit} ${limitWord(support.cap_rule)})${amount === cap ? '에 맞지 않습니다' : '를 넘습니다'}. ${remedy}`);
  });
};

/** R2: months within those of the type. */
export const judgeMonths = ({ support, period, startOn, endOn }: TaskFacts): Finding[] => {
  if (support === null || support.max_months === null || startOn === null || endOn === null) return [];
  const months = monthsBegun(startOn, endOn);
  if (months === null || months <= support.max_months) return [];
  return broken('R2', period.cap_level, 'end_on', `수행 기간: ${startOn}부터 ${endOn}까지 ${months}개월로, ‘${support.name}’의 최대 ${support.max_months}개월을 넘습니다. 수행 종료일을 앞당겨 주세요.`);
};

/** The column of a rule a legal size class is judged by; firms of unknown size as small and medium ones. */
const sizeGroup = (size: string | null): { key: 'sme' | 'mid' | 'large'; ko: string } =>
  size === 'mid-tier' ? { key: 'mid', ko: '중견기업' } : size === 'large' ? { key: 'large', ko: '대기업' } : { key: 'sme', ko: '중소기업' };

const sizeMatters = (support: SupportRule): boolean =>
  new Set([support.share_sme, support.share_mid, support.share_large]).size > 1 || new Set([support.cash_sme, support.cash_mid, support.cash_large]).size > 1;

/** R3: the government's share of the whole by the firm's size, and the least cash of its own share. */
export const judgeShares = (facts: TaskFacts): Finding[] => {
  const { support, period, funds, sizeClass } = facts;
  const government = governmentOf(facts);
  if (support === null || !support.is_money || government === 0n) return [];
  const group = sizeGroup(sizeClass);
  const [share, cash] = [support[`share_${group.key}`], support[`cash_${group.key}`]];
  const total = government + sumOf(funds.cash, funds.inKind);
  const found: Finding[] = [];
  if (sizeClass === null && sizeMatters(support) && period.share_level !== 'off') {
    found.push({ rule: 'R3', level: 'warn', field: 'size_class_at_decision', message: '기업 규모(법적): 선정 당시 규모가 적혀 있지 않아 중소기업 비율로 보았습니다. 확인서를 보고 적어 주세요.' });
  }
  if (share !== null && !isWithinShare(government, total, share, support.share_rule)) {
    const least = smallestTotal(government, share, support.share_rule);
    const own = least === null ? null : ownShare(least, government);
    // Rounded, a share just over its limit reads like the limit itself.
    const percent = percentOf(government, total) ?? '0';
    const shown = Number(percent) === Number(share) ? '' : `(${percent}%)`;
    const remedy = own === null ? '국비·지방비를 0원으로 해 주세요.' : `민간 부담금을 ${won(own)} 이상으로 늘려 총사업비가 ${won(least ?? 0)} 이상이 되게 하거나 국비·지방비를 줄여 주세요.`;
    found.push(...broken('R3', period.share_level, 'fund_national',
      `정부 비율: 총사업비 ${won(total)} 가운데 정부가 ${won(government)}${shown}을 냅니다. ${group.ko}의 정부 몫은 ${share}% ${limitWord(support.share_rule)}여야 합니다. ${remedy}`));
  }
  const own = ownShare(total, government);
  if (cash !== null && !isEnoughCash(funds.cash ?? 0, own, cash)) {
    found.push(...broken('R3', period.share_level, 'fund_private_cash',
      `민간 현금: ${withParticle(won(funds.cash ?? 0), '은/는')} 민간 부담금 ${won(own)}의 ${cash}%(${won(smallestCash(own, cash))})에 못 미칩니다. 현금을 ${won(smallestCash(own, cash))} 이상으로 늘려 주세요.`));
  }
  return found;
};
