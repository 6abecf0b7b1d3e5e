import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { byId, command, procedure, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { changeCluster } from './change.ts';
import { chargeAll, duesQuery, setDues } from './dues.ts';
import { clusterPast } from './fields.ts';
import { mergeClusters } from './merge.ts';
import { selfRelianceQuery } from './self-reliance.ts';
import { storyQuery } from './story.ts';

const named = (read: Reader, id: string): string => labelsOf(read, 'mini_cluster', [id])[0]?.label ?? '';
const won = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const year = z.number().int().min(2004).max(2100);
const cells = z.object({ owed: won.nullable().optional(), paid: won.nullable().optional(), paid_on: z.iso.date().nullable().optional() });
const given = (one: z.infer<typeof cells>): { owed?: number | null; paid?: number | null; paid_on?: string | null } =>
  ({ ...(one.owed === undefined ? {} : { owed: one.owed }), ...(one.paid === undefined ? {} : { paid: one.paid }), ...(one.paid_on === undefined ? {} : { paid_on: one.paid_on }) });

/** What becomes of a mini-cluster: 통합, 해산, 연혁. */
export const lifeProcedures = {
  story: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(storyQuery, input)),
  /** From `on` on the members belong to `into`; the day before is the last of this one. */
  merge: command.input(byId.extend({ into: z.string().min(1), on: z.iso.date() })).mutation(({ ctx, input }) => ({
    moved: write(ctx.app.store, ctx.actor, `미니클러스터 통합: ${named(ctx.app.read, input.id)} → ${named(ctx.app.read, input.into)} ${input.on}`, (tx) => mergeClusters(tx, input.id, input.into, input.on)),
  })),
  /** The day is the last one of the mini-cluster, of its memberships and of its offices. */
  dissolve: command.input(byId.extend({ on: z.iso.date() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `미니클러스터 해산: ${named(ctx.app.read, input.id)} ${input.on}`, (tx) => changeCluster(tx, input.id, { dissolved_on: input.on }));
  }),
  /** A former name entered by mistake. */
  forgetName: command.input(byId).mutation(({ ctx, input }) => { write(ctx.app.store, ctx.actor, '예전 이름 지우기', (tx) => tx.remove(clusterPast, input.id)); }),
};

/** Dues (회비) of a mini-cluster by year, and the share of its costs they carry. */
export const duesApi = router({
  of: procedure.input(byId.extend({ year })).query(({ ctx, input }) => ctx.app.query(duesQuery, input)),
  shares: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(selfRelianceQuery, input)),
  /** Cells of the sheet, typed or pasted: one step to undo. */
  save: command.input(byId.extend({ year, changes: z.array(z.object({ member: z.string().min(1), isOrganisation: z.boolean(), patch: cells, was: cells.optional() })).min(1).max(2000) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회비 입력: ${named(ctx.app.read, input.id)} ${input.year}년 ${input.changes.length}명`, (tx) =>
      setDues(tx, input.id, input.year, input.changes.map(({ member, isOrganisation, patch, was }) => ({ member, isOrganisation, patch: given(patch), was: was === undefined ? undefined : given(was) }))));
  }),
  /** The same amount for every member of the year who has none yet. */
  charge: command.input(byId.extend({ year, owed: won })).mutation(({ ctx, input }) => ({
    charged: write(ctx.app.store, ctx.actor, `회비 부과: ${named(ctx.app.read, input.id)} ${input.year}년`, (tx) => chargeAll(tx, input.id, input.year, input.owed)),
  })),
});
