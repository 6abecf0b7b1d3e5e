/** The tasks a view of the work looks at, by the very conditions of the list of tasks: so counts cannot differ. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { Cell } from '../kernel/field.ts';
import { conditionOf, quickCondition, type ListColumn } from '../kernel/list-filter.ts';
import { filterInput } from '../kernel/list-input.ts';
import { query } from '../kernel/query.ts';
import { numbersSql } from '../kernel/values.ts';
import { taskOfficesSql } from '../program/rules.ts';
import { taskListSpec } from '../tasks/list.ts';
import type { Scope, ScopeOptions } from './work-types.ts';

export const scopeInput = z.object({ quick: z.string().max(200).nullable(), filter: z.record(z.string(), filterInput) });

/** `FROM` and `WHERE` of the live tasks of a scope; the task is `t`. */
export type ScopeSql = { from: string; where: string; parameters: Cell[] };

/** @throws Refusal `invalid` for a condition the list of tasks does not have */
const columnOf = (name: string): ListColumn => {
  const column = taskListSpec.columns[name];
  if (!column) throw new Refusal('invalid', `과제 목록에 없는 조건입니다: ${name}`, [{ field: 'filter', value: name, message: '조건을 지우고 다시 고르세요.' }]);
  return column;
};

/** @param joins aliases of the list's joins that are needed anyway */
export const scopeSql = ({ quick, filter }: Scope, joins: readonly string[] = []): ScopeSql => {
  const parts = [
    ...Object.entries(filter).map(([name, one]) => conditionOf(columnOf(name), one)),
    ...(quick ? [quickCondition(taskListSpec.quick.map(columnOf), quick)] : []),
  ];
  const needed = new Set([...joins, ...parts.flatMap((part) => part.joins)]);
  return {
    from: ['task t', ...Object.entries(taskListSpec.joins ?? {}).filter(([alias]) => needed.has(alias)).map(([, sql]) => sql)].join(' '),
    where: ['t._del = 0', ...parts.map((part) => part.sql)].join(' AND '),
    parameters: parts.flatMap((part) => part.parameters),
  };
};

/** Counted in the index over coordinators; their names are looked up once each. */
export const coordinatorsSql = 'SELECT p.id, p.name, g.tasks FROM (SELECT coordinator, count(*) AS tasks FROM task WHERE _del = 0 GROUP BY coordinator) g JOIN person p ON p.id = g.coordinator ORDER BY p.name, p.id';

/** Coordinators, offices and program years there are tasks of. */
export const scopeOptions = query('work-options', (read): ScopeOptions => ({
  coordinators: read.all(coordinatorsSql),
  offices: read.column<string>(`${taskOfficesSql} ORDER BY 1`),
  years: read.column<number>(`${numbersSql('task', 'program_year')} ORDER BY 1 DESC`),
}));
