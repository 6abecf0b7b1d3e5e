/** The sets of records behind the numbers of 예산·집행: one condition makes a number and the list behind it. */
import { fundKinds } from '../reference/choices/money.ts';
import { supportedSql } from '../reports/task-rules.ts';

export type ExecutionMeasure = 'budget' | 'granted' | 'paid' | 'spent';

/** Where in the table a record counts; '' and 0 where its task says nothing. */
const place = "coalesce(t.office, '') AS office, coalesce(t.support_type, '') AS support_type, coalesce(t.program_year, 0) AS program_year";
const national = fundKinds[0].code;

/** SELECT of each set, one row for each record that adds to the number: place, id, task, title, on_date, what, amount. */
export const executionSets: Readonly<Record<ExecutionMeasure, string>> = {
  budget: `SELECT b.office, b.support_type, b.program_year, b.id, NULL AS task, NULL AS title, NULL AS on_date, b.memo AS what, b.amount FROM office_budget b WHERE b._del = 0`,
  granted: `SELECT ${place}, t.id, t.id AS task, t.title, t.decided_on AS on_date, t.task_no AS what, coalesce(t.fund_national, t.granted) AS amount FROM task t WHERE ${supportedSql('t')}`,
  paid: `SELECT ${place}, p.id, t.id AS task, t.title, p.paid_on AS on_date, p.memo AS what, p.amount FROM payment p JOIN task t ON t.id = p.task WHERE p._del = 0 AND t._del = 0 AND p.fund = '${national}'`,
  spent: `SELECT ${place}, s.id, t.id AS task, t.title, s.spent_on AS on_date, s.item AS what, s.amount FROM spending s JOIN task t ON t.id = s.task WHERE s._del = 0 AND t._del = 0 AND s.fund = '${national}'`,
};

/**
 * The sums of all sets of tasks in one walk over the tasks, their payments and spending counted in the indexes over the task:
 * office, support_type, program_year, then amount and records of each. A place nothing is recorded at has no row: summed again in HAVING, where
 * a bare name would be the column of any one task.
 */
export const taskSumsSql = (ofYear: boolean): string => {
  const isSupported = `(${supportedSql('t')})`;
  const money = (table: string, value: string): string => `(SELECT ${value} FROM ${table} m WHERE m.task = t.id AND m._del = 0 AND m.fund = '${national}')`;
  return `SELECT office, support_type, program_year, sum(granted) AS granted, sum(is_supported) AS tasks, sum(paid) AS paid, sum(payments) AS payments, sum(spent) AS spent, sum(spendings) AS spendings FROM (
    SELECT ${place}, CASE WHEN ${isSupported} THEN coalesce(t.fund_national, t.granted, 0) ELSE 0 END AS granted, CASE WHEN ${isSupported} THEN 1 ELSE 0 END AS is_supported,
      ${money('payment', 'coalesce(sum(m.amount), 0)')} AS paid, ${money('payment', 'count(*)')} AS payments, ${money('spending', 'coalesce(sum(m.amount), 0)')} AS spent, ${money('spending', 'count(*)')} AS spendings
    FROM task t WHERE t._del = 0${ofYear ? ' AND coalesce(t.program_year, 0) = :year' : ''})
    GROUP BY 1, 2, 3 HAVING sum(is_supported) + sum(payments) + sum(spendings) > 0`;
};

/** SQL of how many live payments or spendings of national money there are, their task or not. */
export const nationalCountSql = (table: 'payment' | 'spending'): string => `SELECT count(*) FROM ${table} m WHERE m._del = 0 AND m.fund = '${national}'`;

/** Printed under the table. */
export const executionRules: readonly string[] = [
  '예산은 지사가 지원유형과 차년도마다 적은 국비 예산입니다.',
  '선정 국비는 지원(선정) 과제의 국비(사업비 구성에 없으면 선정 금액)의 합입니다.',
  '교부와 집행은 국비만 더하며 과제의 담당 지사·지원유형·차년도로 나눕니다.',
  '잔액은 예산에서 집행을 뺀 금액이고 집행률은 예산에 대한 집행의 비율입니다.',
];
