/** Bodies that take part in a task beside its lead firm (domain.md R4: the same body not twice). */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import type { Values } from '../kernel/field.ts';
import { participant } from './fields.ts';

type ParticipantValues = Values<typeof participant.fields>;

const nameOf = (read: Reader, id: string): string => {
  const row = read.get<{ organisation: string }>('SELECT organisation FROM participant WHERE id = ?', [id]);
  return row ? (labelsOf(read, 'organisation', [row.organisation])[0]?.label ?? '') : '';
};

const refuseTwice = (read: Reader, task: string, organisation: string): void => {
  const lead = read.value<string>('SELECT lead_org FROM task WHERE id = ?', [task]);
  const isListed = read.value<number>('SELECT 1 FROM participant WHERE task = ? AND organisation = ? AND _del = 0', [task, organisation]) === 1;
  if (lead !== organisation && !isListed) return;
  const message = lead === organisation ? '주관기업은 이미 이 과제에 들어 있습니다. 다른 기관을 고르세요.' : '이미 참여하는 기관입니다. 목록에서 역할이나 지분을 고치세요.';
  throw new Refusal('invalid', message, [{ field: 'organisation', value: organisation, message }]);
};

/** `add`, `change` (role, share, contact), `remove`: one undo step each. */
export const participantsApi = router({
  add: command.input(z.object({ task: z.string(), organisation: z.string(), values: valuesOf<Partial<ParticipantValues>>().optional() })).mutation(({ ctx, input }) => {
    const { read } = ctx.app;
    refuseTwice(read, input.task, input.organisation);
    const name = labelsOf(read, 'organisation', [input.organisation])[0]?.label ?? '';
    return { id: write(ctx.app.store, ctx.actor, `참여기관 추가: ${name}`, (tx) => tx.create(participant,
      { role: 'partner', share_percent: null, person: null, ...input.values, task: input.task, organisation: input.organisation }, relationId('participant', input.task, input.organisation))) };
  }),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<ParticipantValues>>(), was: valuesOf<Partial<ParticipantValues>>().optional() })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `참여기관 수정: ${nameOf(ctx.app.read, input.id)}`, (tx) => tx.change(participant, input.id, input.patch, input.was))),
  remove: command.input(byId).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `참여기관 빼기: ${nameOf(ctx.app.read, input.id)}`, (tx) => tx.remove(participant, input.id))),
});
