/** T9 equals an independent recount by plain loops over the raw rows, hides what is small, and every number opens its sheets. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { t9 } from '../../../db/reports/t9.ts';
import type { ReportParams, ReportTable } from '../../../db/reports/table-types.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { addSheet } from '../../../db/surveys/sheets.ts';
import { addItems } from '../../../db/surveys/write-surveys.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putSurveys, someSurveyParams, someSurveys } from './random-surveys.ts';

type Row = Record<string, string | number | null>;
type Counted = { sheets: Set<string>; scores: number[]; lowest: number; highest: number };

const live = (store: Store, table: string): Row[] => store.read.all<Row>(`SELECT * FROM ${table}`).filter((row) => row['_del'] === 0);
const provinceOf: Readonly<Record<string, string>> = { 강원도: 'gangwon', 강원특별자치도: 'gangwon', 경상남도: 'gyeongnam' };

/** Every group of every survey, from the printed rules and nothing else. */
const recount = (store: Store, { asOf, fromYear, toYear, scope }: ReportParams): Map<string, Counted> => {
  const groups = new Map<string, Counted>();
  const firms = new Map(store.read.all<Row>('SELECT * FROM organisation').map((row) => [row['id'], row]));
  const standing = new Map(store.read.all<Row>('SELECT * FROM organisation_same').map((row) => [row['id'], row['canonical']]));
  const tasks = new Map(live(store, 'task').map((row) => [row['id'], row]));
  const responses = new Map(live(store, 'survey_response').map((row) => [row['id'], row]));
  for (const one of live(store, 'survey')) {
    const asked = one['asked_on'] ?? `${String(one['year'])}-01-01`;
    if (Number(one['year']) < fromYear || Number(one['year']) > toYear || String(asked) > asOf) continue;
    for (const score of live(store, 'survey_score')) {
      const sheet = responses.get(score['response'] ?? '');
      if (score['survey'] !== one['id'] || !sheet || score['lowest'] !== one['lowest'] || score['highest'] !== one['highest']) continue;
      const firm = firms.get(standing.get(sheet['organisation'] ?? '') ?? sheet['organisation'] ?? '');
      const province = provinceOf[String(firm?.['province'] ?? '')] ?? '';
      const type = String(sheet['support_type'] ?? '');
      const task = sheet['task'] === null ? undefined : tasks.get(sheet['task'] ?? '');
      if (scope.supportType !== undefined && type !== scope.supportType) continue;
      if (scope.province !== undefined && province !== scope.province) continue;
      if (scope.office !== undefined && String(task?.['office'] ?? '') !== scope.office) continue;
      for (const key of ['all', `item:${String(score['item'])}`, `type:${type}`, `province:${province}`, `respondent:${String(sheet['respondent'] ?? '')}`]) {
        const group = groups.get(`${String(one['id'])}|${key}`) ?? { sheets: new Set(), scores: [], lowest: Number(one['lowest']), highest: Number(one['highest']) };
        groups.set(`${String(one['id'])}|${key}`, group);
        group.sheets.add(String(sheet['id']));
        group.scores.push(Number(score['score']));
      }
    }
  }
  return groups;
};

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const cellsOf = (table: ReportTable, row: string) => Object.fromEntries(table.columns.map(({ key }, column) => [key, table.cells[table.rows.findIndex((one) => one.key === row)]?.[column]]));
const near = (value: number | null | undefined, wanted: number, digits: number): void => { expect(Math.abs(Number(value) - wanted)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9); };

const shown = ['sheets', 'mean', 'hundred', 'positive'] as const;
type Look = { store: Store; table: ReportTable; params: ReportParams };

const isThere = ({ table }: Look, row: string): void => expect(table.rows.map(({ key }) => key)).toContain(row);
const isMissing = ({ table }: Look, row: string): void => expect(table.rows.map(({ key }) => key)).not.toContain(row);
const isHidden = ({ table }: Look, row: string): boolean => cellsOf(table, row)['hundred']?.text === '비공개';

const looksHidden = ({ store, table, params }: Look, row: string, { sheets }: Counted): void => {
  const cells = cellsOf(table, row);
  expect(shown.map((column) => cells[column]?.text)).toEqual([sheets.size < 5 ? '5건 미만' : '비공개', '비공개', '비공개', '비공개']);
  for (const column of shown) expect([cells[column]?.value, cells[column]?.drill, cellRecords(store.read, t9, `${row}~${column}`, params)]).toEqual([null, null, null]);
};

const looksCounted = ({ store, table, params }: Look, row: string, { sheets, scores, lowest, highest }: Counted): void => {
  const cells = cellsOf(table, row);
  expect(cells['sheets']?.value).toBe(sheets.size);
  near(cells['mean']?.value, mean(scores), highest > 10 ? 1 : 2);
  near(cells['hundred']?.value, ((mean(scores) - lowest) / (highest - lowest)) * 100, 1);
  near(cells['positive']?.value, (scores.filter((score) => score > (lowest + highest) / 2).length / scores.length) * 100, 1);
  for (const column of shown) expect(cellRecords(store.read, t9, `${row}~${column}`, params)).toMatchObject({ table: 'survey_response', ids: [...sheets].sort() });
};

/** What the whole less the shown groups would tell is never of fewer than five answers, nor of one group alone. */
const cannotBeSubtracted = (look: Look, parts: readonly (readonly [string, Counted])[]): void => {
  const hidden = parts.filter(([key]) => isHidden(look, key));
  const left = hidden.reduce((sum, [, { sheets }]) => sum + sheets.size, 0);
  expect(hidden.length === 0 || hidden.length === parts.length || (hidden.length >= 2 && left >= 5)).toBe(true);
};

const sumLooksRight = (look: Look, wholes: readonly Counted[]): void => {
  const all = cellsOf(look.table, 'all');
  const small = wholes.filter(({ sheets }) => sheets.size < 5);
  const sheets = wholes.reduce((sum, one) => sum + one.sheets.size, 0);
  const told = sheets >= 5 && small.length !== 1 && (small.length === 0 || small.reduce((sum, one) => sum + one.sheets.size, 0) >= 5);
  const hundred = mean(wholes.flatMap((one) => one.scores.map((score) => ((score - one.lowest) / (one.highest - one.lowest)) * 100)));
  expect([all['sheets']?.value ?? null, all['hundred']?.value === null]).toEqual(told ? [sheets, false] : [null, true]);
  near(all['hundred']?.value ?? (told ? null : Math.round(hundred * 10) / 10), hundred, 1);
  const scales = new Set(wholes.map((one) => `${one.lowest} ${one.highest}`));
  expect(!told || scales.size === 1 || all['mean']?.text === '척도가 다름').toBe(true);
};

describe('T9', () => {
  it('equals a recount on random records, group by group', () => {
    forSeeds('report T9 equals a recount', 2, (seed) => fc.assert(fc.property(someSurveys, someSurveyParams, (surveys, params) => {
      const store = openTestStore();
      try {
        putSurveys(store, surveys);
        const look: Look = { store, table: tableOf(store.read, t9, params), params };
        const groups = recount(store, params);
        for (const [key, counted] of groups) {
          const [id = '', part] = key.split('|');
          const isSmallSurvey = part !== 'all' && (groups.get(`${id}|all`)?.sheets.size ?? 0) < 5;
          if (isSmallSurvey) { isMissing(look, key); continue; }
          isThere(look, key);
          if (counted.sheets.size < 5 || isHidden(look, key)) looksHidden(look, key, counted);
          else looksCounted(look, key, counted);
        }
        for (const id of new Set([...groups.keys()].map((key) => key.split('|')[0] ?? ''))) {
          for (const way of ['item:', 'type:', 'province:', 'respondent:']) cannotBeSubtracted(look, [...groups].filter(([key]) => key.startsWith(`${id}|${way}`) && look.table.rows.some((row) => row.key === key)));
        }
        const wholes = [...groups].flatMap(([key, counted]) => (key.endsWith('|all') ? [counted] : []));
        if (wholes.length < 2) isMissing(look, 'all');
        else sumLooksRight(look, wholes);
      } finally {
        store.dispose();
      }
    }), { numRuns: 15, seed }));
  }, 120_000);
});

describe('T9 by hand', () => {
  let store: TestStore;
  beforeEach(() => { store = openTestStore(); });
  afterEach(() => store.dispose());
  const params: ReportParams = { ...plainParams, asOf: '2026-12-31', fromYear: 2026, toYear: 2026 };
  const put = (name: string, lowest: number, highest: number, answers: readonly (readonly [type: string | null, score: string])[]): string => write(store, tester, '조사', (tx) => {
    const id = tx.create(survey, { name, year: 2026, lowest, highest });
    const [item = ''] = addItems(tx, id, ['종합']);
    for (const [type, score] of answers) addSheet(tx, id, { support_type: type, [item]: score });
    return id;
  });
  const row = (id: string) => Object.fromEntries(Object.entries(cellsOf(tableOf(store.read, t9, params), id)).map(([key, cell]) => [key, cell?.text]));

  it('never averages two scales silently', () => {
    const seven = put('7점 조사', 1, 7, Array.from({ length: 10 }, (_, at) => ['prototype', at < 7 ? '5' : '4']));
    const five = put('5점 조사', 1, 5, Array.from({ length: 5 }, (_, at) => ['prototype', at < 1 ? '5' : '4']));
    // domain.md §23: 4.7 of seven is 61.7, 4.2 of five is 80.0
    expect(row(`${seven}|all`)).toEqual({ sheets: '10', mean: '4.70', scale: '7점 척도(1~7)', hundred: '61.7', positive: '70.0' });
    expect(row(`${five}|all`)).toEqual({ sheets: '5', mean: '4.20', scale: '5점 척도(1~5)', hundred: '80.0', positive: '100.0' });
    expect(row('all')).toEqual({ sheets: '15', mean: '척도가 다름', scale: '여러 척도', hundred: '67.8', positive: '80.0' });
    expect(tableOf(store.read, t9, params).footnotes.map(({ text }) => text).join('\n')).toContain('척도가 다른 조사는 서로 평균하지 않고');
  });

  it('hides a small group together with the next smallest one', () => {
    const id = put('조사', 1, 5, [...Array.from({ length: 3 }, () => ['prototype', '1'] as const), ...Array.from({ length: 6 }, () => ['custom-rnd', '5'] as const), ...Array.from({ length: 20 }, () => [null, '4'] as const)]);
    expect([row(`${id}|type:prototype`)['mean'], row(`${id}|type:custom-rnd`)['mean'], row(`${id}|type:`)['mean'], row(`${id}|all`)['sheets']]).toEqual(['비공개', '비공개', '4.00', '29']);
    expect(tableOf(store.read, t9, params).footnotes.map(({ text }) => text).join('\n')).toContain('5건 미만');
  });

  it('hides the sum where a small survey could be told from it, and shows nothing of that survey', () => {
    const small = put('작은 조사', 1, 5, Array.from({ length: 4 }, () => ['prototype', '1'] as const));
    put('큰 조사', 1, 5, Array.from({ length: 30 }, () => ['prototype', '4'] as const));
    expect([row(`${small}|all`)['mean'], row('all')['mean']]).toEqual(['비공개', '비공개']);
    expect(tableOf(store.read, t9, params).rows.filter(({ key }) => key.startsWith(small))).toHaveLength(1);
  });

  it('is empty without answers and says what is needed', () => {
    put('조사', 1, 5, []);
    expect(tableOf(store.read, t9, params).isEmpty).toBe(true);
    expect(tableOf(store.read, t9, { ...params, fromYear: 2020, toYear: 2021 }).rows).toEqual([]);
  });
});
