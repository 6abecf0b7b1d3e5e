import { expect, test } from 'vitest';
import { isResidentNumber, maskResidentNumbers } from '../../../db/korean/resident-number.ts';

test.each([
  ['900101-1234568', true],
  ['2011303123456', true],
  ['hankyung 2005093076111', false],
  ['m.etnews.com 2012091226111; 200504150120', false],
  ['메모: 9001011234568 입니다', true],
  ['900101 - 2234567', true],
  ['９００１０１－１２３４５６８', true],
  ['201130-3123456', true],
  ['130111-0006246', false],
  ['110111-1234569', false],
  ['130111000624600', false],
  ['901301-1234567', false],
  ['010-1234-5678', false],
  ['2011-04-21', false],
])('%s: %s', (text, expected) => expect(isResidentNumber(text)).toBe(expected));

test('only the last seven digits are hidden', () => {
  expect(maskResidentNumbers('가 900101-1234568, 130111-0006246')).toBe('가 900101-*******, 130111-0006246');
  expect(maskResidentNumbers('2011. 4. 21.')).toBe('2011. 4. 21.');
});
