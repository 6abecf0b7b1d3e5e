import { expect, test } from 'vitest';
import { keepStatistics } from '../../../db/kernel/statistics.ts';
import { write } from '../../../db/kernel/write.ts';
import { person } from '../../../db/people/fields.ts';
import { openTestStore, tester } from '../../support/store.ts';

test('a table is looked at once it has grown, and not again until it has grown four times over', async () => {
  const store = openTestStore();
  try {
    const fill = (count: number): void => { write(store, tester, '등록', (tx) => { for (let index = 0; index < count; index += 1) tx.create(person, { name: `사람 ${index}` }); }); };
    expect(await keepStatistics(store, () => false, 0)).toEqual([]);
    fill(1200);
    expect(await keepStatistics(store, () => false, 0)).toContain('person');
    expect(store.read.value<number>("SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'person'")).toBe(1200);
    fill(1200);
    expect(await keepStatistics(store, () => false, 0)).not.toContain('person');
    expect(await keepStatistics(store, () => true)).toEqual([]);
  } finally {
    store.dispose();
  }
});
