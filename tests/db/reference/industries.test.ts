import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { divisionOf, industryCodeFault, industryRemarks, kicoxGroupOf, ksicDivisions, ksicSections, revisionOn, sectionOf, splitIndustryCode } from '../../../db/reference/industries.ts';

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

  it.each([['2000-02-29', null], ['2000-03-01', 8], ['2010-05-01', 9], ['2017-06-30', 9], ['2017-07-01', 10], ['2024-06-30', 10], ['2024-07-01', 11], ['2026-11-22', 11]] as const)(
    'on %s revision %s was in force', (day, revision) => { expect(revisionOn(day)).toBe(revision); });

  it.each(['29294', 'C29294', 'C', '29', '292', '01110', 'A01'])('%s is a code', (code) => { expect(industryCodeFault(code)).toBeNull(); });
  it.each(['', '9', '04', '40111', '292941', 'X29', 'A29294', '29294 외 3 종', '금형'])('“%s” is none', (code) => { expect(industryCodeFault(code)).not.toBeNull(); });
  it('leaves divisions of the 8th revision alone', () => { expect([industryCodeFault('40111', 8), industryCodeFault('40111', 9)]).toEqual([null, expect.stringContaining('40')]); });

  it('takes apart what lists write behind a code', () => {
    expect(['29294 외 3 종', 'c29294', '29294, 29292', '29294외2종', '292941', '금형 외 3 종'].map(splitIndustryCode)).toEqual([
      { code: '29294', rest: '외 3 종' }, { code: 'C29294', rest: '' }, { code: '29294', rest: '29292' }, { code: '29294', rest: '외2종' }, { code: '292941', rest: '' }, { code: '금형 외 3 종', rest: '' }]);
  });

  it('remarks on a missing, unknown or later revision and on a code that moved', () => {
    expect(industryRemarks('29294', null)).toEqual([expect.stringContaining('차수를 적어 주세요')]);
    expect(industryRemarks('29294', 12)).toEqual([expect.stringContaining('8~11차')]);
    expect(industryRemarks('25924', 11, '2010-05-01')).toEqual(['11차는 2024-07-01부터 씁니다. 2010-05-01에는 9차였습니다.']);
    expect([industryRemarks('C29294', 10), industryRemarks('29293', 11), industryRemarks('29294', 11), industryRemarks('29293', 10)]).toEqual([
      ['주형 및 금형 제조업: 10차 29294는 11차에서 29293입니다.'], ['주형 및 금형 제조업: 11차 29293은 10차에서 29294였습니다.'], [], []]);
  });
});
