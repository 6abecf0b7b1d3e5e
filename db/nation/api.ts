import { z } from 'zod';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { command, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { complexGroups } from './choices.ts';
import { nationalIndicator } from './fields.ts';
import { nationYears, putNationYears } from './figures.ts';
import { nationList } from './list.ts';

export type { NationChange, NationFigure, NationPlace, NationYear } from './figures.ts';

const generic = recordProcedures(nationalIndicator);
const place = z.object({ complex_group: z.string().min(1), industry_group: z.string().min(1).nullable(), quarter: z.number().int().min(1).max(4).nullable() });
const change = z.object({
  year: z.number().int(), source: z.string().max(300).nullable().optional(),
  values: z.record(z.string(), z.object({ value: z.string().max(40).nullable(), unit: z.string().max(20).optional() })),
});
const groupName = (code: string): string => complexGroups.find((one) => one.code === code)?.ko ?? code;

/** National figures (전국 지표), as published and with their source. */
export const nationApi = router({
  get: generic.get,
  history: generic.history,
  change: generic.change,
  changeMany: generic.changeMany,
  remove: generic.remove,
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(nationList, input)),
  years: procedure.input(place).query(({ ctx, input }) => nationYears(ctx.app.read, input)),
  /** Writes years of one sheet as one undo step. */
  save: command.input(z.object({ place, changes: z.array(change).min(1).max(200) })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `전국 지표: ${groupName(input.place.complex_group)} ${[...new Set(input.changes.map((one) => one.year))].join(', ')}년`, (tx) => putNationYears(tx, input.place, input.changes))),
});
