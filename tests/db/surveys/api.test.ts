/** Entering a survey: scales that travel with their scores, sheets as one line, undo, and what is refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShownSheet, SurveyItemLine } from '../../../db/surveys/api.ts';
import { hundredOf, pointsOf, scoreFault } from '../../../db/surveys/scale.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const newSurvey = async (lowest: number, highest: number, items: string[] = ['전문성', '신속성']): Promise<{ id: string; items: string[] }> => {
  const { id } = await desk.call<{ id: string }>('mutation', 'surveys.create', { values: { name: `만족도 ${highest}점`, year: 2026, lowest, highest } });
  const { ids } = await desk.call<{ ids: string[] }>('mutation', 'surveys.items.createMany', { survey: id, names: items });
  return { id, items: ids };
};
const sheets = async (id: string): Promise<ShownSheet[]> => (await desk.call<{ sheets: ShownSheet[] }>('query', 'surveys.sheets.of', { id })).sheets;
const scoresStored = (): unknown[] => desk.app.read.all('SELECT score, lowest, highest, points FROM survey_score WHERE _del = 0 ORDER BY n');

describe('scores on a scale', () => {
  it('becomes 100 points as the trade computes it', () => {
    // domain.md §23
    expect(hundredOf(4.7, 1, 7)).toBe(61.7);
    expect(hundredOf(4.2, 1, 5)).toBe(80);
    expect(hundredOf(82.8, 0, 100)).toBe(82.8);
    expect([hundredOf(1, 1, 7), hundredOf(7, 1, 7)]).toEqual([0, 100]);
  });
  it('is summed in whole hundredths', () => { expect([pointsOf('4.7'), pointsOf('4.29'), pointsOf(null)]).toEqual([470, 429, null]); });
  it('says what is out of the scale', () => { expect([scoreFault('7', 1, 7), scoreFault('8', 1, 7), scoreFault('0', 1, 5)].map((one) => one === null)).toEqual([true, false, false]); });
});

describe('sheets', () => {
  it('keep each score with the scale it was asked on', async () => {
    const seven = await newSurvey(1, 7);
    const { id } = await desk.call<{ id: string }>('mutation', 'surveys.sheets.add', { survey: seven.id, cells: { sheet_no: '1', [seven.items[0] ?? '']: '5', [seven.items[1] ?? '']: '4.5' } });
    expect(scoresStored()).toEqual([{ score: '5', lowest: 1, highest: 7, points: 500 }, { score: '4.5', lowest: 1, highest: 7, points: 450 }]);
    expect(await sheets(seven.id)).toMatchObject([{ id, sheet_no: '1', [seven.items[0] ?? '']: '5', [seven.items[1] ?? '']: '4.5' }]);
  });

  it('refuse a score out of the scale, naming item and value', async () => {
    const five = await newSurvey(1, 5);
    const [item = ''] = five.items;
    await expect(desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [item]: '6' } })).rejects.toMatchObject({
      message: '전문성: 6점은 1~5점 척도를 벗어납니다. 점수를 다시 확인해 주세요.', data: { refusal: { code: 'invalid', details: [{ field: item, value: '6' }] } },
    });
    expect(await sheets(five.id)).toEqual([]);
    await expect(desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [item]: '4.567' } })).rejects.toThrow(/둘째 자리/);
    await expect(desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [item]: '-1' } })).rejects.toThrow(/0 이상/);
    await expect(desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { sheet_no: '3' } })).rejects.toThrow(/점수가 하나도 없습니다/);
  });

  it('of a pasted block are all made or none, and the refused line is named', async () => {
    const five = await newSurvey(1, 5);
    const [item = ''] = five.items;
    await expect(desk.call('mutation', 'surveys.sheets.addMany', { survey: five.id, rows: [{ [item]: '5' }, { [item]: '9' }] })).rejects.toMatchObject({ data: { refusal: { details: [{ field: `1.${item}`, message: '2번째 줄: 전문성: 9점은 1~5점 척도를 벗어납니다. 점수를 다시 확인해 주세요.' }] } } });
    expect(await sheets(five.id)).toEqual([]);
    await desk.call('mutation', 'surveys.sheets.addMany', { survey: five.id, rows: [{ [item]: '5' }, { [item]: '4' }] });
    expect(await sheets(five.id)).toHaveLength(2);
  });

  it('are corrected, emptied and taken out, each one undo', async () => {
    const five = await newSurvey(1, 5);
    const [first = '', second = ''] = five.items;
    const { id } = await desk.call<{ id: string }>('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [first]: '5', [second]: '4' } });
    await desk.call('mutation', 'surveys.sheets.change', { id, patch: { [first]: '3', respondent: 'head' }, was: { [first]: '5', respondent: null } });
    expect(await sheets(five.id)).toMatchObject([{ [first]: '3', respondent: 'head' }]);
    await expect(desk.call('mutation', 'surveys.sheets.change', { id, patch: { [first]: '1' }, was: { [first]: '5' } })).rejects.toMatchObject({ data: { refusal: { code: 'conflict', details: [{ field: first, value: '3' }] } } });
    await desk.call('mutation', 'surveys.sheets.change', { id, patch: { [second]: null } });
    expect(scoresStored()).toHaveLength(1);
    await desk.call('mutation', 'surveys.sheets.remove', { id });
    expect([await sheets(five.id), scoresStored()]).toEqual([[], []]);
    await desk.call('mutation', 'device.undo', { insistence: 'ask' });
    expect(await sheets(five.id)).toMatchObject([{ id, [first]: '3' }]);
  });

  it('take firm and support type from their task', async () => {
    const five = await newSurvey(1, 5);
    const firm = await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } });
    const task = await desk.call<{ id: string }>('mutation', 'tasks.create', { values: { title: '도금 불량', lead_org: firm.id, found_on: '2026-03-02', field: 'rnd', support_type: 'prototype' } });
    await desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { task: task.id, [five.items[0] ?? '']: '5' } });
    expect(await sheets(five.id)).toMatchObject([{ organisation: firm.id, organisation_name: '(주)한빛정밀', support_type: 'prototype' }]);
  });
});

describe('a survey', () => {
  it('keeps its scale once scores rest on it', async () => {
    const seven = await newSurvey(1, 7);
    await desk.call('mutation', 'surveys.change', { id: seven.id, patch: { highest: 5 } });
    await desk.call('mutation', 'surveys.sheets.add', { survey: seven.id, cells: { [seven.items[0] ?? '']: '5' } });
    await expect(desk.call('mutation', 'surveys.change', { id: seven.id, patch: { highest: 7 } })).rejects.toThrow(/척도를 바꿀 수 없습니다/);
    await desk.call('mutation', 'surveys.change', { id: seven.id, patch: { note: '전화 조사' } });
  });
  it('cannot have a scale that ends where it begins', async () => {
    await expect(desk.call('mutation', 'surveys.create', { values: { name: '조사', year: 2026, lowest: 5, highest: 5 } })).rejects.toThrow(/커야 합니다/);
  });
  it('loses an item with its scores, and gets both back', async () => {
    const five = await newSurvey(1, 5);
    const [first = ''] = five.items;
    await desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [first]: '5' } });
    expect(await desk.call<SurveyItemLine[]>('query', 'surveys.items.of', { id: five.id })).toMatchObject([{ order_no: 1, name: '전문성', scores: 1 }, { order_no: 2, name: '신속성', scores: 0 }]);
    await desk.call('mutation', 'surveys.items.remove', { id: first });
    expect([scoresStored(), await desk.call('query', 'surveys.items.of', { id: five.id })]).toMatchObject([[], [{ name: '신속성' }]]);
    await desk.call('mutation', 'device.undo', { insistence: 'ask' });
    expect(scoresStored()).toHaveLength(1);
  });
  it('tells its mean in the list from five answers on', async () => {
    const five = await newSurvey(1, 5, ['종합']);
    const [item = ''] = five.items;
    const request = { start: 0, end: 10, sort: [], filter: {}, quick: '', selection: null };
    const shown = async () => (await desk.list('surveys.list', request)).rows[0];
    await desk.call('mutation', 'surveys.sheets.addMany', { survey: five.id, rows: ['5', '4', '4', '4'].map((score) => ({ [item]: score })) });
    expect(await shown()).toMatchObject({ responses: 4, hundred: null, scale: '5점 (1~5)' });
    await desk.call('mutation', 'surveys.sheets.add', { survey: five.id, cells: { [item]: '4' } });
    expect(await shown()).toMatchObject({ responses: 5, hundred: '80.0' });
  });
});
