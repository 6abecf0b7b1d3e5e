import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

const create = (values: Record<string, string>): string => write(store, tester, '등록', (tx) => tx.create(organisation, { name: '한빛', kind: 'firm', ...values }));
const stored = (id: string, column: string): unknown => store.read.value(`SELECT ${column} FROM organisation WHERE id = ?`, [id]);

test('numbers are stored as digits and shown as people write them', () => {
  const id = create({ business_no: ' 124-81-00998 ', corporate_no: '130111-0006246', phone: '_055_123_4567' });
  expect([stored(id, 'business_no'), stored(id, 'corporate_no'), stored(id, 'phone')]).toEqual(['1248100998', '1301110006246', '0551234567']);
  expect(organisation.fields.business_no.show?.('1248100998')).toBe('124-81-00998');
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { business_no: '220-81-62517' }, { business_no: '124-81-00998' }));
  expect(stored(id, 'business_no')).toBe('2208162517');
});

test.each([['000-00-00000', '사업자등록번호가 아닙니다'], ['12481', '숫자 10자리'], ['가나다', '숫자 10자리']])('business number %s is refused', (business_no, sentence) => {
  expect(() => create({ business_no })).toThrow(sentence);
});

test('a telephone number with an extension stays as it was written', () => {
  expect(stored(create({ phone: '055-123-4567 (내선 12)' }), 'phone')).toBe('055-123-4567 (내선 12)');
});

const answerOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'accepted';
  } catch (error) {
    return JSON.stringify(error);
  }
};

test('a resident number is refused in any text of any record, and is not repeated in the answer', () => {
  for (const attempt of [
    () => create({ memo: '대표 900101-1234567 확인' }),
    () => create({ products: '9001011234568' }),
    () => write(store, tester, '등록', (tx) => tx.create(person, { name: '홍길동', memo: '주민번호 850315-2345678' })),
    () => write(store, tester, '등록', (tx) => tx.create(session, { visit_on: '2026-11-22', mode: 'phone', coordinator: 'a', organisation: 'b', status: 'draft', advice: '여러 줄\n010203-3456789' })),
  ]) {
    expect(attempt).toThrow('주민등록번호로 보이는 값은 저장하지 않습니다');
    expect(answerOf(attempt)).not.toMatch(/123456[78]|2345678|3456789/);
  }
});

test('a corporate number that looks like a birthday is not taken for one', () => {
  expect(stored(create({ corporate_no: '110111-0062432' }), 'corporate_no')).toBe('1101110062432');
});
