import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobReport } from '../../db/kernel/jobs.ts';
import type { Preview } from '../../db/imports/preview.ts';
import { refusalOnWire } from '../support/refused.ts';
import { testApplication, type TestApplication } from '../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());


const create = async (values: object): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { kind: 'firm', ...values } })).id;
const stored = (id: string, column: string): unknown => desk.app.read.value(`SELECT ${column} FROM organisation WHERE id = ?`, [id]);
const firms = (): number => desk.app.read.value<number>("SELECT count(*) FROM organisation WHERE kind = 'firm' AND _del = 0 AND merged_into IS NULL") ?? 0;
const list = async (quick: string): Promise<string[]> =>
  (await desk.list('organisations.list', { start: 0, end: 50, sort: [], filter: {}, quick, selection: null })).rows.map((row) => String(row['name']));
const open = (bytes: Uint8Array): Promise<{ id: string; encoding: string | null }> => desk.call('mutation', 'imports.open', { name: '목록.csv', base64: Buffer.from(bytes).toString('base64') });
const look = (id: string): Promise<Preview> => desk.call('mutation', 'imports.preview', { id });
const commit = async (id: string): Promise<void> => {
  const started = await desk.call<JobReport>('mutation', 'imports.commit', { id });
  for (;;) {
    const job = (await desk.call<JobReport[]>('query', 'device.jobs')).find((one) => one.id === started.id);
    if (job && job.state !== 'running') {
      expect(job.state).toBe('done');
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
};

test('trap 9: a firm that is renamed, moves and is taken over keeps its past and stays one firm', async () => {
  const id = await create({ name: '현대중공업(주)', complex: '울산·미포', address: '울산광역시 동구 방어진순환도로 1000' });
  await desk.call('mutation', 'organisations.change', { id, patch: { name: '현대일렉트릭(주)' }, meaning: { from: '2017-04-01' } });
  await desk.call('mutation', 'organisations.change', { id, patch: { address: '경기도 성남시 분당구 분당수서로 477' }, meaning: { from: '2022-11-01' } });
  const heir = await create({ name: 'HD현대일렉트릭(주)' });
  await desk.call('mutation', 'organisations.change', { id, patch: { status: 'merged', status_on: '2023-03-01', succeeded_by: heir } });
  expect(await list('현대중공업')).toEqual(['현대일렉트릭(주)']);
  expect(firms()).toBe(2);
  expect(desk.app.read.all('SELECT what, value, until_on FROM organisation_past WHERE organisation = ? AND _del = 0 ORDER BY until_on', [id])).toEqual([
    { what: 'name', value: '현대중공업(주)', until_on: '2017-03-31' }, { what: 'address', value: '울산광역시 동구 방어진순환도로 1000', until_on: '2022-10-31' }]);
});

test('trap 13: a complex code with a letter is kept as text, and a name that two complexes bear is not resolved by guess', async () => {
  const letter = await create({ name: '녹산기계', complex: '12601A' });
  const twice = await create({ name: '정관금속', complex: '정관' });
  expect([stored(letter, 'complex'), stored(twice, 'complex')]).toEqual(['12601A', '정관']);
  const { id } = await open(iconv.encode('회사명,단지명,종업원합계\r\n(주)하나,12601A,12\r\n(주)두리,정관,7', 'cp949'));
  await commit(id);
  expect(desk.app.read.column('SELECT complex FROM organisation WHERE name LIKE ? ORDER BY name', ['(주)%'])).toEqual(['정관', '12601A']);
});

test('trap 14: a factory number that a spreadsheet has rounded is refused or named, never kept in silence', async () => {
  const id = await create({ name: '한빛정밀' });
  const refusal = await refusalOnWire(desk.call('mutation', 'organisations.sites.create', { values: { organisation: id, name: '제1공장', factory_no: '4.15903E+14' } }));
  expect(refusal?.details.map((one) => one.field)).toEqual(['factory_no']);
  expect(refusal?.details[0]?.message).toContain('텍스트');
  const { id: file } = await open(iconv.encode('회사명,공장관리번호,공장주소\r\n(주)하나,4.15903E+14,경기도 안산시 단원구 1\r\n(주)두리,415902000000000,경기도 안산시 단원구 2\r\n(주)세나,415902000000000,경기도 안산시 단원구 3', 'cp949'));
  const seen = await look(file);
  expect(seen.rows.map((row) => row.reasons.join(' ')).filter((reasons) => reasons.includes('공장관리번호'))).toHaveLength(3);
});

test('trap 15: numbers that end in 0 pass, 000-00-00000 does not, a failed sum asks for its reason', async () => {
  for (const number of ['935-81-74060', '354-81-24820', '124-81-00998']) expect(stored(await create({ name: `기업 ${number}`, business_no: number }), 'business_no')).toBe(number.replaceAll('-', ''));
  for (const number of ['000-00-00000', '123-45-67890']) {
    expect((await refusalOnWire(create({ name: '거절', business_no: number })))?.details.map((one) => one.field)).toEqual(['business_no']);
  }
  expect(stored(await create({ name: '확인함', business_no: '123-45-67890', business_no_reason: '사업자등록증 사본 확인' }), 'business_no')).toBe('1234567890');
});

test('trap 16: a CP949 file with ㈜, ㆍ, ￦, quoted commas, CRLF and no last line break is read whole', async () => {
  const text = '회사명,생산품,공장주소,매출액\r\n㈜가람ㆍ테크,"기어, 축",경기도 시흥시 1,￦1200000\r\n"나무, (주)",절삭ㆍ연마,"경기도 안산시 2, 3동",3000000';
  const { id, encoding } = await open(iconv.encode(text, 'cp949'));
  expect(encoding).toBe('cp949');
  await commit(id);
  expect(desk.app.read.all('SELECT name, products, sales FROM organisation WHERE kind = ? ORDER BY sales', ['firm'])).toEqual([
    { name: expect.stringContaining('가람') as string, products: '기어, 축', sales: 1_200_000 }, { name: '나무, (주)', products: expect.stringContaining('절삭') as string, sales: 3_000_000 }]);
});
