import { z } from 'zod';
import type { Values } from '../kernel/field.ts';
import { findInput } from '../kernel/find.ts';
import { labelsOf, namedAction } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { createMany } from '../kernel/create-many.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import type { Reader } from '../kernel/reader.ts';
import { write } from '../kernel/write.ts';
import { changeOrganisation, createOrganisation } from './change.ts';
import { checkOrganisation } from './check.ts';
import { checkSite } from './check-site.ts';
import { employeesOn } from './employees-on.ts';
import { organisation, organisationPast, site, sizeClass } from './fields.ts';
import { organisationFigures, saveFigures, type FiguresChange } from './figures.ts';
import { findOrganisation } from './find.ts';
import { organisationList } from './list.ts';
import { peopleOf } from './people-of.ts';
import { organisationProfile } from './profile.ts';
import { organisationRelations } from './relations.ts';
import { sizeClassOn } from './size-class.ts';
import { standingOn } from './standing.ts';

export type { Figures, FiguresChange } from './figures.ts';
export type { OrganisationProfile } from './profile.ts';
export type { OrganisationStanding } from './standing.ts';
export type { Warning } from './check.ts';
export type { OrganisationRelations } from './relations.ts';
export type { PersonOf } from './people-of.ts';

export type OrganisationValues = Partial<Values<typeof organisation.fields>>;
export type SiteValues = Partial<Values<typeof site.fields>>;
export type SizeClassValues = Partial<Values<typeof sizeClass.fields>>;
export type OrganisationPastValues = Partial<Values<typeof organisationPast.fields>>;

const day = z.iso.date();
const figureChanges = z.array(z.object({ year: z.number().int(), values: valuesOf<FiguresChange['values']>(), was: valuesOf<NonNullable<FiguresChange['was']>>().optional() })).min(1).max(200);
const nameOf = (read: Reader, id: string): string => labelsOf(read, 'organisation', [id])[0]?.label ?? '';

/** Firms and other organisations, with their sites and everything that hangs on them. */
export const organisationsApi = router({
  ...recordProcedures(organisation, { change: changeOrganisation }),
  create: command.input(z.object({ values: valuesOf<OrganisationValues>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `기업·기관 등록: ${input.values.name ?? ''}`, (tx) => createOrganisation(tx, input.values)) })),
  /** `meaning` says from which day a new name or address holds, or that the former one was a slip of the pen. */
  change: command.input(z.object({
    id: z.string(), patch: valuesOf<OrganisationValues>(), was: valuesOf<OrganisationValues>().optional(),
    meaning: z.object({ from: day.optional(), isTypo: z.boolean().optional() }).optional(),
  })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, organisation, input.id, '수정'), (tx) => changeOrganisation(tx, input.id, input.patch, input.was, input.meaning))),
  /** Rows pasted below the end of the list: one undo step; all of them, or none and the refused cells named. */
  createMany: command.input(z.object({ rows: z.array(valuesOf<OrganisationValues>()).min(1).max(5000) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `기업·기관 ${input.rows.length}건 붙여넣어 등록`, (tx) => createMany(input.rows, (values) => createOrganisation(tx, values)))),
  /** What deserves a look before saving; empty when nothing does. Saving is possible either way. */
  check: procedure.input(z.object({ values: valuesOf<OrganisationValues>(), id: z.string().optional() })).query(({ ctx, input }) => checkOrganisation(ctx.app.read, input.values, input.id)),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(organisationList, input)),
  find: procedure.input(findInput).query(({ ctx, input }) => ctx.app.query(findOrganisation, input)),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'organisation', input.ids)),
  relations: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(organisationRelations, input)),
  peopleOf: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(peopleOf, input)),
  profile: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(organisationProfile, input)),
  /** What stands against choosing a body on a day (today when none is known); null when nothing does. */
  standing: procedure.input(z.object({ id: z.string(), day: day.nullish() })).query(({ ctx, input }) => standingOn(ctx.app.read, input.id, input.day ?? null)),
  /** Employees and legal size of a day, as a decision freezes them. */
  sizeOn: procedure.input(z.object({ id: z.string(), day })).query(({ ctx, input }) =>
    ({ employees: employeesOn(ctx.app.read, input.id, input.day), sizeClass: sizeClassOn(ctx.app.read, input.id, input.day) })),
  figures: router({
    of: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(organisationFigures, input)),
    /** Cells of the sheet, one step to undo; the newest year becomes the firm's own figures. */
    save: command.input(z.object({ id: z.string(), changes: figureChanges })).mutation(({ ctx, input }) =>
      write(ctx.app.store, ctx.actor, `연도별 현황: ${nameOf(ctx.app.read, input.id)}`, (tx) => saveFigures(tx, input.id, input.changes))),
  }),
  sizes: router({
    ...recordProcedures(sizeClass),
    create: command.input(z.object({ values: valuesOf<SizeClassValues>() })).mutation(({ ctx, input }) =>
      ({ id: write(ctx.app.store, ctx.actor, `기업 규모 등록: ${nameOf(ctx.app.read, input.values.organisation ?? '')}`, (tx) => tx.create(sizeClass, input.values)) })),
  }),
  pasts: router(recordProcedures(organisationPast)),
  sites: router({
    ...recordProcedures(site),
    /** What deserves a look at a factory number. */
    check: procedure.input(z.object({ values: valuesOf<SiteValues>(), id: z.string().optional() })).query(({ ctx, input }) => checkSite(ctx.app.read, input.values, input.id)),
    create: command.input(z.object({ values: valuesOf<SiteValues>() })).mutation(({ ctx, input }) =>
      ({ id: write(ctx.app.store, ctx.actor, `사업장 등록: ${input.values.name ?? ''}`, (tx) => tx.create(site, input.values)) })),
  }),
});
