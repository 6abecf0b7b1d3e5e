import { z } from 'zod';
import type { Application } from '../application.ts';
import { serveFiles } from '../files.ts';
import { openSelection } from '../device/selection.ts';
import { listInput } from '../kernel/list-input.ts';
import { localCommand, procedure, router } from '../kernel/rpc.ts';
import { definitionOf } from './indicator.ts';
import { budgetList } from './budget-list.ts';
import { usualTables } from './layout.ts';
import { memberList } from './member-list.ts';
import { registerCsv } from './register-file.ts';
import { registerList, withParams } from './register-list.ts';
import { lostInCp949, reportCsv } from './report-csv.ts';
import { readParams, reportCode } from './report-input.ts';
import { reportRecords, reports, reportScopes, reportTable, reportYears, type ReportInput } from './reports.ts';
import type { ReportParams, ReportTable } from './table-types.ts';

export type { ScopeOptions } from './scope-labels.ts';
export type { CellKey, Definition, Footnote, ReportCell, ReportCode, ReportColumn, ReportParams, ReportRow, ReportScope, ReportTable, ScopeKind, SheetTable, YearKind } from './table-types.ts';

const wanted = z.object({ report: reportCode, params: z.unknown().transform(readParams) });

/** Sample data says so wherever the table goes: screen, clipboard, file, paper. */
const shownTable = async (app: Application, input: ReportInput): Promise<ReportTable> => {
  const table = await app.query(reportTable, input);
  return app.isDemo ? { ...table, title: `[예시] ${table.title}` } : table;
};

/** The tables the agency answers for, and the records behind each of their numbers. */
export const reportsApi = router({
  /** The reports with the question each answers and the declarations of its indicators. */
  about: procedure.query(() => reports.filter(({ code }) => !code.startsWith('d-')).map(({ code, title, answers, needs, uses, tables = usualTables, indicators }) => ({
    code, title, answers, needs, uses: [...uses], tables: [...tables], indicators: indicators.map(definitionOf),
  }))),
  /** Years in which something is recorded, to start the parameters with; null without tasks. */
  years: procedure.query(({ ctx }) => ctx.app.query(reportYears, null)),
  /** What reports can be narrowed to. */
  scopes: procedure.query(({ ctx }) => ctx.app.query(reportScopes, null)),
  table: procedure.input(wanted).query(({ ctx, input }) => shownTable(ctx.app, input)),
  /** Keeps the records behind a cell as a selection: `/tasks?selection=<id>` and the like show exactly these. */
  open: localCommand.input(wanted.extend({ cell: z.string().max(400) })).mutation(async ({ ctx, input }) =>
    openSelection(ctx.app.store, await ctx.app.query(reportRecords, input))),
  /** Characters a CP949 file of the table would lose. */
  lostInCp949: procedure.input(wanted).query(async ({ ctx, input }) => lostInCp949(await shownTable(ctx.app, input))),
  members: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(memberList, input)),
  /** A block of 과제 관리대장 under the parameters of the report. */
  register: procedure.input(z.object({ params: z.unknown().transform(readParams), request: listInput })).query(({ ctx, input }) => ctx.app.query(registerList, withParams(input.request, input.params))),
  budgets: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(budgetList, input)),
});

const fileName = (table: ReportTable, { asOf, dataAsOf }: ReportParams): string => {
  const plainDay = (day: string): string => day.split('-').map(Number).join('-');
  return `${table.title} (${plainDay(asOf)}${dataAsOf === null ? '' : `, ${plainDay(dataAsOf)} 당시 자료`}).csv`;
};

/** `/files/report/<code>?asOf=&fromYear=&toYear=&yearKind=&scope.office=&dataAsOf=&encoding=utf-8|cp949`. */
serveFiles('report', async (app, id, given) => {
  const [report, params] = [reportCode.parse(id), readParams(Object.fromEntries(given))];
  const table = await shownTable(app, { report, params });
  const encoding = given.get('encoding') === 'cp949' ? 'cp949' : 'utf-8';
  return { name: fileName(table, params), type: `text/csv; charset=${encoding === 'cp949' ? 'euc-kr' : 'utf-8'}`, body: reportCsv(table, encoding) };
});

/** `/files/register/<utf-8|cp949>?asOf=…` as `/files/report`: 과제 관리대장, every task a line, handed out while it is written. */
serveFiles('register', async (app, encoding, given) => {
  const params = readParams(Object.fromEntries(given));
  const table = await shownTable(app, { report: 't5', params });
  const isOld = encoding === 'cp949';
  return { name: fileName(table, params), type: `text/csv; charset=${isOld ? 'euc-kr' : 'utf-8'}`, body: registerCsv(app, table, params, isOld ? 'cp949' : 'utf-8') };
});
