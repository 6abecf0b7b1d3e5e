import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, procedure, router } from '../kernel/rpc.ts';
import { organisation, site } from './fields.ts';
import { findOrganisation } from './find.ts';
import { organisationList } from './list.ts';
import { organisationRelations } from './relations.ts';

/** Firms and other organisations, with their sites and everything that hangs on them. */
export const organisationsApi = router({
  ...recordProcedures(organisation),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(organisationList, input)),
  find: procedure.input(z.object({ text: z.string().max(200), limit: z.number().int().max(50).optional() })).query(({ ctx, input }) =>
    ctx.app.query(findOrganisation, { text: input.text, ...(input.limit === undefined ? {} : { limit: input.limit }) })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'organisation', input.ids)),
  relations: procedure.input(byId).query(({ ctx, input }) => organisationRelations(ctx.app.read, input.id)),
  sites: router(recordProcedures(site)),
});
