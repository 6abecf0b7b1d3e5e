import { expect, test } from 'vitest';
import { maskPersonal } from '../../../db/korean/mask.ts';

test.each([
  ['홍길동', '홍*동'], ['남궁민수', '남**수'], ['이철', '이*'], ['010-1234-5678', '010-****-5678'], ['01012345678', '010****5678'], ['02-345-6789', '02-***-6789'],
  ['kim@kicox.or.kr', 'ki*@kicox.or.kr'], ['a@b.kr', 'a*@b.kr'], ['', ''],
])('%s becomes %s', (given, masked) => {
  expect(maskPersonal(given)).toBe(masked);
});
