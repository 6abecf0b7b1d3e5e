import { describe, expect, it } from 'vitest';
import { excerptOf, marksOf } from '../../../db/search/marks.ts';
import { termsOf } from '../../../db/search/pattern.ts';

/** The text with what is marked in brackets. */
const marked = (text: string, query: string, isName = true): string =>
  marksOf(text, termsOf(query), isName).toReversed().reduce((shown, [from, until]) => `${shown.slice(0, from)}[${shown.slice(from, until)}]${shown.slice(until)}`, text);

describe('marks', () => {
  it.each([
    ['(주)한빛정밀', '한빛', true, '(주)[한빛]정밀'],
    ['㈜한빛 정밀', '한빛정밀', true, '㈜[한빛] [정밀]'],
    ['한빛정밀', 'ㅎㅂ', true, '[한빛]정밀'],
    ['한빛정밀', '한ㅂㅈ', true, '[한빛정]밀'],
    ['한빛정밀', '한비', true, '[한빛]정밀'],
    ['2012-대경-031', '대경031', true, '2012-[대경]-[031]'],
    ['수출 경쟁력 강화', '경쟁력강화', false, '수출 [경쟁력] [강화]'],
    // Two letters do not meet across a border in long text, in a name they do.
    ['가금 형태', '금형', false, '가금 형태'],
    ['가금 형태', '금형', true, '가[금] [형]태'],
    ['도금과 수도', '도', false, '[도]금과 수도'],
    ['미니클러스터 회의', '미클', false, '[미니클러스터] 회의'],
    ['도금 불량 개선', '불량 도금', false, '[도금] [불량] 개선'],
    ['ＡＢＣ 금형', 'abc', true, '[ＡＢＣ] 금형'],
  ] as const)('%s by %s', (text, query, isName, shown) => { expect(marked(text, query, isName)).toBe(shown); });

  it('an excerpt begins a little before the first mark', () => {
    const found = excerptOf([`${'가나다라 '.repeat(20)}도금 불량${' 마바사'.repeat(40)}`], termsOf('도금'));
    expect(found?.text).toMatch(/^….{20,}도금 불량.*…$/);
    expect(found?.marks.map(([from, until]) => found.text.slice(from, until))).toEqual(['도금']);
    expect(excerptOf(['아무것도'], termsOf('도금'))).toBeNull();
  });
});
