import { describe, expect, it } from 'vitest';
import { fallen } from '../bench/last-run.ts';
import { figure } from '../bench/measure.ts';

describe('a run against the one before', () => {
  const kept = { page: 1.5, search: 20, tiny: 0.001 };
  const names = (ratios: Readonly<Record<string, number>>, unsteady = false): string[] =>
    fallen(kept, Object.entries(ratios).map(([name, ratio]) => figure(name, ratio, 1, '', unsteady ? { unsteady } : {}))).map((one) => one.figure.name);

  it('falls from a ratio a fifth worse on, and not before', () => {
    expect(names({ page: 1.79, search: 23.9 })).toEqual([]);
    expect(names({ page: 1.81, search: 24.1 })).toEqual(['page', 'search']);
  });
  it('asks nothing of what was never kept, of single events, and of what the clock cannot tell', () => {
    expect(names({ fresh: 99, tiny: 0.005 })).toEqual([]);
    expect(names({ page: 9 }, true)).toEqual([]);
    expect(names({ tiny: 0.02 })).toEqual(['tiny']);
  });
});
