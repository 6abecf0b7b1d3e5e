/** What contradicts something else about a task: money, people, its firm, its number, its first national R&D. */
import { mostOverdueFirst, waitingYears, yearsWaitingFor } from '../outcomes/due-years.ts';
import { endedOnSql } from '../outcomes/ended.ts';
import { firstNationalCheck, whyNotFirst } from '../outcomes/first-national.ts';
import { rndSupportSql } from '../outcomes/rnd-support.ts';
import { ksicRevisions } from '../reference/industries.ts';
import { formatWonLong } from '../korean/read-won.ts';
import { supportedSql } from '../reports/task-rules.ts';
import { scopeOf, walkSql } from './base.ts';
import { lookRule, rowsOf, ruleOf, whereRule, type QualityRule } from './rule.ts';

const won = (value: unknown): string => formatWonLong(Number(value));
const paid = "(SELECT sum(p.amount) FROM payment p WHERE p.task = t.id AND p._del = 0 AND p.fund = 'national')";
const day = 'coalesce(t.decided_on, t.found_on)';

/** SQL condition of a body that is no more; by the index over them. */
export const closedSql = (alias: string): string => `${alias}._del = 0 AND ${alias}.status IN ('closed', 'merged')`;

const overGranted = whereRule({ code: 'task.over-granted', severity: 'wrong', title: '국비가 선정 금액보다 많은 과제' }, 'task', {
  where: 't.fund_national > t.granted', more: 't.fund_national AS a, t.granted AS b', field: 'fund_national', tab: 'funds',
  say: (row) => `국비 ${won(row['a'])}이 선정 금액 ${won(row['b'])}보다 많습니다. 국비나 선정 금액을 고쳐 주세요.`,
});

const overPaid = whereRule({ code: 'task.over-paid', severity: 'wrong', title: '교부가 국비보다 많은 과제', reads: ['payment'] }, 'task', {
  where: `${paid} > coalesce(t.fund_national, 0)`, more: `${paid} AS a, coalesce(t.fund_national, 0) AS b`, field: 'fund_national', tab: 'funds',
  say: (row) => `교부한 국비 ${won(row['a'])}이 국비 ${won(row['b'])}보다 많습니다. 교부나 국비를 확인해 주세요.`,
});

const employeesUnknown = whereRule({ code: 'task.employees-unknown', severity: 'missing', title: '선정 당시 상시근로자를 모르는 과제', reads: ['task_step'] }, 'task', {
  where: `t.employees_at_decision IS NULL AND ${supportedSql('t')}`, more: 't.decided_on AS a', field: 'employees_at_decision',
  say: (row) => `결정일(${String(row['a'])})의 상시근로자 수가 없어 기업규모별 표에 ‘미상’으로 셉니다. 그때의 인원을 입력해 주세요.`,
});

const coordinatorRole = whereRule({ code: 'task.coordinator', severity: 'wrong', title: '코디네이터가 아닌 사람이 맡은 과제', reads: ['person.roles', 'person.*'] }, 'task', {
  // Who has a role is a handful, looked up once: the person of a task is only read where it is none of them.
  where: "t.coordinator NOT IN (SELECT r.id FROM person r WHERE r.roles > '' AND (',' || r.roles || ',' LIKE '%,coordinator,%' OR ',' || r.roles || ',' LIKE '%,lead-coordinator,%')) AND EXISTS (SELECT 1 FROM person p WHERE p.id = t.coordinator AND p._del = 0)",
  more: '(SELECT p.name FROM person p WHERE p.id = t.coordinator) AS a', field: 'coordinator',
  say: (row) => `${String(row['a'])}님의 역할에 코디네이터가 없습니다. 담당을 바꾸거나 사람 정보의 역할을 고쳐 주세요.`,
});

const firmClosed = whereRule({ code: 'task.firm-closed', severity: 'wrong', title: '주관기업이 문 닫은 뒤의 과제', reads: ['organisation.status', 'organisation.status_on', 'organisation.*'] }, 'task', {
  where: `t.lead_org IN (SELECT c.id FROM organisation c WHERE ${closedSql('c')}) AND (SELECT o.status_on FROM organisation o WHERE o.id = t.lead_org) < t.found_on`,
  more: '(SELECT o.status_on FROM organisation o WHERE o.id = t.lead_org) AS a, t.found_on AS b', field: 'lead_org',
  say: (row) => `주관기업이 ${String(row['a'])}에 문을 닫았는데 발굴일은 ${String(row['b'])}입니다. 승계한 기업인지 확인해 주세요.`,
});

const revisionFrom = `CASE o.industry_revision ${ksicRevisions.map((one) => `WHEN ${one.revision} THEN '${one.from}'`).join(' ')} END`;
const industryRevision = lookRule({ code: 'task.industry-revision', severity: 'look', title: '과제보다 나중에 나온 업종코드', reads: ['task.lead_org', 'organisation.industry_revision', 'organisation.*'] }, 'task', {
  numbersOf: (read, ids) => read.column<number>('SELECT n FROM task WHERE lead_org IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),
  candidates: `(SELECT ${revisionFrom} FROM organisation o INDEXED BY organisation_revision WHERE o.id = t.lead_org AND o.industry_revision IS NOT NULL) > ${day}`,
  say: (read, _input, ns) => rowsOf(read, 'task', ns, '1', `t.lead_org AS firm, ${day} AS a, (SELECT o.industry_revision FROM organisation o WHERE o.id = t.lead_org) AS b`).map((row) => ({
    n: row.n, message: `주관기업의 업종코드는 ${String(row['b'])}차인데 과제는 ${String(row['a'])}의 것입니다. 업종별 표에 쓰기 전에 그때의 코드를 확인해 주세요.`,
    field: 'industry_revision', tab: null, at: { table: 'organisation', id: String(row['firm']), tab: null, field: 'industry_revision' },
  })),
});

const firstNational = lookRule({ code: 'task.first-national', severity: 'wrong', title: '첫 국가R&D가 아닌 ‘예’', reads: ['task', 'task_step', 'participant', 'organisation', 'support_rule'] }, 'task', {
  candidates: "t.first_national_rnd = 'yes'",
  say: (read, _input, ns) => rowsOf(read, 'task', ns, "t.first_national_rnd = 'yes'", 't.id').flatMap((row) => {
    const why = whyNotFirst(firstNationalCheck(read, String(row['id'])));
    return why ? [{ n: row.n, message: why.message, field: 'first_national_rnd', tab: 'outcomes' }] : [];
  }),
});

const firstNationalOpen = whereRule({ code: 'task.first-national-open', severity: 'missing', title: '첫 국가R&D를 정하지 않은 과제', reads: ['task_step', 'support_rule'] }, 'task', {
  where: `t.first_national_rnd IS NULL AND ${rndSupportSql('t.support_type')} AND ${supportedSql('t')}`, field: 'first_national_rnd', tab: 'outcomes',
  say: () => '선정된 R&D 과제인데 첫 국가R&D인지 정하지 않았습니다. 기업의 이력을 보고 골라 주세요.',
});

const duplicateNumber = whereRule({ code: 'task.duplicate-number', severity: 'wrong', title: '두 과제가 같은 번호' }, 'task', {
  where: 'EXISTS (SELECT 1 FROM task d WHERE d.task_no = t.task_no AND d.n <> t.n AND d._del = 0)', more: 't.task_no AS a', field: 'task_no',
  say: (row) => `과제번호 ${String(row['a'])}을(를) 다른 과제도 씁니다. 두 기기에서 따로 붙인 번호일 수 있습니다. 한쪽을 고쳐 주세요.`,
});

const midCheckOutside = whereRule({ code: 'task.mid-check-outside', severity: 'wrong', title: '수행 기간 밖의 중간점검', reads: ['mid_check', 'task_step'] }, 'task', {
  where: `EXISTS (SELECT 1 FROM mid_check m WHERE m.task = t.id AND m._del = 0 AND (m.on_date < t.start_on OR m.on_date > ${endedOnSql('t')}))`, field: 'mid_check', tab: 'outcomes',
  say: () => '중간점검일이 수행 시작 전이거나 끝난 뒤입니다. 점검일이나 수행 기간을 고쳐 주세요.',
});

/** Years first, then the task that ended last: as `mostOverdueFirst`, in one number. */
const rankOf = ({ year, ended }: { year: number; ended: string }): number => year * 1e9 - Number(ended.replaceAll('-', ''));

const followUp: QualityRule = ruleOf({
  code: 'task.follow-up', severity: 'late', title: '사후관리 성과를 넣지 않은 과제', base: 'task', reads: ['task.*', 'task.status', 'task.completed_on', 'task.coordinator', 'task.office', 'task_step', 'performance', 'period_rule', 'account'],
  hits: (read, input) => {
    const lines = waitingYears(read, input).filter((line) => line.state === 'overdue').sort(mostOverdueFirst);
    const scope = scopeOf(read, 'task', { person: null, office: input.office ?? null });
    if (scope.sql === '') return lines.map(({ n }) => n);
    const ours = new Set(read.column<number>(walkSql('task', scope.sql, 't.n', "t.status IN ('completed', 'stopped', 'follow-up')"), scope.given));
    return lines.flatMap(({ n }) => (ours.has(n) ? [n] : []));
  },
  say: (read, input, ns) => yearsWaitingFor(read, input.today, ns).filter((line) => line.state === 'overdue').map((line) => (
    { n: line.n, rank: rankOf(line), message: `${line.year}년 성과를 ${line.year + 1}-03-31까지 넣어야 했습니다. 없으면 ‘실적 없음’을 눌러 주세요.`, field: `performance.${line.year}`, tab: 'outcomes' })),
});

export const taskFactRules: readonly QualityRule[] = [
  overGranted, overPaid, employeesUnknown, coordinatorRole, firmClosed, industryRevision, firstNational, firstNationalOpen, duplicateNumber, midCheckOutside, followUp,
];
