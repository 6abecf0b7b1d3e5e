/** Judges many tasks as `judge` does each: what they are judged by is read for all of them together. */
import { memberOn } from '../clusters/members-on.ts';
import { isSameBody } from '../identity/same-sql.ts';
import type { Cell } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { ruleDayOf, undecidedSupportType } from './choices.ts';
import { memberDayOf, sizeClassOfBody } from './facts.ts';
import { judgeTask, type Finding, type Party } from './judge.ts';
import { rulesOfDays } from './rules.ts';

type Row = { n: number; lead_org: string } & Record<'program_year' | 'planned_cost' | 'granted' | 'fund_national' | 'fund_local' | 'fund_private_cash' | 'fund_private_in_kind', number | null>
  & Record<'decided_on' | 'found_on' | 'support_type' | 'route' | 'start_on' | 'end_on' | 'size_class_at_decision', string | null>;

const columns = `t.n, t.lead_org, t.program_year, t.planned_cost, t.granted, t.fund_national, t.fund_local, t.fund_private_cash, t.fund_private_in_kind,
  t.decided_on, t.found_on, t.support_type, t.route, t.start_on, t.end_on, t.size_class_at_decision`;

const some = '(SELECT value FROM json_each(?))';

/** Bodies beside the lead firm. */
const othersSql = `SELECT t.n, p.organisation AS id FROM task t JOIN participant p ON p.task = t.id WHERE t.n IN ${some} AND p._del = 0 AND p.organisation IS NOT NULL`;

/** Which of the pairs of a firm and a day, in the JSON list `?`, are members: as `isMemberOn`, each half by its index. */
const membersSql = (isFirm: (link: string) => string): string => `SELECT j.key FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM membership m WHERE ${isFirm('m.organisation')} AND ${memberOn('m', '(j.value ->> 1)')})
  OR EXISTS (SELECT 1 FROM person p JOIN membership m ON m.person = p.id WHERE ${isFirm('p.organisation')} AND m.organisation IS NULL AND ${memberOn('m', '(j.value ->> 1)')})`;
const aloneSql = membersSql((link) => `${link} = j.value ->> 0`);
const sameSql = membersSql((link) => isSameBody(link, 'j.value ->> 0'));

/** For one look at the records on a day of the device: findings by the row numbers of live tasks, those without any left out. */
export const judgeMany = (read: Reader, today: string): ((ns: readonly number[]) => Map<number, Finding[]>) => {
  const rules = rulesOfDays(read);
  const hasSizes = read.value<number>('SELECT 1 FROM size_class WHERE _del = 0 LIMIT 1') === 1;
  const canonical = new Map(read.all<{ id: string; canonical: string }>('SELECT id, canonical FROM organisation_same').map((row) => [row.id, row.canonical]));
  return (ns) => {
    const list = JSON.stringify(ns);
    const tasks = read.all<Row>(`SELECT ${columns} FROM task t WHERE t.n IN ${some} AND t._del = 0`, [list]).map((row) => {
      const day = ruleDayOf(row as Readonly<Record<string, Cell>>) ?? today;
      const supportType = row.support_type === undecidedSupportType ? null : row.support_type;
      return { row, day, memberDay: memberDayOf(row.decided_on, day, today), supportType, support: supportType === null ? null : rules.support(supportType, day) };
    });
    const others = Map.groupBy(read.all<{ n: number; id: string }>(othersSql, [list]), ({ n }) => n);
    // Few firms have more than one record.
    const [same, alone] = [true, false].map((isSame) => tasks.filter(({ row }) => canonical.has(row.lead_org) === isSame).map(({ row, memberDay }) => [row.n, row.lead_org, memberDay] as const));
    const members = new Set([[sameSql, same ?? []] as const, [aloneSql, alone ?? []] as const].flatMap(([sql, pairs]) =>
      read.column<number>(sql, [JSON.stringify(pairs.map(([, ...pair]) => pair))]).map((key) => pairs[key]?.[0])));
    const strangers = tasks.flatMap(({ row }) => (members.has(row.n) ? [] : [row.lead_org]));
    const names = new Map(labelsOf(read, 'organisation', [...new Set(strangers)]).map(({ id, label }) => [id, label]));
    const partiesOf = (row: Row): string[] => [row.lead_org, ...(others.get(row.n) ?? []).map(({ id }) => id)];
    // Only where firms are counted apart from other bodies.
    const kinds = new Map(read.all<{ id: string; kind: string | null }>(`SELECT id, kind FROM organisation WHERE id IN ${some}`,
      [JSON.stringify([...new Set(tasks.flatMap(({ row, support }) => (support?.joint_min != null && support.joint_of === 'firms' ? partiesOf(row) : [])))])]).map((body) => [body.id, body.kind]));
    return new Map(tasks.flatMap(({ row, day, memberDay, supportType, support }): [number, Finding[]][] => {
      const found = judgeTask({
        day, supportType, support, memberDay, period: rules.period(day), supportName: supportType === null ? null : (support?.name ?? supportTypeLabel(supportType)),
        route: row.route, plannedCost: row.planned_cost, granted: row.granted,
        funds: { national: row.fund_national, local: row.fund_local, cash: row.fund_private_cash, inKind: row.fund_private_in_kind }, startOn: row.start_on, endOn: row.end_on,
        sizeClass: row.size_class_at_decision ?? (hasSizes ? sizeClassOfBody(read, row.lead_org, memberDay) : null),
        leadName: names.get(row.lead_org) ?? '', isLeadMember: members.has(row.n),
        parties: partiesOf(row).map((id): Party => ({ body: canonical.get(id) ?? id, kind: kinds.get(id) ?? null })),
      });
      return found.length === 0 ? [] : [[row.n, found]];
    }));
  };
};
