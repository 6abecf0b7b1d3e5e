import { expect, test } from 'vitest';
import type { Cell } from '../../../db/kernel/field.ts';
import { createFirmIndex, knownFirm, type FirmIndex } from '../../../db/imports/firm-index.ts';
import { judgeFirm, type FirmDraft } from '../../../db/imports/judge-firm.ts';

const HERE = '경상남도 창원시 성산구 웅남로 101';
const THERE = '경상북도 구미시 1공단로4길 44';

const draft = (name: string, values: Record<string, Cell> = {}): FirmDraft => ({ row: 2, name, values, site: {} });
const indexOf = (values: Record<string, Cell>): FirmIndex => {
  const index = createFirmIndex();
  index.add(knownFirm('a', values));
  return index;
};

test('a nearly equal name with the same telephone or at the same address is asked, with the reasons', () => {
  const stored = { name: '(주)한울인더스트리', address: HERE, phone: '0552801234' };
  const asked = judgeFirm(draft('(주)한을인더스트리', { address: HERE }), indexOf(stored));
  expect(asked).toMatchObject({ kind: 'ask', candidates: [{ id: 'a' }] });
  expect(asked.reasons[0]).toContain('이름이 한 글자 다릅니다, 법인격 표기가 같습니다, 주소가 같습니다');
  expect(judgeFirm(draft('(주)한을인더스트리', { phone: '0552801234' }), indexOf(stored)).kind).toBe('ask');
  expect(judgeFirm(draft('(주)한을인더스트리', { address: THERE }), indexOf(stored)).kind).toBe('create');
});

test('a name in other letters or another spelling is asked', () => {
  expect(judgeFirm(draft('LH정밀(주)'), indexOf({ name: '엘에이치정밀(주)' })).kind).toBe('ask');
  expect(judgeFirm(draft('(주)한결테크놀로지'), indexOf({ name: '(주)한결테크놀러지' })).kind).toBe('ask');
});

test('another firm of the building is a firm of its own', () => {
  const stored = { name: '(주)나래금속', address: HERE, phone: '0552801234' };
  expect(judgeFirm(draft('(주)나래금형', { address: HERE }), indexOf(stored)).kind).toBe('create');
  expect(judgeFirm(draft('(주)한을인더스트리', { address: HERE, business_no: '3548124820' }), indexOf({ name: '(주)한울인더스트리', address: HERE, business_no: '9358174060' })).kind).toBe('create');
});

test('a common name without an address is asked when the row brings something new', () => {
  const stored = { name: '대성산업', address: HERE, employees: 12 };
  expect(judgeFirm(draft('대성산업', { employees: 12 }), indexOf(stored)).kind).toBe('unchanged');
  expect(judgeFirm(draft('대성산업', { phone: '0552801234' }), indexOf(stored)).kind).toBe('ask');
  expect(judgeFirm(draft('대영정공', { address: THERE }), indexOf({ name: '(주)대영정공', address: HERE })).kind).toBe('ask');
});
