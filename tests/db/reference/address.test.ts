import { expect, test } from 'vitest';
import { addressKey, currentProvince, deriveRegion } from '../../../db/reference/address.ts';

test.each([
  ['경기도 포천시 동교동 505 외 6필지', '경기도', '포천시', ''],
  ['충청북도 청주시흥덕구 송정동 70-5번지 외 2필지', '충청북도', '청주시', '흥덕구'],
  ['충청북도 청주시 흥덕구 옥산면 과학산업4로 163', '충청북도', '청주시', '흥덕구'],
  ['전라북도 전주시 덕진구 운암로 30', '전북특별자치도', '전주시', '덕진구'],
  ['강원도 원주시 문막읍 1', '강원특별자치도', '원주시', ''],
  ['대구광역시 달성군 논공읍 논공로53길 36', '대구광역시', '달성군', ''],
  ['인천광역시 남동구 은봉로 129, 49블럭 4로트 (논현동)', '인천광역시', '남동구', ''],
  ['세종특별자치시 연동면 명학산단로 1', '세종특별자치시', '', ''],
  ['(06234) 서울시 강남구 테헤란로 1', '서울특별시', '강남구', ''],
  ['어딘가 1번지', '', '', ''],
])('%s', (address, sido, sigungu, district) => expect(deriveRegion(address)).toEqual({ sido, sigungu, district }));

test('columns beside the address fill what it does not say', () => {
  expect(deriveRegion('송정동 70-5번지', '충청북도', '청주시흥덕구')).toEqual({ sido: '충청북도', sigungu: '청주시', district: '흥덕구' });
  expect(deriveRegion('', '경상북도', '구미시').sigungu).toBe('구미시');
  expect(deriveRegion('경상북도', '', '구미시').sigungu).toBe('구미시');
});

test('old province names', () => {
  expect(currentProvince('전라북도')).toBe('전북특별자치도');
  expect(currentProvince('화성')).toBeNull();
});

test('two spellings of one address share a key', () => {
  const same = [
    ['경기도 군포시 산본로48번길 54 (당정동) (총 2 필지)', '경기도 군포시 산본로48번길 54'],
    ['전라북도 전주시 덕진구 운암로 30', '전북특별자치도 전주시덕진구 운암로 30'],
    ['경기도 포천시 동교동 505번지 외 6필지', '경기 포천시 동교동 505'],
    ['충남 천안시 백석공단7로 65 (백석동, 미래산업(주))', '충청남도 천안시 백석공단7로 65'],
  ];
  for (const [a = '', b = ''] of same) expect(addressKey(a)).toBe(addressKey(b));
  expect(addressKey('경기도 화성시 정남면 가장로 27-7')).not.toBe(addressKey('경기도 화성시 정남면 가장로 277'));
});
