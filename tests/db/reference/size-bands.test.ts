import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sizeBandOf, sizeBandRule, sizeBands, sizeSubtotals } from '../../../db/reference/size-bands.ts';

const factories = readFileSync(join(import.meta.dirname, '../../support/data/factories_60_utf8bom.csv'), 'utf8').replace(/^\uFEFF/, '');
const employees = Papa.parse<Record<string, string>>(factories, { header: true, skipEmptyLines: true }).data.map((row) => Number(row['종업원합계']));

describe('program size bands', () => {
  it.each([
    [0, 'under-10'], [9, 'under-10'], [10, '10-50'], [49, '10-50'], [50, '10-50'], [51, '51-100'], [99, '51-100'],
    [100, '51-100'], [101, '101-300'], [299, '101-300'], [300, '101-300'], [301, 'over-300'], [12_000, 'over-300'], [null, 'unknown'],
  ] as const)('%s employees → %s', (count, band) => {
    expect(sizeBandOf(count)).toBe(band);
  });

  it('puts every number into the band whose printed limits contain it', () => {
    for (let count = 0; count <= 400; count++) {
      const holding = sizeBands.filter((band) => band.min !== null && band.min <= count && (band.max === null || count <= band.max));
      expect(holding.map((band) => band.code)).toEqual([sizeBandOf(count)]);
    }
  });

  it('prints the edges it uses', () => {
    for (const edge of ['50인은 10~50인', '100인은 51~100인', '300인은 101~300인']) expect(sizeBandRule).toContain(edge);
  });

  it('adds 50인 이하 and 300인 이하 from whole bands', () => {
    const totals = sizeSubtotals.map((subtotal) => ({
      ko: subtotal.ko, inside: [0, 50, 51, 300, 301].filter((count) => subtotal.bands.some((band) => band === sizeBandOf(count))),
    }));
    expect(totals).toEqual([{ ko: '50인 이하', inside: [0, 50] }, { ko: '300인 이하', inside: [0, 50, 51, 300] }]);
  });

  it('bands the 60 real factories', () => {
    expect(employees).toHaveLength(60);
    const counts = sizeBands.map((band) => employees.filter((count) => sizeBandOf(count) === band.code).length);
    expect(counts).toEqual([7, 10, 5, 23, 15, 0]);
  });
});
