import { z } from 'zod';
import type { Values } from '../kernel/field.ts';
import { findInput } from '../kernel/find.ts';
import { labelsOf } from '../kernel/label.ts';
import { listInput } from '../kernel/list-input.ts';
import { recordProcedures } from '../kernel/record-api.ts';
import { byId, command, procedure, router, valuesOf } from '../kernel/rpc.ts';
import { write } from '../kernel/write.ts';
import type { Reader } from '../kernel/reader.ts';
import { survey, surveyItem, surveyResponse } from './fields.ts';
import { findSurvey, responseList, surveyList } from './list.ts';
import { addSheet, addSheets, changeSheet, removeSheet, sheetsOf, type SheetCells } from './sheets.ts';
import { addItems, changeSurvey, itemsOfSurvey, removeItem, type SurveyItemValues } from './write-surveys.ts';

export type { ShownSheet } from './sheets.ts';
export type { SurveyItemLine, SurveyValues } from './write-surveys.ts';

const generic = recordProcedures(survey, { change: changeSurvey });
const itemGeneric = recordProcedures(surveyItem);
const responseGeneric = recordProcedures(surveyResponse);
const nameOf = (read: Reader, id: string): string => labelsOf(read, 'survey', [id])[0]?.label ?? '';
const surveyOf = (read: Reader, response: string): string => nameOf(read, read.value<string>('SELECT survey FROM survey_response WHERE id = ?', [response]) ?? '');
const itemName = (read: Reader, id: string): string => read.value<string>('SELECT name FROM survey_item WHERE id = ?', [id]) ?? '';

/** Most sheets typed into at once; the rest are in the list of responses. */
const mostSheets = 200;

const itemsApi = router({
  of: procedure.input(byId).query(({ ctx, input }) => itemsOfSurvey(ctx.app.read, input.id)),
  create: command.input(z.object({ values: valuesOf<Partial<SurveyItemValues>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `문항 등록: ${input.values.name ?? ''}`, (tx) => tx.create(surveyItem, input.values)) })),
  createMany: command.input(z.object({ survey: z.string().min(1), names: z.array(z.string().trim().min(1).max(300)).min(1).max(100) })).mutation(({ ctx, input }) =>
    ({ ids: write(ctx.app.store, ctx.actor, `문항 ${input.names.length}개 등록: ${nameOf(ctx.app.read, input.survey)}`, (tx) => addItems(tx, input.survey, input.names)) })),
  change: itemGeneric.change,
  history: itemGeneric.history,
  remove: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `문항 삭제: ${itemName(ctx.app.read, input.id)}`, (tx) => removeItem(tx, input.id))),
});

const sheetsApi = router({
  /** The newest sheets with their scores, to be typed on; `total` counts all. */
  of: procedure.input(byId).query(({ ctx, input }) => ({
    sheets: sheetsOf(ctx.app.read, input.id, mostSheets),
    total: ctx.app.read.value<number>('SELECT count(*) FROM survey_response WHERE survey = ? AND _del = 0', [input.id]) ?? 0,
  })),
  add: command.input(z.object({ survey: z.string().min(1), cells: valuesOf<SheetCells>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `응답 등록: ${nameOf(ctx.app.read, input.survey)}`, (tx) => addSheet(tx, input.survey, input.cells)) })),
  addMany: command.input(z.object({ survey: z.string().min(1), rows: z.array(valuesOf<SheetCells>()).min(1).max(5000) })).mutation(({ ctx, input }) =>
    ({ ids: write(ctx.app.store, ctx.actor, `응답 ${input.rows.length}건 등록: ${nameOf(ctx.app.read, input.survey)}`, (tx) => addSheets(tx, input.survey, input.rows)) })),
  change: command.input(z.object({ id: z.string().min(1), patch: valuesOf<SheetCells>(), was: valuesOf<SheetCells>().optional() })).mutation(({ ctx, input }) =>
    write(ctx.app.store, ctx.actor, `응답 수정: ${surveyOf(ctx.app.read, input.id)}`, (tx) => changeSheet(tx, input.id, input.patch, input.was))),
  remove: command.input(byId).mutation(({ ctx, input }) => write(ctx.app.store, ctx.actor, `응답 삭제: ${surveyOf(ctx.app.read, input.id)}`, (tx) => removeSheet(tx, input.id))),
  history: responseGeneric.history,
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(responseList, input)),
});

/** Satisfaction surveys (만족도 조사), their items and answer sheets. Each command is one undo step. */
export const surveysApi = router({
  get: generic.get,
  history: generic.history,
  change: generic.change,
  changeMany: generic.changeMany,
  remove: generic.remove,
  restore: generic.restore,
  create: command.input(z.object({ values: valuesOf<Partial<Values<typeof survey.fields>>>() })).mutation(({ ctx, input }) =>
    ({ id: write(ctx.app.store, ctx.actor, `만족도 조사 등록: ${input.values.name ?? ''}`, (tx) => tx.create(survey, input.values)) })),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.app.query(surveyList, input)),
  find: procedure.input(findInput).query(({ ctx, input }) => ctx.app.query(findSurvey, input)),
  labels: procedure.input(z.object({ ids: z.array(z.string()).max(500) })).query(({ ctx, input }) => labelsOf(ctx.app.read, 'survey', input.ids)),
  items: itemsApi,
  sheets: sheetsApi,
});
