import { afterAll, beforeAll, expect, test } from 'vitest';
import { candidatePairs } from '../../../db/identity/candidates.ts';
import { distinguish, merge } from '../../../db/identity/merge.ts';
import { lookAlikes } from '../../../db/identity/look-alikes.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation, organisationPast } from '../../../db/organisations/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
const ids: Record<string, string> = {};
let version = 0;

const HERE = '경상남도 창원시 성산구 웅남로 101';

const queued = (): string[] => {
  version += 1;
  return candidatePairs.run(store.read, { start: 0, end: 100 }, { versions: { 'organisation.*': version } }).pairs.map(({ one, other, verdict }) => `${one.name} / ${other.name}: ${verdict}`);
};

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '준비', (tx) => {
    const make = (key: string, values: Parameters<typeof tx.create<typeof organisation.fields>>[1]): void => { ids[key] = tx.create(organisation, { kind: 'firm', ...values }); };
    make('narae', { name: '(주)나래금속', business_no: '9358174060', address: HERE, phone: '0552801234' });
    make('hanul', { name: '(주)한울인더스트리', address: HERE, district: '창원시' });
    make('sole', { name: '대영정공', address: '경기도 시흥시 공단1대로 33' });
    make('lg', { name: '(주)엘에이치정밀', district: '구미시' });
    make('renamed', { name: '새론도금(주)' });
    tx.create(organisationPast, { organisation: ids['renamed'] ?? '', what: 'name', value: '(주)옛빛도금', until_on: '2020-01-01' });
  });
});
afterAll(() => store.dispose());

const alike = (values: Record<string, string>, id?: string): (string | number)[][] => lookAlikes(store.read, values, id).map((one) => [one.name, one.verdict]);

test('names, numbers, telephones and addresses each lead to the record', () => {
  expect(alike({ name: '나래금속 주식회사' })).toEqual([['(주)나래금속', 'same']]);
  expect(alike({ name: '전혀다른', business_no: '935-81-74060' })).toEqual([['(주)나래금속', 'same']]);
  expect(alike({ name: '나래금속(주) 구미공장' })).toEqual([['(주)나래금속', 'same-firm-other-site']]);
  expect(alike({ name: '(주)한을인더스트리', address: HERE })).toEqual([['(주)한울인더스트리', 'ask']]);
  expect(alike({ name: 'LH정밀(주)' })).toEqual([['(주)엘에이치정밀', 'same']]);
  expect(alike({ name: '대영정공', address: HERE })).toEqual([['대영정공', 'ask']]);
  expect(alike({ name: '옛빛도금(주)' })).toEqual([['새론도금(주)', 'ask']]);
  expect(alike({ name: '(주)나래금속', business_no: '354-81-24820' })).toEqual([]);
  expect(alike({ name: '' })).toEqual([]);
});

test('every point is explained, and the record itself is not named', () => {
  const [one] = lookAlikes(store.read, { name: '(주)나래금속', phone: '055-280-1234' });
  expect(one?.reasons).toEqual([{ ko: '이름이 같습니다(법인격·띄어쓰기·지점명은 빼고 봅니다)', points: 55 }, { ko: '법인격 표기가 같습니다', points: 5 }, { ko: '전화번호가 같습니다', points: 20 }]);
  expect(one?.score).toBe(80);
  expect(alike({ name: '(주)나래금속', business_no: '9358174060' }, ids['narae'])).toEqual([]);
});

test('the queue holds pairs until somebody has said what they are', () => {
  expect(queued()).toEqual([]);
  write(store, tester, '둘째', (tx) => {
    ids['twin'] = tx.create(organisation, { name: '㈜ 나래 금속', kind: 'firm', phone: '0552801234' });
    ids['sole2'] = tx.create(organisation, { name: '대영정공', kind: 'firm', address: HERE });
    ids['slip'] = tx.create(organisation, { name: '(주)한을인더스트리', kind: 'firm', address: HERE });
    ids['number'] = tx.create(organisation, { name: '옛이름', kind: 'firm', business_no: '9358174060' });
  });
  expect(queued().sort()).toEqual([
    '(주)나래금속 / 옛이름: same', '(주)나래금속 / ㈜ 나래 금속: same', '(주)한울인더스트리 / (주)한을인더스트리: ask', '대영정공 / 대영정공: ask',
  ].sort());
  distinguish(store, tester, [ids['sole'] ?? '', ids['sole2'] ?? ''], '주소가 다름');
  merge(store, tester, [ids['narae'] ?? '', ids['twin'] ?? ''], {});
  expect(queued()).toEqual(['(주)한울인더스트리 / (주)한을인더스트리: ask']);
  expect(alike({ name: '대영정공' }, ids['sole'])).toEqual([]);
});
