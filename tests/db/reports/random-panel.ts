/** Random firms with figures of some years, who join, leave, close, are deleted, restored and merged; tasks; figures of the nation. */
import fc from 'fast-check';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import { mergeBodies } from '../../../db/identity/merge.ts';
import { relationId } from '../../../db/kernel/id.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { nationalIndicator } from '../../../db/nation/fields.ts';
import { nationId } from '../../../db/nation/figures.ts';
import { firmYear, organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { tester } from '../../support/store.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const fate = fc.constantFrom('kept', 'kept', 'kept', 'kept', 'kept', 'deleted', 'restored');
const day = (first: number, last: number) => fc.tuple(fc.integer({ min: first, max: last }), fc.constantFrom('01-01', '06-15', '12-30', '12-31')).map(([year, date]) => `${year}-${date}`);
const years = [2005, 2006, 2007] as const;

const figures = fc.record({ employees: maybe(fc.nat(500)), sales: maybe(fc.constantFrom(0, 3_000_000, 7_499_999, 88_000_000_000)), exports_usd: maybe(fc.nat(90_000)), rnd_cost: maybe(fc.nat(9_000_000)), fate });
const oneFirm = fc.record({
  kind: fc.constantFrom('firm', 'firm', 'firm', 'firm', 'university'), province: fc.constantFrom('강원도', '경상남도', null), figures: fc.tuple(fc.option(figures, { nil: null, freq: 9 }), fc.option(figures, { nil: null, freq: 4 }), fc.option(figures, { nil: null, freq: 9 })),
  status: fc.constantFrom('active', 'active', 'active', 'closed', 'merged', 'moved'), status_on: maybe(day(2005, 2008)), fate,
  members: fc.array(fc.record({ cluster: fc.nat(2), isPerson: fc.boolean(), joined: day(2003, 2006), left: fc.option(day(2005, 2008), { nil: null, freq: 1 }), fate }), { maxLength: 2, size: 'max' }),
  tasks: fc.array(fc.record({ status: fc.constantFrom('selected', 'completed', 'rejected', 'received'), decided: maybe(day(2004, 2008)), supportType: fc.constantFrom('prototype', 'custom-rnd') }), { maxLength: 2, size: 'max' }),
});
const oneNation = fc.record({ measure: fc.constantFrom('production', 'exports', 'employment', 'rnd'), group: fc.constantFrom('national', 'general'), values: fc.tuple(maybe(fc.constantFrom('100', '0', '250.5')), maybe(fc.constantFrom('90', '130')), maybe(fc.constantFrom('80', '144', '100'))), isOtherUnit: fc.boolean(), fate });

export const somePanel = fc.record({ firms: fc.array(oneFirm, { minLength: 3, maxLength: 16, size: 'max' }), dissolved: maybe(day(2005, 2007)), nations: fc.array(oneNation, { maxLength: 6, size: 'max' }), twins: fc.constantFrom('none', 'merged', 'number') });
export const somePanelParams = fc.record({ asOf: fc.constantFrom('2006-06-30', '2009-01-01', '2009-01-01', '2009-01-01'), fromYear: fc.constantFrom(2005, 2005, 2006), length: fc.nat(2), scope: fc.constantFrom('none', 'none', 'cluster', 'province', 'supportType') });

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;

const usual: Readonly<Record<string, readonly [string, string]>> = { production: ['억원', '조원'], exports: ['백만불', '억불'], employment: ['명', '천명'], rnd: ['억원', '백만원'] };

export const putPanel = (store: Store, { firms, dissolved, nations, twins }: Generated<typeof somePanel>): { clusters: string[] } => {
  const later: (() => void)[] = [];
  const end = (type: typeof firmYear | typeof organisation | typeof membership | typeof nationalIndicator, id: string, how: string): void => {
    if (how === 'kept') return;
    later.push(() => {
      // A figure that came up twice is one record.
      if (store.read.value<number>(`SELECT _del FROM ${type.table} WHERE id = ?`, [id]) !== 0) return;
      write(store, tester, '삭제', (tx) => tx.remove(type, id));
      if (how === 'restored') write(store, tester, '되살리기', (tx) => tx.restore(type, id));
    });
  };
  const { clusters, ids } = write(store, tester, '기업', (tx) => {
    const made = [0, 1, 2].map((at) => tx.create(miniCluster, { name: `MC ${at}`, hub: '창원', kind: 'general', founded_on: '2003-01-01', dissolved_on: at === 1 ? dissolved : null, parent: null }));
    made.push(tx.create(miniCluster, { name: '소모임', hub: '창원', kind: 'general', founded_on: '2003-01-01', parent: made[0] ?? null }));
    const organisations = firms.map((one, at) => {
      const id = tx.create(organisation, { name: `(주)기업 ${at}`, kind: one.kind, province: one.province, status: one.status, status_on: one.status_on, ...(twins === 'number' && at < 2 ? { business_no: '1248100998' } : {}) });
      end(organisation, id, one.fate);
      one.figures.forEach((known, back) => {
        if (!known) return;
        const { fate: how, ...values } = known;
        const year = years[back] ?? 2005;
        const row = tx.create(firmYear, { organisation: id, year, ...values }, relationId('firm_year', id, String(year)));
        end(firmYear, row, how);
      });
      const someone = tx.create(person, { name: `사람 ${at}`, organisation: id });
      for (const { cluster, isPerson, joined, left, fate: how } of one.members) {
        const row = tx.create(membership, { cluster: made[cluster === 2 && isPerson ? 3 : cluster] ?? '', person: isPerson ? someone : null, organisation: isPerson ? null : id, kind: 'firm', joined_on: joined, left_on: left !== null && left < joined ? joined : left });
        end(membership, row, how);
      }
      for (const { status, decided, supportType } of one.tasks) tx.create(task, { title: '과제', status, lead_org: id, found_on: '2004-01-01', decided_on: decided, support_type: supportType });
      return id;
    });
    for (const { measure, group, values, isOtherUnit, fate: how } of nations) {
      values.forEach((value, back) => {
        if (value === null) return;
        const year = years[back] ?? 2005;
        const unit = usual[measure]?.[isOtherUnit && back > 0 ? 1 : 0] ?? '';
        const id = tx.create(nationalIndicator, { measure, complex_group: group, year, value, unit, source: '시험' }, nationId(measure, { complex_group: group, industry_group: null, quarter: null }, year));
        end(nationalIndicator, id, how);
      });
    }
    return { clusters: made, ids: organisations };
  });
  for (const act of later) act();
  const alive = (id: string): boolean => store.read.value<number>('SELECT _del FROM organisation WHERE id = ?', [id]) === 0;
  if (twins === 'merged' && alive(ids[0] ?? '') && alive(ids[1] ?? '')) write(store, tester, '합침', (tx) => { mergeBodies(tx, [ids[0] ?? '', ids[1] ?? ''], {}); });
  return { clusters };
};
