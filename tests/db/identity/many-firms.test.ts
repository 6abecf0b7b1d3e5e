import { expect, test } from 'vitest';
import { scoredPairs } from '../../../db/identity/candidates.ts';
import { lookAlikes } from '../../../db/identity/look-alikes.ts';
import { listSql } from '../../../db/kernel/list.ts';
import { organisationListSpec } from '../../../db/organisations/list.ts';
import { putManyFirms } from '../../support/many-rows.ts';
import { openTestStore } from '../../support/store.ts';

test('among many firms the queue finds the ones written twice, and the list looks each up by its key', () => {
  const store = openTestStore();
  try {
    putManyFirms(store, 20_000);
    expect(scoredPairs(store.read).length).toBeGreaterThan(400);
    const known = store.read.get<{ name: string; address: string; phone: string }>('SELECT name, address, phone FROM organisation WHERE phone IS NOT NULL ORDER BY id LIMIT 1') ?? {};
    expect(lookAlikes(store.read, known).length).toBeGreaterThan(0);
    const { sql, parameters } = listSql(organisationListSpec, { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null });
    const plan = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((step) => step.detail).join('\n');
    expect(plan).toMatch(/SEARCH os USING PRIMARY KEY/);
    expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
  } finally {
    store.dispose();
  }
}, 120_000);
