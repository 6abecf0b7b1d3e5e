import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { currentAccount } from '../accounts/current.ts';
import { phrase } from './fields.ts';
import { phrasesOf } from './phrases.ts';

export type { PhraseLine } from './phrases.ts';

type PhraseValues = Omit<Values<typeof phrase.fields>, 'owner'>;

const titleOf = (read: Reader, id: string): string => read.value<string>('SELECT title FROM phrase WHERE id = ?', [id]) ?? '';

const refuseForeign = (read: Reader, id: string, by: number): void => {
  const owner = read.value<number | null>('SELECT owner FROM phrase WHERE id = ?', [id]);
  if (owner !== undefined && owner !== null && owner !== by) throw new Refusal('forbidden', '다른 사람이 만든 상용구입니다. 새로 하나 만들어 쓰세요.');
};

/** Text that recurs. */
export const phrasesApi = router({
  list: procedure.input(z.object({ use: z.string().nullable() })).query(({ ctx, input }) => phrasesOf(ctx.app.read, currentAccount(ctx.app.read)?.number ?? 0, input.use)),
  create: command.input(z.object({ values: valuesOf<Partial<PhraseValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `상용구 등록: ${input.values.title ?? ''}`, (tx) => tx.create(phrase, { ...input.values, owner: ctx.actor.number })) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<PhraseValues>>() })).mutation(({ ctx, input }) => {
    refuseForeign(ctx.app.read, input.id, ctx.actor.number);
    write(ctx.app.store, ctx.actor, `상용구 수정: ${titleOf(ctx.app.read, input.id)}`, (tx) => tx.change(phrase, input.id, input.patch));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    refuseForeign(ctx.app.read, input.id, ctx.actor.number);
    write(ctx.app.store, ctx.actor, `상용구 삭제: ${titleOf(ctx.app.read, input.id)}`, (tx) => tx.remove(phrase, input.id));
  }),
});
