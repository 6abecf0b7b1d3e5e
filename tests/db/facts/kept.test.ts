/** Sums that are kept say what the set itself says, by every slice, on random histories. */
import { expect, test } from 'vitest';
import type { Indicator, Slice } from '../../../db/reports/indicator.ts';
import { measurer, recordsOf } from '../../../db/reports/measure.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { reports } from '../../../db/reports/reports.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { runsOf } from '../../property/depth.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { randomStep } from './random-history.ts';

const withoutKept = ({ kept: _kept, ...indicator }: Indicator): Indicator => indicator;

test('what is kept equals what is counted, and a count is the number of its records', () => {
  let seen = 0;
  forSeeds('kept sums equal their sets', 5, (seed) => {
    const random = randomFrom(seed);
    const store = openTestStore();
    try {
      for (let step = 0; step < 150; step += 1) randomStep(store, random);
      for (let turn = 0; turn < 12; turn += 1) {
        const fromYear = 2008 + random(4);
        const params: ReportParams = {
          ...plainParams, asOf: `20${String(9 + random(4)).padStart(2, '0')}-${['03-31', '04-01', '07-15', '12-31'][random(4)] ?? '12-31'}`, fromYear, toYear: fromYear + random(3), yearKind: random(2) === 0 ? 'calendar' : 'program',
          scope: random(3) === 0 ? { cluster: `mini_cluster-${random(4)}` } : random(3) === 0 ? { office: '창원' } : {},
        };
        for (const report of reports) {
          const layout = report.layout(store.read, params);
          const given = { read: store.read, parameters: layout.parameters, params };
          for (const indicator of report.indicators) {
            if (!indicator.kept) continue;
            const [plain, kept] = [measurer(given, [withoutKept(indicator)]), measurer(given, [indicator])];
            const amounts = (measure: typeof plain, one: Indicator) => measure.groups(one).map((group) => JSON.stringify(group)).filter((text) => !text.endsWith(`"${one.code}":0}`)).toSorted((a, b) => (a < b ? -1 : 1));
            expect([report.code, indicator.code, params, amounts(kept, indicator)]).toEqual([report.code, indicator.code, params, amounts(plain, withoutKept(indicator))]);
            const isCount = indicator.measure === 'count';
            // A place is a line of a table; a meeting counts in several of them.
            const slice: Slice = 'place' in indicator.dimensions ? { place: ['all'] } : {};
            expect(isCount ? recordsOf(given, indicator, slice).length : null).toBe(isCount ? (kept(indicator, slice) ?? 0) : null);
            seen += Number(kept(indicator, {}));
          }
        }
      }
    } finally {
      store.dispose();
    }
  });
  expect(seen).toBeGreaterThan(20 * runsOf(5));
}, 120_000);
