import { describe, expect, it } from 'vitest';
import { phaseOf, programNumberOf, programYearOf, programYears, yearOfProgramNumber } from '../../../db/reference/program-years.ts';

describe('program years', () => {
  it.each([
    ['2005-04-01', 2005, 1], ['2008-12-31', 2008, 4], ['2009-03-31', 2008, 4], ['2009-04-01', 2009, 5],
    ['2012-08-29', 2012, 8], ['2026-11-22', 2026, 22], ['2031-03-31', 2030, 26],
  ])('%s lies in program year %i (%i차)', (date, year, number) => {
    expect(programYearOf(date)).toMatchObject({ year, number });
  });

  it('knows no year before the program and after the table', () => {
    expect([programYearOf('2005-03-31'), programYearOf('2031-04-01')]).toEqual([null, null]);
  });

  it('numbers years both ways', () => {
    for (const row of programYears) {
      expect(row.number).toBe(programNumberOf(row.year));
      expect(yearOfProgramNumber(row.number)).toBe(row.year);
    }
  });

  it('joins without a gap or an overlap', () => {
    const nextDay = (date: string): string => new Date(new Date(`${date}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
    expect(programYears.slice(0, -1).map((row) => nextDay(row.endOn))).toEqual(programYears.slice(1).map((row) => row.startOn));
  });

  it('takes 자립기 2013–2016 from the source and marks the other boundaries as inferred', () => {
    expect([2005, 2008, 2009, 2012, 2013, 2016, 2017, 2004].map(phaseOf)).toEqual(['formation', 'formation', 'growth', 'growth', 'self-reliance', 'self-reliance', null, null]);
    expect(programYears.filter((row) => row.phase !== null && !row.inferred).map((row) => row.year)).toEqual([2013, 2014, 2015, 2016]);
  });

  it('carries the settings that changed in 2012', () => {
    const settings = (year: number) => programYears.find((row) => row.year === year);
    expect(settings(2008)).toMatchObject({ smallTaskBelowWon: 10_000_000, minTaskWon: null });
    expect(settings(2012)).toMatchObject({ smallTaskBelowWon: null, minTaskWon: 10_000_000, clusterFirmSharePercent: 20 });
    expect(settings(2011)).toMatchObject({ clusterFirmSharePercent: 0 });
  });
});
