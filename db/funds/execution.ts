/** 예산·집행: budget against execution by office, support type and program year (domain.md §13 T8), and the records behind each number. */
import { asRows } from '../device/selection.ts';
import { keptWhile } from '../kernel/kept.ts';
import { query, type QueryContext } from '../kernel/query.ts';
import { numbersSql } from '../kernel/values.ts';
import type { Reader } from '../kernel/reader.ts';
import { officesOf, supportRulesOn } from '../program/rules.ts';
import { byName, supportNames } from '../program/support-names.ts';
import { yearOfProgramNumber } from '../reference/program-years.ts';
import { executionRules, executionSets, nationalCountSql, taskSumsSql, type ExecutionMeasure } from './execution-sets.ts';
import { percentOf } from './shares.ts';

export type { ExecutionMeasure } from './execution-sets.ts';

/** What a row stands for; a part that is left out is not narrowed. `''` and 0 are the tasks that say nothing. */
export type ExecutionPlace = { office?: string | undefined; support_type?: string | undefined; program_year?: number | undefined };

export type ExecutionNumbers = Record<ExecutionMeasure, number> & {
  /** Selected tasks. */
  tasks: number;
  /** Budget less spent. */
  left: number;
  /** Spent of the budget in percent, one decimal; null without a budget. */
  rate: string | null;
};

export type ExecutionRow = ExecutionNumbers & { key: string; kind: 'detail' | 'subtotal' | 'total'; at: ExecutionPlace; office: string; supportName: string };

export type ExecutionTable = {
  /** Program year shown; null = all of them. */
  year: number | null;
  rows: ExecutionRow[];
  /** Program years in which anything is recorded, newest first. */
  years: number[];
  /** Offices to choose from where a budget is entered. */
  offices: string[];
  /** Support types with money that are open in the year shown; none while all years are. */
  types: { code: string; ko: string }[];
  notes: string[];
};

type Group = { office: string; support_type: string; program_year: number; amount: number };
type Sums = Record<ExecutionMeasure, number> & { tasks: number };

const nothing = (): Sums => ({ budget: 0, granted: 0, paid: 0, spent: 0, tasks: 0 });

const numbersOf = (sums: Sums): ExecutionNumbers => ({ ...sums, left: sums.budget - sums.spent, rate: percentOf(sums.spent, sums.budget) });

const added = (rows: readonly Sums[]): Sums => rows.reduce((sum, row) => ({ budget: sum.budget + row.budget, granted: sum.granted + row.granted, paid: sum.paid + row.paid, spent: sum.spent + row.spent, tasks: sum.tasks + row.tasks }), nothing());

type Place = { office: string; support_type: string; program_year: number; sums: Sums };

type TaskSums = { office: string; support_type: string; program_year: number; granted: number; tasks: number; paid: number; payments: number; spent: number; spendings: number };

/** Counted over every task: kept while nothing of it is written. */
const taskSums = keptWhile(
  ['task.*', 'task.office', 'task.support_type', 'task.program_year', 'task.fund_national', 'task.granted', 'task.status', 'task.decided_on', 'task_step', 'payment', 'spending'],
  (read, { year }: { year: number | null }) => read.all<TaskSums>(taskSumsSql(year !== null), { year }));

const placesOf = (read: Reader, year: number | null, nameOf: (code: string) => string, context: QueryContext): Place[] => {
  const places = new Map<string, Place>();
  const placeAt = ({ office, support_type, program_year }: Pick<TaskSums, 'office' | 'support_type' | 'program_year'>): Sums => {
    const key = JSON.stringify([office, support_type, program_year]);
    const found = places.get(key) ?? { office, support_type, program_year, sums: nothing() };
    places.set(key, found);
    return found.sums;
  };
  for (const row of taskSums(read, { year }, context)) Object.assign(placeAt(row), { granted: row.granted, tasks: row.tasks, paid: row.paid, spent: row.spent });
  for (const row of read.all<Group>(`SELECT office, support_type, program_year, coalesce(sum(amount), 0) AS amount FROM (${executionSets.budget}) WHERE :year IS NULL OR program_year = :year GROUP BY 1, 2, 3`, { year })) placeAt(row).budget = row.amount;
  return [...places.values()].sort((one, other) => byName(one.office, other.office) || byName(nameOf(one.support_type), nameOf(other.support_type)) || one.support_type.localeCompare(other.support_type) || one.program_year - other.program_year);
};

/** Payments and spending whose task is deleted or has not arrived: those there are less those of tasks. */
const orphansOf = (read: Reader, context: QueryContext): number => {
  const ofTasks = taskSums(read, { year: null }, context).reduce((sum, row) => sum + row.payments + row.spendings, 0);
  return (read.value<number>(nationalCountSql('payment')) ?? 0) + (read.value<number>(nationalCountSql('spending')) ?? 0) - ofTasks;
};

const rowsOf = (places: readonly Place[], year: number | null, nameOf: (code: string) => string): ExecutionRow[] => {
  const within: ExecutionPlace = year === null ? {} : { program_year: year };
  const offices = [...new Set(places.map((one) => one.office))];
  const rows = offices.flatMap((office): ExecutionRow[] => {
    const own = places.filter((one) => one.office === office);
    return [
      ...own.map(({ support_type, program_year, sums }): ExecutionRow => ({
        key: JSON.stringify([office, support_type, program_year]), kind: 'detail', at: { office, support_type, program_year }, office, supportName: nameOf(support_type), ...numbersOf(sums) })),
      { key: JSON.stringify([office]), kind: 'subtotal', at: { ...within, office }, office, supportName: '', ...numbersOf(added(own.map((one) => one.sums))) },
    ];
  });
  return rows.length === 0 ? [] : [...rows, { key: 'total', kind: 'total', at: within, office: '', supportName: '', ...numbersOf(added(places.map((one) => one.sums))) }];
};

const notesOf = (read: Reader, places: readonly Place[], context: QueryContext): string[] => {
  const orphans = orphansOf(read, context);
  const without = places.filter(({ sums }) => sums.budget === 0 && (sums.granted > 0 || sums.paid > 0 || sums.spent > 0)).length;
  return [
    ...executionRules.map((rule) => `※ ${rule}`),
    ...(without > 0 ? [`※ 예산이 적히지 않은 줄이 ${without}개 있습니다. 그 줄의 예산은 0원으로 셉니다.`] : []),
    ...(orphans > 0 ? [`※ 과제가 삭제되었거나 도착하지 않은 교부·집행 ${orphans}건은 들어 있지 않습니다.`] : []),
  ];
};

export const executionTable = query('funds.execution', (read, { year }: { year: number | null }, context): ExecutionTable => {
  const nameOf = supportNames(read);
  const places = placesOf(read, year, nameOf, context);
  const years = read.column<number>(`SELECT program_year FROM office_budget WHERE _del = 0 UNION ${numbersSql('task', 'program_year')} ORDER BY 1 DESC`);
  const budgeted = read.column<string>('SELECT DISTINCT office FROM office_budget WHERE _del = 0');
  const types = year === null ? [] : supportRulesOn(read, `${yearOfProgramNumber(year)}-04-01`).filter((rule) => rule.is_money).map((rule) => ({ code: rule.code, ko: rule.name }));
  return { year, rows: rowsOf(places, year, nameOf), years, types, offices: [...new Set([...officesOf(read), ...budgeted])].sort(byName), notes: notesOf(read, places, context) };
}, { lane: 'long' });

export type ExecutionRecord = { id: string; task: string | null; title: string | null; office: string; support_type: string; program_year: number; on_date: string | null; what: string | null; amount: number | null };

export type ExecutionRecordsInput = { measure: ExecutionMeasure; at: ExecutionPlace };

const narrowed = ({ measure, at }: ExecutionRecordsInput): { from: string; given: Record<string, string | number | null> } => ({
  from: `FROM (${executionSets[measure]}) WHERE (:office IS NULL OR office = :office) AND (:support_type IS NULL OR support_type = :support_type) AND (:program_year IS NULL OR program_year = :program_year)`,
  given: { office: at.office ?? null, support_type: at.support_type ?? null, program_year: at.program_year ?? null },
});

const mostShown = 1000;

/** The records that add up to a number: the first 1,000 by day, with count and sum of all. */
export const executionRecords = query('funds.execution-records', (read, input: ExecutionRecordsInput): { records: ExecutionRecord[]; count: number; sum: number } => {
  const { from, given } = narrowed(input);
  const all = read.get<{ count: number; sum: number }>(`SELECT count(*) AS count, coalesce(sum(amount), 0) AS sum ${from}`, given);
  return { records: read.all<ExecutionRecord>(`SELECT id, task, title, office, support_type, program_year, on_date, what, amount ${from} ORDER BY on_date, title, id LIMIT ${mostShown}`, given), count: all?.count ?? 0, sum: all?.sum ?? 0 };
}, { lane: 'long' });

/** The tasks behind a number, each once. */
export const executionTasks = query('funds.execution-tasks', (read, { label, ...input }: ExecutionRecordsInput & { label: string }) => {
  const { from, given } = narrowed(input);
  return asRows(read, { table: 'task', label, ids: read.column<string>(`SELECT DISTINCT task ${from} AND task IS NOT NULL ORDER BY 1`, given) });
}, { lane: 'long' });
