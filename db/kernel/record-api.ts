/** The procedures every record type has. A noun's api.ts spreads them and adds its own. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { authorName } from './actor.ts';
import { changeMany, refuseWorkflow, type CellsOf } from './change-many.ts';
import type { Cell, Fields, RecordType, Values } from './field.ts';
import { historyOf, type HistoryEntry } from './history.ts';
import { linksOf, namedAction, type Label } from './label.ts';
import type { Reader } from './reader.ts';
import { byId, command, procedure, valuesOf } from './rpc.ts';
import { write, type Tx } from './write.ts';
import { withParticle } from '../korean/particle.ts';

/** A record as the page gets it. */
export type Shown<F extends Fields> = {
  id: string;
  values: Values<F>;
  /** Names of the records it links to, by field. */
  links: Record<string, Label>;
  isDeleted: boolean;
  /** Fields in which a concurrent edit lost: both values are to be looked at. */
  conflicts: { field: string; value: Cell }[];
};

/** One history line with the name of its author. */
export type NamedHistoryEntry = HistoryEntry & { by: string };

/** @throws Refusal `not-found` */
export const readRecord = <F extends Fields>(read: Reader, type: RecordType<F>, id: string): Shown<F> => {
  const row = read.get<Record<string, Cell>>(`SELECT * FROM ${type.table} WHERE id = ?`, [id]);
  if (!row) throw new Refusal('not-found', `${withParticle(type.ko, '을/를')} 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.`);
  // The table has exactly the declared columns, and only the door writes them.
  const values = Object.fromEntries(Object.keys(type.fields).map((name) => [name, row[name] ?? null])) as Values<F>;
  const conflicts = row['_cf'] ? read.all<{ field: string; value: Cell }>('SELECT field, value FROM sync_conflict WHERE tbl = ? AND row_id = ?', [type.table, id]) : [];
  return { id, values, links: linksOf(read, type, row), isDeleted: row['_del'] === 1, conflicts };
};

/** History of a record with the names of its authors. */
export const namedHistory = (read: Reader, type: RecordType, id: string): NamedHistoryEntry[] => {
  const names = new Map(read.all<{ number: number; name: string }>('SELECT number, name FROM account').map((row) => [row.number, row.name]));
  return historyOf(read, type, id).map((entry) => ({ ...entry, by: authorName(names, entry.user_id) }));
};

/** What a noun adds to the general procedures. */
export type RecordHooks<F extends Fields> = {
  /** How a record is changed when more goes with it than its own cells; else `tx.change`. */
  change?: (tx: Tx, id: string, patch: Partial<Values<F>>, was?: Partial<Values<F>>) => void;
  /** Runs in the same transaction after each change of a record, by `change` and by `changeMany`. */
  afterChange?: (tx: Tx, id: string, patch: Partial<Values<F>>) => void;
};

/** `get`, `history`, `create`, `change`, `changeMany`, `remove`, `restore` of one record type. */
export const recordProcedures = <F extends Fields>(type: RecordType<F>, hooks: RecordHooks<F> = {}) => ({
  get: procedure.input(byId).query(({ ctx, input }) => readRecord(ctx.app.read, type, input.id)),
  // History does not depend on which fields the type has.
  history: procedure.input(byId).query(({ ctx, input }) => namedHistory(ctx.app.read, type as unknown as RecordType, input.id)),
  create: command.input(z.object({ values: valuesOf<Partial<Values<F>>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `${type.ko} 등록`, (tx) => tx.create(type, input.values)) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<Values<F>>>(), was: valuesOf<Partial<Values<F>>>().optional() })).mutation(({ ctx, input }) => {
    refuseWorkflow(type, input.patch);
    write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, type, input.id, '수정'), (tx) => {
      (hooks.change ?? ((to, ...change) => to.change(type, ...change)))(tx, input.id, input.patch, input.was);
      hooks.afterChange?.(tx, input.id, input.patch);
    });
  }),
  /** Many cells (a block pasted from Excel) in one undo step: all of them, or none and the refused cells named. */
  changeMany: command.input(z.object({ changes: z.array(z.object({ id: z.string(), patch: valuesOf<Partial<Values<F>>>(), was: valuesOf<Partial<Values<F>>>().optional() })).min(1).max(5000) })).mutation(({ ctx, input }) => {
    const changes: readonly CellsOf<F>[] = input.changes;
    write(ctx.app.store, ctx.actor, `${type.ko} ${new Set(changes.map((one) => one.id)).size}건 붙여넣기·일괄 수정`, (tx) => changeMany(tx, type, changes, hooks.afterChange, hooks.change));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, type, input.id, '삭제'), (tx) => tx.remove(type, input.id))),
  restore: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, type, input.id, '되살리기'), (tx) => tx.restore(type, input.id))),
});
