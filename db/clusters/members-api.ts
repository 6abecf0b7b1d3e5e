import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { membership } from './fields.ts';
import { defaultKind, joinCluster, refuseBeyondEnd, refuseOverlap, withPatch, type Membership } from './membership.ts';
import { newOrganisation, newPerson, organisationFor, personFor } from './new-people.ts';
import { pasteMembers } from './paste-members.ts';
import { pastedRow } from './pasted.ts';
import { clusterMembersQuery, judgeMembersQuery } from './queries.ts';

const generic = recordProcedures(membership);
const day = z.iso.date();
const ids = z.array(z.string()).min(1).max(1000);
const pasted = z.object({
  cluster: z.string(), date: day, rows: z.array(pastedRow).min(1).max(2000),
  chosen: z.record(z.coerce.number(), z.object({ person: z.string().optional(), organisation: z.string().optional() })).default({}),
});

const clusterName = (read: Reader, id: string): string => labelsOf(read, 'mini_cluster', [id])[0]?.label ?? '';

/** Who the memberships are of, for the label of an action. */
const memberNames = (read: Reader, memberships: readonly string[]): string => {
  const first = read.value<string>(
    'SELECT coalesce(p.name, o.name) FROM membership m LEFT JOIN person p ON p.id = m.person LEFT JOIN organisation o ON o.id = m.organisation WHERE m.id = ?', [memberships[0] ?? '']) ?? '';
  return memberships.length > 1 ? `${first} 외 ${memberships.length - 1}명` : first;
};

/** Members of a mini-cluster, each from–to. */
export const membersApi = router({
  get: generic.get,
  history: generic.history,
  /** Members on a day; `all` adds those of other days, with `is_member` false. */
  list: procedure.input(byId.extend({ date: day, all: z.boolean().default(false) })).query(({ ctx, input }) => ctx.app.query(clusterMembersQuery, input)),
  kindFor: procedure.input(z.object({ person: z.string().nullable(), organisation: z.string().nullable() })).query(({ ctx, input }) => defaultKind(ctx.app.read, input.person, input.organisation)),
  /** A person and/or organisation joins, known or new by name. */
  add: command.input(z.object({
    cluster: z.string(), person: z.string().nullish(), newPerson: newPerson.nullish(), organisation: z.string().nullish(), newOrganisation: newOrganisation.nullish(),
    kind: z.string().nullish(), joined_on: day, left_on: day.nullish(), memo: z.string().nullish(),
  })).mutation(({ ctx, input }) => {
    const { store, read } = ctx.app;
    const who = input.newPerson?.name ?? (input.person ? labelsOf(read, 'person', [input.person])[0]?.label : undefined)
      ?? input.newOrganisation?.name ?? (input.organisation ? labelsOf(read, 'organisation', [input.organisation])[0]?.label : undefined) ?? '';
    const id = write(store, ctx.actor, `회원 가입: ${clusterName(read, input.cluster)} ${who}`, (tx) => {
      const organisation = organisationFor(tx, input.organisation, input.newOrganisation);
      const person = personFor(tx, input.person, input.newPerson, organisation);
      return joinCluster(tx, { ...input, person, organisation });
    });
    return { id };
  }),
  /** The last day of membership, for one or many. */
  end: command.input(z.object({ ids, left_on: day })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회원 탈퇴: ${memberNames(ctx.app.read, input.ids)}`, (tx) => {
      for (const id of input.ids) {
        const values = withPatch<Membership>(tx.read, membership, id, { left_on: input.left_on });
        refuseBeyondEnd(tx.read, values);
        refuseOverlap(tx.read, values, id);
        tx.change(membership, id, { left_on: input.left_on });
      }
    });
  }),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<Membership>>(), was: valuesOf<Partial<Membership>>().optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회원 정보 수정: ${memberNames(ctx.app.read, [input.id])}`, (tx) => {
      tx.change(membership, input.id, input.patch, input.was);
      // After the change, so that a wrong date is refused as a wrong date.
      const values = withPatch<Membership>(tx.read, membership, input.id, {});
      refuseBeyondEnd(tx.read, values);
      refuseOverlap(tx.read, values, input.id);
    });
  }),
  /** For a membership entered by mistake; one who leaves gets a day of leaving. */
  remove: command.input(z.object({ ids })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회원 기록 삭제: ${memberNames(ctx.app.read, input.ids)}`, (tx) => {
      for (const id of input.ids) tx.remove(membership, id);
    });
  }),
  /** What pasted rows would do. Nothing is written; a mutation because a long list does not fit into an address. */
  judge: procedure.input(pasted).mutation(({ ctx, input }) => ctx.app.query(judgeMembersQuery, input)),
  /** Pasted rows join, all in one step. */
  paste: command.input(pasted).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `회원 명단 붙여넣기: ${clusterName(ctx.app.read, input.cluster)} ${input.rows.length}행`, (tx) => pasteMembers(tx, input.cluster, input.date, input.rows, input.chosen))),
});
