import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { labelsOf, namedAction } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { complexes, economicRegions } from '../reference/complexes.ts';
import { changeCluster, type Cluster } from './change.ts';
import { miniCluster } from './fields.ts';
import { findCluster } from './find.ts';
import { hubCode } from './hub-sql.ts';
import { duesApi, lifeProcedures } from './life-api.ts';
import { clusterList } from './list.ts';
import { membersApi } from './members-api.ts';
import { officersApi } from './officers-api.ts';
import { clusterRelationsQuery } from './queries.ts';

/** Mini-clusters with their members and officers. */
export const clustersApi = router({
  ...recordProcedures(miniCluster, { change: changeCluster }),
  ...lifeProcedures,
  /** `meaning` says from which day a new name holds, or that the former one was a slip of the pen. */
  change: command.input(z.object({
    id: z.string(), patch: valuesOf<Partial<Cluster>>(), was: valuesOf<Partial<Cluster>>().optional(), meaning: z.object({ from: z.iso.date().optional(), isTypo: z.boolean().optional() }).optional(),
  })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, namedAction(ctx.app.read, miniCluster, input.id, '수정'), (tx) => changeCluster(tx, input.id, input.patch, input.was, input.meaning));
  }),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(clusterList, input)),
  find: procedure.input(z.object({ text: z.string().max(200), limit: z.number().int().max(50).optional() })).query(({ ctx, input }) =>
    ctx.app.query(findCluster, { text: input.text, ...(input.limit === undefined ? {} : { limit: input.limit }) })),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'mini_cluster', input.ids)),
  /** Hub complexes to choose from, with their regions. */
  hubs: procedure.query(() => complexes.map(({ code, ko, region }) => ({ code, ko, region: economicRegions.find((one) => one.code === region)?.ko ?? null }))),
  relations: procedure.input(byId.extend({ date: z.iso.date() })).query(({ ctx, input }) => ctx.app.query(clusterRelationsQuery, input)),
  create: command.input(z.object({ values: valuesOf<Partial<Cluster>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `미니클러스터 등록: ${input.values.name ?? ''}`, (tx) => tx.create(miniCluster, input.values.hub ? { ...input.values, hub: hubCode(input.values.hub) } : input.values)) })),
  /** Only one that nothing hangs on: others end with 해산일. */
  remove: command.input(byId).mutation(({ ctx, input }) => {
    const { read } = ctx.app;
    const users = [
      ['회원', 'SELECT count(*) FROM membership WHERE cluster = ? AND _del = 0'],
      ['회의', 'SELECT count(*) FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting WHERE k.cluster = ? AND k._del = 0 AND g._del = 0'],
      ['과제', 'SELECT count(*) FROM task WHERE cluster = ? AND _del = 0'],
    ].flatMap(([word, sql]) => {
      const count = read.value<number>(sql ?? '', [input.id]) ?? 0;
      return count > 0 ? [`${word} ${count}건`] : [];
    });
    if (users.length > 0) throw new Refusal('conflict', `${users.join(', ')}이 있어 삭제하지 않았습니다. 활동이 끝났으면 해산일을 입력해 주세요.`, [{ field: 'dissolved_on', message: '해산일을 입력하면 그 뒤의 집계에서 빠집니다.' }]);
    write(ctx.app.store, ctx.actor, `미니클러스터 삭제: ${labelsOf(read, 'mini_cluster', [input.id])[0]?.label ?? ''}`, (tx) => tx.remove(miniCluster, input.id));
  }),
  members: membersApi,
  officers: officersApi,
  dues: duesApi,
});

export type { DuesChange, DuesLine, DuesSheet } from './dues.ts';
export type { YearShare } from './self-reliance.ts';
export type { StoryLine } from './story.ts';
export type { MemberOn, MemberCounts } from './members-on.ts';
export type { ClusterRelations, MemberLine, OfficerLine } from './relations.ts';
export type { PastedMember } from './paste-members.ts';
export type { PastedRow } from './pasted.ts';
