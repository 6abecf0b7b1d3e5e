/** T10 equals an independent recount by plain loops over the raw rows, and every number opens its firms. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relationId } from '../../../db/kernel/id.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import { putNationYears } from '../../../db/nation/figures.ts';
import { firmYear, organisation } from '../../../db/organisations/fields.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { multipleOf, yearlyGrowth } from '../../../db/reports/nation-growth.ts';
import { t10 } from '../../../db/reports/t10.ts';
import type { ReportParams, ReportTable } from '../../../db/reports/table-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putPanel, somePanel, somePanelParams } from './random-panel.ts';

type Row = Record<string, string | number | null>;
type Counted = { base: string[]; panel: string[]; gone: string[]; left: string[]; lacking: string[]; start: number; end: number };

const measures = { production: ['sales', 1_000_000], exports: ['exports_usd', 1000], employment: ['employees', 1], rnd: ['rnd_cost', 1_000_000] } as const;
const all = (store: Store, table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table} ORDER BY n`);
const live = (store: Store, table: string): Row[] => all(store, table).filter((row) => row['_del'] === 0);

/** From the printed rules and nothing else. */
const recount = (store: Store, population: 'members' | 'supported', column: string, { asOf, fromYear, toYear, scope }: ReportParams): Counted => {
  const standing = new Map(store.read.all<Row>('SELECT * FROM organisation_same').map((row) => [String(row['id']), String(row['canonical'])]));
  const bodyOf = (id: Row[string] | undefined): string => standing.get(String(id)) ?? String(id);
  const until = (year: number): string => (asOf < `${year}-12-31` ? asOf : `${year}-12-31`);
  const people = new Map(all(store, 'person').map((row) => [row['id'], row['organisation']]));
  const clusters = new Map(live(store, 'mini_cluster').map((row) => [row['id'], row]));
  const memberships = live(store, 'membership');
  const isMember = (body: string, day: string): boolean => memberships.some((one) => {
    const cluster = clusters.get(one['cluster'] ?? '');
    const organisationId = one['organisation'] ?? people.get(one['person'] ?? '') ?? null;
    return cluster !== undefined && cluster['parent'] === null && String(cluster['founded_on']) <= day && (cluster['dissolved_on'] === null || String(cluster['dissolved_on']) >= day)
      && organisationId !== null && bodyOf(organisationId) === body && String(one['joined_on']) <= day && (one['left_on'] === null || String(one['left_on']) >= day)
      && (scope.cluster === undefined || one['cluster'] === scope.cluster);
  });
  const tasks = live(store, 'task');
  const isSupported = (body: string): boolean => tasks.some((one) => bodyOf(one['lead_org']) === body && ['selected', 'completed'].includes(String(one['status'])) && one['decided_on'] !== null
    && String(one['decided_on']) >= `${fromYear}-01-01` && String(one['decided_on']) <= until(toYear) && (scope.supportType === undefined || one['support_type'] === scope.supportType));
  const rows = live(store, 'firm_year');
  const figure = (body: string, year: number): number | null => {
    const own = rows.filter((row) => row['year'] === year && bodyOf(row['organisation']) === body && row[column] !== null);
    const found = own.find((row) => row['organisation'] === body) ?? own[0];
    return found ? Number(found[column]) : null;
  };
  const result: Counted = { base: [], panel: [], gone: [], left: [], lacking: [], start: 0, end: 0 };
  for (const firm of live(store, 'organisation')) {
    const id = String(firm['id']);
    if (bodyOf(id) !== id || firm['kind'] !== 'firm') continue;
    if (scope.province !== undefined && !(firm['province'] === '강원도' && scope.province === 'gangwon')) continue;
    if (population === 'members' ? !isMember(id, until(fromYear)) : !isSupported(id)) continue;
    const [start, end] = [figure(id, fromYear), figure(id, toYear)];
    if (start === null) continue;
    result.base.push(id);
    const stays = population === 'supported' || isMember(id, until(toYear));
    const isGone = ['closed', 'merged'].includes(String(firm['status'])) && (firm['status_on'] === null || String(firm['status_on']) <= until(toYear));
    if (end !== null && stays) { result.panel.push(id); result.start += start; result.end += end; } else if (isGone) result.gone.push(id); else if (stays) result.lacking.push(id); else result.left.push(id);
  }
  return result;
};

const cellAt = (table: ReportTable, row: string, column: string) => table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)];
const rounded = (value: number): number => Math.round(value * 10) / 10;

describe('T10', () => {
  it('equals a recount on random records, firm by firm', () => {
    forSeeds('report T10 equals a recount', 2, (seed) => fc.assert(fc.property(somePanel, somePanelParams, (panel, { asOf, fromYear, length, scope }) => {
      const store = openTestStore();
      try {
        const { clusters } = putPanel(store, panel);
        const params: ReportParams = {
          asOf, fromYear, toYear: Math.min(2007, fromYear + length), yearKind: 'calendar', dataAsOf: null,
          scope: scope === 'cluster' ? { cluster: clusters[0] ?? '' } : scope === 'province' ? { province: 'gangwon' } : scope === 'supportType' ? { supportType: 'prototype' } : {},
        };
        const table = tableOf(store.read, t10, params);
        // A year without any figure is passed over.
        const known = live(store, 'firm_year').map((row) => Number(row['year'])).filter((year) => year >= params.fromYear && year <= params.toYear).toSorted((one, other) => one - other);
        const years = { fromYear: known[0] ?? params.fromYear, toYear: known.at(-1) ?? params.toYear };
        const compared = { ...params, ...years };
        expect(table.rows.some(({ key }) => key.startsWith('members:'))).toBe(scope !== 'supportType');
        for (const population of scope === 'supportType' || scope === 'cluster' ? [scope === 'cluster' ? 'members' : 'supported'] as const : ['members', 'supported'] as const) {
          for (const [measure, [column, divide]] of Object.entries(measures)) {
            const row = `${population}:${measure}`;
            const counted = recount(store, population, column, compared);
            for (const kind of ['base', 'panel', 'gone', 'left', 'lacking'] as const) {
              const isShown = kind !== 'left' || population === 'members';
              expect(cellAt(table, row, kind)?.value).toBe(isShown ? counted[kind].length : null);
              expect(cellRecords(store.read, t10, `${row}~${kind}`, params)?.ids ?? []).toEqual(isShown ? counted[kind].sort() : []);
            }
            const isCompared = counted.panel.length > 0;
            expect([cellAt(table, row, 'start')?.value, cellAt(table, row, 'end')?.value]).toEqual(isCompared ? [Math.round(counted.start / divide), Math.round(counted.end / divide)] : [null, null]);
            const span = years.toYear - years.fromYear;
            const hasRate = span > 0 && counted.start > 0;
            const rate = hasRate ? (counted.end / counted.start) ** (1 / span) - 1 : null;
            expect(cellAt(table, row, 'cagr')?.value).toBe(rate === null ? null : rounded(rate * 100));
            for (const group of ['national', 'general']) {
              const figures = live(store, 'national_indicator').filter((one) => one['measure'] === measure && one['complex_group'] === group);
              const sizes: Record<string, number> = { 억원: 1e8, 조원: 1e12, 백만원: 1e6, 백만불: 1e6, 억불: 1e8, 명: 1, 천명: 1000 };
              const valueOf = (year: number): number | null => { const found = figures.find((one) => one['year'] === year); return found ? Number(found['value']) * (sizes[String(found['unit'])] ?? 0) : null; };
              const [first, last] = [valueOf(years.fromYear), valueOf(years.toYear)];
              const nation = span > 0 && first !== null && last !== null && first > 0 ? (last / first) ** (1 / span) - 1 : null;
              const shown = cellAt(table, row, `multiple:${group}`);
              const wanted = rate !== null && nation !== null && nation > 0 ? rounded(rate / nation) : null;
              expect(shown?.value ?? null).toBe(wanted);
              expect(shown === undefined || wanted !== null || shown.text === '비교 불가').toBe(true);
            }
            for (const kind of ['start', 'growth', 'cagr', 'end'] as const) expect(cellAt(table, row, kind)?.drill === null ? counted.panel : cellRecords(store.read, t10, `${row}~${kind}`, params)?.ids).toEqual(counted.panel.sort());
          }
        }
      } finally {
        store.dispose();
      }
    }), { numRuns: 12, seed }));
  }, 120_000);
});

describe('T10 by hand', () => {
  let store: TestStore;
  beforeEach(() => { store = openTestStore(); });
  afterEach(() => store.dispose());
  const params: ReportParams = { asOf: '2012-12-31', fromYear: 2005, toYear: 2011, yearKind: 'calendar', scope: {}, dataAsOf: null };
  const text = (row: string, column: string): string | undefined => cellAt(tableOf(store.read, t10, params), row, column)?.text;
  const notes = (): string => tableOf(store.read, t10, params).footnotes.map((one) => one.text).join('\n');

  const dongnam = (left: string | null = null): string => write(store, tester, '동남', (tx) => {
    const cluster = tx.create(miniCluster, { name: '동남 MC', hub: '창원', kind: 'general', founded_on: '2005-01-01' });
    const add = (name: string, figures: readonly (readonly [year: number, employees: number | null, exports_usd: number | null])[], left_on: string | null = null): string => {
      const id = tx.create(organisation, { name, kind: 'firm', status: 'active' });
      tx.create(membership, { cluster, organisation: id, kind: 'firm', joined_on: '2005-03-01', left_on });
      for (const [year, employees, exports_usd] of figures) tx.create(firmYear, { organisation: id, year, employees, exports_usd }, relationId('firm_year', id, String(year)));
      return id;
    };
    const whole = add('동남 회원', [[2005, 13_524, 995_000_000], [2011, 40_052, 4_205_000_000]]);
    add('떠난 회원', [[2005, 100, null], [2011, 100, null]], left);
    return whole;
  });

  it('knows the growth that the press printed', () => {
    // domain.md §23: 동남 2005→2011, jobs 13,524→40,052 = 19.8 % a year, exports US$0.995→4.205 bn = 27.2 %.
    const firm = dongnam('2008-12-31');
    expect([text('members:employment', 'start'), text('members:employment', 'end'), text('members:employment', 'cagr')]).toEqual(['13,524', '40,052', '19.8']);
    expect([text('members:exports', 'start'), text('members:exports', 'end'), text('members:exports', 'cagr')]).toEqual(['995,000', '4,205,000', '27.2']);
    expect([text('members:employment', 'base'), text('members:employment', 'panel'), text('members:employment', 'left')]).toEqual(['2', '1', '1']);
    expect(cellRecords(store.read, t10, 'members:employment~cagr', params)).toMatchObject({ table: 'organisation', ids: [firm] });
    expect(notes()).toContain('회원기업 고용 2개사 가운데 1개사(50.0%)');
    expect(notes()).toContain('선택 편향');
  });

  it('sets the rate beside the nation, and says so where it cannot', () => {
    dongnam();
    const nation = (exports: [string, string], employment: [string, string]): void => write(store, tester, '전국', (tx) => putNationYears(tx, { complex_group: 'national', industry_group: null, quarter: null }, [
      { year: 2005, source: '산업동향', values: { exports: { value: exports[0], unit: '백만불' }, employment: { value: employment[0] } } }, { year: 2011, source: '산업동향', values: { exports: { value: exports[1], unit: '억불' }, employment: { value: employment[1] } } },
    ]));
    expect([text('members:exports', 'multiple:national'), notes().includes('전국 지표가 없어')]).toEqual(['비교 불가', true]);
    // 27.2 % a year by 3.1 %: the nation's exports went from 1,000 to 1,200 백만불, written as 12 억불.
    nation(['1000', '12'], ['1000', '990']);
    expect([text('members:exports', 'multiple:national'), text('members:employment', 'multiple:national')]).toEqual(['8.8', '비교 불가']);
    expect([text('nation:national:exports', 'end'), text('nation:national:employment', 'cagr')]).toEqual(['1,200', '△0.2']);
    expect(cellRecords(store.read, t10, 'nation:national:exports~cagr', params)?.ids).toHaveLength(2);
    expect(multipleOf(0.13, 0.13 / 4.5)).toBeCloseTo(4.5, 10);
    expect([multipleOf(0.1, 0), multipleOf(0.1, -0.02), multipleOf(null, 0.1), multipleOf(0.1, null)]).toEqual([null, null, null, null]);
    expect([yearlyGrowth(57.741, 85.3959, 1)?.toFixed(3), yearlyGrowth(0, 5, 2), yearlyGrowth(5, 6, 0)]).toEqual(['0.479', null, null]);
  });

  it('is empty without figures', () => { expect(tableOf(store.read, t10, params).isEmpty).toBe(true); });
});
