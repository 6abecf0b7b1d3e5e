/** Follow-up (사후관리): for which years after its end a task's results are asked for, and until when. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { periodRuleOn, rulesOfDays } from '../program/rules.ts';
import { endedOnSql, endOf } from './ended.ts';
import { isEnteredSql } from './results.ts';

/** `later`: the year is not over. `due`: to be entered by `due_on`. */
export type DueState = 'entered' | 'later' | 'due' | 'overdue';
export type DueYear = { year: number; due_on: string; state: DueState };

/** Results of a year are handed in by 31 March of the next: the program year ends that day. */
export const deadlineOf = (year: number): string => `${year + 1}-03-31`;

const stateOf = (year: number, isEntered: boolean, today: string): DueState => {
  if (isEntered) return 'entered';
  if (year >= Number(today.slice(0, 4))) return 'later';
  return today <= deadlineOf(year) ? 'due' : 'overdue';
};

/** The years asked for after an end on a day, by the period rule of that day. */
export const askedYears = (endedOn: string, count: number): number[] => Array.from({ length: count }, (_, index) => Number(endedOn.slice(0, 4)) + 1 + index);

/** Calendar years whose results are asked for: those after the end, done or stopped; none while the task goes on. */
export const yearsAfterEnd = (read: Reader, task: string): number[] => {
  const end = endOf(read, task);
  return end ? askedYears(end.on, periodRuleOn(read, end.on).follow_up_years) : [];
};

/** Years asked for after a task's end, each with what has become of it; none while the task goes on. */
export const dueYears = (read: Reader, task: string, today: string = dayOf(Date.now())): DueYear[] => {
  const entered = new Set(read.column<number>(`SELECT p.year FROM performance p WHERE p.task = ? AND ${isEnteredSql('p')}`, [task]));
  return yearsAfterEnd(read, task).map((year) => ({ year, due_on: deadlineOf(year), state: stateOf(year, entered.has(year), today) }));
};

/** One year of one task that waits to be entered. */
export type DueLine = { task: string; title: string; organisation_name: string | null; coordinator: string | null; coordinator_name: string | null; year: number; due_on: string; state: 'due' | 'overdue' };

type Whose = { person: string | null; today: string };

/** One year of one task that waits, by its row number: what is counted, before anything is called by its name. */
export type Waiting = { n: number; ended: string; year: number; state: 'due' | 'overdue' };

/** States that ask for results: a closed task asks for nothing. */
export const askingSql = "t._del = 0 AND t.status IN ('completed', 'stopped', 'follow-up')";

const endedColumns = `t.n, ${endedOnSql('t')} AS ended, (SELECT group_concat(p.year) FROM performance p WHERE p.task = t.id AND ${isEnteredSql('p')}) AS entered`;

/** Tasks that are over with their end and the years entered; by the index over them, which holds what is asked. */
export const endedTasksSql = (ofPerson: boolean): string =>
  `SELECT ${endedColumns} FROM task t INDEXED BY task_ended WHERE ${askingSql}${ofPerson ? ' AND t.coordinator = :person' : ''}`;

/** Every year that waits, in no order; of one coordinator, or of all (null). */
export const waitingYears = (read: Reader, { person, today }: Whose): Waiting[] => waitingOf(read, today, read.all<Ended>(endedTasksSql(person !== null), { person }));

/** The years that wait of these tasks, by row number. */
export const yearsWaitingFor = (read: Reader, today: string, ns: readonly number[]): Waiting[] =>
  waitingOf(read, today, read.all<Ended>(`SELECT ${endedColumns} FROM task t WHERE t.n IN (SELECT value FROM json_each(?)) AND ${askingSql}`, [JSON.stringify(ns)]));

type Ended = { n: number; ended: string | null; entered: string | null };

const waitingOf = (read: Reader, today: string, tasks: readonly Ended[]): Waiting[] => {
  const { period } = rulesOfDays(read);
  return tasks.flatMap(({ n, ended, entered }) => {
    if (ended === null) return [];
    const has = entered === null ? [] : entered.split(',').map(Number);
    return askedYears(ended, period(ended).follow_up_years).flatMap((year): Waiting[] => {
      const state = stateOf(year, has.includes(year), today);
      return state === 'due' || state === 'overdue' ? [{ n, ended, year, state }] : [];
    });
  });
};

/** The most overdue first; of one day, the task that ended last. */
export const mostOverdueFirst = (a: Waiting, b: Waiting): number => a.year - b.year || (a.ended === b.ended ? a.n - b.n : a.ended < b.ended ? 1 : -1);

/** The first few in that order, without putting hundreds of thousands in order. */
export const mostOverdue = (waiting: readonly Waiting[], few: number): Waiting[] => {
  const byYear = Map.groupBy(waiting, ({ year }) => year);
  const first: Waiting[] = [];
  for (const year of [...byYear.keys()].sort((a, b) => a - b)) {
    if (first.length >= few) break;
    first.push(...byYear.get(year) ?? []);
  }
  return first.sort(mostOverdueFirst).slice(0, few);
};

type Named = Pick<DueLine, 'task' | 'title' | 'organisation_name' | 'coordinator' | 'coordinator_name'> & { n: number };

/** Years that wait, with the names of task, firm and coordinator. */
export const namedLines = (read: Reader, waiting: readonly Waiting[]): DueLine[] => {
  const names = new Map(read.all<Named>(
    `SELECT t.n, t.id AS task, t.title, o.name AS organisation_name, t.coordinator, c.name AS coordinator_name FROM json_each(?) j JOIN task t ON t.n = j.value
     LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person c ON c.id = t.coordinator`, [JSON.stringify([...new Set(waiting.map(({ n }) => n))])]).map((row) => [row.n, row]));
  return waiting.flatMap(({ n, year, state }): DueLine[] => {
    const named = names.get(n);
    return named ? [{ task: named.task, title: named.title, organisation_name: named.organisation_name, coordinator: named.coordinator, coordinator_name: named.coordinator_name, year, due_on: deadlineOf(year), state }] : [];
  });
};

/** Every year that waits, the most overdue first; of one coordinator, or of all (null). */
export const dueLines = (read: Reader, whose: Whose): DueLine[] => namedLines(read, waitingYears(read, whose).sort(mostOverdueFirst));

export const dueFollowUps = query('outcomes.due', (read, whose: Whose) => dueLines(read, whose), { lane: 'long' });
