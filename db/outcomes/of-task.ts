/** Everything that became of one task, for its tab 성과·사후. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dueYears, type DueYear } from './due-years.ts';
import { endOf, type Ended } from './ended.ts';
import { firstNationalCheck, type FirstNational } from './first-national.ts';
import { totalsOf, yearsOf, type Totals, type YearLine } from './results.ts';

export type MidCheckLine = { id: string; on_date: string; checker: string; checker_name: string | null; result: string; opinion: string | null };
export type OutputLine = { id: string; kind: string; title: string; number: string | null; on_date: string | null; amount: number | null; memo: string | null };
export type FollowOnLine = { id: string; program: string; body: string | null; year: number; amount: number | null; memo: string | null };

export type OutcomesOfTask = {
  ended: Ended | null;
  midChecks: MidCheckLine[];
  outputs: OutputLine[];
  /** 성과 없음 확인: somebody has looked, and there is nothing. */
  hasNoOutputs: boolean;
  /** Years entered, oldest first, with their sums. */
  years: YearLine[];
  totals: Totals;
  due: DueYear[];
  /** First and last calendar year in which figures can be entered. */
  firstYear: number;
  lastYear: number;
  followOns: FollowOnLine[];
  answer: string | null;
  firstNational: FirstNational;
};

export const outcomesOf = (read: Reader, task: string, today: string): OutcomesOfTask => {
  const row = read.get<{ begun: string | null; none: number | null; answer: string | null }>(
    'SELECT coalesce(start_on, agreed_on, decided_on, found_on) AS begun, has_no_outputs AS none, first_national_rnd AS answer FROM task WHERE id = ?', [task]);
  const years = yearsOf(read, task);
  const thisYear = Number(today.slice(0, 4));
  return {
    ended: endOf(read, task),
    midChecks: read.all('SELECT m.id, m.on_date, m.checker, p.name AS checker_name, m.result, m.opinion FROM mid_check m LEFT JOIN person p ON p.id = m.checker WHERE m.task = ? AND m._del = 0 ORDER BY m.on_date, m.n', [task]),
    outputs: read.all('SELECT id, kind, title, number, on_date, amount, memo FROM output WHERE task = ? AND _del = 0 ORDER BY on_date IS NULL, on_date, n', [task]),
    hasNoOutputs: row?.none === 1,
    years, totals: totalsOf(years), due: dueYears(read, task, today),
    firstYear: Number((row?.begun ?? today).slice(0, 4)), lastYear: thisYear,
    followOns: read.all('SELECT id, program, body, year, amount, memo FROM follow_on WHERE task = ? AND _del = 0 ORDER BY year, n', [task]),
    answer: row?.answer ?? null,
    firstNational: firstNationalCheck(read, task),
  };
};

/** The same in a reader thread. */
export const outcomesQuery = query('outcomes.of-task', (read, { id, today }: { id: string; today: string }) => outcomesOf(read, id, today));
