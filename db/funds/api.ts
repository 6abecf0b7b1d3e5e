import { z } from 'zod';
import type { Application } from '../application.ts';
import { openSelection } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import { serveFiles } from '../files.ts';
import { formatNumber } from '../korean/parse-number.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, localCommand, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { lastAction } from '../kernel/undo.ts';
import { dayOf, write } from '../kernel/write.ts';
import { lostInCp949, reportCsv } from '../reports/report-csv.ts';
import type { SheetTable } from '../reports/table-types.ts';
import { costItemLabel } from '../reference/cost-items.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { executionRecords, executionTable, executionTasks } from './execution.ts';
import { executionSheet } from './execution-sheet.ts';
import { payment, spending } from './fields.ts';
import { taskMoneyQuery } from './task-money.ts';
import { changeMoney, changePayment, changeSpending, createPayment, createSpending, moneyName, removePayment, removeSpending, setOfficeBudget, setTaskBudget, taskTitle, type MoneyValues, type PaymentValues, type SpendingValues } from './write-funds.ts';

export type { ExecutionMeasure, ExecutionPlace, ExecutionRecord, ExecutionRow, ExecutionTable } from './execution.ts';
export type { FundNotice } from './notices.ts';
export type { ShareCheck } from './share-hint.ts';
export type { FundLine, ItemLine, PaymentLine, Settlement, SpendingLine, TaskFundsRow, TaskMoney } from './task-money.ts';
export type { MoneyValues } from './write-funds.ts';

const won = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const text = z.string().min(1).max(200);
const program_year = z.number().int().min(1).max(99);
const place = z.object({ measure: z.enum(['budget', 'granted', 'paid', 'spent']), at: z.object({ office: z.string().optional(), support_type: z.string().optional(), program_year: z.number().int().optional() }) });
const changeOf = <V>() => z.object({ id: z.string(), patch: valuesOf<Partial<V>>(), was: valuesOf<Partial<V>>().optional() });
const sum = (amount: number | null): string => (amount === null ? '지움' : `${formatNumber(amount)}원`);

const generic = { payment: recordProcedures(payment), spending: recordProcedures(spending) };

const sheetOf = z.object({ year: z.number().int().nullable(), unit: z.enum(['원', '천원', '백만원']) });

/** Sample data says so wherever the table goes. */
const shownSheet = async (app: Application, { year, unit }: z.infer<typeof sheetOf>): Promise<SheetTable> => {
  const sheet = executionSheet(await app.query(executionTable, { year }), unit, dayOf(app.store.now()));
  return app.isDemo ? { ...sheet, title: `[예시] ${sheet.title}` } : sheet;
};

/** 교부: money paid out to a task. */
const paymentsApi = router({
  get: generic.payment.get,
  history: generic.payment.history,
  create: command.input(z.object({ task: z.string(), values: valuesOf<Partial<PaymentValues>>() })).mutation(({ ctx, input: { task, values } }) => ({
    id: write(ctx.app.store, ctx.actor, `교부 등록: ${taskTitle(ctx.app.read, task)} ${values.paid_on ?? ''} ${sum(values.amount ?? 0)}`, (tx) => createPayment(tx, { ...values, task })), action: lastAction(ctx.app.store) })),
  change: command.input(changeOf<PaymentValues>()).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `교부 수정: ${moneyName(ctx.app.read, 'payment', input.id)}`, (tx) => changePayment(tx, input.id, input.patch, input.was))),
  remove: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `교부 삭제: ${moneyName(ctx.app.read, 'payment', input.id)}`, (tx) => removePayment(tx, input.id))),
});

/** 집행: money a task has spent. */
const spendingApi = router({
  get: generic.spending.get,
  history: generic.spending.history,
  create: command.input(z.object({ task: z.string(), values: valuesOf<Partial<SpendingValues>>() })).mutation(({ ctx, input: { task, values } }) => ({
    id: write(ctx.app.store, ctx.actor, `집행 등록: ${taskTitle(ctx.app.read, task)} ${costItemLabel(values.item ?? '')} ${sum(values.amount ?? 0)}`, (tx) => createSpending(tx, { ...values, task })), action: lastAction(ctx.app.store) })),
  change: command.input(changeOf<SpendingValues>()).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `집행 수정: ${moneyName(ctx.app.read, 'spending', input.id)}`, (tx) => changeSpending(tx, input.id, input.patch, input.was))),
  remove: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `집행 삭제: ${moneyName(ctx.app.read, 'spending', input.id)}`, (tx) => removeSpending(tx, input.id))),
});

/** Money of tasks and offices: split, budget by item, payments, spending, settlement, execution. Each command is one undo step. */
export const fundsApi = router({
  ofTask: procedure.input(byId).query(({ ctx, input }) => ctx.app.query(taskMoneyQuery, input)),
  /** Split and settlement, which stand in the task itself. */
  change: command.input(changeOf<MoneyValues>()).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `사업비 수정: ${taskTitle(ctx.app.read, input.id)}`, (tx) => changeMoney(tx, input.id, input.patch, input.was))),
  payments: paymentsApi,
  spending: spendingApi,
  /** Budgets of cost items; null takes one out. */
  setBudgets: command.input(z.object({ task: z.string(), budgets: z.array(z.object({ item: z.string().min(1).max(60), amount: won.nullable() })).min(1).max(60) })).mutation(({ ctx, input: { task, budgets } }) => {
    const [only] = budgets;
    const what = budgets.length === 1 && only ? `${costItemLabel(only.item)} ${sum(only.amount)}` : `비목 ${budgets.length}개`;
    write(ctx.app.store, ctx.actor, `비목 예산: ${taskTitle(ctx.app.read, task)} ${what}`, (tx) => { for (const { item, amount } of budgets) setTaskBudget(tx, task, item, amount); });
  }),
  setOfficeBudget: command.input(z.object({ office: text, support_type: text, program_year, amount: won.nullable(), memo: z.string().max(20_000).nullable().optional() })).mutation(({ ctx, input: { amount, memo, ...key } }) =>
    write(ctx.app.store, ctx.actor, `지사 예산: ${key.office} ${supportTypeLabel(key.support_type)} ${key.program_year}차 ${sum(amount)}`, (tx) => setOfficeBudget(tx, key, amount, memo))),
  execution: procedure.input(z.object({ year: z.number().int().nullable() })).query(({ ctx, input }) => ctx.app.query(executionTable, input)),
  /** The table as it is copied. */
  executionSheet: procedure.input(sheetOf).query(({ ctx, input }) => shownSheet(ctx.app, input)),
  /** Characters a CP949 file of the table would lose. */
  executionLost: procedure.input(sheetOf).query(async ({ ctx, input }) => lostInCp949(await shownSheet(ctx.app, input))),
  executionRecords: procedure.input(place).query(({ ctx, input }) => ctx.app.query(executionRecords, input)),
  /** Keeps the tasks behind a number as a selection: `/tasks?selection=<id>`. */
  openTasks: localCommand.input(place.extend({ label: z.string().max(200) })).mutation(async ({ ctx, input }) =>
    openSelection(ctx.app.store, await ctx.app.query(executionTasks, input))),
});

/** `/files/execution/<차년도|all>?unit=백만원&encoding=utf-8|cp949`. */
serveFiles('execution', async (app, id, given) => {
  const asked = sheetOf.safeParse({ year: id === 'all' ? null : Number(id), unit: given.get('unit') ?? '원' });
  if (!asked.success) throw new Refusal('not-found', '없는 표입니다. 예산·집행 화면에서 차년도를 골라 주세요.');
  const sheet = await shownSheet(app, asked.data);
  const encoding = given.get('encoding') === 'cp949' ? 'cp949' : 'utf-8';
  return { name: `${sheet.title}.csv`, type: `text/csv; charset=${encoding === 'cp949' ? 'euc-kr' : 'utf-8'}`, body: reportCsv(sheet, encoding) };
});
