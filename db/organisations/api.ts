import { z } from 'zod';
import type { Values } from '../kernel/field.ts';
import { findInput } from '../kernel/find.ts';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { createMany } from '../kernel/create-many.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { checkOrganisation } from './check.ts';
import { organisation, site } from './fields.ts';
import { findOrganisation } from './find.ts';
import { organisationList } from './list.ts';
import { peopleOf } from './people-of.ts';
import { organisationRelations } from './relations.ts';

export type { Warning } from './check.ts';
export type { OrganisationRelations } from './relations.ts';
export type { PersonOf } from './people-of.ts';

export type OrganisationValues = Partial<Values<typeof organisation.fields>>;
export type SiteValues = Partial<Values<typeof site.fields>>;

/** Firms and other organisations, with their sites and everything that hangs on them. */
export const organisationsApi = router({
  ...recordProcedures(organisation),
  create: command.input(z.object({ values: valuesOf<OrganisationValues>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `기업·기관 등록: ${input.values.name ?? ''}`, (tx) => tx.create(organisation, input.values)) })),
  /** Rows pasted below the end of the list: one undo step; all of them, or none and the refused cells named. */
  createMany: command.input(z.object({ rows: z.array(valuesOf<OrganisationValues>()).min(1).max(5000) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `기업·기관 ${input.rows.length}건 붙여넣어 등록`, (tx) => createMany(input.rows, (values) => tx.create(organisation, values)))),
  /** What deserves a look before saving; empty when nothing does. Saving is possible either way. */
  check: procedure.input(z.object({ values: valuesOf<OrganisationValues>(), id: z.string().optional() })).query(({ ctx, input }) => checkOrganisation(ctx.app.read, input.values, input.id)),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(organisationList, input)),
  find: procedure.input(findInput).query(({ ctx, input }) => ctx.app.query(findOrganisation, input)),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'organisation', input.ids)),
  relations: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(organisationRelations, input)),
  peopleOf: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(peopleOf, input)),
  sites: router({
    ...recordProcedures(site),
    create: command.input(z.object({ values: valuesOf<SiteValues>() })).mutation(({ ctx, input }) =>
      ({ id: write(ctx.app.store, ctx.actor, `사업장 등록: ${input.values.name ?? ''}`, (tx) => tx.create(site, input.values)) })),
  }),
});
