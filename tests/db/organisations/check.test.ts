import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOrganisation } from '../../../db/organisations/check.ts';
import { organisation } from '../../../db/organisations/fields.ts';
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

test('a number whose sum fails is a warning and can be saved', () => {
  expect(check({ name: '새론금속', business_no: '123-45-67890' })).toEqual([{ field: 'business_no', message: '123-45-67890: 검증번호가 맞지 않습니다. 사업자등록증과 대조해 주세요.', others: [] }]);
  expect(check({ name: '새론금속', corporate_no: '130111-0006247' })).toEqual([{ field: 'corporate_no', message: '130111-0006247: 검증번호가 맞지 않습니다. 등기부등본과 대조해 주세요.', others: [] }]);
  write(store, tester, '등록', (tx) => tx.create(organisation, { name: '새론금속', kind: 'firm', business_no: '123-45-67890' }));
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
