import { z } from 'zod';
import { labelsOf } from '../kernel/label.ts';
import { command } from '../kernel/rpc.ts';
import { labelOf } from '../kernel/field.ts';
import { write } from '../kernel/write.ts';
import { task } from '../tasks/fields.ts';
import { decide } from './decide.ts';
import { decideSmall, smallDecisions } from './decide-small.ts';
import { committeeTask } from './fields.ts';

const won = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().optional();
const words = z.string().max(20_000).nullable().optional();
const day = z.iso.date('날짜를 2026-11-22처럼 입력해 주세요.');

/** Procedures by which tasks are decided; spread into the router of evaluations. */
export const decisionApi = {
  /** One or several tasks of a meeting: one undo step that writes the list and moves the tasks, or nothing. */
  decide: command.input(z.object({
    committee: z.string(), decisions: z.array(z.object({ task: z.string(), decision: z.string(), amount: won, conditions: words, reason: words })).min(1).max(500),
  })).mutation(({ ctx, input }) => {
    const [first] = input.decisions;
    const { read } = ctx.app;
    const kinds = [...new Set(input.decisions.map((one) => one.decision))].map((code) => `${labelOf(committeeTask.fields.decision, code)}${input.decisions.length === 1 ? '' : ` ${input.decisions.filter((one) => one.decision === code).length}건`}`).join(', ');
    const name = input.decisions.length === 1 ? (labelsOf(read, 'task', first ? [first.task] : [])[0]?.label ?? '') : (labelsOf(read, 'committee', [input.committee])[0]?.label ?? '');
    write(ctx.app.store, ctx.actor, `평가 결정 ${kinds}: ${name}`, (tx) => decide(tx, input.committee, input.decisions));
  }),
  /** A small task by the lead coordinator. */
  decideSmall: command.input(z.object({
    task: z.string(), person: z.string(), decision: z.enum(smallDecisions), on: day, opinion: z.string().max(2000), amount: won, conditions: words, solvedSession: z.string().nullable().optional(),
  })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, `수석코디네이터 결정 → ${labelOf(task.fields.status, input.decision)}: ${labelsOf(ctx.app.read, 'task', [input.task])[0]?.label ?? ''}`, (tx) => decideSmall(tx, input));
  }),
};
