/** Cost lines of a meeting, and what is known of it for the check. The sums by fund stay in the meeting's own fields. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { checkCosts, type CostFacts, type CostFinding, type SameDayCost } from './cost-check.ts';
import { costRulesOn } from './cost-rules.ts';
import { meeting, meetingCost } from './fields.ts';
import { rosterOf } from './roster.ts';
import { standingSql } from './standing.ts';

export type CostValues = Values<typeof meetingCost.fields>;

export type CostRow = Omit<CostValues, 'is_approved'> & { id: string; is_approved: boolean };

export type CostCheck = { lines: CostRow[]; findings: CostFinding[]; isHeld: boolean; sums: { fund: string; amount: number }[] };

/** Attendees who are nobody's guest: those who run the program. Everybody else is from outside. */
const insiders: ReadonlySet<string> = new Set(['agency', 'coordinator']);

const linesOf = (read: Reader, id: string): CostRow[] =>
  read.all<Omit<CostRow, 'is_approved'> & { is_approved: number | null }>(
    'SELECT id, meeting, item, fund, amount, people, payee, is_approved, evidence FROM meeting_cost WHERE meeting = ? AND _del = 0 ORDER BY n', [id]).map((row) => ({ ...row, is_approved: row.is_approved === 1 }));

type Head = { start_on: string; invited: number | null; minutes: string | null; standing: string };

/** @throws Refusal `not-found` */
export const costCheckOf = (read: Reader, id: string): CostCheck => {
  const head = read.get<Head>(`SELECT g.start_on, g.invited, g.minutes, ${standingSql('g')} AS standing FROM meeting g WHERE g.id = ?`, [id]);
  if (!head) throw new Refusal('not-found', '회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const lines = linesOf(read, id);
  const isHeld = head.standing === 'held';
  const sums = ['national', 'dues', 'other'].flatMap((fund) => { const amount = lines.filter((line) => line.fund === fund).reduce((sum, line) => sum + line.amount, 0); return amount === 0 ? [] : [{ fund, amount }]; });
  if (lines.length === 0) return { lines, findings: [], isHeld, sums };
  const roster = rosterOf(read, id);
  const kinds = [...roster.members.map((one) => ({ ...one, isThere: one.is_present })), ...roster.organisations.flatMap((body) => body.people.map((one) => ({ ...one, isThere: one.is_present }))), ...roster.guests.map((one) => ({ ...one, isThere: one.is_present }))];
  const expected = roster.counts.membersTotal + roster.guests.length;
  const facts: CostFacts = {
    lines, rules: costRulesOn(read, head.start_on), isHeld,
    expected: { people: head.invited ?? expected, outside: kinds.filter((one) => !insiders.has(one.kind)).length + roster.organisations.filter((body) => body.people.length === 0).length },
    came: { listed: roster.counts.listed, headcount: roster.counts.headcount, outside: kinds.filter((one) => one.isThere && !insiders.has(one.kind)).length },
    minutesLength: Array.from((head.minutes ?? '').replace(/\s/g, '')).length,
    sameDay: read.all<Omit<SameDayCost, 'sharesCluster'> & { shares: number }>(
      `SELECT g.id AS meeting, g.title, c.item, c.fund, c.payee, EXISTS (SELECT 1 FROM meeting_cluster a JOIN meeting_cluster b ON b.cluster = a.cluster AND b._del = 0
         WHERE a.meeting = g.id AND a._del = 0 AND b.meeting = :id) AS shares
       FROM meeting g JOIN meeting_cost c ON c.meeting = g.id AND c._del = 0 WHERE g.start_on = :day AND g.id <> :id AND g._del = 0 AND coalesce(g.status, '') <> 'cancelled'`,
      { id, day: head.start_on }).map(({ shares, ...one }) => ({ ...one, sharesCluster: shares === 1 })),
  };
  return { lines, findings: checkCosts(facts), isHeld, sums };
};

const sumFields = { national: 'cost_national', dues: 'cost_dues', other: 'cost_other' } as const;

/** Brings the meeting's own sums (비용 국비·회비·기타) of these funds to those of its lines; the last line taken away empties them. Sums typed for a fund without lines stay. */
const settle = (tx: Tx, id: string, funds: readonly string[]): void => {
  for (const [fund, field] of Object.entries(sumFields)) {
    if (funds.includes(fund)) tx.change(meeting, id, { [field]: tx.read.value<number | null>('SELECT sum(amount) FROM meeting_cost WHERE meeting = ? AND fund = ? AND _del = 0', [id, fund]) ?? null });
  }
};

/** @throws Refusal `invalid`, `not-found` */
export const addCost = (tx: Tx, id: string, values: Partial<CostValues>): string => {
  const line = tx.create(meetingCost, { ...values, meeting: id });
  settle(tx, id, [values.fund ?? '']);
  return line;
};

const homeOf = (tx: Tx, line: string): { meeting: string; fund: string } => {
  const found = tx.read.get<{ meeting: string; fund: string }>('SELECT meeting, fund FROM meeting_cost WHERE id = ? AND _del = 0', [line]);
  if (found === undefined) throw new Refusal('not-found', '비용을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return found;
};

/** @throws Refusal `invalid`, `conflict`, `not-found` */
export const changeCost = (tx: Tx, line: string, patch: Partial<CostValues>, was?: Partial<CostValues>): void => {
  const home = homeOf(tx, line);
  tx.change(meetingCost, line, patch, was);
  settle(tx, home.meeting, [home.fund, patch.fund ?? home.fund]);
};

/** @throws Refusal `not-found` */
export const removeCost = (tx: Tx, line: string): void => {
  const home = homeOf(tx, line);
  tx.remove(meetingCost, line);
  settle(tx, home.meeting, [home.fund]);
};

export const costCheckQuery = query('meeting.cost-check', (read, input: { id: string }): CostCheck => costCheckOf(read, input.id));
