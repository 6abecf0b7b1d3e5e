import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApplication } from '../../../db/application.ts';
import { currentAccount } from '../../../db/accounts/current.ts';
import { fillWithSample } from '../../../db/demo/fill.ts';
import { compareWithLog } from '../../../db/kernel/merge.ts';
import { nextUndo } from '../../../db/kernel/undo.ts';
import { temporaryFolder } from '../../support/store.ts';

const assets = join(import.meta.dirname, '../../../assets');

test('the sample loads through the door, whole, in one action per kind, and once', async () => {
  const app = startApplication({ dataDir: temporaryFolder(), isDemo: true, readerEntry: new URL('../../../db/reader.ts', import.meta.url), now: () => new Date(2027, 2, 1, 12).getTime() });
  try {
    const started = performance.now();
    fillWithSample(app, assets);
    // Generous for a busy machine; alone it takes about half a second.
    expect(performance.now() - started).toBeLessThan(3000);
    for (const table of ['organisation', 'person', 'mini_cluster', 'membership', 'task', 'task_step', 'session', 'meeting', 'attendance', 'action_item']) {
      expect(app.read.value<number>(`SELECT count(*) FROM ${table} WHERE _del = 0`), table).toBeGreaterThan(5);
    }
    expect(compareWithLog(app.store)).toEqual([]);
    const actions = app.read.column<string>('SELECT label FROM action ORDER BY id');
    expect(new Set(actions).size).toBe(actions.length);
    expect(currentAccount(app.read)).toMatchObject({ name: '예시 사용자', role: 'coordinator' });
    // Offsets count from the day of the device: something is due around it, and nothing was confirmed after it.
    expect(app.read.value<number>("SELECT count(*) FROM action_item WHERE status = 'open' AND due_on BETWEEN '2027-02-15' AND '2027-03-31'")).toBeGreaterThan(0);
    expect(app.read.value<number>("SELECT count(*) FROM session WHERE status = 'confirmed' AND visit_on > '2027-03-01'")).toBe(0);
    expect(nextUndo(app.store, { number: 1, name: '예시 사용자' })).toBeUndefined();
    fillWithSample(app, assets);
    expect(app.read.column('SELECT label FROM action')).toHaveLength(actions.length);
  } finally {
    await app.close();
  }
});
