import Sqlite from 'better-sqlite3';
import { readerOf } from '../../db/kernel/reader.ts';
import { planOf, partsOf } from '../../db/kernel/lists/plan.ts';
import { buildPart, orderSql } from '../../db/kernel/lists/build.ts';
import { taskListSpec } from '../../db/tasks/list.ts';
import { sessionListSpec } from '../../db/sessions/list.ts';
import { meetingListSpec } from '../../db/meetings/list.ts';
import { organisationListSpec } from '../../db/organisations/list.ts';
import { personListSpec } from '../../db/people/list.ts';
const db = new Sqlite(process.argv[2] + '/clusterdesk.db', { readonly: true }); db.pragma('temp_store=MEMORY'); db.pragma('cache_size=-65536');
const read = readerOf(db);
for (const spec of [taskListSpec, sessionListSpec, meetingListSpec, organisationListSpec, personListSpec]) for (const sort of [[], ...(spec.warm ?? []).map((column) => [{ column, descending: false }])]) {
  const { order } = partsOf(spec, { start: 0, end: 0, sort, filter: {}, quick: null, selection: null });
  const plan = planOf(spec, order, []);
  const sql = orderSql(read, spec, plan);
  const s = performance.now();
  buildPart(spec)(read, order, { versions: {} });
  const t = performance.now() - s;
  const s2 = performance.now();
  read.column(`SELECT t.n FROM ${plan.from} WHERE ${plan.where} ORDER BY ${plan.order} LIMIT 100`);
  console.log(spec.name, JSON.stringify(order.sort.map((s) => s.column)), t.toFixed(0), 'ms; first 100', (performance.now() - s2).toFixed(0), read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map((s) => s.detail).join(' | ').slice(0, 160));
}
