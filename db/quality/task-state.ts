/** What the state a task is in asks for, and what the rules of its year say. */
import type { Reader } from '../kernel/reader.ts';
import { judgeMany } from '../program/judge-many.ts';
import type { Finding } from '../program/finding.ts';
import { rulesOfDays } from '../program/rules.ts';
import { askedYears } from '../outcomes/due-years.ts';
import { endedOnSql } from '../outcomes/ended.ts';
import { isEnteredSql } from '../outcomes/results.ts';
import { supportedSql } from '../reports/task-rules.ts';
import { factsOf, taskColumns, type KnownFacts } from '../tasks/facts.ts';
import type { TaskValues } from '../tasks/fields.ts';
import { requirementsOf, type Where } from '../tasks/requirements.ts';
import { isState } from '../tasks/workflow.ts';
import { scopeOf, walkSql } from './base.ts';
import { mayLack, mustBeLookedAt, plainLacks } from './requirement-sql.ts';
import { lookRule, ruleOf, sayAll, type QualityInput, type QualityRule, type Said } from './rule.ts';

/** The tab of a task's record where something is filled. */
export const tabOf: Readonly<Record<Where, string>> = {
  field: 'fields', participants: 'bodies', funds: 'funds', 'mid-check': 'outcomes', outputs: 'outcomes', performance: 'outcomes', sessions: 'links',
  // Who decided is a field, too; the tab of evaluations is for deciding anew.
  evaluation: 'fields',
};
const moneyFields = /^(fund_|granted$|returned$|settled_|unused_returned$|royalty$)/;

/** Kept for one look at the records: who looks gives the same input to every rule. */
const forOneLook = <Value>(make: (read: Reader, input: QualityInput) => Value): ((read: Reader, input: QualityInput) => Value) => {
  const kept = new WeakMap<QualityInput, { read: Reader; value: Value }>();
  return (read, input) => {
    const known = kept.get(input);
    if (known?.read === read) return known.value;
    const value = make(read, input);
    kept.set(input, { read, value });
    return value;
  };
};

const rulesFor = forOneLook((read): KnownFacts['rules'] => rulesOfDays(read));

type Standing = TaskValues & { n: number; id: string; since: string | null; ended: string | null; entered: string | null };

const standingSql = `SELECT t.n, t.id, ${taskColumns('t')}, (SELECT max(s.on_date) FROM task_step s WHERE s.task = t.id AND s._del = 0 AND s.to_status = t.status) AS since, CASE t.status WHEN 'closed' THEN ${endedOnSql('t')} END AS ended,
  CASE t.status WHEN 'closed' THEN (SELECT group_concat(DISTINCT p.year) FROM performance p WHERE p.task = t.id AND ${isEnteredSql('p')}) END AS entered
  FROM task t WHERE t.n IN (SELECT value FROM json_each(?)) AND t._del = 0 ORDER BY t.n`;

const sayRequired = (read: Reader, input: QualityInput, ns: readonly number[]): Said[] => read.all<Standing>(standingSql, [JSON.stringify(ns)]).flatMap((row) => {
  if (!isState(row.status)) return [];
  const rules = rulesFor(read, input);
  const facts = factsOf(read, row.id, row, { on: row.since ?? input.today, reason: null }, row.status !== 'closed' ? { rules } : {
    rules, followUpYears: row.ended === null ? [] : askedYears(row.ended, rules.period(row.ended).follow_up_years), performanceYears: row.entered?.split(',').map(Number) ?? [],
  });
  // The requirement asks for one check more than there were visits to the state before; the present one is counted already.
  const before = row.status === 'mid-check' ? { ...facts, midTimes: facts.midTimes - 1 } : facts;
  return requirementsOf(row.status, facts.period).filter((one) => one.field !== 'reason' && !one.isMet(before)).map((one) => (
    { n: row.n, message: typeof one.message === 'string' ? one.message : one.message(before), field: one.ask?.(before)[0] ?? one.field, tab: tabOf[one.where] }));
});

const lookedAt = 32;

/** Row number and how many plain requirements lack, as one number; those to be looked at as none of the counts there can be. */
export const lacksSql = (scope: string, isSwitchedOff: boolean): string =>
  walkSql('task', scope, `t.n * ${lookedAt * 2} + CASE WHEN ${isSwitchedOff ? mayLack : mustBeLookedAt} THEN ${lookedAt} ELSE ${isSwitchedOff ? '0' : plainLacks} END`);

const required: QualityRule = ruleOf({
  code: 'task.required', severity: 'missing', title: '지금 상태에 필요한 것이 빠진 과제', base: 'task',
  reads: ['task', 'task_step', 'participant', 'payment', 'mid_check', 'output', 'performance', 'follow_on', 'person.roles', 'person.*', 'organisation.kind', 'organisation.*', 'period_rule', 'support_rule', 'account'],
  hits: (read, input) => {
    // A period that switches requirements off is looked up task by task.
    const isSwitchedOff = read.value<number>("SELECT 1 FROM period_rule WHERE _del = 0 AND coalesce(required_off, '') <> '' LIMIT 1") === 1;
    const scope = scopeOf(read, 'task', input);
    const walked = read.column<number>(lacksSql(scope.sql, isSwitchedOff), { ...scope.given, today: input.today });
    const looked = walked.flatMap((one) => (one % (lookedAt * 2) === lookedAt ? [Math.floor(one / (lookedAt * 2))] : []));
    const hits = sayAll({ say: sayRequired }, read, input, looked).map(({ n }) => n);
    for (const one of walked) {
      const lacks = one % (lookedAt * 2);
      if (lacks !== lookedAt) for (let time = 0; time < lacks; time += 1) hits.push(Math.floor(one / (lookedAt * 2)));
    }
    return hits.sort((a, b) => a - b);
  },
  say: sayRequired,
});

/** Six rules ask for the findings of the same tasks, one after the other: what is found for one look at the records is kept with it. */
const judgedFor = forOneLook((read, input) => {
  const judge = judgeMany(read, input.today);
  const known = new Map<number, readonly Finding[]>();
  return (ns: readonly number[]): ReadonlyMap<number, readonly Finding[]> => {
    const unknown = ns.filter((n) => !known.has(n));
    const found = unknown.length === 0 ? null : judge(unknown);
    for (const n of unknown) known.set(n, found?.get(n) ?? []);
    return known;
  };
});

const tabOfField = (field: string): string => (field === 'participants' ? 'bodies' : moneyFields.test(field) ? 'funds' : 'fields');

const judged = `t.status = 'under-review' OR ${supportedSql('t')}`;
/** What `judgeMany` looks at. */
const judgedBy = [
  ...['lead_org', 'program_year', 'planned_cost', 'granted', 'fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind', 'found_on', 'support_type', 'route', 'start_on', 'end_on', 'size_class_at_decision'].map((name) => `task.${name}`),
  ...['kind', 'merged_into', 'business_no', '*'].map((name) => `organisation.${name}`), 'person.organisation', 'person.*',
  'task_step', 'participant', 'membership', 'size_class', 'period_rule', 'support_rule', 'distinct_pair',
];

const judgedRule = (head: Pick<QualityRule, 'code' | 'title'>, holds: (finding: Finding) => boolean): QualityRule => lookRule({ ...head, severity: 'wrong', reads: judgedBy }, 'task', {
  candidates: judged,
  say: (read, input, ns) => {
    const found = judgedFor(read, input)(ns);
    return ns.flatMap((n) => (found.get(n) ?? []).filter(holds).map((one) => ({ n, message: one.message, field: one.field, tab: tabOfField(one.field) })));
  },
});

export const taskStateRules: readonly QualityRule[] = [
  required,
  judgedRule({ code: 'task.route', title: '심의 경로가 맞지 않는 과제' }, ({ rule }) => rule === 'R1'),
  judgedRule({ code: 'task.support-type', title: '그해에 없던 지원유형' }, ({ rule, field }) => rule === 'R2' && field === 'support_type'),
  judgedRule({ code: 'task.cap', title: '한도나 기간을 넘은 과제' }, ({ rule, field }) => rule === 'R2' && field !== 'support_type'),
  judgedRule({ code: 'task.share', title: '정부 비율이나 현금 비율이 어긋난 과제' }, ({ rule }) => rule === 'R3'),
  judgedRule({ code: 'task.joint', title: '공동 조건에 못 미친 과제' }, ({ rule }) => rule === 'R4'),
  judgedRule({ code: 'task.member', title: '주관기업이 회원이 아닌 과제' }, ({ rule }) => rule === 'R5'),
];
