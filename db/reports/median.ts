/** The median of numbers that are known by how often each occurs. */

/** @param counts how often each number occurs; null without any */
export const medianOf = (counts: ReadonlyMap<number, number>): number | null => {
  const values = [...counts].filter(([, count]) => count > 0).sort(([one], [other]) => one - other);
  const total = values.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    for (const [value, count] of values) {
      passed += count;
      if (place < passed) return value;
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
};
