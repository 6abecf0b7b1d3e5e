import { describe, expect, it } from 'vitest';
import { provinceByName, provinceNameOn, provinces } from '../../../db/reference/provinces.ts';

describe('provinces', () => {
  it.each([['강원도', 'gangwon'], ['강원특별자치도', 'gangwon'], ['강원', 'gangwon'], ['전라북도', 'jeonbuk'], [' 부산광역시 ', 'busan']])('%s is %s', (name, code) => {
    expect(provinceByName(name)?.code).toBe(code);
  });

  it('uses the name of the day', () => {
    expect([provinceNameOn('gangwon', '2023-06-10'), provinceNameOn('gangwon', '2023-06-11'), provinceNameOn('jeonbuk', '2023-12-31'), provinceNameOn('jeonbuk', '2024-02-01')])
      .toEqual(['강원도', '강원특별자치도', '전라북도', '전북특별자치도']);
    expect(provinceNameOn('sejong', '2010-01-01')).toBeNull();
  });

  it('keeps the administrative and the statistics-office numbers apart', () => {
    expect(provinces).toHaveLength(17);
    expect(provinceByName('부산')).toMatchObject({ statisticsCode: '21', names: [{ code: '26' }] });
    expect(provinceByName('강원')?.names.map((name) => name.code)).toEqual(['42', '51']);
  });

  it('is silent about a place it does not know', () => {
    expect(provinceByName('함경도')).toBeNull();
  });
});
