/** 월간 활동실적 as a table: a month of every coordinator beside another month, or the months of one coordinator. */
import { asRows } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { countText, dayText, percentText } from '../reports/cell-format.ts';
import { roundingNote } from '../reports/rounding.ts';
import type { ReportCell, ReportColumn, ReportRow, SheetTable } from '../reports/table-types.ts';
import { activityFacts, factsWithin, type ActivityFacts } from './activity-facts.ts';
import { activityIndicators, type ActivityIndicator } from './indicators.ts';
import { coordinatorsSql } from './scope.ts';

export type ActivityInput = {
  /** `YYYY-MM`. */
  month: string;
  /** Null = every coordinator in this month; a person = their months up to this one. */
  coordinator: string | null;
  /** With which month the month is compared: that before, that of a year ago, or none. */
  compare: 'none' | 'before' | 'year-ago';
  /** Number of the account that asks. */
  by: number;
  /** Day of the device. */
  today: string;
};

export type ActivityTable = SheetTable & { isEmpty: boolean };

/** Months of one coordinator that stand under each other. */
const monthsBack = 12;

/** `months` after a month `YYYY-MM`; before it when negative. */
export const monthAfter = (month: string, months: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

const lastDayOf = (month: string): string => `${month}-${String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()).padStart(2, '0')}`;
const monthName = (month: string): string => `${Number(month.slice(0, 4))}년 ${Number(month.slice(5, 7))}월`;

/** A row or a group of columns stands for some people in some months. */
type Band = { key: string; labels: string[]; people: string[]; months: string[] | null };
type Sheet = { title: string; heads: string[]; rows: Band[]; total: Band | null; month: string; other: string | null; facts: ActivityFacts };

type Person = { id: string; name: string };

const sheetOf = (read: Reader, { month, coordinator, compare, by, today }: ActivityInput): Sheet => {
  const known = read.all<Person>(coordinatorsSql);
  if (coordinator !== null) {
    const months = Array.from({ length: monthsBack }, (_, index) => monthAfter(month, index + 1 - monthsBack));
    const facts = activityFacts(read, { from: `${months[0] ?? month}-01`, until: lastDayOf(month), people: new Set([coordinator]), by, today });
    const name = known.find(({ id }) => id === coordinator)?.name ?? '';
    const rows = months.map((one) => ({ key: one, labels: [monthName(one)], people: [coordinator], months: [one] }));
    return { title: `코디네이터 활동실적: ${name}`, heads: ['월'], rows, total: { key: 'total', labels: ['계'], people: [coordinator], months }, month, other: null, facts };
  }
  const other = compare === 'none' ? null : monthAfter(month, compare === 'before' ? -1 : -12);
  const facts = activityFacts(read, { from: `${other ?? month}-01`, until: lastDayOf(month), people: new Set(known.map(({ id }) => id)), by, today });
  const near = (day: string): boolean => day.startsWith(month) || (other !== null && day.startsWith(other));
  const active = new Set([...facts.sessions, ...facts.tasks, ...facts.meetings].flatMap(({ person, day }) => (near(day) ? [person] : [])));
  const rows = known.filter(({ id }) => active.has(id)).map(({ id, name }) => ({ key: id, labels: [name], people: [id], months: null }));
  return { title: `${monthName(month)} 코디네이터 활동실적`, heads: ['코디네이터'], rows, total: { key: 'total', labels: ['계'], people: rows.map(({ key }) => key), months: null }, month, other, facts };
};

const hasDecimal = ({ ko }: ActivityIndicator): boolean => ko.endsWith(')');
const tenth = (value: number): number => Math.round(value * 10) / 10;
const textOf = (indicator: ActivityIndicator, value: number | null): string =>
  (hasDecimal(indicator) ? (value !== null && value < 0 ? `△${percentText(-value)}` : percentText(value)) : countText(value ?? 0));

const bandFacts = (sheet: Sheet, band: Band, month: string): ActivityFacts => factsWithin(sheet.facts, band.people, band.months ?? [month]);

const cellsOf = (sheet: Sheet, band: Band): ReportCell[] => {
  const facts = bandFacts(sheet, band, sheet.month);
  const now = activityIndicators.map((one): ReportCell => {
    const value = one.value(facts);
    return { value, text: textOf(one, value), drill: one.records(facts).ids.length > 0 ? `${band.key}~${one.code}` : null };
  });
  if (sheet.other === null) return now;
  const then = bandFacts(sheet, band, sheet.other);
  return [...now, ...activityIndicators.map((one): ReportCell => {
    const [value, before] = [one.value(facts), one.value(then)];
    const change = value === null || before === null ? null : tenth(value - before);
    return { value: change, text: textOf(one, change), drill: null };
  })];
};

const columnsOf = ({ other, month }: Sheet): ReportColumn[] => [
  ...activityIndicators.map(({ code, ko }) => ({ key: code, group: other === null ? '' : monthName(month), label: ko })),
  ...(other === null ? [] : activityIndicators.map(({ code, ko }) => ({ key: `${code}-change`, group: `${monthName(other)} 대비`, label: ko }))),
];

/** Hours are rounded row by row. */
const notesOf = (sheet: Sheet): string[] => roundingNote(sheet.total === null ? [] : activityIndicators.filter(({ code }) => code === 'hours' || code === 'paid').map((one) => ({
  parts: sheet.rows.map((band) => one.value(bandFacts(sheet, band, sheet.month)) ?? 0), whole: sheet.total === null ? 0 : (one.value(bandFacts(sheet, sheet.total, sheet.month)) ?? 0),
})));

export const readActivity = (read: Reader, input: ActivityInput): ActivityTable => {
  const sheet = sheetOf(read, input);
  const bands = [...sheet.rows, ...(sheet.total && sheet.rows.length > 0 ? [sheet.total] : [])];
  const until = lastDayOf(input.month) < input.today ? lastDayOf(input.month) : input.today;
  return {
    title: sheet.title, unit: '단위: 건, 개사, 시간, %', asOf: `${dayText(until)} 기준`, heads: sheet.heads,
    columns: columnsOf(sheet),
    rows: bands.map((band): ReportRow => ({ key: band.key, labels: band.labels, level: band === sheet.total ? 0 : 1, kind: band === sheet.total ? 'total' : 'detail' })),
    cells: bands.map((band) => cellsOf(sheet, band)),
    footnotes: [...activityIndicators.map(({ rule }) => `※ ${rule}`), ...notesOf(sheet)].map((text) => ({ text })),
    isEmpty: sheet.facts.sessions.length + sheet.facts.tasks.length + sheet.facts.meetings.length === 0,
  };
};

export const activityTable = query('rounds.activity', readActivity, { lane: 'long' });

/** The records behind a number. @throws Refusal `not-found` when the table has no such cell (any more) */
export const activityRecords = query('rounds.activity-records', (read, { cell, ...input }: ActivityInput & { cell: string }) => {
  const sheet = sheetOf(read, input);
  const [row = '', code = ''] = cell.split('~');
  const band = [...sheet.rows, ...(sheet.total ? [sheet.total] : [])].find(({ key }) => key === row);
  const indicator = activityIndicators.find((one) => one.code === code);
  if (!band || !indicator) throw new Refusal('not-found', '표가 그사이 바뀌어 이 칸을 찾을 수 없습니다. 표를 새로 고친 뒤 다시 누르세요.');
  return asRows(read, { ...indicator.records(bandFacts(sheet, band, sheet.month)), label: `${sheet.title} · ${band.labels.join(' ')} · ${indicator.ko}` });
});
