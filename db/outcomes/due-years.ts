/** Follow-up (사후관리): for which years after its end a task's results are asked for, and until when. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { periodRuleOn } from '../program/rules.ts';
import { endedOnSql, endOf } from './ended.ts';
import { isEnteredSql } from './results.ts';

/** `later`: the year is not over. `due`: to be entered by `due_on`. */
export type DueState = 'entered' | 'later' | 'due' | 'overdue';
export type DueYear = { year: number; due_on: string; state: DueState };

/** Results of a year are handed in by 31 March of the next: the program year ends that day. */
const deadlineOf = (year: number): string => `${year + 1}-03-31`;

const stateOf = (year: number, isEntered: boolean, today: string): DueState => {
  if (isEntered) return 'entered';
  if (year >= Number(today.slice(0, 4))) return 'later';
  return today <= deadlineOf(year) ? 'due' : 'overdue';
};

/** The years asked for after an end on a day, by the period rule of that day. */
const askedYears = (endedOn: string, count: number): number[] => Array.from({ length: count }, (_, index) => Number(endedOn.slice(0, 4)) + 1 + index);

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

type Candidate = Pick<DueLine, 'task' | 'title' | 'organisation_name' | 'coordinator' | 'coordinator_name'> & { ended: string | null; entered: string | null };

/** Every year that waits, the most overdue first; of one coordinator, or of all (null). A closed task asks for nothing. */
export const dueLines = (read: Reader, { person, today }: { person: string | null; today: string }): DueLine[] => {
  const candidates = read.all<Candidate>(
    `SELECT t.id AS task, t.title, o.name AS organisation_name, t.coordinator, c.name AS coordinator_name, ${endedOnSql('t')} AS ended,
       (SELECT group_concat(p.year) FROM performance p WHERE p.task = t.id AND ${isEnteredSql('p')}) AS entered
     FROM task t LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person c ON c.id = t.coordinator
     WHERE t._del = 0 AND t.status IN ('completed', 'stopped', 'follow-up') AND ${person === null ? '1' : 't.coordinator = :person'}`, { person });
  const countOn = new Map<string, number>();
  const countOf = (day: string): number => {
    const known = countOn.get(day) ?? periodRuleOn(read, day).follow_up_years;
    countOn.set(day, known);
    return known;
  };
  return candidates.flatMap(({ ended, entered, ...line }) => {
    if (ended === null) return [];
    const has = new Set((entered ?? '').split(',').map(Number));
    return askedYears(ended, countOf(ended)).flatMap((year): DueLine[] => {
      const state = stateOf(year, has.has(year), today);
      return state === 'due' || state === 'overdue' ? [{ ...line, year, due_on: deadlineOf(year), state }] : [];
    });
  }).sort((a, b) => a.due_on.localeCompare(b.due_on) || a.title.localeCompare(b.title, 'ko'));
};

export const dueFollowUps = query('outcomes.due', dueLines);
