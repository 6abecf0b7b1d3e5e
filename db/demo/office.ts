/** What an office keeps for itself: its rule for small tasks, its budgets, the views it shares. */
import { setOfficeBudget } from '../funds/write-funds.ts';
import type { Tx } from '../kernel/write.ts';
import { periodRule } from '../program/fields.ts';
import { programNumberOn } from '../tasks/create.ts';
import { writeContent } from '../views/content.ts';
import { savedView } from '../views/fields.ts';
import type { ViewContent } from '../views/view-types.ts';
import { offices, visitor } from './offices.ts';

/** Below ten million won the lead coordinator decides, as in 2008 (domain.md R1). Shipped periods after 2011 have no such route. */
export const putRules = (tx: Tx): void => {
  tx.create(periodRule, { name: '예시 소액과제 기준', valid_from: '2017-04-01', small_task_below: 10_000_000, source: '예시', note: '예시 자료입니다. 사업 공고의 규칙이 아닙니다.' });
};

/** Budgets of this and the last program year, half as much again as the tasks of the office have been given, and never nothing. */
export const putOfficeBudgets = (tx: Tx): void => {
  const thisYear = programNumberOn(tx.today) ?? 22;
  const granted = tx.read.all<{ office: string; type: string; year: number; sum: number }>(
    'SELECT office, support_type AS type, program_year AS year, sum(granted) AS sum FROM task WHERE granted > 0 AND program_year >= ? AND _del = 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3', [thisYear - 1]);
  for (const { office, type, year, sum } of granted) setOfficeBudget(tx, { office, support_type: type, program_year: year }, Math.ceil((sum * 1.3) / 50_000_000) * 50_000_000, '예시 배정액');
  for (const office of offices) setOfficeBudget(tx, { office, support_type: 'prototype', program_year: thisYear }, 60_000_000, '예시 배정액');
};

const view = (filters: ViewContent['filters'], sort: ViewContent['sort']): ViewContent => ({ filters, sort, columns: null, quick: null });

/** Two views everybody sees. */
export const putViews = (tx: Tx): void => {
  const views = [
    ['tasks', '심의 기다리는 과제', view({ status: { op: 'in', values: ['planning', 'under-review'] } }, [{ column: 'found_on', descending: false }])],
    ['sessions', '최근 30일 상담', view({ visit_on: { op: 'range', from: '@today-30', to: '@today' } }, [{ column: 'visit_on', descending: true }])],
  ] as const;
  for (const [screen, name, content] of views) tx.create(savedView, { screen, name, content: writeContent(screen, content), is_shared: 1, owner: visitor.number + 10 });
};
