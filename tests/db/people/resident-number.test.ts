import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvBytes } from '../../../db/imports/encode-csv.ts';
import type { Preview } from '../../../db/imports/preview.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let id: string;
beforeAll(async () => {
  desk = await testApplication();
  ({ id } = await desk.call<{ id: string }>('mutation', 'people.create', { values: { name: '홍길동' } }));
});
afterAll(() => desk.dispose());

const number = '900101-1234567';
const sentence = '주민등록번호로 보이는 값은 저장하지 않습니다';
const texts = ['name', 'department', 'position', 'mobile', 'phone', 'email', 'consent_scope', 'memo'] as const;

const answerOf = async (path: string, input: unknown): Promise<string> => desk.call('mutation', path, input).then(() => 'accepted', (error: unknown) => `${String(error)} ${JSON.stringify((error as { data: unknown }).data)}`);

test.each(texts)('%s: form, cell, pasted block and pasted rows refuse it and never repeat it', async (name) => {
  for (const [path, input] of [
    ['people.create', { values: { name: '김가온', [name]: `${number} 확인` } }],
    ['people.change', { id, patch: { [name]: number } }],
    ['people.changeMany', { changes: [{ id, patch: { [name]: number } }] }],
    ['people.createMany', { rows: [{ values: { name: '김가온', [name]: number }, organisationName: null }] }],
  ] as const) {
    const answer = await answerOf(path, input);
    expect(answer).toContain(sentence);
    expect(answer).toContain(name);
    expect(answer).not.toContain('1234567');
  }
  expect(desk.app.read.value('SELECT count(*) FROM person')).toBe(2);
});

test('a history of 소속 refuses it, too', async () => {
  expect(await answerOf('people.affiliations.create', { values: { person: id, organisation: 'x', position: number } })).toContain(sentence);
  expect(await answerOf('people.createNamed', { name: `홍 ${number}` })).toContain(sentence);
});

test('a file of people leaves such rows out', async () => {
  const opened = await desk.call<{ id: string }>('mutation', 'imports.open', { name: '명부.csv', base64: Buffer.from(csvBytes([['성명', '직위', '비고'], ['김가온', '과장', number], ['이나래', '부장', '']])).toString('base64') });
  const preview = await desk.call<Preview>('mutation', 'imports.preview', { id: opened.id, target: 'person', limit: 10 });
  expect(preview.counts).toMatchObject({ create: 1, refuse: 1 });
  expect(JSON.stringify(preview)).not.toContain('1234567');
});
