/** Answers of a survey and national figures from files: judged row by row, the same file twice changes nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../../db/imports/preview.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const open = async (text: string): Promise<string> => (await desk.call<{ id: string }>('mutation', 'imports.open', { name: '목록.csv', base64: Buffer.from(text, 'utf8').toString('base64') })).id;
const preview = async (target: string, text: string): Promise<Preview> => desk.call('mutation', 'imports.preview', { id: await open(text), target });
const commit = async (target: string, text: string, options?: unknown): Promise<Record<string, number>> => {
  const job = await desk.call<{ id: string }>('mutation', 'imports.commit', { id: await open(text), target, ...(options ? { options } : {}) });
  for (;;) {
    const state = await desk.call<{ state: string; result: { counts: Record<string, number> }; error?: unknown }>('query', 'device.job', { id: job.id });
    if (state.state === 'done') return state.result.counts;
    if (state.state !== 'running') throw new Error(JSON.stringify(state));
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
};
const survey = async (): Promise<void> => {
  const { id } = await desk.call<{ id: string }>('mutation', 'surveys.create', { values: { name: '수혜기업 만족도', year: 2026, lowest: 1, highest: 7 } });
  await desk.call('mutation', 'surveys.items.createMany', { survey: id, names: ['전문성', '신속성'] });
  await desk.call('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } });
};

describe('answers of a survey', () => {
  const file = '연번,기업명,지원유형,직위,문항1,Q2,의견\r\n1,한빛정밀 주식회사,시제품 제작,대표,6,5,좋음\r\n2,,이름 모를 지원,,7,7,\r\n2,,이름 모를 지원,,7,7,\r\n3,없는기업,,,5,5,\r\n4,,,,8,5,\r\n5,,,,,,\r\n';
  it('are judged row by row', async () => {
    await survey();
    const found = await preview('survey_response', file);
    expect(found.missing).toEqual([]);
    expect(found.counts).toMatchObject({ create: 3, refuse: 3 });
    const reasons = (row: number): string => found.rows.find((one) => one.row === row)?.reasons.join(' ') ?? '';
    expect(reasons(2)).toContain('2026년 수혜기업 만족도');
    expect(reasons(3)).toContain('목록에 없어 적힌 대로 둡니다');
    expect(reasons(5)).toContain('찾을 수 없습니다');
    expect(reasons(6)).toContain('8점은 1~7점 척도를 벗어납니다');
    expect(reasons(7)).toContain('점수가 하나도 없습니다');
  });
  it('come in once, however often the file is read', async () => {
    await survey();
    expect(await commit('survey_response', file)).toMatchObject({ create: 3 });
    expect(desk.app.read.all('SELECT r.sheet_no, r.support_type, r.respondent, o.name, (SELECT group_concat(score, \' \') FROM survey_score s WHERE s.response = r.id) AS scores FROM survey_response r LEFT JOIN organisation o ON o.id = r.organisation ORDER BY r.n'))
      .toMatchObject([{ sheet_no: '1', support_type: 'prototype', respondent: 'head', name: '(주)한빛정밀', scores: '6 5' }, { sheet_no: '2', support_type: '이름 모를 지원', scores: '7 7' }, { sheet_no: '2' }]);
    expect(await commit('survey_response', file)).toMatchObject({ create: 0, unchanged: 3 });
    expect(desk.app.read.value('SELECT count(*) FROM survey_response')).toBe(3);
    await desk.call('mutation', 'device.undo', { insistence: 'ask' });
  });
  it('need their survey', async () => {
    expect((await preview('survey_response', file)).rows[0]?.reasons.join()).toContain('등록한 조사가 없습니다');
  });
});

describe('national figures', () => {
  it('come from long and from wide tables', async () => {
    expect(await commit('national_indicator', '연도,단지구분,지표,값,단위,출처\r\n2023,국가산단,생산,"5,600,000",억원,산업동향\r\n2023,국가산단,수출,1750,억달러,산업동향\r\n2024,달나라,생산,1,억원,산업동향\r\n2024,국가,고용,1,억원,산업동향\r\n')).toMatchObject({ create: 2, refuse: 2 });
    expect(await commit('national_indicator', '연도,산업단지,생산(십억원),수출액(백만불),고용(명),출처\r\n2024,국가산업단지,"580,000",180000,"1,000,000",산업동향 2024\r\n')).toMatchObject({ create: 1 });
    expect(desk.app.read.all('SELECT measure, year, value, unit FROM national_indicator ORDER BY year, measure')).toEqual([
      { measure: 'exports', year: 2023, value: '1750', unit: '억불' }, { measure: 'production', year: 2023, value: '5600000', unit: '억원' },
      { measure: 'employment', year: 2024, value: '1000000', unit: '명' }, { measure: 'exports', year: 2024, value: '180000', unit: '백만불' }, { measure: 'production', year: 2024, value: '580000', unit: '십억원' },
    ]);
  });
  it('stay as they are unless the file is to win', async () => {
    const first = '연도,산업단지,생산액,출처\r\n2024,국가,100,가\r\n';
    const second = '연도,산업단지,생산액,출처\r\n2024,국가,200,나\r\n';
    await commit('national_indicator', first);
    expect(await commit('national_indicator', second)).toMatchObject({ unchanged: 1 });
    expect(await commit('national_indicator', second, { policy: 'overwrite', kind: 'firm', ksicRevision: 10 })).toMatchObject({ match: 1 });
    expect(desk.app.read.all('SELECT value, source FROM national_indicator')).toEqual([{ value: '200', source: '나' }]);
  });
  it('need a source', async () => {
    expect((await preview('national_indicator', '연도,산업단지,생산액\r\n2024,국가,100\r\n')).missing).toEqual(['출처']);
  });
});
