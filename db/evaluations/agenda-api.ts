import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { command, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { addTasks, orderTasks, removeTask } from './agenda.ts';

const whichOf = (read: Reader, tasks: readonly string[]): string => {
  const first = labelsOf(read, 'task', tasks.slice(0, 1))[0]?.label ?? '';
  return tasks.length === 1 ? first : `${first} 외 ${tasks.length - 1}건`;
};

/** The tasks before a meeting. */
export const agendaApi = router({
  /** Several at once; answers the conflicts of interest this brought, which are marked already. */
  add: command.input(z.object({ committee: z.string(), tasks: z.array(z.string()).min(1).max(500) })).mutation(({ ctx, input }) => {
    const name = labelsOf(ctx.app.read, 'committee', [input.committee])[0]?.label ?? '';
    return { conflicts: write(ctx.app.store, ctx.actor, `과제 상정: ${whichOf(ctx.app.read, input.tasks)} (${name})`, (tx) => addTasks(tx, input.committee, input.tasks)) };
  }),
  remove: command.input(z.object({ committee: z.string(), tasks: z.array(z.string()).min(1).max(500) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `상정 과제 빼기: ${whichOf(ctx.app.read, input.tasks)}`, (tx) => {
      for (const task of input.tasks) removeTask(tx, input.committee, task);
    });
  }),
  order: command.input(z.object({ committee: z.string(), tasks: z.array(z.string()).max(1000) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `상정 순서 바꾸기: ${labelsOf(ctx.app.read, 'committee', [input.committee])[0]?.label ?? ''}`, (tx) => orderTasks(tx, input.committee, input.tasks));
  }),
});
