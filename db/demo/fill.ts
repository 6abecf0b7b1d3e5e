/** Fills a throw-away data folder with the sample records (예시) through the ordinary door. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sitDown } from '../accounts/current.ts';
import { account } from '../accounts/fields.ts';
import type { Application } from '../application.ts';
import { program } from '../kernel/actor.ts';
import type { AnyRecord, Cell } from '../kernel/field.ts';
import { newId, relationId } from '../kernel/id.ts';
import { dayOf, write } from '../kernel/write.ts';
import { daysAfter } from '../today/days.ts';

/** Who sits in front of the sample. The records themselves are the program's, so that Ctrl+Z takes back only what is done after. */
const visitor = { number: 1, name: '예시 사용자' };

const cell = z.union([z.string(), z.number(), z.null(), z.object({ dayOffset: z.number().int() })]);
/** A row has a `ref` of its own, links by ref, and dates either fixed or as days from today. */
const sampleFile = z.object({ table: z.string(), rows: z.array(z.object({ ref: z.string() }).catchall(cell)) });
type SampleRow = z.infer<typeof sampleFile>['rows'][number];

/** Relations have the id that two devices would give them, too. */
const parts: Readonly<Record<string, readonly string[]>> = {
  membership: ['cluster', 'person', 'organisation', 'joined_on'], officer: ['cluster', 'person', 'role', 'from_on'], attendance: ['meeting', 'person'],
  participant: ['task', 'organisation'], session_attendee: ['session', 'person'], session_task: ['session', 'task'], meeting_cluster: ['meeting', 'cluster'],
};

const readFiles = (folder: string): Map<string, SampleRow[]> =>
  new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => {
    const file = sampleFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return [file.table, file.rows];
  }));

const valuesOf = (type: AnyRecord, row: SampleRow, ids: ReadonlyMap<string, string>, today: string): Record<string, Cell> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'ref').map(([name, value]) => {
    if (typeof value === 'object' && value !== null) return [name, daysAfter(today, value.dayOffset)];
    if (type.fields[name]?.kind !== 'link' || typeof value !== 'string') return [name, value];
    const target = ids.get(value);
    if (target === undefined) throw new Error(`sample ${type.table} ${row.ref}: ${name} points to ${value}, which is not there`);
    return [name, target];
  }));

/**
 * One action per kind of record, all by the program; 예시 사용자, who is the first coordinator of the sample, takes the seat. A folder
 * that holds organisations already is left alone.
 * @param assetsDir folder that holds `sample/`
 */
export const fillWithSample = (app: Application, assetsDir: string): void => {
  const { store } = app;
  if (app.read.value<number>('SELECT count(*) FROM organisation') !== 0) return;
  const files = readFiles(join(assetsDir, 'sample'));
  const today = dayOf(store.now());
  // Ids come first, because sessions and tasks point to each other.
  const ids = new Map([...files.values()].flatMap((rows) => rows.map((row): [string, string] => [row.ref, newId(store.now())])));
  for (const type of store.records.values()) {
    const rows = files.get(type.table) ?? [];
    if (rows.length === 0) continue;
    write(store, program, `예시 ${type.ko} ${rows.length}건`, (tx) => {
      for (const row of rows) {
        const values = valuesOf(type, row, ids, today);
        const relation = parts[type.table]?.map((name) => (values[name] === undefined ? null : String(values[name])));
        // The door checks the values against the declaration it is given; their static types are not known here.
        tx.create(type as Parameters<typeof tx.create>[0], values, relation ? relationId(type.table, ...relation) : ids.get(row.ref));
      }
    });
  }
  seatVisitor(app);
};

const seatVisitor = (app: Application): void => {
  const coordinator = app.read.get<{ id: string }>("SELECT id FROM person WHERE roles LIKE 'coordinator%' AND _del = 0 ORDER BY n LIMIT 1");
  const id = write(app.store, program, '예시 사용자 등록', (tx) =>
    tx.create(account, { name: visitor.name, number: visitor.number, role: 'coordinator', office: '예시 지사', person: coordinator?.id ?? null }));
  sitDown(app.store, id);
};
