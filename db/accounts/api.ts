import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { person } from '../people/fields.ts';
import { accountRoles } from './choices.ts';
import { sitDown } from './current.ts';
import { account } from './fields.ts';

/** Author of what no user did; Ctrl+Z of a user never reaches it. */
const program: Actor = { number: 0, name: '프로그램' };

const roleCodes = accountRoles.map((role) => role.code);

export const accountsApi = router({
  list: procedure.query(({ ctx }) =>
    ctx.app.read.all<{ id: string; number: number; name: string; role: string }>('SELECT id, number, name, role FROM account WHERE _del = 0 ORDER BY name')),
  /** A new user of this device: an account, and the person it is. The first step in an empty program. */
  enter: procedure.input(z.object({ name: z.string().trim().min(1, '이름을 입력해 주세요.').max(60), role: z.enum(roleCodes), office: z.string().max(200).nullable() })).mutation(({ ctx, input }) => {
    const { store } = ctx.app;
    const number = randomInt(1, 2 ** 31 - 1);
    const id = write(store, program, `사용자 등록: ${input.name}`, (tx) => {
      const personId = tx.create(person, { name: input.name, roles: input.role === 'coordinator' ? 'coordinator' : 'agency' });
      return tx.create(account, { name: input.name, number, role: input.role, office: input.office, person: personId });
    });
    sitDown(store, id);
    return { id };
  }),
  /** Another user of this device takes the seat. */
  sit: procedure.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => sitDown(ctx.app.store, input.id)),
});
