/** The raw rows of a world and the printed rules as plain loops over them: what T4 to T12 are counted again by. */
import type { Store } from '../../../db/kernel/store.ts';
import { complexOf } from '../../../db/reference/complexes.ts';
import { provinceByName } from '../../../db/reference/provinces.ts';
import { cellRecords, tableOf, type Report } from '../../../db/reports/layout.ts';
import type { ReportParams, ReportTable } from '../../../db/reports/table-types.ts';

export type Row = Record<string, string | number | null>;

export const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value));
export const number = (value: Row[string] | undefined): number => Number(value ?? 0);

export const worldRows = (store: Store) => {
  const all = (table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table}`);
  const live = (table: string): Row[] => all(table).filter((one) => one['_del'] === 0);
  return {
    store, tasks: live('task'), steps: live('task_step'), sessions: live('session'), meetings: live('meeting'), hosts: live('meeting_cluster'), came: live('attendance'), members: live('membership'), clusters: live('mini_cluster'), everyCluster: all('mini_cluster'),
    firms: live('organisation'), people: live('person'), accounts: live('account'), payments: live('payment'), spendings: live('spending'), budgets: live('office_budget'), years: live('performance'), outputs: live('output'), follows: live('follow_on'),
  };
};
export type WorldRows = ReturnType<typeof worldRows>;

/** First and last day of the years, the last no later than the as-of day. */
export const periodOf = ({ fromYear, toYear, yearKind, asOf }: ReportParams): [string, string] => {
  const [first, last] = yearKind === 'program' ? [`${fromYear}-04-01`, `${toYear + 1}-03-31`] : [`${fromYear}-01-01`, `${toYear}-12-31`];
  return [first, asOf < last ? asOf : last];
};
export const inPeriod = (day: Row[string] | undefined, params: ReportParams): boolean => text(day) !== '' && text(day) >= periodOf(params)[0] && text(day) <= periodOf(params)[1];
export const yearOf = (day: Row[string] | undefined, { yearKind }: ReportParams): number => Number(text(day).slice(0, 4)) - (yearKind === 'program' && text(day).slice(5, 7) < '04' ? 1 : 0);

const clusterFits = (rows: WorldRows, cluster: string, { scope }: ReportParams): boolean => {
  const hub = text(rows.everyCluster.find((one) => one['id'] === cluster)?.['hub']).trim();
  const isKnown = rows.everyCluster.some((one) => one['id'] === cluster);
  if (scope.cluster !== undefined && cluster !== scope.cluster) return false;
  if (scope.hub !== undefined && (!isKnown || (complexOf(hub)?.code ?? hub) !== scope.hub)) return false;
  return scope.region === undefined || (isKnown && (complexOf(hub)?.region ?? '') === scope.region);
};
const firmFits = (rows: WorldRows, firm: string, { scope }: ReportParams): boolean => {
  const found = rows.firms.find((one) => one['id'] === firm);
  // Where its own record says no province, the record that stands for the body does.
  const stands = rows.firms.find((one) => one['id'] === bodyOf(rows, firm));
  const written = (text(found?.['province']) || text(stands?.['province'])).trim();
  return scope.province === undefined || (found !== undefined && (provinceByName(written)?.code ?? written) === scope.province);
};
export const officeOf = (rows: WorldRows, who: string): string => text(rows.accounts.find((one) => one['person'] === who && one['office'] !== null)?.['office']);

export const taskFits = (rows: WorldRows, one: Row, params: ReportParams): boolean => {
  const { scope } = params;
  return (scope.office === undefined || text(one['office']) === scope.office) && (scope.coordinator === undefined || text(one['coordinator']) === scope.coordinator) && (scope.supportType === undefined || text(one['support_type']) === scope.supportType)
    && clusterFits(rows, text(one['cluster']), params) && firmFits(rows, text(one['lead_org']), params);
};
export const sessionFits = (rows: WorldRows, one: Row, params: ReportParams): boolean => {
  const { scope } = params;
  return (scope.office === undefined || officeOf(rows, text(one['coordinator'])) === scope.office) && (scope.coordinator === undefined || text(one['coordinator']) === scope.coordinator)
    && clusterFits(rows, text(one['cluster']), params) && firmFits(rows, text(one['organisation']), params);
};
export { clusterFits };

/** The one that happened last of the steps of a task into some states. */
const lastStep = (rows: WorldRows, id: Row[string] | undefined, ...to: string[]): Row | undefined => {
  let best: Row | undefined;
  for (const step of rows.steps) {
    if (step['task'] !== id || !to.includes(text(step['to_status']))) continue;
    if (!best || text(step['on_date']) > text(best['on_date']) || (step['on_date'] === best['on_date'] && text(step['id']) > text(best['id']))) best = step;
  }
  return best;
};
export const stepDay = (rows: WorldRows, id: Row[string] | undefined, state: string): string => text(lastStep(rows, id, state)?.['on_date']);

const chosen = ['selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'completed', 'stopped', 'follow-up', 'closed'];
const stateOf = (rows: WorldRows, one: Row): string => (one['status'] === 'on-hold' ? text(lastStep(rows, one['id'], 'on-hold')?.['from_status']) : text(one['status']));
export const isSupported = (rows: WorldRows, one: Row): boolean => one['decided_on'] !== null && chosen.includes(stateOf(rows, one));
export const wasStopped = (rows: WorldRows, one: Row): boolean => lastStep(rows, one['id'], 'completed', 'stopped')?.['to_status'] === 'stopped';
export const completionDay = (rows: WorldRows, one: Row): string => text(one['completed_on']) || stepDay(rows, one['id'], 'completed');
export const isCompleted = (rows: WorldRows, one: Row): boolean => ['completed', 'follow-up', 'closed'].includes(stateOf(rows, one)) && (one['status'] === 'completed' || !wasStopped(rows, one));

/** Firms that share a business number are one: the one that was made first stands for it. */
export const bodyOf = (rows: WorldRows, firm: string): string => {
  const mine = rows.firms.find((one) => one['id'] === firm)?.['business_no'];
  return mine === null || mine === undefined ? firm : (rows.firms.filter((one) => one['business_no'] === mine).map((one) => text(one['id'])).sort()[0] ?? firm);
};

export const sortedIds = (list: readonly Row[]): string[] => [...new Set(list.map((one) => text(one['id'])))].sort();
export const sum = (list: readonly Row[], ...names: string[]): number => list.reduce((all, one) => names.reduce((here, name) => here + number(one[name]), all), 0);

/** Half up to so many decimals, as it is printed. */
export const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits + 1e-9) / 10 ** digits;

/** A table beside its recount: reads cells and the records they open by keys. */
export const asked = (store: Store, report: Report, params: ReportParams) => {
  const table: ReportTable = tableOf(store.read, report, params);
  const cell = (row: string, column: string) => table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)];
  return { table, cell, value: (row: string, column: string): number => cell(row, column)?.value ?? 0, ids: (row: string, column: string): string[] => [...(cellRecords(store.read, report, `${row}~${column}`, params)?.ids ?? [])].sort() };
};
