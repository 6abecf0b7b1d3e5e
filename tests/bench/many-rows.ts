/** Reports and look-alikes over 100,000 rows, against the plainest SQL that answers a like question. */
import { lookAlikes } from '../../db/identity/look-alikes.ts';
import { scoredPairs } from '../../db/identity/candidates.ts';
import { tableOf } from '../../db/reports/layout.ts';
import { plainParams } from '../../db/reports/report-input.ts';
import { t1 } from '../../db/reports/t1.ts';
import { t2 } from '../../db/reports/t2.ts';
import { putManyFirms, putManyTasks } from '../support/many-rows.ts';
import { openTestStore } from '../support/store.ts';
import { inPairs, type Figure } from './measure.ts';

const params = { ...plainParams, asOf: '2022-12-31', fromYear: 2010, toYear: 2022 };
const byYear = 'SELECT substr(decided_on, 1, 4) AS year, count(*), sum(fund_national) FROM task WHERE _del = 0 GROUP BY year';
const byName = 'SELECT base_key, count(*) FROM organisation WHERE _del = 0 GROUP BY base_key HAVING count(*) > 1';

/** The figures of long reads. */
export const measureManyRows = async (): Promise<Figure[]> => {
  const store = openTestStore();
  try {
    putManyTasks(store);
    putManyFirms(store);
    const years = () => store.read.all(byYear);
    const names = () => store.read.all(byName);
    const first = await inPairs(10, () => tableOf(store.read, t1, params), years);
    const second = await inPairs(5, () => tableOf(store.read, t2, params), years);
    const queue = await inPairs(5, () => scoredPairs(store.read), names);
    const known: { name?: string; address?: string; phone?: string } = store.read.get<{ name: string; address: string; phone: string }>('SELECT name, address, phone FROM organisation WHERE phone IS NOT NULL ORDER BY id LIMIT 1') ?? {};
    const name = known.name ?? '';
    const typing = await inPairs(50, () => lookAlikes(store.read, known), () => store.read.get('SELECT id FROM organisation WHERE name = ?', [name]));
    const figure = (name: string, pair: { ours: number; theirs: number }, what: string): Figure => ({ name, ...pair, ratio: pair.ours / pair.theirs, unit: 'ms', what });
    return [
      figure('T1 over 100,000 tasks', first, 'the report with every cell / one GROUP BY year over the rows'),
      figure('T2 over 100,000 tasks', second, 'the report with distinct and new firms / one GROUP BY year'),
      figure('look-alikes among 100,000 firms', queue, 'the whole queue, scored / one GROUP BY of the folded name'),
      figure('look-alikes while typing', typing, 'by name, number, address, phone, scored / one lookup by name'),
    ];
  } finally {
    store.dispose();
  }
};
