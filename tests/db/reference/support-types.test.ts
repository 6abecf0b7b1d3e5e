import { describe, expect, it } from 'vitest';
import { supportTypeIn, supportTypeLabel, supportTypes, supportTypesIn } from '../../../db/reference/support-types.ts';

const money = (year: number): string[] => supportTypesIn(year).filter((type) => type.isMoney).map((type) => type.ko);

describe('support types', () => {
  it('offers the five programs of 2010 and not their forerunners', () => {
    expect(money(2010)).toEqual(expect.arrayContaining(['생산기술사업화', '제품제작지원', '토탈마케팅', '맞춤형 교육훈련', '현장맞춤 종합지원']));
    expect(money(2010)).not.toContain('시제품제작지원');
  });

  it('offers the attested programs of the first years', () => {
    expect(money(2005)).toEqual(['현장맞춤형 기술개발', '시제품제작지원', '기술사업화', 'MC 네트워크']);
    expect(money(2009)).toContain('농공클러스터');
  });

  it.each([
    ['field-technology', 2019, 200_000_000, 'below', 75, 2], ['lead-industry', 2018, 400_000_000, 'below', 75, 3],
    ['prototype', 2019, 20_000_000, 'at-most', 60, 1], ['domestic-exhibition', 2019, 3_000_000, 'at-most', 70, 3],
  ] as const)('%s in %i has the printed cap, share and joint condition', (code, year, capWon, capRule, sme, min) => {
    expect(supportTypeIn(code, year)).toMatchObject({ capWon, capRule, share: { sme }, joint: { min, of: 'firms' } });
  });

  it.each([['global-rule-rnd', 1_400_000_000, 21], ['multi-year-rnd', 700_000_000, 21], ['single-year-rnd', 200_000_000, 12]] as const)(
    '%s of the 2026 call has the printed cap and length, and the share of the law', (code, capWon, maxMonths) => {
      expect(supportTypeIn(code, 2026)).toMatchObject({ capWon, maxMonths, share: { rule: 'at-most', sme: 75, midTier: 70, large: 50 }, minOwnCash: { sme: 10, midTier: 13, large: 15 } });
    });

  it('leaves unknown what no source prints', () => {
    expect(supportTypeIn('overseas-market', 2019)).toMatchObject({ capWon: null, share: null, joint: null });
    expect(supportTypeIn('single-year-rnd', 2023)).toMatchObject({ capWon: null, maxMonths: null });
    expect(supportTypeIn('prototype', 2024)).toMatchObject({ capWon: null, share: null });
  });

  it('has something to give in every program year, and no code twice in one year', () => {
    for (let year = 2005; year <= 2030; year++) {
      const codes = supportTypesIn(year).map((type) => type.code);
      expect(codes.length).toBeGreaterThan(6);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect(supportTypesIn(2004)).toEqual([]);
  });

  it('names a rule for every cap and a reason for every inferred value', () => {
    for (const type of supportTypes) {
      expect([type.capRule !== null, type.capPer !== null]).toEqual([type.capWon !== null, type.capWon !== null]);
    }
    expect(supportTypes.filter((type) => type.source === '추정' && type.inferred.length === 0)).toEqual([]);
  });

  it('labels a code as it was called then', () => {
    expect([supportTypeLabel('prototype', 2006), supportTypeLabel('prototype', 2019), supportTypeLabel('prototype', 2012), supportTypeLabel('from-the-future')])
      .toEqual(['시제품제작지원', '시제품 제작', '시제품 제작', 'from-the-future']);
  });
});
