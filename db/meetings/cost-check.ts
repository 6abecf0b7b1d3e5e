/**
 * 정산 사전점검: a meeting's cost against the rules of its day, before the money is spent and after. Pure: what is known goes in,
 * each rule comes out as met, broken, or not to be told yet, with the reason.
 */
import type { CostRule } from './cost-rules.ts';

export type CostLine = { id: string; item: string; fund: string; amount: number; people: number | null; payee: string | null; is_approved: boolean };

/** Money spent elsewhere on the same day. */
export type SameDayCost = { meeting: string; title: string; item: string; fund: string; payee: string | null; sharesCluster: boolean };

export type CostFacts = {
  lines: readonly CostLine[];
  rules: readonly CostRule[];
  /** True once the meeting was held: what was expected no longer counts. */
  isHeld: boolean;
  /** Who is expected (members on the day, or the number invited), and those of them from outside. */
  expected: { people: number; outside: number };
  /** Who came: named people and head count, and those of the named from outside. A head count alone tells nothing of outside. */
  came: { listed: number; headcount: number; outside: number };
  /** Characters of the minutes without spaces. */
  minutesLength: number;
  sameDay: readonly SameDayCost[];
};

export type CostFinding = {
  rule: string; checks: string; level: string; source: string | null;
  /** `later`: cannot be told before the meeting. */
  state: 'met' | 'broken' | 'later';
  reason: string;
  /** The cost lines it is about. */
  lines: string[];
};

type Judged = Pick<CostFinding, 'state' | 'reason'>;

const won = (amount: number): string => `${amount.toLocaleString('ko-KR')}원`;
const met = (reason: string): Judged => ({ state: 'met', reason });
const broken = (reason: string): Judged => ({ state: 'broken', reason });

const outside = ({ isHeld, expected, came }: CostFacts, least: number): Judged => {
  if (!isHeld) {
    return expected.outside >= least ? met(`참석 대상에 외부 사람이 ${expected.outside}명 있습니다. 회의 뒤에 출석으로 다시 봅니다.`)
      : broken('참석 대상에 외부 사람이 없습니다. 외부 참석자를 부르거나 이 비용을 빼 주세요.');
  }
  if (came.listed === 0 && came.headcount > 0) return broken('명부가 없어 외부 참석자를 확인할 수 없습니다. 참석자 이름을 넣어 주세요.');
  return came.outside >= least ? met(`외부 참석자가 ${came.outside}명 있습니다.`) : broken(`외부 참석자가 ${came.outside}명뿐입니다. ${least}명은 있어야 합니다.`);
};

const approval = (lines: readonly CostLine[], limit: number): Judged => {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  if (total <= limit) return met(`합계 ${won(total)}으로 ${won(limit)} 이하입니다.`);
  const open = lines.filter((line) => !line.is_approved);
  return open.length === 0 ? met(`합계 ${won(total)}, 사전 승인을 받았습니다.`) : broken(`합계 ${won(total)}이 ${won(limit)}을 넘습니다. 쓰기 전에 승인을 받고 ‘사전 승인’에 표시해 주세요.`);
};

/** Heads a line may be shared among: those it was for, but after the meeting no more than came. */
const headsOf = ({ isHeld, expected, came }: CostFacts, line: CostLine): number => {
  const there = isHeld ? came.listed + came.headcount : expected.people;
  return line.people === null ? there : isHeld ? Math.min(line.people, there) : line.people;
};

const perHead = (facts: CostFacts, lines: readonly CostLine[], limit: number): Judged => {
  const all = lines.map((line) => ({ line, heads: headsOf(facts, line) }));
  const nobody = all.find(({ heads }) => heads === 0);
  if (nobody) return broken(facts.isHeld ? '참석한 사람이 없습니다. 출석을 표시하거나 명부 없는 인원을 적어 주세요.' : '인원을 모릅니다. 비용의 인원이나 참석 대상을 적어 주세요.');
  const heads = Math.max(...all.map((one) => one.heads));
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const worst = all.find(({ line, heads: own }) => line.amount > limit * own);
  if (worst) return broken(`${won(worst.line.amount)}을 ${worst.heads}명이 나누면 1인당 ${won(Math.ceil(worst.line.amount / worst.heads))}으로 ${won(limit)}을 넘습니다. ${won(limit * worst.heads)}까지 쓸 수 있습니다.`);
  // Several small lines of one item must not add up past the limit.
  if (total > limit * heads) return broken(`합계 ${won(total)}을 ${heads}명이 나누면 1인당 ${won(Math.ceil(total / heads))}으로 ${won(limit)}을 넘습니다. ${won(limit * heads)}까지 쓸 수 있습니다.`);
  return met(`${heads}명 기준 1인당 ${won(Math.ceil(total / heads))}으로 ${won(limit)} 이하입니다.`);
};

const minutes = ({ isHeld, minutesLength }: CostFacts, least: number): Judged => {
  if (minutesLength >= least) return met(`회의록이 ${minutesLength}자입니다.`);
  return isHeld ? broken(`회의록이 ${minutesLength}자입니다. ${least}자까지 ${least - minutesLength}자를 더 써 주세요(빈칸 빼고).`) : { state: 'later', reason: `회의 뒤에 봅니다. 회의록은 ${least}자 이상이어야 합니다.` };
};

const payeeKey = (payee: string | null): string => (payee ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

const sameDay = (facts: CostFacts, rule: CostRule, lines: readonly CostLine[], most: number): Judged => {
  const others = facts.sameDay.filter((one) => one.fund === rule.fund && (rule.item === null || one.item === rule.item));
  for (const payee of new Set(lines.map((line) => payeeKey(line.payee)).filter(Boolean))) {
    const there = others.filter((one) => payeeKey(one.payee) === payee);
    const times = new Set(there.map((one) => one.meeting)).size + lines.filter((line) => payeeKey(line.payee) === payee).length;
    if (times > most) {
      const name = lines.find((line) => payeeKey(line.payee) === payee)?.payee ?? '';
      const [first] = there;
      return broken(`같은 날 ‘${name}’에 ${times}번 씁니다${first ? `(${first.title})` : ''}. ${most}번까지입니다.`);
    }
  }
  const shared = new Map(others.filter((one) => one.sharesCluster).map((one) => [one.meeting, one.title]));
  if (shared.size + 1 > most) return broken(`같은 날 같은 미니클러스터의 다른 회의에도 썼습니다(${[...shared.values()].join(', ')}). ${most}번까지입니다.`);
  return met('같은 날 되풀이된 곳이 없습니다.');
};

const judge = (facts: CostFacts, rule: CostRule, lines: readonly CostLine[]): Judged | null => {
  if (rule.checks === 'outside-attendee') return outside(facts, rule.amount ?? 1);
  if (rule.checks === 'prior-approval') return approval(lines, rule.amount ?? 0);
  if (rule.checks === 'per-head') return perHead(facts, lines, rule.amount ?? 0);
  if (rule.checks === 'minutes-length') return minutes(facts, rule.amount ?? 0);
  return rule.checks === 'same-day' ? sameDay(facts, rule, lines, rule.amount ?? 1) : null;
};

/** One finding for each rule that a cost line falls under; none where nothing is spent. Broken ones first. */
export const checkCosts = (facts: CostFacts): CostFinding[] => {
  const order = { broken: 0, later: 1, met: 2 };
  return facts.rules.flatMap((rule): CostFinding[] => {
    const lines = facts.lines.filter((line) => line.fund === rule.fund && (rule.item === null || line.item === rule.item));
    const found = lines.length === 0 ? null : judge(facts, rule, lines);
    return found === null ? [] : [{ rule: rule.name, checks: rule.checks, level: rule.level, source: rule.source, lines: lines.map(({ id }) => id), ...found }];
  }).sort((one, other) => order[one.state] - order[other.state]);
};
