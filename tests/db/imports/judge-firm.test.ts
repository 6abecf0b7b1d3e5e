import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../db/kernel/field.ts';
import { createFirmIndex, knownFirm, type FirmIndex } from '../../../db/imports/firm-index.ts';
import { judgeFirm, type FirmDraft, type Verdict } from '../../../db/imports/judge-firm.ts';
import { parseTable } from '../../../db/imports/parse.ts';
import { runsOf } from '../../property/depth.ts';

let row = 0;
const draft = (name: string, address?: string, more: Record<string, Cell> = {}, site: Record<string, Cell> = {}): FirmDraft => {
  row += 1;
  return { row, name, values: { ...(address === undefined ? {} : { address }), ...more }, site };
};
const indexOf = (...firms: [string, Record<string, Cell>][]): FirmIndex => {
  const index = createFirmIndex();
  for (const [id, values] of firms) index.add(knownFirm(id, values));
  return index;
};
const CHANGWON = '경상남도 창원시 성산구 웅남로 1';
const GWANGJU = '광주광역시 광산구 하남산단로 2';

describe('against firms already there', () => {
  test('an unknown name is a new firm, its site taken off the name', () => {
    const verdict = judgeFirm(draft('(주)엘지화학청주공장', '충청북도 청주시 흥덕구 백봉로 1', { district: '청주시', employees: 10 }), indexOf());
    expect(verdict).toMatchObject({ kind: 'create', values: { name: '(주)엘지화학', employees: 10 }, site: { id: null, values: { name: '청주공장', employees: 10 } } });
  });
  test('same name, same address in another spelling: the same firm, and only what is empty is filled', () => {
    const index = indexOf(['a', { name: '주식회사 세영', address: '전라북도 전주시 덕진구 운암로 30', employees: 12, products: null }]);
    const verdict = judgeFirm(draft('(주)세영', '전북특별자치도 전주시 덕진구 운암로 30 (팔복동)', { employees: 40, products: '금형' }), index);
    expect(verdict).toMatchObject({ kind: 'match', firm: 'a', values: { products: '금형' }, site: null });
    expect(verdict.reasons.join()).toContain('상시근로자 12 (파일: 40)');
    expect(judgeFirm(draft('(주)세영', undefined, { employees: 40 }), index, 'overwrite').values).toEqual({ employees: 40 });
  });
  test('same name, other address: another site of it', () => {
    const verdict = judgeFirm(draft('세방전지(주)', GWANGJU, { district: '광산구', employees: 55 }), indexOf(['a', { name: '세방전지㈜', address: CHANGWON, employees: 900 }]));
    expect(verdict).toMatchObject({ kind: 'match', firm: 'a', values: {}, site: { id: null, values: { name: '광산구 공장', address: GWANGJU, employees: 55 } } });
  });
  test('a name several firms have is asked, unless the address tells', () => {
    const index = indexOf(['a', { name: '대영정공', address: CHANGWON }], ['b', { name: '대영정공', address: GWANGJU }]);
    expect(judgeFirm(draft('대영정공', '부산광역시 사상구 1'), index)).toMatchObject({ kind: 'ask', candidates: [{ id: 'a' }, { id: 'b' }] });
    expect(judgeFirm(draft('대영정공'), index).kind).toBe('ask');
    expect(judgeFirm(draft('대영정공', GWANGJU), index)).toMatchObject({ kind: 'unchanged', firm: 'b' });
  });
  test('a sole owner’s name at another address is asked', () => {
    expect(judgeFirm(draft('도해정밀', GWANGJU), indexOf(['a', { name: '도해정밀', address: CHANGWON }])).kind).toBe('ask');
  });
  test('the business number decides over the name', () => {
    const index = indexOf(['a', { name: '현대중공업(주)', business_no: '1248100998' }], ['b', { name: '(주)한빛', business_no: '2208162517' }]);
    expect(judgeFirm(draft('현대일렉트릭(주)', undefined, { business_no: '1248100998' }), index)).toMatchObject({ kind: 'unchanged', firm: 'a' });
    expect(judgeFirm(draft('(주)한빛', undefined, { business_no: '1208147521' }), index)).toMatchObject({ kind: 'create' });
  });
  test('a number is given to the firm of that name that had none', () => {
    const index = indexOf(['a', { name: '(주)한빛' }]);
    expect(judgeFirm(draft('한빛', undefined, { business_no: '1208147521' }), index)).toMatchObject({ kind: 'match', firm: 'a', values: { business_no: '1208147521' } });
    expect(judgeFirm(draft('전혀 다른 이름', undefined, { business_no: '1208147521' }), index)).toMatchObject({ firm: 'a' });
  });
  test('a person’s decision is obeyed', () => {
    const index = indexOf(['a', { name: '대영정공', address: CHANGWON }]);
    expect(judgeFirm(draft('대영정공', GWANGJU), index, 'fill', { as: 'same', id: 'a' })).toMatchObject({ kind: 'match', firm: 'a' });
    expect(judgeFirm(draft('대영정공', '서울 1'), index, 'fill', { as: 'new' }).kind).toBe('create');
    expect(judgeFirm(draft('대영정공', '서울 2'), index, 'fill', { as: 'skip' }).kind).toBe('refuse');
    expect(judgeFirm(draft('대영정공', '서울 3'), index, 'fill', { as: 'same', id: 'gone' }).kind).toBe('refuse');
  });
});

test('rows of one file are compared with each other', () => {
  const index = indexOf();
  const first = judgeFirm(draft('(주)에스피지', '인천광역시 연수구 1'), index);
  const again = judgeFirm(draft('(주)에스피지', '인천광역시 연수구 1'), index);
  const other = judgeFirm(draft('(주)에스피지', '인천광역시 남동구 2', { district: '남동구' }), index);
  const otherAgain = judgeFirm(draft('㈜ 에스피지', '인천광역시 남동구 2', { district: '남동구' }), index);
  expect([first, again, other, otherAgain].map((one) => one.kind)).toEqual(['create', 'unchanged', 'match', 'unchanged']);
  expect(again.firm).toBe(`row:${first.row}`);
  expect(other.site?.values.name).toBe('남동구 공장');
});

test('named sites at one address stay apart from the firm itself', () => {
  const index = indexOf();
  judgeFirm(draft('대륙전선(주)', '경상북도 영천시 도남동 87-2'), index);
  const second = judgeFirm(draft('대륙전선(주)2공장', '경상북도 영천시 도남동 99'), index);
  expect(second).toMatchObject({ kind: 'match', site: { id: null, values: { name: '2공장' } } });
  expect(judgeFirm(draft('대륙전선(주) 2공장', '경상북도 영천시 도남동 99'), index).kind).toBe('unchanged');
});

test('the real pairs of spellings, at one address and at two', async () => {
  const text = readFileSync(new URL('../../support/data/firm_name_variants.csv', import.meta.url), 'utf8').replace(/^\uFEFF/, '');
  const { rows } = await parseTable(text);
  for (const [a = '', b = '', , judgement = '', difference = ''] of rows.slice(1)) {
    const together = (first: string, second: string): Verdict => {
      const index = indexOf();
      judgeFirm(draft(a, first), index);
      return judgeFirm(draft(b, second), index);
    };
    const isOtherSite = /다른 (공장|지점)|본점\/지점|공장 2곳/.test(judgement);
    const isRepeating = difference.includes('MULTI');
    const expected = isOtherSite ? { kind: 'match', site: { id: null } } : { kind: isRepeating ? 'ask' : 'unchanged' };
    expect(together(CHANGWON, isOtherSite || isRepeating ? GWANGJU : CHANGWON), `${a} / ${b}`).toMatchObject(expected);
  }
});

// Few names, addresses and numbers, so that rows meet in every way there is.
const anyDraft = fc.record({
  name: fc.constantFrom('(주)가', '㈜ 가', '가', '(주)가 청주공장', '(주)가청주공장', '가 2공장', '대영정공', '(주)나', '주식회사 나(제1공장)'),
  address: fc.constantFrom(null, CHANGWON, GWANGJU, '부산 사상구 3', '부산광역시 사상구 3 (감전동)'),
  business_no: fc.constantFrom(null, null, null, '1248100998', '2208162517'),
  employees: fc.constantFrom(null, 3, 40),
  factory_no: fc.constantFrom(null, null, '130111000624600'),
});

test('a firm without an address takes its first one as its own', () => {
  const index = indexOf(['a', { name: '(주)가' }]);
  expect(judgeFirm(draft('(주)가', CHANGWON), index)).toMatchObject({ kind: 'match', values: { address: CHANGWON }, site: null });
  expect(judgeFirm(draft('(주)가', GWANGJU), index)).toMatchObject({ kind: 'match', values: {}, site: { id: null } });
  expect(judgeFirm(draft('(주)가', CHANGWON), index).kind).toBe('unchanged');
});

test('the same file again and again comes to rest without a second firm', () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 12 }), (rows) => {
      const index = indexOf();
      const drafts = rows.map(({ name, factory_no, ...values }, at): FirmDraft => (
        { row: at + 2, name, values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)), site: factory_no === null ? {} : { factory_no } }));
      const pass = (): string[] => drafts.map((one) => judgeFirm(one, index).kind);
      const first = pass();
      // A row that was a question may be answered by what later rows of the file said.
      expect(pass().filter((kind, at) => first[at] !== 'ask' && kind === 'create')).toEqual([]);
      pass();
      expect(pass().filter((kind) => kind !== 'unchanged' && kind !== 'ask')).toEqual([]);
    }),
    { numRuns: runsOf(1000), verbose: 1 },
  );
});
