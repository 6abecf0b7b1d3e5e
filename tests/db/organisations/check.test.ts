import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOrganisation } from '../../../db/organisations/check.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let known: string;

beforeAll(() => {
  store = openTestStore();
  known = write(store, tester, '등록', (tx) => tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', business_no: '124-81-00998', address: '경남 창원시 성산구 예시로 1' }));
});
afterAll(() => store.dispose());

const check = (values: Record<string, string>, id?: string) => checkOrganisation(store.read, values, id);

const made = (values: Record<string, string>): string => write(store, tester, '등록', (tx) => tx.create(organisation, { name: '새론금속', kind: 'firm', ...values }));

test('a business number whose sum fails is kept only with a reason', () => {
  expect(check({ name: '새론금속', business_no: '123-45-67890' })).toMatchObject([{ field: 'business_no', message: expect.stringContaining('사업자등록증으로 확인했으면 사유를 적으세요') as string }]);
  expect(() => made({ business_no: '123-45-67890' })).toThrow(expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field: 'business_no', message: expect.stringContaining('사유를 적으세요') as string })] }));
  made({ business_no: '123-45-67890', business_no_reason: '사업자등록증 사본 확인' });
  expect(check({ name: '다른이름', business_no: '123-45-67890', business_no_reason: '사본 확인' })).toMatchObject([{ field: 'business_no', message: expect.stringContaining('같은 사업자등록번호') as string }]);
});

test('a number that came with a file stays a warning', () => {
  expect(check({ name: '다른이름', business_no: '999-81-00021', business_no_reason: '가져온 값' })).toMatchObject([{ field: 'business_no', message: expect.stringContaining('가져온 값이라') as string }]);
});

test('a corporate number whose sum fails only warns, and says when none is due', () => {
  made({ corporate_no: '130111-0006247' });
  const said = (founded_on: string): string | undefined => check({ name: '다른이름', corporate_no: '130111-0006248', founded_on })[0]?.message;
  expect(said('2010-01-01')).toBe('130111-0006248: 검증번호가 맞지 않습니다. 등기부등본과 대조해 주세요.');
  for (const founded of ['', '2025-01-31', '2025-06-01']) expect(said(founded)).toContain('2025-01-31부터 준 번호는 검증번호가 없으니');
  expect(check({ name: '다른이름', corporate_no: '130111-0006248', corporate_no_reason: '등기부 확인' })).toEqual([]);
});

test('a code without its revision, and one of a later revision than the oldest task, is worth a look', () => {
  expect(check({ name: '다른이름', industry_code: '29294' })).toMatchObject([{ field: 'industry_revision' }]);
  const firm = made({});
  write(store, tester, '과제', (tx) => tx.create(task, { title: '금형 수명', lead_org: firm, found_on: '2010-05-01', status: 'discovered', field: 'rnd' }));
  const messages = checkOrganisation(store.read, { name: '새론금속', industry_code: '29293', industry_revision: 11 }, firm).map((one) => one.message).join('\n');
  expect(messages).toContain('11차는 2024-07-01부터 씁니다. 2010-05-01에는 9차였습니다. 그때의 과제에는');
  expect(messages).toContain('11차 29293은 10차에서 29294였습니다');
});

test('a state without a day and a merger into nobody are worth a look', () => {
  expect(check({ name: '다른이름', status: 'merged' }).map((one) => one.field)).toEqual(['status_on', 'succeeded_by']);
  expect(check({ name: '다른이름', status: 'closed', status_on: '2024-01-01' })).toEqual([]);
});

test('valid numbers, also one that ends in 0, raise no warning', () => {
  for (const business_no of ['220-81-62517', '120-81-47521', '935-81-74060']) expect(check({ name: '가온', business_no })).toEqual([]);
});

test('the same number elsewhere is named with its record', () => {
  const [warning] = check({ name: '다른이름', business_no: '1248100998' });
  expect(warning?.field).toBe('business_no');
  expect(warning?.message).toContain('(주)한빛정밀 (경남 창원시 성산구 예시로 1)');
  expect(warning?.others.map((one) => one.id)).toEqual([known]);
});

test('the same name in another spelling is shown with its address', () => {
  for (const name of ['한빛정밀', '한빛정밀 주식회사', '㈜한빛 정밀', '한빛정밀(주) 창원공장']) {
    const [warning] = check({ name });
    expect(warning?.others.map((one) => one.address)).toEqual(['경남 창원시 성산구 예시로 1']);
  }
  expect(check({ name: '한빛' })).toEqual([]);
});

test('a record is not compared with itself', () => {
  expect(check({ name: '(주)한빛정밀', business_no: '1248100998' }, known)).toEqual([]);
});
