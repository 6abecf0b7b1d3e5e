import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choseong, firmNameKey, foldName, hasLegalForm, isChoseongQuery, splitSiteSuffix } from '../../../db/korean/names.ts';
import { normaliseText } from '../../../db/korean/text.ts';

describe('normaliseText', () => {
  test('joins decomposed Hangul, drops U+0000 and lone surrogates, trims', () => {
    expect(normaliseText('  한빛\u0000정밀 '.normalize('NFD'))).toBe('한빛정밀');
    expect(normaliseText('가\uD800나')).toBe('가\uFFFD나');
    expect(normaliseText('\uFEFF회사명')).toBe('회사명');
  });
  test('one line has no breaks, a block keeps them as LF', () => {
    expect(normaliseText('첫 줄\r\n둘째\t줄')).toBe('첫 줄 둘째 줄');
    expect(normaliseText('\n첫 줄  \r\n\r둘째 줄\n\n', 'block')).toBe('첫 줄\n\n둘째 줄');
    expect(normaliseText(' 가 \r\n', 'verbatim')).toBe(' 가 \n');
  });
});

describe('choseong', () => {
  test.each([
    ['한빛정밀', 'ㅎㅂㅈㅁ'],
    ['LS전선(주) 2공장', 'lsㅈㅅㅈ2ㄱㅈ'],
    ['똠방각하 쌍용', 'ㄸㅂㄱㅎㅆㅇ'],
    ['ㅎㅂ', 'ㅎㅂ'],
    ['힣가', 'ㅎㄱ'],
    ['', ''],
  ])('%s → %s', (text, initials) => expect(choseong(text)).toBe(initials));
  test('a query of initials is told from words', () => {
    expect(isChoseongQuery('ㅎㅂ')).toBe(true);
    expect(isChoseongQuery('한빛')).toBe(false);
    expect(isChoseongQuery('2')).toBe(false);
  });
});

describe('foldName', () => {
  test.each([
    ['주식회사 세영테크놀러지', '(주)세영테크놀러지'],
    ['（주）동경플라텍', '(주)동경플라텍'],
    ['주식회사유니스타', '㈜유니스타'],
    ['[주]유라코퍼레이션', '유라코퍼레이션(주)'],
    ['농업회사법인 주식회사 초록', '초록 농업회사법인(주)'],
    ['(주)리한 건축사사무소', '(주)리한건축사사무소'],
    ['한국ㆍ테크', '한국·테크'],
    ['ABC Co., Ltd.', 'abc'],
    ['(주)국영지앤엠'.normalize('NFD'), '국영지앤엠'],
  ])('%s = %s', (a, b) => expect(foldName(a)).toBe(foldName(b)));
  test('different firms stay different', () => {
    expect(foldName('주안정밀')).toBe('주안정밀');
    expect(foldName('유주정밀')).not.toBe(foldName('정밀'));
    expect(foldName('주식회사')).toBe('주식회사');
    expect(foldName('Zinc')).toBe('zinc');
  });
  test('legal forms are seen', () => {
    expect(hasLegalForm('(주)디파츠 부산지점')).toBe(true);
    expect(hasLegalForm('대영정공')).toBe(false);
  });
});

describe('splitSiteSuffix', () => {
  test.each([
    ['(주)엘지화학청주공장', '(주)엘지화학', '청주공장'],
    ['LS전선(주)인동공장', 'LS전선(주)', '인동공장'],
    ['대륙전선(주)2공장', '대륙전선(주)', '2공장'],
    ['서진산업(주) 경주공장', '서진산업(주)', '경주공장'],
    ['주식회사 일신비츠온(제1공장)', '주식회사 일신비츠온', '제1공장'],
    ['(주)디파츠 부산지점', '(주)디파츠', '부산지점'],
    ['(주)대경산업개발  벽산지점', '(주)대경산업개발', '벽산지점'],
    ['(주)대경산업개발 KNN지점', '(주)대경산업개발', 'KNN지점'],
    ['한국정밀 창원 제2공장', '한국정밀 창원', '제2공장'],
    ['한국정밀 창원 공장', '한국정밀', '창원 공장'],
    ['현대정공창원제2공장', '현대정공', '창원제2공장'],
    ['한빛공장', '한빛공장', ''],
    ['(주)한빛공장', '(주)한빛공장', ''],
    ['주식회사 한빛공장', '주식회사 한빛공장', ''],
    ['대한제강', '대한제강', ''],
    ['청주공장', '청주공장', ''],
  ])('%s', (name, base, suffix) => expect(splitSiteSuffix(name)).toEqual({ base, suffix }));
});

test('real pairs of spellings: every pair judged the same firm meets under one key', () => {
  const lines = readFileSync(new URL('../../support/data/firm_name_variants.csv', import.meta.url), 'utf8').split(/\r?\n/).slice(1);
  const pairs = lines.filter((line) => line !== '').map((line) => line.split(','));
  expect(pairs).toHaveLength(13);
  for (const [a = '', b = ''] of pairs) expect(firmNameKey(a), `${a} / ${b}`).toBe(firmNameKey(b));
});
