import { z } from 'zod';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { dayOf, write } from '../kernel/write.ts';
import { costKinds } from '../reference/choices/meeting.ts';
import { addCostRule, allCostRulesOn, checkCostRule, type CostRuleValues } from './cost-rules.ts';
import { addCost, changeCost, costCheckQuery, removeCost, type CostValues } from './costs.ts';
import { costRule, meetingCost } from './fields.ts';

const lines = recordProcedures(meetingCost);
const rules = recordProcedures(costRule, { afterChange: (tx, id) => checkCostRule(tx.read, id) });
const itemName = (code: string | null | undefined): string => costKinds.find((one) => one.code === code)?.ko ?? '';

/** The office's own rules over the shipped examples. */
const rulesApi = router({
  get: rules.get,
  history: rules.history,
  /** Every rule of a day (today unless given), those switched off too. */
  on: procedure.input(z.object({ day: z.iso.date().optional() })).query(({ ctx, input }) => allCostRulesOn(ctx.app.read, input.day ?? dayOf(ctx.app.store.now()))),
  create: command.input(z.object({ values: valuesOf<Partial<CostRuleValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `정산 규칙 등록: ${input.values.name ?? ''}`, (tx) => addCostRule(tx, input.values)) })),
  change: rules.change,
  /** Takes the office's rule away; the shipped one holds again. */
  remove: rules.remove,
});

/** What a meeting cost, and whether it may. */
export const costsApi = router({
  history: lines.history,
  /** Cost lines with what the rules of the day say to them. */
  check: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(costCheckQuery, input)),
  add: command.input(z.object({ meeting: z.string(), values: valuesOf<Partial<CostValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `회의 비용 추가: ${itemName(input.values.item)}`, (tx) => addCost(tx, input.meeting, input.values)) })),
  change: command.input(z.object({ id: z.string(), patch: valuesOf<Partial<CostValues>>(), was: valuesOf<Partial<CostValues>>().optional() })).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, '회의 비용 수정', (tx) => changeCost(tx, input.id, input.patch, input.was));
  }),
  remove: command.input(byId).mutation(({ ctx, input }) => {
    write(ctx.app.store, ctx.actor, '회의 비용 삭제', (tx) => removeCost(tx, input.id));
  }),
  rules: rulesApi,
});
