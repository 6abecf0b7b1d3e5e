import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { command, router } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import { stepAside, stepBack } from './recuse.ts';
import { putOpinion, putScores } from './scores.ts';

const one = z.object({ committee: z.string(), task: z.string(), person: z.string() });
const long = z.string().max(20_000).nullable();
const said = (read: Reader, input: z.infer<typeof one>): string => `${labelsOf(read, 'task', [input.task])[0]?.label ?? ''} · ${labelsOf(read, 'person', [input.person])[0]?.label ?? ''}`;

/** What evaluators say of the tasks before them. */
export const scoresApi = router({
  /** One score or a pasted block: one undo step; all of them, or none and each refused cell named `<task>.<person>`. */
  put: command.input(z.object({
    committee: z.string(), cells: z.array(z.object({ task: z.string(), person: z.string(), score: z.string().max(20).nullable(), was: z.string().nullable().optional() })).min(1).max(5000),
  })).mutation(({ ctx, input }) => {
    const [first] = input.cells;
    const what = input.cells.length === 1 && first ? `${said(ctx.app.read, { ...first, committee: input.committee })} ${first.score ?? '지움'}` : `${input.cells.length}칸 (${labelsOf(ctx.app.read, 'committee', [input.committee])[0]?.label ?? ''})`;
    write(ctx.app.store, ctx.actor, `평가 점수: ${what}`, (tx) => putScores(tx, input.committee, input.cells));
  }),
  opinion: command.input(one.extend({ opinion: long, was: long.optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `평가 의견: ${said(ctx.app.read, input)}`, (tx) => putOpinion(tx, input.committee, input.task, input.person, input.opinion, input.was));
  }),
  /** 회피: an evaluator steps aside. */
  recuse: command.input(one.extend({ reason: z.string().trim().min(1, '회피 사유를 적어 주세요.').max(300) })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회피: ${said(ctx.app.read, input)}`, (tx) => stepAside(tx, input.committee, input.task, input.person, input.reason));
  }),
  /** Takes a recusal back, unless there is a conflict of interest. */
  unrecuse: command.input(one).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `회피 풀기: ${said(ctx.app.read, input)}`, (tx) => stepBack(tx, input.committee, input.task, input.person));
  }),
});
