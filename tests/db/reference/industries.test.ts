import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { divisionOf, kicoxGroupOf, ksicDivisions, ksicSections, sectionOf } from '../../../db/reference/industries.ts';

const data = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(join(import.meta.dirname, '../../support/data', name), 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;

describe('industry classification', () => {
  it('has 21 sections that hold 77 divisions', () => {
    expect(ksicSections).toHaveLength(21);
    expect(ksicSections.reduce((sum, section) => sum + Number(section.lastDivision) - Number(section.firstDivision) + 1, 0)).toBe(77);
  });

  it('repeats the published mapping of all 25 manufacturing divisions', () => {
    const rows = data('ksic_division_to_kicox10.csv');
    expect(rows.map((row) => [row['KSIC중분류'], row['KICOX 10업종'] || null, row['신뢰도'] || null]))
      .toEqual(ksicDivisions.map((row) => [row.code, kicoxGroupOf(row.code)?.ko ?? null, row.confidence]));
  });

  it.each([['29294', '기계', 'A'], ['C29294', '기계', 'A'], ['29', '기계', 'A'], [' 30399 ', '운송장비', 'A'], ['18', '목재종이', 'C'], ['25', '기계', 'C']] as const)(
    '%s belongs to %s, confidence %s', (code, ko, confidence) => {
      expect(kicoxGroupOf(code)).toMatchObject({ ko, confidence });
    });

  it.each(['12', '34', '35', '62010', '', '외 3 종', '9', '292941'])('%s has no group', (code) => {
    expect(kicoxGroupOf(code)).toBeNull();
  });

  it('finds the section of a code', () => {
    expect([sectionOf('62010')?.code, sectionOf('29')?.code, sectionOf('04'), sectionOf('x')]).toEqual(['J', 'C', null, null]);
    expect(divisionOf('c10')).toBe('10');
  });

  it('groups every real factory that has a manufacturing code', () => {
    const codes = data('factories_60_utf8bom.csv').map((row) => row['업종코드'] ?? '');
    const ungrouped = codes.filter((code) => sectionOf(code)?.code === 'C' && kicoxGroupOf(code) === null && !/^(12|34)/.test(code));
    expect(codes).toHaveLength(60);
    expect(ungrouped).toEqual([]);
  });
});
