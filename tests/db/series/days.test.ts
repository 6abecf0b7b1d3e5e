import { describe, expect, test } from 'vitest';
import { ruleWords, seriesWords } from '../../../db/series/choices.ts';
import { dayBefore, occurrences, ruleDays, type SeriesRule } from '../../../db/series/days.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';

const rule = (frequency: string, start_on: string, every = 1, more: Partial<SeriesRule> = {}): SeriesRule => ({ frequency, every, start_on, from_on: null, until_on: null, ...more });
const days = (one: SeriesRule, from: string, until: string): string[] => ruleDays(one, from, until);

describe('days of a rule', () => {
  test('every second week keeps its weekday over the end of a year', () =>
    expect(days(rule('weekly', '2026-12-09', 2), '2026-01-01', '2027-02-01')).toEqual(['2026-12-09', '2026-12-23', '2027-01-06', '2027-01-20']));
  test('the 31st is the last day of a shorter month, and the 31st again after it', () =>
    expect(days(rule('monthly-day', '2028-01-31'), '2028-01-01', '2028-05-31')).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']));
  test('the second Wednesday', () => expect(days(rule('monthly-weekday', '2026-01-14'), '2026-01-01', '2026-04-30')).toEqual(['2026-01-14', '2026-02-11', '2026-03-11', '2026-04-08']));
  test('a fifth Friday is the last one of each month', () => expect(days(rule('monthly-weekday', '2026-01-30'), '2026-01-01', '2026-04-30')).toEqual(['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']));
  test('the last Friday, whichever week the first day lies in', () => expect(days(rule('monthly-last', '2026-02-13'), '2026-01-01', '2026-05-31')).toEqual(['2026-02-27', '2026-03-27', '2026-04-24', '2026-05-29']));
  test('29 February is kept every year', () => expect(days(rule('yearly', '2024-02-29'), '2025-01-01', '2028-12-31')).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']));
  test('the last day of the series belongs to it, the next does not', () => expect(days(rule('weekly', '2026-01-05', 1, { until_on: '2026-01-19' }), '2026-01-01', '2026-12-31')).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']));
  test('a part of a divided series begins at its day and counts from the old beginning', () =>
    expect(days(rule('monthly-day', '2026-01-31', 1, { from_on: '2026-02-28' }), '2026-01-01', '2026-04-30')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']));
  test('there is nothing before the first day', () => expect([dayBefore(rule('weekly', '2026-01-05'), '2026-01-05'), dayBefore(rule('weekly', '2026-01-05'), '2026-01-06')]).toEqual([null, '2026-01-05']));
});

/** Whether the rule has the day, said day by day and without arithmetic on ordinals. */
const hasDay = (one: SeriesRule, day: string): boolean => {
  const [date, start] = [new Date(`${day}T00:00:00Z`), new Date(`${one.start_on}T00:00:00Z`)];
  const every = one.every ?? 1;
  const lastOf = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const months = (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();
  const isLastWeek = date.getUTCDate() + 7 > lastOf;
  if (day < one.start_on || (one.from_on !== null && day < one.from_on) || (one.until_on !== null && day > one.until_on)) return false;
  const sameDate = date.getUTCDate() === Math.min(start.getUTCDate(), lastOf);
  const sameWeekday = date.getUTCDay() === start.getUTCDay();
  if (one.frequency === 'weekly') return sameWeekday && Math.round((date.getTime() - start.getTime()) / 604_800_000) % every === 0;
  if (one.frequency === 'monthly-day') return sameDate && months % every === 0;
  if (one.frequency === 'yearly') return sameDate && date.getUTCMonth() === start.getUTCMonth() && (months / 12) % every === 0;
  if (!sameWeekday || months % every !== 0) return false;
  const week = Math.ceil(start.getUTCDate() / 7);
  return one.frequency === 'monthly-last' || week === 5 ? isLastWeek : Math.ceil(date.getUTCDate() / 7) === week;
};

test('the days of any rule are those a walk over the calendar finds', () => {
  forSeeds('series-days', 150, (seed) => {
    const random = randomFrom(seed);
    const day = (year: number): string => new Date(Date.UTC(year, random(12), 1 + random(31))).toISOString().slice(0, 10);
    const one = rule(['weekly', 'monthly-day', 'monthly-weekday', 'monthly-last', 'yearly'][random(5)] ?? '', day(2024), 1 + random(4), { until_on: random(2) ? day(2027) : null, from_on: random(3) ? null : day(2025) });
    const walked: string[] = [];
    for (let at = Date.UTC(2024, 5, 1); at < Date.UTC(2028, 2, 5); at += 86_400_000) {
      const text = new Date(at).toISOString().slice(0, 10);
      if (hasDay(one, text)) walked.push(text);
    }
    expect(ruleDays(one, '2024-06-01', '2028-03-04'), JSON.stringify(one)).toEqual(walked);
  });
});

test('exceptions move days, in and out of what is asked for, and leave days out', () => {
  const weekly = rule('weekly', '2026-01-05');
  const exceptions = [
    { day: '2026-01-12', moved_to: '2026-01-14', is_cancelled: 0, reason: '설 준비' }, { day: '2026-01-19', moved_to: null, is_cancelled: 1, reason: '휴무' },
    { day: '2026-01-13', moved_to: '2026-01-15', is_cancelled: 0, reason: '규칙에 없는 날' }, { day: '2026-02-02', moved_to: '2026-01-30', is_cancelled: 0, reason: null },
  ];
  expect(occurrences(weekly, exceptions, '2026-01-06', '2026-01-31')).toEqual([
    { day: '2026-01-12', on: '2026-01-14', state: 'moved', reason: '설 준비' }, { day: '2026-01-19', on: '2026-01-19', state: 'cancelled', reason: '휴무' },
    { day: '2026-01-26', on: '2026-01-26', state: 'planned', reason: null }, { day: '2026-02-02', on: '2026-01-30', state: 'moved', reason: null },
  ]);
});

test('rules are said in plain words', () => {
  expect([
    seriesWords({ ...rule('monthly-weekday', '2026-01-14'), start_at: '14:00', end_at: null, days: null }), ruleWords(rule('weekly', '2026-01-05', 2)), ruleWords(rule('monthly-day', '2026-01-31')),
    ruleWords(rule('monthly-last', '2026-01-05', 3)), ruleWords(rule('yearly', '2026-04-02')), ruleWords(rule('monthly-weekday', '2026-01-30')),
  ]).toEqual(['매월 둘째 수요일 14:00', '2주마다 월요일', '매월 31일(없는 달은 말일)', '3개월마다 마지막 월요일', '매년 4월 2일', '매월 마지막 금요일']);
});
