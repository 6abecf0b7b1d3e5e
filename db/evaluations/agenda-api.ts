import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { command, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { addTasks, orderTasks, removeTask } from './agenda.ts';

/** The tasks before a meeting. */
export const agendaApi = router({
  /** Several at once; answers the conflicts of interest this brought, which are marked already. */
  add: command.input(z.object({ committee: z.string(), tasks: z.array(z.string()).min(1).max(500) })).mutation(({ ctx, input }) => {
    const [name, first] = [labelsOf(ctx.app.read, 'committee', [input.committee])[0]?.label ?? '', labelsOf(ctx.app.read, 'task', input.tasks.slice(0, 1))[0]?.label ?? ''];
    const what = input.tasks.length === 1 ? first : `${first} 외 ${input.tasks.length - 1}건`;
    return { conflicts: write(ctx.app.store, ctx.actor, `과제 상정: ${what} (${name})`, (tx) => addTasks(tx, input.committee, input.tasks)) };
  }),
  remove: command.input(z.object({ committee: z.string(), task: z.string() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `상정 과제 빼기: ${labelsOf(ctx.app.read, 'task', [input.task])[0]?.label ?? ''}`, (tx) => removeTask(tx, input.committee, input.task));
  }),
  order: command.input(z.object({ committee: z.string(), tasks: z.array(z.string()).max(1000) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `상정 순서 바꾸기: ${labelsOf(ctx.app.read, 'committee', [input.committee])[0]?.label ?? ''}`, (tx) => orderTasks(tx, input.committee, input.tasks));
  }),
});
