/** Network, days and load equal a recount with plain loops, and each number opens the records it counts. */
import { describe, expect, it } from 'vitest';
import { days, spans } from '../../../db/dashboard/days.ts';
import { load, mostCoordinators } from '../../../db/dashboard/load.ts';
import { mostHubs, mostPartners, network } from '../../../db/dashboard/network.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { recountTasks } from '../reports/recount-tasks.ts';
import { expectCells, expectedOf, valueAt } from './recount.ts';
import { putWorld, rowsOf, type Row } from './world.ts';

const whole: ReportParams = { asOf: '2012-06-15', fromYear: 2008, toYear: 2011, yearKind: 'calendar', scope: {}, dataAsOf: null };
const several: ReportParams[] = [whole, { ...whole, yearKind: 'program', fromYear: 2009, toYear: 2010, asOf: '2011-02-28' }, { ...whole, scope: { office: '창원' } }];

const withWorld = (name: string, check: (store: TestStore, params: ReportParams) => void): void => {
  forSeeds(name, 3, (seed) => {
    const store = openTestStore();
    try {
      putWorld(store, seed);
      for (const params of several) check(store, params);
    } finally {
      store.dispose();
    }
  });
};

const tasksOf = (store: TestStore, { scope }: ReportParams): Row[] => rowsOf(store, 'task').filter((row) => scope.office === undefined || row['office'] === scope.office);
const periodOf = ({ yearKind, fromYear, toYear, asOf }: ReportParams): [string, string] => {
  const [first, last] = yearKind === 'program' ? [`${fromYear}-04-01`, `${toYear + 1}-03-31`] : [`${fromYear}-01-01`, `${toYear}-12-31`];
  return [first, asOf < last ? asOf : last];
};

describe('more cards of the dashboard', () => {
  it('days', () => {
    withWorld('dashboard days equal a recount', (store, params) => {
      const [first, last] = periodOf(params);
      const completed = new Set(recountTasks(store, params).completed.map((one) => one.id));
      const steps = rowsOf(store, 'task_step');
      const between = (one: unknown, other: unknown): number => Math.round((Date.parse(String(other)) - Date.parse(String(one))) / 86_400_000);
      const start = (row: Row): unknown => row['received_on'] ?? row['found_on'];
      const end = (row: Row): unknown => row['completed_on'] ?? steps.filter((step) => step['task'] === row.id && step['to_status'] === 'completed').map((step) => String(step['on_date'])).toSorted().at(-1);
      const decided = tasksOf(store, params).filter((row) => row['decided_on'] !== null && String(row['decided_on']) >= first && String(row['decided_on']) <= last).map((row) => ({ id: row.id, days: between(start(row), row['decided_on']) })).filter((one) => one.days >= 0);
      const done = tasksOf(store, params).filter((row) => completed.has(row.id)).map((row) => ({ id: row.id, days: between(start(row), end(row)) })).filter((one) => one.days >= 0);
      const spanOf = (count: number): string => spans.find((span) => count >= span.from && count <= span.to)?.key ?? 'nowhere';
      const entries = [['days-to-decide', decided] as const, ['days-to-complete', done] as const].flatMap(([column, list]) => list.flatMap((one) => [[`${spanOf(one.days)}~${column}`, [one.id]] as const, [`all~${column}`, [one.id]] as const]));
      const table = tableOf(store.read, days, params);
      for (const [column, list] of [['days-to-decide', decided], ['days-to-complete', done]] as const) {
        const sorted = list.map((one) => one.days).toSorted((one, other) => one - other);
        const median = sorted.length === 0 ? null : ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
        expect(valueAt(table, 'median', column)).toBe(median);
        expect(Math.abs(Number(valueAt(table, 'mean', column) ?? 0) - (sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length)))).toBeLessThanOrEqual(0.0500001);
        expect(cellRecords(store.read, days, `median~${column}`, params)?.ids ?? []).toEqual(list.map((one) => one.id).toSorted());
      }
      expectCells(store, { ...days, layout: (read, given) => { const made = days.layout(read, given); return { ...made, rows: made.rows.filter((row) => row.key !== 'median' && row.key !== 'mean') }; } }, params, ['days-to-decide', 'days-to-complete'], expectedOf(entries));
    });
  }, 120_000);

  it('load', () => {
    const ended = ['rejected', 'completed', 'stopped', 'follow-up', 'closed', 'direct-done', 'referred', 'withdrawn'];
    withWorld('dashboard load equals a recount', (store, params) => {
      const open = tasksOf(store, params).filter((row) => !ended.includes(String(row['status'])));
      const from = new Date(Date.parse(params.asOf) - 89 * 86_400_000).toISOString().slice(0, 10);
      // A session names no office: narrowed by one, nothing is said of sessions.
      const sessions = params.scope.office === undefined ? rowsOf(store, 'session').filter((row) => String(row['visit_on']) >= from && String(row['visit_on']) <= params.asOf) : [];
      const key = (row: Row): string => String(row['coordinator'] ?? 'nobody');
      const table = expectCells(store, load, params, ['open-on-time', 'open-late', 'open-tasks', 'recent-sessions'], expectedOf([
        ...open.flatMap((row) => [key(row), 'all'].flatMap((one) => [[`${one}~open-tasks`, [row.id]] as const, [`${one}~${row['end_on'] !== null && String(row['end_on']) < params.asOf ? 'open-late' : 'open-on-time'}`, [row.id]] as const])),
        ...sessions.flatMap((row) => [key(row), 'all'].map((one) => [`${one}~recent-sessions`, [row.id]] as const)),
      ]));
      const counts = table.rows.filter((row) => row.level === 1 && row.key !== 'nobody').map((row) => Number(valueAt(table, row.key, 'open-tasks')));
      expect(counts).toEqual(counts.toSorted((one, other) => other - one));
      expect(counts.length).toBeLessThanOrEqual(mostCoordinators + 1);
    });
  }, 120_000);

  it('network', () => {
    withWorld('dashboard network equals a recount', (store, params) => {
      const [first, last] = periodOf(params);
      const bodies = store.read.all<Row & { n: number }>('SELECT * FROM organisation');
      const standing = (id: unknown): number => { const row = bodies.find((one) => one.id === id); return bodies.find((one) => one.id === (row?.['merged_into'] ?? id))?.n ?? 0; };
      const clusters = rowsOf(store, 'membership').filter((row) => String(row['joined_on']) <= params.asOf && (row['left_on'] === null || String(row['left_on']) >= params.asOf));
      const members = Map.groupBy(clusters, (row) => String(row['cluster']));
      const joint = tasksOf(store, params).filter((one) => String(one['found_on']) >= first && String(one['found_on']) <= last).map((row) => {
        const partners = rowsOf(store, 'participant').filter((one) => one['task'] === row.id).map((one) => standing(one['organisation']));
        return { id: row.id, bodies: [...new Set([standing(row['lead_org']), ...partners])].toSorted((one, other) => one - other) };
      }).filter((task) => task.bodies.length >= 2);
      const countOf = (...together: number[]): number => joint.filter((task) => together.every((one) => task.bodies.includes(one))).length;
      const everybody = [...new Set(joint.flatMap((task) => task.bodies))];
      const hubs = everybody.toSorted((one, other) => countOf(other) - countOf(one) || one - other).slice(0, mostHubs);
      const drawn = new Set(hubs.flatMap((hub) => [hub, ...everybody.filter((one) => one !== hub && countOf(hub, one) > 0).toSorted((one, other) => countOf(hub, other) - countOf(hub, one) || one - other).slice(0, mostPartners)]));
      const entries: [string, string[]][] = [];
      for (const { id, bodies: all } of joint) {
        const seen = all.filter((one) => drawn.has(one));
        for (const [at, one] of seen.entries()) {
          entries.push([`body:${one}~tasks`, [id]]);
          for (const other of seen.slice(at + 1)) entries.push([`pair:${one}:${other}~tasks`, [id]]);
        }
      }
      const pairs = new Set(entries.map(([key]) => key.replace('~tasks', '')).filter((key) => key.startsWith('pair:')));
      for (const [cluster, rows] of members) {
        const all = [...new Set(rows.map((one) => standing(one['organisation'])))].toSorted((one, other) => one - other);
        for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) if (pairs.has(`pair:${one}:${other}`)) entries.push([`pair:${one}:${other}~clusters`, [cluster]]);
      }
      const table = expectCells(store, network, params, ['tasks', 'clusters'], expectedOf(entries));
      for (const level of [1, 2]) {
        const counts = table.rows.filter((row) => row.level === level).map((row) => Number(valueAt(table, row.key, 'tasks')));
        expect(counts).toEqual(counts.toSorted((one, other) => other - one));
      }
    });
  }, 120_000);
});
