/** T6 equals a recount, and says in a year what the monthly 활동실적 says in its months. */
import { describe, expect, it } from 'vitest';
import { t6 } from '../../../db/reports/t6.ts';
import { readActivity } from '../../../db/rounds/activity.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { heldMeetingsOf } from './recount-meetings.ts';
import { asked, bodyOf, clusterFits, inPeriod, officeOf, rounded, sessionFits, sortedIds, sum, taskFits, text, worldRows, type Row, type WorldRows } from './recount-world.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';

const finder = (rows: WorldRows, one: Row): string => text(rows.sessions.find((session) => session['id'] === one['source_session'])?.['coordinator']) || text(one['coordinator']);

const taskFitsFinder = (rows: WorldRows, one: Row, params: ReportParams): boolean => {
  const { office, coordinator, ...rest } = params.scope;
  return taskFits(rows, one, { ...params, scope: rest }) && (office === undefined || officeOf(rows, finder(rows, one)) === office) && (coordinator === undefined || finder(rows, one) === coordinator);
};

/** Minutes of a day up to the limit of the coordinator's office: 8 hours as shipped, 5 in 남동지사. */
const paidMinutes = (rows: WorldRows, sessions: readonly Row[]): number => {
  const days = new Map<string, { who: string; minutes: number }>();
  for (const one of sessions) {
    if (one['status'] !== 'confirmed') continue;
    const key = `${one['coordinator']} ${one['visit_on']}`;
    const found = days.get(key) ?? { who: text(one['coordinator']), minutes: 0 };
    found.minutes += Math.max(0, Number(one['minutes'] ?? 0));
    days.set(key, found);
  }
  return [...days.values()].reduce((all, { who, minutes }) => all + Math.min(minutes, officeOf(rows, who) === '남동지사' ? 300 : 480), 0);
};

describe('T6', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T6 equals a recount', 5, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        const known = new Set([...rows.people.filter((one) => text(one['roles']).split(',').includes('coordinator')).map((one) => text(one['id'])), ...rows.accounts.map((one) => text(one['person'])), ...rows.sessions.map((one) => text(one['coordinator']))]);
        for (let turn = 0; turn < 6; turn += 1) {
          const params = randomParams(seed * 43 + turn, world);
          const { scope } = params;
          const { table, cell, value, ids } = asked(store, t6, params);
          const has = (...kinds: string[]): boolean => kinds.some((kind) => kind in scope);
          const sessions = has('supportType') ? [] : rows.sessions.filter((one) => known.has(text(one['coordinator'])) && inPeriod(one['visit_on'], params) && sessionFits(rows, one, params));
          const found = rows.tasks.filter((one) => known.has(finder(rows, one)) && inPeriod(one['found_on'], params) && taskFitsFinder(rows, one, params));
          const attended = has('supportType', 'province') ? [] : heldMeetingsOf(rows, { ...params, scope: {} })
            .filter(({ hosts }) => !has('cluster', 'hub', 'region') || hosts.some((cluster) => clusterFits(rows, cluster, params)))
            .flatMap(({ row }) => rows.came.filter((one) => one['meeting'] === row['id'] && one['is_present'] === 1 && known.has(text(one['person']))).map((one) => ({ row, who: text(one['person']) })))
            .filter(({ who }) => (scope.office === undefined || officeOf(rows, who) === scope.office) && (scope.coordinator === undefined || who === scope.coordinator));
          const busy = new Set([...sessions.map((one) => text(one['coordinator'])), ...found.map((one) => finder(rows, one)), ...attended.map(({ who }) => who)]);
          expect(table.rows.map(({ key }) => key).filter((key) => key !== 'all').sort()).toEqual([...busy].sort());
          for (const { key } of table.rows) {
            const isHere = (who: string): boolean => key === 'all' || who === key;
            const own = sessions.filter((one) => isHere(text(one['coordinator'])));
            const where = `${key} ${JSON.stringify(params)}`;
            /** The number, empty where it cannot be narrowed so, and the records it opens. */
            const same = (column: string, wanted: number, cut: readonly string[], opened: readonly string[] | null): void => {
              expect(cell(key, column)?.value ?? null, `${where} ${column}`).toBe(has(...cut) ? null : wanted);
              expect(opened === null ? null : ids(key, column), `${where} ${column}`).toEqual(opened);
            };
            const listed = (column: string, list: readonly Row[], cut: readonly string[]): void => same(column, list.length, cut, sortedIds(list));
            listed('sessions', own, ['supportType']);
            listed('visits', own.filter((one) => one['mode'] === 'visit'), ['supportType']);
            same('hours', rounded(sum(own, 'minutes') / 60, 1), ['supportType'], sortedIds(own.filter((one) => Number(one['minutes']) > 0)));
            const firms = [...new Set(own.map((one) => bodyOf(rows, text(one['organisation']))))].sort();
            same('firms', firms.length, ['supportType'], firms);
            const made = own.filter((one) => rows.tasks.some((each) => each['source_session'] === one['id']));
            expect(value(key, 'made'), where).toBe(own.length === 0 ? 0 : rounded((made.length * 100) / own.length, 1));
            expect(ids(key, 'made'), where).toEqual(sortedIds(made));
            listed('found', found.filter((one) => isHere(finder(rows, one))), []);
            const joined = attended.filter(({ who }) => isHere(who));
            same('meetings', joined.length, ['supportType', 'province'], sortedIds(joined.map(({ row }) => row)));
            const paid = own.filter((one) => one['status'] === 'confirmed' && Number(one['minutes']) > 0);
            same('paid', rounded(paidMinutes(rows, own) / 60, 1), ['supportType', 'province', 'cluster', 'hub', 'region'], has('province', 'cluster', 'hub', 'region') ? null : sortedIds(paid));
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);

  it('says in a year what the twelve tables of its months say', () => {
    forSeeds('report T6 agrees with the monthly table', 3, (seed) => {
      const store = openTestStore();
      try {
        putWorld(store, seed);
        for (const year of [2008, 2009, 2010, 2011]) {
          const params: ReportParams = { asOf: '2013-12-31', fromYear: year, toYear: year, yearKind: 'calendar', scope: {}, dataAsOf: null };
          const yearly = Array.from({ length: 12 }, (_, index) => tableOfMonth(store, `${year}-${String(index + 1).padStart(2, '0')}`));
          const { value } = asked(store, t6, params);
          const monthly = (column: string): number => yearly.reduce((all, one) => all + (one.cells.at(-1)?.[one.columns.findIndex(({ key }) => key === column)]?.value ?? 0), 0);
          for (const column of ['sessions', 'visits', 'found', 'meetings']) expect(value('all', column), `${year} ${column}`).toBe(monthly(column));
          expect(Math.abs(value('all', 'paid') - monthly('paid'))).toBeLessThan(0.7);
        }
      } finally {
        store.dispose();
      }
    });
  }, 60_000);
});

const tableOfMonth = (store: Parameters<typeof worldRows>[0], month: string) => readActivity(store.read, { month, coordinator: null, compare: 'none', by: 0, today: '2013-12-31' });
