import { expect, test } from 'vitest';
import { readPasted } from '../../renderer/screens/clusters/read-pasted.ts';

const first = { name: '김하나', organisation: '(주)한빛정밀', position: '대표이사', phone: '010-1234-5678' };

test('a header row says what is where, in any order', () => {
  expect(readPasted('연번\t소속\t직위\t성명\t서명\t연락처\n1\t(주)한빛정밀\t대표이사\t김하나\t\t010-1234-5678\n')).toEqual([first]);
});

test('without a header the cells themselves say it', () => {
  expect(readPasted('(주)한빛정밀\t대표이사\t김하나\t010-1234-5678\n창원대학교\t교수\t박세라\t055-213-1114')).toEqual([first, { name: '박세라', organisation: '창원대학교', position: '교수', phone: '055-213-1114' }]);
  expect(readPasted('1\t김하나\t(주)한빛정밀\t대표이사\t010-1234-5678\n2\t이두리\t세방전지(주)\t부장\t')[0]).toEqual(first);
});

test('names alone, organisations without a person, empty lines and quoted cells', () => {
  expect(readPasted('김하나\n\n이두리\n').map((row) => row.name)).toEqual(['김하나', '이두리']);
  expect(readPasted('성명\t소속\n\t경남테크노파크\n')).toEqual([{ name: '', organisation: '경남테크노파크', position: '', phone: '' }]);
  expect(readPasted('성명\t소속\n김하나\t"(주)한빛\n정밀"')[0]?.organisation).toBe('(주)한빛 정밀');
});
