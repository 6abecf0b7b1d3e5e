import { expect, test } from 'vitest';
import { findsName } from '../../renderer/screens/meetings/roster-rows.ts';

test('a name is found by syllables, initial consonants, and the syllable still in the making', () => {
  for (const typed of ['한빛', '한ㅂ', '한비', '하', 'ㅎㅂ', 'ㅎㅂㅈㅁ', '빛정', 'ㅎ', '김한']) expect([typed, findsName('(주)한빛정밀 김하나', typed)]).toEqual([typed, true]);
  for (const typed of ['한발', 'ㅎㅈ', '빛한', '한빛정공']) expect([typed, findsName('(주)한빛정밀 김하나', typed)]).toEqual([typed, false]);
});
