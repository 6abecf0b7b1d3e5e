/** The printed rules on examples with known answers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../db/kernel/field.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { countText, dayText, millionsOf, percentOf, percentText } from '../../../db/reports/cell-format.ts';
import { tableOf, type Report } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { t1 } from '../../../db/reports/t1.ts';
import { t2 } from '../../../db/reports/t2.ts';
import { t3 } from '../../../db/reports/t3.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { force } from '../../support/task-world.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

const params = { ...plainParams, asOf: '2010-12-31', fromYear: 2005, toYear: 2010 };
const firm = (name: string): string => write(store, tester, '기업', (tx) => tx.create(organisation, { name, kind: 'firm' }));
const put = (values: Partial<Values<typeof task.fields>>): string => write(store, tester, '과제', (tx) =>
  tx.create(task, { title: '과제', status: 'selected', lead_org: 'firm', found_on: '2005-01-02', decided_on: '2009-07-01', ...values }));
const texts = (report: Report, row: string, given = params): string[] => {
  const table = tableOf(store.read, report, given);
  return table.cells[table.rows.findIndex((one) => one.key === row)]?.map((cell) => cell.text) ?? [];
};
const notes = (report: Report, given = params): string => tableOf(store.read, report, given).footnotes.map((note) => note.text).join('\n');

describe('formats', () => {
  it('writes thousands, none, minus and one decimal', () => {
    expect([countText(1234567), countText(0), countText(-1234)]).toEqual(['1,234,567', '-', '△1,234']);
    expect([percentText(percentOf(2940, 3644)), percentText(percentOf(26, 31)), percentText(percentOf(0, 5)), percentText(percentOf(1, 0)), percentText(100)]).toEqual(['80.7', '83.9', '-', '-', '100.0']);
    expect([millionsOf(499_999), millionsOf(500_000), dayText('2010-12-31')]).toEqual([0, 1, '2010. 12. 31.']);
  });
});

describe('T1', () => {
  it('puts each edge into the band its printed rule says', () => {
    for (const employees of [9, 10, 50, 51, 100, 101, 300, 301, null]) put({ employees_at_decision: employees });
    const sums = tableOf(store.read, t1, params).rows.map((row, index) => [row.labels[0], tableOf(store.read, t1, params).cells[index]?.at(-3)?.text]);
    expect(sums).toEqual([
      ['10인 미만', '1'], ['10~50인', '2'], ['소계(50인 이하)', '3'], ['51~100인', '2'], ['101~300인', '2'], ['소계(300인 이하)', '7'], ['300인 초과', '1'], ['기타(미상)', '1'], ['계', '9'],
    ]);
    expect(notes(t1)).toContain('50인은 10~50인, 100인은 51~100인, 300인은 101~300인');
    // 11.1 + 22.2 + 22.2 + 22.2 + 11.1 + 11.1 = 99.9
    expect(notes(t1)).toContain('단수처리');
  });

  it('gives shares to one decimal and says nothing of rounding when they add up', () => {
    for (let index = 0; index < 4; index += 1) put({ employees_at_decision: [5, 20, 20, 400][index] ?? null });
    expect(texts(t1, 'up-to-50').slice(-3)).toEqual(['3', '75.0', '75.0']);
    expect(texts(t1, 'over-300').slice(-3)).toEqual(['1', '25.0', '100.0']);
    expect(notes(t1)).not.toContain('단수처리');
  });

  it('has two heading levels, a unit and the day', () => {
    const table = tableOf(store.read, t1, params);
    expect(table.columns.map((column) => `${column.group}/${column.label}`)).toEqual([
      ...[2005, 2006, 2007, 2008, 2009, 2010].map((year) => `연도별 지원 건수/${year}`), '계/건수', '계/비율(%)', '계/누적비율(%)',
    ]);
    expect([table.unit, table.asOf, table.isEmpty]).toEqual(['단위: 건, %', '2010. 12. 31. 기준', true]);
    expect(table.cells.flat().every((cell) => cell.text === '-' && cell.drill === null)).toBe(true);
  });
});

describe('which tasks are supported and completed', () => {
  const row = (name: string): string => texts(t2, name).at(-1) ?? '';

  it('leaves out tasks solved on site, refused, given up or without a decision date', () => {
    for (const status of ['direct-done', 'rejected', 'withdrawn', 'referred', 'under-review']) put({ status, completed_on: '2009-08-01' });
    put({ decided_on: null });
    put({ decided_on: '2011-01-01' });
    expect([row('found'), row('supported'), row('completed')]).toEqual(['7', '-', '-']);
    expect(notes(t2)).toContain('현장해결(자문으로 바로 해결) 과제는 발굴 건수에만');
  });

  it('takes a task on hold for what it was before', () => {
    const [held, early] = [put({ status: 'in-progress' }), put({ status: 'received', decided_on: '2009-07-01' })];
    write(store, tester, '보류', (tx) => { for (const id of [held, early]) force(tx, id, 'on-hold', '2010-01-05'); });
    expect(row('supported')).toBe('1');
    // Held once before it was selected and once after: the later hold says what it was.
    write(store, tester, '보류', (tx) => {
      force(tx, early, 'planning', '2010-02-01');
      force(tx, early, 'selected', '2010-03-01');
      force(tx, early, 'on-hold', '2010-04-01');
    });
    expect(row('supported')).toBe('2');
  });

  it('counts a completion by its day, or by the step when the day is missing, and not a task that was stopped', () => {
    const stepped = put({ status: 'final-review' });
    const stopped = put({ status: 'in-progress' });
    const takenBack = put({ status: 'final-review' });
    write(store, tester, '진행', (tx) => {
      force(tx, stepped, 'completed', '2010-02-01');
      tx.change(task, stepped, { completed_on: null });
      force(tx, stepped, 'follow-up', '2010-05-01');
      force(tx, stopped, 'stopped', '2010-02-01');
      force(tx, stopped, 'follow-up', '2010-06-01');
      force(tx, takenBack, 'completed', '2010-02-01');
      force(tx, takenBack, 'in-progress', '2010-03-01');
      force(tx, takenBack, 'stopped', '2010-04-01');
      force(tx, takenBack, 'follow-up', '2010-06-01');
    });
    put({ status: 'completed', completed_on: '2011-01-01' });
    expect(texts(t2, 'completed')).toEqual(['-', '-', '-', '-', '-', '1', '1']);
    expect(row('supported')).toBe('4');
  });

  it('counts a firm of two years once in the total and as new in its first year ever', () => {
    const [old, fresh] = [firm('오래된 기업'), firm('새 기업')];
    put({ lead_org: old, decided_on: '2004-12-31', found_on: '2004-01-01' });
    put({ lead_org: old, decided_on: '2008-01-01' });
    put({ lead_org: old, decided_on: '2009-01-01' });
    put({ lead_org: fresh, decided_on: '2009-01-01' });
    put({ lead_org: fresh, decided_on: '2009-12-31' });
    expect(texts(t2, 'firms')).toEqual(['-', '-', '-', '1', '2', '-', '2']);
    expect(texts(t2, 'new-firms')).toEqual(['-', '-', '-', '-', '1', '-', '1']);
    expect(notes(t2)).toContain('※ 지원기업 수 계는 중복 제외');
    expect(notes(t2)).not.toContain('목록에 나타나지 않습니다');
  });

  it('rounds money per cell, the total from the exact won, and says so', () => {
    put({ decided_on: '2008-01-01', fund_national: 1_400_000, fund_private_cash: 100_000 });
    put({ decided_on: '2009-01-01', fund_national: 1_400_000, fund_private_cash: 600_000 });
    expect(texts(t2, 'national')).toEqual(['-', '-', '-', '1', '1', '-', '3']);
    expect(texts(t2, 'total-cost')).toEqual(['-', '-', '-', '2', '2', '-', '4']);
    expect(notes(t2)).toContain('단수처리');
    expect(notes(t2)).toContain('1개사는 기업 기록이 삭제되었거나');
    put({ decided_on: '2009-01-02' });
    expect(notes(t2)).toContain('1건은 국비가 적혀 있지 않아');
  });
});

describe('empty tables', () => {
  it('are told apart from tables of zeros', () => {
    expect([t1, t2, t3].map((report) => tableOf(store.read, report, params).isEmpty)).toEqual([true, true, true]);
    put({ status: 'discovered', decided_on: null });
    expect([t1, t2, t3].map((report) => tableOf(store.read, report, params).isEmpty)).toEqual([true, false, true]);
    put({});
    expect(tableOf(store.read, t1, { ...params, asOf: '2009-06-30' }).isEmpty).toBe(true);
    expect(tableOf(store.read, t1, params).isEmpty).toBe(false);
  });
});
