import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { officerRoles } from '../reference/choices/cluster.ts';
import { officer } from './fields.ts';
import { refuseOfficerOverlap, takeOffice, withPatch, type Officer } from './membership.ts';
import type { Reader } from '../kernel/reader.ts';

const generic = recordProcedures(officer);

const officerName = (read: Reader, id: string): string => {
  const row = read.get<{ role: string; name: string | null }>('SELECT f.role, p.name FROM officer f LEFT JOIN person p ON p.id = f.person WHERE f.id = ?', [id]);
  return row ? `${roleName(row.role)} ${row.name ?? ''}` : '';
};

const roleName = (code: string | undefined): string => officerRoles.find((one) => one.code === code)?.ko ?? '';

/** Officers (임원) of a mini-cluster, each with a term. */
export const officersApi = router({
  get: generic.get,
  history: generic.history,
  add: command.input(z.object({ cluster: z.string(), person: z.string(), role: z.string(), from_on: z.iso.date(), to_on: z.iso.date().nullish() })).mutation(({ ctx, input }) => ({
    id: write(ctx.app.store, ctx.actor, `임원 등록: ${roleName(input.role)} ${labelsOf(ctx.app.read, 'person', [input.person])[0]?.label ?? ''}`, (tx) =>
      takeOffice(tx, { ...input, to_on: input.to_on ?? null })),
  })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<Officer>>(), was: valuesOf<Partial<Officer>>().optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `임원 수정: ${officerName(ctx.app.read, input.id)}`, (tx) => {
      tx.change(officer, input.id, input.patch, input.was);
      refuseOfficerOverlap(tx.read, withPatch<Officer>(tx.read, officer, input.id, {}), input.id);
    });
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `임원 삭제: ${officerName(ctx.app.read, input.id)}`, (tx) => tx.remove(officer, input.id));
  }),
});
