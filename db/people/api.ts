import { z } from 'zod';
import { openSelection } from '../device/selection.ts';
import type { Values } from '../kernel/field.ts';
import { findInput, type Found } from '../kernel/find.ts';
import { labelsOf, namedAction } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { createMany } from '../kernel/create-many.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, localCommand, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { organisationNamed } from '../organisations/by-name.ts';
import { personAffiliations } from './affiliation.ts';
import { changePerson } from './change.ts';
import { personRoles } from './choices.ts';
import { affiliation, person } from './fields.ts';
import { findPerson } from './find.ts';
import { personList } from './list.ts';
import { allRelated, personRelations, relatedKinds } from './relations.ts';

export type { AffiliationLine } from './affiliation.ts';
export type { PersonRelations } from './relations.ts';

export type PersonValues = Partial<Values<typeof person.fields>>;
export type AffiliationValues = Partial<Values<typeof affiliation.fields>>;

const roleCodes = personRoles.map((role) => role.code);

/** People: coordinators, experts, and those met at firms and meetings. */
export const peopleApi = router({
  ...recordProcedures(person, { change: changePerson }),
  create: command.input(z.object({ values: valuesOf<PersonValues>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `사람 등록: ${input.values.name ?? ''}`, (tx) => tx.create(person, input.values)) })),
  /** `meaning` says from which day a new 소속 holds, or that the former one was a slip of the pen. */
  change: command.input(z.object({
    id: z.string(), patch: valuesOf<PersonValues>(), was: valuesOf<PersonValues>().optional(),
    meaning: z.object({ from: z.iso.date().optional(), isTypo: z.boolean().optional() }).optional(),
  })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, person, input.id, '수정'), (tx) => changePerson(tx, input.id, input.patch, input.was, input.meaning))),
  /** Rows pasted below the end of the list: one undo step; all of them, or none and the refused cells named. */
  createMany: command.input(z.object({ rows: z.array(z.object({ values: valuesOf<PersonValues>(), organisationName: z.string().max(200).nullable() })).min(1).max(5000) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `사람 ${input.rows.length}건 붙여넣어 등록`, (tx) => createMany(input.rows, ({ values, organisationName }) =>
      tx.create(person, organisationName === null ? values : { ...values, organisation: organisationNamed(tx.read, organisationName, 'organisation_name') })))),
  /** Somebody met just now, from the little that is known; answers what a picker shows. */
  createNamed: command.input(z.object({
    name: z.string().trim().min(1, '성명을 입력해 주세요.').max(60), organisation: z.string().nullish(), position: z.string().nullish(), mobile: z.string().nullish(),
    role: z.enum(roleCodes).nullish(),
  })).mutation(({ ctx, input }): Found => {
    const [body] = input.organisation ? labelsOf(ctx.app.read, 'organisation', [input.organisation]) : [];
    const { role, ...values } = input;
    const id = write(ctx.app.store, ctx.actor, `사람 등록: ${input.name}${body ? ` (${body.label})` : ''}`, (tx) => tx.create(person, { ...values, organisation: values.organisation ?? null, position: values.position ?? null, mobile: values.mobile ?? null, roles: role ?? null }));
    return { id, label: input.name, note: [body?.label, input.position].filter(Boolean).join(' ') };
  }),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(personList, input)),
  /** By name, and where given only those with a role or of an organisation; an empty text answers anybody. */
  find: procedure.input(findInput.extend({ role: z.enum(roleCodes).optional(), organisation: z.string().optional() })).query(({ ctx, input }) => {
    const only = { ...(input.role ? { role: input.role } : {}), ...(input.organisation ? { organisation: input.organisation } : {}) };
    return ctx.app.query(findPerson, { text: input.text, limit: input.limit, only });
  }),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'person', input.ids)),
  relations: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(personRelations, input)),
  /** Keeps all sessions, tasks or meetings of a person as a selection that a list opens. */
  openRelated: localCommand.input(byId.extend({ kind: z.enum(relatedKinds) })).mutation(async ({ ctx, input }) =>
    openSelection(ctx.app.store, await ctx.app.query(allRelated, { ...input, label: `${labelsOf(ctx.app.read, 'person', [input.id])[0]?.label ?? ''} · ${{ session: '상담', task: '애로과제', meeting: '회의' }[input.kind]}` }))),
  affiliationsOf: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(personAffiliations, input)),
  /** Single lines of the history, to mend what was typed wrong. */
  affiliations: router({
    ...recordProcedures(affiliation),
    create: command.input(z.object({ values: valuesOf<AffiliationValues>() })).mutation(({ ctx, input }) =>
      ({ id: write(ctx.app.store, ctx.actor, `소속 이력 등록: ${labelsOf(ctx.app.read, 'person', [input.values.person ?? ''])[0]?.label ?? ''}`, (tx) => tx.create(affiliation, input.values)) })),
  }),
});
