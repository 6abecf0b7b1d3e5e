import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { write } from '../kernel/write.ts';
import { actionItem } from './fields.ts';
import { actionList } from './list.ts';
import { actionsOfQuery } from './read.ts';
import { closeAction, createAction, reopenAction, type ActionValues } from './write.ts';

export type { ActionLine } from './read.ts';

const ids = z.object({ ids: z.array(z.string()).min(1).max(2000) });

/** Follow-ups (후속 조치): what somebody promised, alive until closed. */
export const actionsApi = router({
  ...recordProcedures(actionItem),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(actionList, input)),
  labels: procedure.input(ids).query(({ ctx, input }) => labelsOf(ctx.app.read, 'action_item', input.ids)),
  /** Follow-ups of one owner, session, meeting, task or firm: open ones first, the nearest due date first. */
  of: procedure.input(z.object({
    owner: z.string().optional(), session: z.string().optional(), meeting: z.string().optional(), task: z.string().optional(), organisation: z.string().optional(),
    isOpen: z.boolean().optional(), dueBefore: z.string().optional(), limit: z.number().int().min(1).max(500).optional(),
  })).query(({ ctx, input }) => ctx.app.query(actionsOfQuery, input)),
  create: command.input(z.object({ values: valuesOf<Partial<ActionValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `후속 조치 등록: ${input.values.what ?? ''}`, (tx) => createAction(tx, input.values)), action: lastAction(ctx.app.store) })),
  /** Marks as done; today unless a day is given. */
  close: command.input(ids.extend({ on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `후속 조치 완료: ${named(labelsOf(ctx.app.read, 'action_item', input.ids))}`, (tx) => {
      for (const id of input.ids) closeAction(tx, id, input.on ?? tx.today);
    });
  }),
  reopen: command.input(ids).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `후속 조치 다시 열기: ${named(labelsOf(ctx.app.read, 'action_item', input.ids))}`, (tx) => {
      for (const id of input.ids) reopenAction(tx, id);
    });
  }),
});

const named = (labels: readonly { label: string }[]): string => (labels.length === 1 ? (labels[0]?.label ?? '') : `${labels.length}건`);
