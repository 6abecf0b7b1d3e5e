import { z } from 'zod';
import { taskStates } from '../reference/choices/task.ts';
import { procedure, router } from '../kernel/rpc.ts';
import { boardQuery } from './board.ts';
import { lacksQuery } from './lacks.ts';
import { scopeInput, scopeOptions } from './scope.ts';
import { timelineQuery } from './timeline.ts';
import { workloadQuery } from './workload.ts';

export type { Board, BoardCard, Lack, Scope, ScopeOptions, Timeline, TimelineGroup, TimelineMark, TimelineRow, Workload, WorkloadLine } from './work-types.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '날짜를 2026-11-22처럼 입력해 주세요.');
const state = z.enum(taskStates.map((one) => one.code));

/** Tasks as work to be done: board, timeline, workload. */
export const workApi = router({
  options: procedure.query(({ ctx }) => ctx.app.query(scopeOptions, null)),
  board: procedure.input(scopeInput.extend({ columns: z.array(z.object({ state, limit: z.number().int().min(0).max(1000) })).max(taskStates.length) })).query(({ ctx, input }) =>
    ctx.app.query(boardQuery, input)),
  lacks: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => ctx.app.query(lacksQuery, input)),
  timeline: procedure.input(scopeInput.extend({ from: day, to: day, group: z.enum(['coordinator', 'cluster']), limit: z.number().int().min(1).max(5000) })).query(({ ctx, input }) =>
    ctx.app.query(timelineQuery, input)),
  workload: procedure.input(scopeInput).query(({ ctx, input }) => ctx.app.query(workloadQuery, input)),
});
