import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { evaluatorRoles } from '../reference/choices/evaluation.ts';
import { addEvaluators, changeEvaluator, removeEvaluator } from './members.ts';

const roles = evaluatorRoles.map((one) => one.code);
const nameOf = (read: Reader, evaluator: string): string => read.value<string>('SELECT p.name FROM evaluator e JOIN person p ON p.id = e.person WHERE e.id = ?', [evaluator]) ?? '';

/** The evaluators of a meeting. */
export const membersApi = router({
  /** Several at once; answers the conflicts of interest this brought, which are marked already. */
  add: command.input(z.object({ committee: z.string(), persons: z.array(z.string()).min(1).max(200), role: z.enum(roles).optional() })).mutation(({ ctx, input }) => {
    const first = labelsOf(ctx.app.read, 'person', input.persons.slice(0, 1))[0]?.label ?? '';
    const who = input.persons.length === 1 ? first : `${first} 외 ${input.persons.length - 1}명`;
    return { conflicts: write(ctx.app.store, ctx.actor, `평가위원 추가: ${who}`, (tx) => addEvaluators(tx, input.committee, input.persons, input.role)) };
  }),
  change: command.input(byId.extend({ role: z.enum(roles).optional(), organisation: z.string().nullable().optional() })).mutation(({ ctx, input }) =>
    ({ conflicts: write(ctx.app.store, ctx.actor, `평가위원 수정: ${nameOf(ctx.app.read, input.id)}`, (tx) => changeEvaluator(tx, input.id, input)) })),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `평가위원 빼기: ${nameOf(ctx.app.read, input.id)}`, (tx) => removeEvaluator(tx, input.id));
  }),
});
