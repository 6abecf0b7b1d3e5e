import Sqlite from 'better-sqlite3';
import { readerOf, type Reader } from '../../db/kernel/reader.ts';
import { queries } from '../../db/queries.ts';
const db = new Sqlite(process.argv[2] + '/clusterdesk.db', { readonly: true }); db.pragma('temp_store=MEMORY'); db.pragma('cache_size=-65536');
const base = readerOf(db);
const spent = new Map<string, { ms: number; n: number }>();
const timed = <F extends (...a: never[]) => unknown>(f: F): F => ((...a: never[]) => { const s = performance.now(); const r = f(...a); const k = String(a[0]).replace(/\s+/g, ' '); const e = spent.get(k) ?? { ms: 0, n: 0 }; e.ms += performance.now() - s; e.n += 1; spent.set(k, e); return r; }) as F;
const read: Reader = { all: timed(base.all), get: timed(base.get), column: timed(base.column), value: timed(base.value), tuples: timed(base.tuples) } as Reader;
const q = queries.find((one) => one.name === 'report.table')!;
for (const code of process.argv.slice(3)) {
  for (let round = 0; round < 3; round += 1) {
    spent.clear();
    const s = performance.now(); const c = process.cpuUsage();
    // fresh reader object so nothing kept
    const fresh: Reader = { ...read };
    q.run(fresh, { report: code, params: { asOf: '2026-11-27', fromYear: 2017, toYear: 2026, scope: {}, yearKind: 'calendar', dataAsOf: null } } as never, { versions: {}, whole: (f: () => never) => f() } as never);
    const cpu = process.cpuUsage(c);
    console.log(code, round, (performance.now() - s).toFixed(0), 'ms cpu', ((cpu.user + cpu.system) / 1000).toFixed(0));
  }
  for (const [k, v] of [...spent].sort((a, b) => b[1].ms - a[1].ms).slice(0, 8)) console.log('   ', v.ms.toFixed(0).padStart(6), v.n, k.slice(0, 420));
}
