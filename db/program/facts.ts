/** Reads what a task is judged by. */
import { memberOn } from '../clusters/members-on.ts';
import { Refusal } from '../errors.ts';
import { canonicalOf, recordsOfBody } from '../identity/same-sql.ts';
import type { Cell } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { sizeClassOn } from '../organisations/size-class.ts';
import { programYearOf } from '../reference/program-years.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import type { TaskValues } from '../tasks/fields.ts';
import { ruleDayOf, undecidedSupportType } from './choices.ts';
import { judgeTask, type Finding, type Party, type TaskFacts } from './judge.ts';
import { periodRuleOn, supportRuleOn } from './rules.ts';

/** The day on which the lead firm must be a member: the decision, until then today, at latest the end of the program year. */
export const memberDayOf = (decidedOn: string | null, ruleDay: string, today: string): string => {
  if (decidedOn !== null) return decidedOn;
  const end = programYearOf(ruleDay)?.endOn ?? today;
  return today < end ? today : end;
};

// A person stands for the organisation he or she is a member for, else for the one he or she belongs to. Each half goes by its index.
const memberSql = `SELECT EXISTS (SELECT 1 FROM json_each(:bodies) b JOIN membership m ON m.organisation = b.value WHERE ${memberOn('m', ':day')})
  OR EXISTS (SELECT 1 FROM json_each(:bodies) b JOIN person p ON p.organisation = b.value JOIN membership m ON m.person = p.id WHERE m.organisation IS NULL AND ${memberOn('m', ':day')})`;

/** Is the body, by whichever of its records, a member of any mini-cluster on a day? */
export const isMemberOn = (read: Reader, organisation: string, day: string): boolean =>
  read.value<number>(memberSql, { bodies: JSON.stringify(recordsOfBody(read, organisation)), day }) === 1;

/** The legal size class of a body on a day, by whichever of its records. */
export const sizeClassOfBody = (read: Reader, organisation: string, day: string): string | null =>
  recordsOfBody(read, organisation).map((id) => sizeClassOn(read, id, day)).find((size) => size !== null) ?? null;

const partiesOf = (read: Reader, task: string, lead: string): Party[] =>
  read.all<Party>(
    `SELECT ${canonicalOf('b.id')} AS body, o.kind FROM (SELECT :lead AS id UNION SELECT organisation FROM participant WHERE task = :task AND _del = 0 AND organisation IS NOT NULL) b
     LEFT JOIN organisation o ON o.id = b.id`, { task, lead });

export type FactsOptions = Readonly<{
  /** The device's day, for tasks not decided yet. */
  today: string;
  /** Values about to be written, laid over those stored. */
  values?: Partial<TaskValues>;
}>;

/** @throws Refusal `not-found` */
export const readTaskFacts = (read: Reader, id: string, { today, values = {} }: FactsOptions): TaskFacts => {
  const row = read.get<Record<string, Cell>>('SELECT * FROM task WHERE id = ? AND _del = 0', [id]);
  if (!row) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: '', value: id, message: id }]);
  // The table has exactly the declared columns, and only the door writes them.
  const task = { ...row, ...values } as unknown as TaskValues;
  const day = ruleDayOf(task) ?? today;
  const supportType = task.support_type === undecidedSupportType ? null : task.support_type;
  const support = supportType === null ? null : supportRuleOn(read, supportType, day);
  const memberDay = memberDayOf(task.decided_on, day, today);
  return {
    day, supportType, support, memberDay,
    period: periodRuleOn(read, day),
    supportName: supportType === null ? null : (support?.name ?? supportTypeLabel(supportType)),
    route: task.route,
    plannedCost: task.planned_cost,
    granted: task.granted,
    funds: { national: task.fund_national, local: task.fund_local, cash: task.fund_private_cash, inKind: task.fund_private_in_kind },
    startOn: task.start_on,
    endOn: task.end_on,
    sizeClass: task.size_class_at_decision ?? sizeClassOfBody(read, task.lead_org, memberDay),
    leadName: labelsOf(read, 'organisation', [task.lead_org])[0]?.label ?? '',
    parties: partiesOf(read, id, task.lead_org),
    isLeadMember: isMemberOn(read, task.lead_org, memberDay),
  };
};

/** What the program's rules say to a task as it is stored, or as it would be with these values. @throws Refusal `not-found` */
export const judge = (read: Reader, id: string, options: FactsOptions): Finding[] => judgeTask(readTaskFacts(read, id, options));
