import { describe, expect, it } from 'vitest';
import { businessNumberFault } from '../../db/korean/identifiers.ts';
import { createChance } from '../bench/data/chance.ts';
import { businessNumber, firmName } from '../bench/data/names.ts';
import { adviceOf, needOf, productOf, titleOf } from '../bench/data/texts.ts';

const many = 5000;
const times = <T>(make: () => T): T[] => Array.from({ length: many }, make);

describe('texts to measure on', () => {
  const chance = createChance(3);

  it('are as long as people write', () => {
    const titles = times(() => titleOf(chance, productOf(chance)));
    expect(Math.min(...titles.map((one) => one.length))).toBeGreaterThanOrEqual(10);
    expect(titles.filter((one) => one.length > 40)).toEqual([]);
    for (const long of [...times(() => needOf(chance, productOf(chance))), ...times(() => adviceOf(chance))]) {
      expect(long.length, long).toBeGreaterThanOrEqual(60);
      expect(long.length, long).toBeLessThanOrEqual(200);
    }
  });
  it('differ from one another', () => {
    expect(new Set(times(() => firmName(chance))).size).toBeGreaterThan(many * 0.97);
    expect(new Set(times(() => needOf(chance, productOf(chance)))).size).toBeGreaterThan(many * 0.99);
  });
  it('carry numbers with check digits, none twice', () => {
    const numbers = Array.from({ length: many }, (_, at) => businessNumber(at * 97));
    expect(numbers.filter((one) => businessNumberFault(one) !== null)).toEqual([]);
    expect(new Set(numbers).size).toBe(many);
  });
  it('fall to few firms mostly', () => {
    const hits = times(() => chance.skewed(1000, 1.6));
    expect(hits.filter((one) => one < 100).length).toBeGreaterThan(many * 0.2);
    expect(hits.filter((one) => one < 10).length).toBeLessThan(many * 0.1);
  });
});
