import { describe, expect, it } from 'vitest';
import { costItemLabel, costItems, costItemsOn } from '../../../db/reference/cost-items.ts';

const rnd = (day: string): string[] => costItemsOn(day).filter((item) => item.use === 'rnd').map((item) => item.ko);

describe('cost items', () => {
  it('are those of the law from 2021 on', () => {
    expect(rnd('2021-01-01')).toEqual(['내부인건비', '외부인건비', '연구근접지원인건비', '학생인건비', '연구시설·장비비', '연구재료비', '위탁연구개발비', '국제공동연구개발비', '연구개발부담비', '연구활동비', '연구수당', '간접비']);
  });

  it('are the older list until the day before, which says that it is inferred', () => {
    expect(rnd('2020-12-31')).toEqual(['인건비', '연구장비·재료비', '연구활동비', '연구과제추진비', '연구수당', '위탁연구개발비', '간접비']);
    expect(costItemsOn('2010-04-01').every((item) => item.inferred && item.source === '추정')).toBe(true);
  });

  it('offer the items of support that is no R&D in every era', () => {
    for (const day of ['2005-04-01', '2026-04-01']) {
      expect(costItemsOn(day).filter((item) => item.use === 'support').map((item) => item.ko)).toEqual(['전문가활용비', '제작비', '홍보비', '교육비', '여비', '기타']);
    }
  });

  it('carry no code twice on one day, and one meaning for ever', () => {
    for (const day of ['2004-04-01', '2020-12-31', '2021-01-01', '2030-01-01']) {
      const codes = costItemsOn(day).map((item) => item.code);
      expect(new Set(codes).size).toBe(codes.length);
    }
    for (const item of costItems) expect(costItemLabel(item.code)).toBe(item.ko);
    expect(costItemLabel('금형 가공비')).toBe('금형 가공비');
  });
});
