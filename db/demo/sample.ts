/** Reads `assets/sample`: rows with a `ref` of their own, links by ref, dates fixed or as days from today. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnyRecord, Cell } from '../kernel/field.ts';
import { newId, relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { daysAfter } from '../today/days.ts';

const cell = z.union([z.string(), z.number(), z.null(), z.object({ dayOffset: z.number().int() })]);
const sampleFile = z.object({ table: z.string(), rows: z.array(z.object({ ref: z.string() }).catchall(cell)) });
type Stored = z.infer<typeof sampleFile>['rows'][number];

/** A row with its dates told from today; links still hold refs. */
export type SampleRow = Readonly<Record<string, Cell>> & { readonly ref: string };

/** Relations have the id that two devices would give them, too. */
const parts: Readonly<Record<string, readonly string[]>> = {
  membership: ['cluster', 'person', 'organisation', 'joined_on'], officer: ['cluster', 'person', 'role', 'from_on'], attendance: ['meeting', 'person'],
  participant: ['task', 'organisation'], session_attendee: ['session', 'person'], session_task: ['session', 'task'], meeting_cluster: ['meeting', 'cluster'],
};

export type Sample = {
  readonly today: string;
  rows: (table: string) => readonly SampleRow[];
  /** Id of the record a ref stands for; records made by a command of their own say theirs by `setId`. */
  id: (ref: string) => string;
  setId: (ref: string, id: string) => void;
  /** Values as the door takes them: refs become ids. */
  valuesOf: (type: AnyRecord, row: SampleRow) => Record<string, Cell>;
  /** Makes every row of a table as it stands; `later` names a field another command fills. */
  put: (tx: Tx, type: AnyRecord, later?: string) => void;
};

const dated = (row: Stored, today: string): SampleRow =>
  ({ ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'object' && value !== null ? daysAfter(today, value.dayOffset) : value])), ref: row.ref });

/** @param now milliseconds, for the ids */
export const readSample = (folder: string, today: string, now: number): Sample => {
  const files = new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name): [string, SampleRow[]] => {
    const file = sampleFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return [file.table, file.rows.map((row) => dated(row, today))];
  }));
  // Ids come first, because records point to each other.
  const ids = new Map([...files.values()].flatMap((rows) => rows.map((row): [string, string] => [row.ref, newId(now)])));
  const id = (ref: string): string => {
    const found = ids.get(ref);
    if (found === undefined) throw new Error(`sample: ${ref} is not there`);
    return found;
  };
  const rows = (table: string): readonly SampleRow[] => files.get(table) ?? [];
  const valuesOf = (type: AnyRecord, row: SampleRow): Record<string, Cell> =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name in type.fields).map(([name, value]) => [name, type.fields[name]?.kind === 'link' && typeof value === 'string' ? id(value) : value]));
  return {
    today, rows, id, valuesOf, setId: (ref, made) => { ids.set(ref, made); },
    put: (tx, type, later) => {
      for (const row of rows(type.table)) {
        const values = valuesOf(type, row);
        if (later !== undefined) delete values[later];
        const relation = parts[type.table]?.map((name) => (values[name] === undefined ? null : String(values[name])));
        // The door checks the values against the declaration it is given; their static types are not known here.
        tx.create(type as Parameters<typeof tx.create>[0], values, relation ? relationId(type.table, ...relation) : id(row.ref));
      }
    },
  };
};

/** A cell as text; an empty text for none. */
export const textOf = (value: Cell | undefined): string => (value === null || value === undefined ? '' : String(value));
