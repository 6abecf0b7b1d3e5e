/** What is written is read again, of any ids; a spoilt file is refused. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIds, writeIds } from '../../../db/frozen/ids-file.ts';
import { cellRecords } from '../../../db/reports/layout.ts';
import { tableWithRecords } from '../../../db/reports/all-records.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { reports } from '../../../db/reports/reports.ts';
import { runsOf } from '../../property/depth.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { openTestStore } from '../../support/store.ts';
import { randomStep } from '../facts/random-history.ts';

const uuid = (): string => { const hex = randomBytes(16).toString('hex'); return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'); };

test('ids come back cell by cell', () => {
  const pool = [...Array.from({ length: 300 }, uuid), '옛 기록', 'task-1'].sort();
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.constantFrom(...pool), { maxLength: 302 }), { maxLength: 12 }), (lists) => {
    const cells = lists.map((ids, index) => ({ key: `r~${index}`, table: 'task' as const, ids: ids.toSorted() }));
    expect(readIds(writeIds(cells)).map((cell) => ({ ...cell, ids: [...cell.ids].toSorted() }))).toEqual(cells);
  }), { numRuns: runsOf(60) });
});

test('an id in many cells is kept once', () => {
  const ids = Array.from({ length: 20_000 }, uuid).sort();
  const file = writeIds(Array.from({ length: 8 }, (_, index) => ({ key: `r~${index}`, table: 'task' as const, ids })));
  expect(file.byteLength / ids.length).toBeLessThan(17);
});

test('a spoilt file is refused', () => {
  expect(() => readIds(new Uint8Array([1, 2, 3]))).toThrow('기록 목록을 읽을 수 없습니다');
});

test('the records of every cell at once are those asked for cell by cell, of every report', () => {
  const store = openTestStore();
  try {
    const random = randomFrom(Number(process.env['SEED'] ?? 7));
    for (let step = 0; step < 250; step += 1) randomStep(store, random);
    const params = { ...plainParams, asOf: '2012-12-31', fromYear: 2009, toYear: 2011 };
    let compared = 0;
    for (const report of reports) {
      for (const cell of tableWithRecords(store.read, report, params).cells) {
        compared += 1;
        expect([report.code, cell.key, [...cell.ids].sort()]).toEqual([report.code, cell.key, [...cellRecords(store.read, report, cell.key, params)?.ids ?? []].sort()]);
      }
    }
    expect(compared).toBeGreaterThan(50);
  } finally {
    store.dispose();
  }
}, 60_000);
