/** The board: tasks by state, counted exactly, with the first cards of each column. */
import type { Cell } from '../kernel/field.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { periodRuleOn } from '../program/rules.ts';
import { taskStates } from '../reference/choices/task.ts';
import { settledStates } from '../tasks/workflow.ts';
import { scopeSql } from './scope.ts';
import type { Board, BoardCard, BoardRequest, Scope } from './work-types.ts';

const settled = new Set<string>(settledStates);

/** What waits comes first by the day it waits for; what is settled, the newest first. */
const orderIn = (state: string): string => (settled.has(state)
  ? 'coalesce(t.completed_on, t.settled_on, t.decided_on, t.found_on) DESC, t.n DESC'
  : '"dueOn" IS NULL, "dueOn", t.found_on DESC, t.n DESC');

const dueIn = (state: string): string => (settled.has(state) ? 'NULL' : state === 'on-hold' ? 'coalesce(t.review_on, t.end_on)' : 't.end_on');

/** SQL of one column's cards, for the query and for tests that look at its plan. */
export const cardsSql = (scope: Scope, state: string, limit: number): { sql: string; parameters: Cell[] } => {
  const { from, where, parameters } = scopeSql(scope, ['o', 'p']);
  return {
    sql: `SELECT t.id, t.title, t.status, t.task_no AS "taskNo", o.name AS firm, p.name AS coordinator, ${dueIn(state)} AS "dueOn", coalesce(t.total_cost, t.granted, t.planned_cost) AS money
      FROM ${from} WHERE t.status = ? AND ${where} ORDER BY ${orderIn(state)} LIMIT ?`,
    parameters: [state, ...parameters, limit],
  };
};

/** SQL of the counts by state. */
export const countsSql = (scope: Scope): { sql: string; parameters: Cell[] } => {
  const { from, where, parameters } = scopeSql(scope);
  return { sql: `SELECT t.status AS state, count(*) AS tasks FROM ${from} WHERE ${where} GROUP BY t.status`, parameters };
};

/** @throws Refusal `invalid` */
export const readBoard = (read: Reader, { columns, ...scope }: BoardRequest): Board => {
  const { sql, parameters } = countsSql(scope);
  const found = new Map(read.all<{ state: string | null; tasks: number }>(sql, parameters).map((row) => [row.state ?? '', row.tasks]));
  return {
    counts: Object.fromEntries(taskStates.map(({ code }) => [code, found.get(code) ?? 0])),
    total: [...found.values()].reduce((sum, tasks) => sum + tasks, 0),
    cards: Object.fromEntries(columns.map(({ state, limit }) => {
      const cards = cardsSql(scope, state, limit);
      return [state, read.all<BoardCard>(cards.sql, cards.parameters)];
    })),
    off: [...periodRuleOn(read, dayOf(Date.now())).states_off],
  };
};

export const boardQuery = query('work-board', (read, request: BoardRequest) => readBoard(read, request));
