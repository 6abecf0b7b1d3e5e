import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setYears, totalsOf, yearsOf } from '../../../db/outcomes/results.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { inStore, makeFirm, makeTask } from './desk.ts';

let store: TestStore;
let id: string;
beforeEach(() => {
  store = openTestStore({ now: () => Date.parse('2016-06-15T09:00:00+09:00') });
  id = inStore(store, (tx) => makeTask(tx, makeFirm(tx, '(주)한빛정밀'), { status: 'completed', completed_on: '2013-09-10' }));
});
afterEach(() => store.dispose());

const set = (...changes: Parameters<typeof setYears>[2]): void => inStore(store, (tx) => setYears(tx, id, changes));
const refused = (field: string, code = 'invalid'): unknown => expect.objectContaining({ code, details: [expect.objectContaining({ field })] });

describe('results by year', () => {
  it('sums figures exactly; what nobody entered adds nothing', () => {
    set({ year: 2014, patch: { sales: 1_234_567_890_123, exports_usd: 10, is_commercialised: 0 } }, { year: 2015, patch: { sales: 7, new_jobs: 3, is_commercialised: 1 } }, { year: 2016, patch: { cost_saving: 5_000 } });
    expect(totalsOf(yearsOf(store.read, id))).toEqual({ years: 3, isCommercialised: true, sales: 1_234_567_890_130, exports_usd: 10, new_jobs: 3, cost_saving: 5_000 });
    expect(totalsOf([])).toEqual({ years: 0, isCommercialised: false, sales: 0, exports_usd: 0, new_jobs: 0, cost_saving: 0 });
  });

  it('keeps one row per task and year, whoever enters it', () => {
    set({ year: 2014, patch: { sales: 1 } });
    set({ year: 2014, patch: { new_jobs: 2 } });
    expect(yearsOf(store.read, id)).toMatchObject([{ year: 2014, sales: 1, new_jobs: 2 }]);
    expect(store.read.value('SELECT count(*) FROM performance')).toBe(1);
  });

  it('takes an emptied year out, and brings it back without its old figures', () => {
    set({ year: 2014, patch: { sales: 1, memo: '첫 납품' } });
    set({ year: 2014, patch: { sales: null, memo: null } });
    expect(yearsOf(store.read, id)).toEqual([]);
    set({ year: 2014, patch: { new_jobs: 4 } });
    expect(yearsOf(store.read, id)).toMatchObject([{ sales: null, memo: null, new_jobs: 4 }]);
  });

  it('writes a pasted block as one undo step', () => {
    set({ year: 2014, patch: { sales: 1 } }, { year: 2015, patch: { sales: 2 } });
    undo(store, tester, lastAction(store) ?? 0);
    expect(yearsOf(store.read, id)).toEqual([]);
  });

  it('refuses a year before the task and one to come, and then writes nothing', () => {
    expect(() => set({ year: 2014, patch: { sales: 1 } }, { year: 2011, patch: { sales: 1 } })).toThrow(refused('2011.year'));
    expect(() => set({ year: 2017, patch: { sales: 1 } })).toThrow(refused('2017.year'));
    expect(yearsOf(store.read, id)).toEqual([]);
    set({ year: 2012, patch: { sales: 1 } }, { year: 2016, patch: { sales: 1 } });
    expect(yearsOf(store.read, id)).toHaveLength(2);
  });

  it('refuses to write over a figure somebody else has changed', () => {
    set({ year: 2014, patch: { sales: 1 } });
    set({ year: 2014, patch: { sales: 2 }, was: { sales: 1 } });
    expect(() => set({ year: 2014, patch: { sales: 3 }, was: { sales: 1 } })).toThrow(refused('sales', 'conflict'));
    expect(() => set({ year: 2014, patch: { sales: -1 } })).toThrow(refused('sales'));
  });
});
