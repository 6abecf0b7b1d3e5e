import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { program } from '../kernel/actor.ts';
import { command, localCommand, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { person } from '../people/fields.ts';
import { accountRoles } from './choices.ts';
import { currentAccount, sitDown } from './current.ts';
import { account } from './fields.ts';

/** A user of this device, as the page lists them. */
export type AccountRow = { id: string; number: number; name: string; role: string; office: string | null };

const roleCodes = accountRoles.map((role) => role.code);

export const accountsApi = router({
  list: procedure.query(({ ctx }) =>
    ctx.app.read.all<AccountRow>('SELECT id, number, name, role, office FROM account WHERE _del = 0 ORDER BY name')),
  /** A new user of this device: an account, and the person it is. The first step in an empty program. */
  enter: localCommand.input(z.object({ name: z.string().trim().min(1, '이름을 입력해 주세요.').max(60), role: z.enum(roleCodes), office: z.string().max(200).nullable() })).mutation(({ ctx, input }) => {
    const { store } = ctx.app;
    const number = randomInt(1, 2 ** 31 - 1);
    const id = write(store, program, `사용자 등록: ${input.name}`, (tx) => {
      const personId = tx.create(person, { name: input.name, roles: input.role === 'coordinator' ? 'coordinator' : 'agency' });
      return tx.create(account, { name: input.name, number, role: input.role, office: input.office, person: personId });
    });
    sitDown(store, id);
    return { id };
  }),
  /** The user at this device corrects name, role or office; the person behind the account gets the name, too. */
  change: command.input(z.object({ name: z.string().trim().min(1, '이름을 입력해 주세요.').max(60), role: z.enum(roleCodes), office: z.string().max(200).nullable() })).mutation(({ ctx, input }) => {
    const current = currentAccount(ctx.app.read);
    if (!current) throw new Refusal('not-found', '앉아 있는 사용자가 없습니다. 먼저 사용자를 고르세요.');
    write(ctx.app.store, ctx.actor, `사용자 수정: ${input.name}`, (tx) => {
      tx.change(account, current.id, input);
      if (current.person !== null && current.name !== input.name) tx.change(person, current.person, { name: input.name });
    });
  }),
  /** Another user of this device takes the seat. */
  sit: localCommand.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => {
    if (!ctx.app.read.value<number>('SELECT 1 FROM account WHERE id = ? AND _del = 0', [input.id])) throw new Refusal('not-found', '없는 사용자입니다. 목록에서 다시 고르세요.');
    sitDown(ctx.app.store, input.id);
  }),
});
