/** Changing a survey and its items: what answers already rest on does not move under them. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { survey, surveyItem, surveyScore } from './fields.ts';

export type SurveyValues = Values<typeof survey.fields>;
export type SurveyItemValues = Values<typeof surveyItem.fields>;

const scoresIn = (read: Reader, id: string): number => read.value<number>('SELECT count(*) FROM survey_score WHERE survey = ? AND _del = 0', [id]) ?? 0;

/** A score means what it means on the scale it was asked on: with answers there, the scale stays. @throws Refusal `invalid` */
export const changeSurvey = (tx: Tx, id: string, patch: Partial<SurveyValues>, was?: Partial<SurveyValues>): void => {
  const stored = tx.read.get<{ lowest: number; highest: number }>('SELECT lowest, highest FROM survey WHERE id = ? AND _del = 0', [id]);
  const moved = (['lowest', 'highest'] as const).find((name) => stored && patch[name] !== undefined && patch[name] !== stored[name]);
  const count = moved === undefined ? 0 : scoresIn(tx.read, id);
  if (moved !== undefined && count > 0) {
    const message = `점수가 ${count.toLocaleString('ko-KR')}건 들어 있어 척도를 바꿀 수 없습니다. 척도가 다른 조사는 새 조사로 등록해 주세요.`;
    throw new Refusal('invalid', message, [{ field: moved, value: patch[moved] ?? null, message }]);
  }
  tx.change(survey, id, patch, was);
};

/** The items given, one name each, numbered on from the last one; for a pasted or usual list. */
export const addItems = (tx: Tx, surveyId: string, names: readonly string[]): string[] => {
  const last = tx.read.value<number>('SELECT max(order_no) FROM survey_item WHERE survey = ? AND _del = 0', [surveyId]) ?? 0;
  return names.map((name, at) => tx.create(surveyItem, { survey: surveyId, order_no: last + at + 1, name }));
};

/** Takes an item out with the scores given to it: one step, one undo. */
export const removeItem = (tx: Tx, id: string): void => {
  for (const one of tx.read.column<string>('SELECT id FROM survey_score WHERE survey = (SELECT survey FROM survey_item WHERE id = :id) AND item = :id AND _del = 0 ORDER BY n', { id })) tx.remove(surveyScore, one);
  tx.remove(surveyItem, id);
};

export type SurveyItemLine = { id: string; order_no: number; name: string; note: string | null; scores: number };

/** Items of a survey in their order, each with how many scores it has. */
export const itemsOfSurvey = (read: Reader, id: string): SurveyItemLine[] => read.all<SurveyItemLine>(
  `SELECT t.id, t.order_no, t.name, t.note, (SELECT count(*) FROM survey_score s WHERE s.survey = t.survey AND s.item = t.id AND s._del = 0) AS scores
   FROM survey_item t WHERE t.survey = ? AND t._del = 0 ORDER BY t.order_no, t.n`, [id]);
