import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { complexByName, complexes, complexOf, economicRegions, regionOf, roleOf } from '../../../db/reference/complexes.ts';
import { provinces } from '../../../db/reference/provinces.ts';

const press = readFileSync(join(import.meta.dirname, '../../support/data/mini_clusters_from_press.csv'), 'utf8').replace(/^\uFEFF/, '');
const pressRows = Papa.parse<Record<string, string>>(press, { header: true, skipEmptyLines: true }).data;
const on = (date: string, role: string): string[] => complexes.filter((complex) => roleOf(complex.code, date) === role).map((complex) => complex.ko);

describe('complexes and regions', () => {
  it('knows the hub of every mini-cluster named in the press', () => {
    expect(pressRows).toHaveLength(56);
    expect(pressRows.filter((row) => complexByName(row['거점'] ?? '') === null)).toEqual([]);
  });

  it('gives every press hub the role of its year', () => {
    const without = pressRows.filter((row) => {
      const complex = complexByName(row['거점'] ?? '');
      return complex === null || roleOf(complex.code, `${row['기준연도']}-12-31`) === null;
    });
    expect(without.map((row) => row['거점'])).toEqual([]);
  });

  it('has the 7 pilots of 2005 and the 5 complexes added in 2007', () => {
    expect(on('2006-01-01', 'pilot').toSorted()).toEqual(['광주첨단', '구미', '군산', '반월·시화', '울산', '원주', '창원']);
    expect(on('2008-01-01', 'expansion').toSorted()).toEqual(['남동', '녹산', '대불', '성서', '오창']);
    expect(on('2007-10-31', 'expansion')).toEqual([]);
  });

  it('has as many hubs as each source prints for its region in 2010', () => {
    for (const region of economicRegions.filter((one) => one.hubsPrinted !== null)) {
      const hubs = on('2010-12-31', 'hub').filter((ko) => complexByName(ko)?.region === region.code);
      expect(hubs).toHaveLength(region.hubsPrinted ?? 0);
    }
  });

  it('places a complex in its region only while the regions exist', () => {
    expect(regionOf('changwon', '2010-03-17')?.ko).toBe('동남권');
    expect(regionOf('changwon', '2010-03-16')).toBeNull();
    expect(regionOf('seongseo', '2026-11-22')?.ko).toBe('대경권');
    expect(regionOf('창원국가산업단지', '2026-11-22')?.ko).toBe('동남권');
    expect(regionOf('nowhere', '2026-11-22')).toBeNull();
  });

  it('points only at regions and provinces that exist, with unique codes and names', () => {
    const regionCodes = economicRegions.map((region) => region.code);
    const provinceCodes = provinces.map((province) => province.code);
    for (const complex of complexes) {
      expect(regionCodes).toContain(complex.region);
      expect(provinceCodes).toContain(complex.province);
      for (const name of [complex.ko, ...complex.aliases]) expect(complexByName(name)?.code).toBe(complex.code);
    }
    for (const key of ['code', 'ko', 'shortCode'] as const) expect(new Set(complexes.map((complex) => complex[key])).size).toBe(complexes.length);
  });

  it('carries an official code only where a source prints one, as text', () => {
    expect(complexes.filter((complex) => complex.officialCode !== null).map((complex) => [complex.ko, complex.officialCode])).toEqual([['녹산', '126010']]);
  });

  it.each(['명지·녹산', '명지ㆍ녹산', '명지녹산', '녹산', '명지·녹산국가산업단지', ' 명지 녹산 '])('reads %s as one place', (name) => {
    expect(complexByName(name)?.code).toBe('noksan');
  });

  it('reads the middle dot of public files', () => {
    expect([complexByName('반월ㆍ시화')?.code, complexByName('신평・장림일반산업단지')?.code]).toEqual(['banwol-sihwa', 'sinpyeong-jangnim']);
  });

  it('does not guess a place it does not know', () => {
    expect([complexByName('정관'), complexByName(''), complexOf('nowhere'), roleOf('nowhere', '2020-01-01')]).toEqual([null, null, null, null]);
  });

  it('lists the seven regions of 5+2 in print order', () => {
    expect(economicRegions.map((region) => region.ko)).toEqual(['수도권', '충청권', '호남권', '대경권', '동남권', '강원권', '제주권']);
  });
});
