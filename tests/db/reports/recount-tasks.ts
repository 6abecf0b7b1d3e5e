/** T1 and T2 counted again with plain loops over the raw rows, from the printed rules and nothing else. */
import type { Store } from '../../../db/kernel/store.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';

type Row = Record<string, string | number | null>;
type Task = Row & { id: string; status: string; lead_org: string; found_on: string; decided_on: string | null };

const chosen = ['selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'completed', 'stopped', 'follow-up', 'closed'];

export const readTasks = (store: Store): { tasks: Task[]; steps: Row[] } => ({
  tasks: store.read.all<Task>('SELECT * FROM task').filter((one) => one['_del'] === 0),
  steps: store.read.all<Row>('SELECT * FROM task_step').filter((one) => one['_del'] === 0),
});

const newest = (steps: readonly Row[]): Row | undefined => {
  let best: Row | undefined;
  for (const step of steps) {
    if (!best || String(step['on_date']) > String(best['on_date']) || (step['on_date'] === best['on_date'] && String(step['id']) > String(best['id']))) best = step;
  }
  return best;
};

/** The program year begins on the first of April. */
const yearOfDay = (day: string, kind: ReportParams['yearKind']): number => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return kind === 'program' && month < 4 ? year - 1 : year;
};

export const recountTasks = (store: Store, { asOf, fromYear, toYear, yearKind }: ReportParams) => {
  const { tasks, steps } = readTasks(store);
  const stepsOf = (one: Task, ...to: string[]) => steps.filter((step) => step['task'] === one.id && to.includes(String(step['to_status'])));
  const stateOf = (one: Task): string => (one.status === 'on-hold' ? String(newest(stepsOf(one, 'on-hold'))?.['from_status'] ?? '') : one.status);
  const isSupported = (one: Task): boolean => one.decided_on !== null && chosen.includes(stateOf(one));
  const inTime = (day: string | null): boolean => day !== null && day <= asOf && yearOfDay(day, yearKind) >= fromYear && yearOfDay(day, yearKind) <= toYear;
  const completionOf = (one: Task): string | null => {
    if (!['completed', 'follow-up', 'closed'].includes(stateOf(one))) return null;
    if (one.status !== 'completed' && newest(stepsOf(one, 'completed', 'stopped'))?.['to_status'] === 'stopped') return null;
    const stepped = stepsOf(one, 'completed').map((step) => String(step['on_date'])).sort().at(-1) ?? null;
    return one['completed_on'] === null ? stepped : String(one['completed_on']);
  };
  const supported = tasks.filter((one) => isSupported(one) && inTime(one.decided_on));
  const firstYear = new Map<string, number>();
  for (const one of tasks) {
    if (!isSupported(one)) continue;
    const year = yearOfDay(String(one.decided_on), yearKind);
    firstYear.set(one.lead_org, Math.min(firstYear.get(one.lead_org) ?? 9999, year));
  }
  const yearOf = (day: string | null): number => yearOfDay(String(day), yearKind);
  return {
    found: tasks.filter((one) => inTime(one.found_on)).map((one) => ({ id: one.id, year: yearOf(one.found_on) })),
    supported: supported.map((one) => ({
      id: one.id, year: yearOf(one.decided_on), firm: one.lead_org, isNew: firstYear.get(one.lead_org) === yearOf(one.decided_on),
      national: Number(one['fund_national'] ?? 0), cash: Number(one['fund_private_cash'] ?? 0),
      employees: one['employees_at_decision'] === null ? null : Number(one['employees_at_decision']),
    })),
    completed: tasks.filter((one) => inTime(completionOf(one))).map((one) => ({ id: one.id, year: yearOf(completionOf(one)) })),
  };
};
