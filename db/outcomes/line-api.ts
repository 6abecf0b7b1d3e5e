/** Procedures of what hangs on a task in lines: mid-checks, outputs, follow-on R&D. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { Fields, RecordType, Values } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, valuesOf } from '../kernel/rpc.ts';
import { write, type Tx } from '../kernel/write.ts';

const titleOf = (read: Reader, task: string | undefined): string => (task === undefined ? '' : (labelsOf(read, 'task', [task])[0]?.label ?? ''));
const taskOf = (read: Reader, type: { table: string }, id: string): string | undefined => read.value<string>(`SELECT task FROM ${type.table} WHERE id = ?`, [id]);

/** `add`, `change`, `remove`: one undo step each, named by the task. `check` sees the line as written and may refuse it. */
export const lineProcedures = <F extends Fields>(type: RecordType<F>, check: (tx: Tx, id: string) => void = () => undefined) => ({
  add: command.input(z.object({ task: z.string(), values: valuesOf<Partial<Values<F>>>() })).mutation(({ ctx, input }) => {
    const title = titleOf(ctx.app.read, input.task);
    if (ctx.app.read.value<number>('SELECT 1 FROM task WHERE id = ? AND _del = 0', [input.task]) !== 1) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
    return { id: write(ctx.app.store, ctx.actor, `${type.ko} 추가: ${title}`, (tx) => {
      const id = tx.create(type, { ...input.values, task: input.task });
      check(tx, id);
      return id;
    }) };
  }),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<Values<F>>>(), was: valuesOf<Partial<Values<F>>>().optional() })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `${type.ko} 수정: ${titleOf(ctx.app.read, taskOf(ctx.app.read, type, input.id))}`, (tx) => {
      tx.change(type, input.id, input.patch, input.was);
      check(tx, input.id);
    })),
  remove: command.input(byId).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `${type.ko} 지우기: ${titleOf(ctx.app.read, taskOf(ctx.app.read, type, input.id))}`, (tx) => tx.remove(type, input.id))),
});
