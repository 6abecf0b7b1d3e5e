/** Answer sheets (응답지): a response with the scores of its items, added, corrected and taken out as one line. */
import { Refusal } from '../errors.ts';
import { createMany } from '../kernel/create-many.ts';
import type { Cell, Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { surveyResponse, surveyScore } from './fields.ts';

/** Cells of a line: fields of the response by their names, scores by the id of their item. */
export type SheetCells = Readonly<Record<string, Cell>>;

export type ShownSheet = { id: string; organisation_name: string | null } & Readonly<Record<string, Cell>>;

type SurveyScale = { id: string; lowest: number; highest: number };

const responseFields = new Set(Object.keys(surveyResponse.fields));
const ownFields = [...responseFields].filter((name) => name !== 'survey');

/** @throws Refusal `not-found` */
export const scaleOf = (read: Reader, survey: string): SurveyScale => {
  const found = read.get<SurveyScale>('SELECT id, lowest, highest FROM survey WHERE id = ? AND _del = 0', [survey]);
  if (!found) throw new Refusal('not-found', '만족도 조사를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return found;
};

const itemsOf = (read: Reader, survey: string): Map<string, string> =>
  new Map(read.all<{ id: string; name: string }>('SELECT id, name FROM survey_item WHERE survey = ? AND _del = 0', [survey]).map(({ id, name }) => [id, name]));

const split = (cells: SheetCells): { own: Record<string, Cell>; scores: Record<string, Cell> } => ({
  own: Object.fromEntries(Object.entries(cells).filter(([name]) => responseFields.has(name) && name !== 'survey')),
  scores: Object.fromEntries(Object.entries(cells).filter(([name]) => !responseFields.has(name))),
});

/** A refused score is said of its item, which is the column it was typed into. */
const putScore = (tx: Tx, scale: SurveyScale, items: ReadonlyMap<string, string>, response: string, item: string, score: Cell): void => {
  const name = items.get(item);
  if (name === undefined) throw new Refusal('not-found', '문항을 찾을 수 없습니다. 그사이 지워졌을 수 있으니 화면을 새로 고쳐 주세요.', [{ field: item, value: score, message: '없는 문항입니다.' }]);
  const id = relationId('survey_score', response, item);
  if (score === null || score === '') {
    if (tx.read.value<number>('SELECT 1 FROM survey_score WHERE id = ? AND _del = 0', [id]) === 1) tx.remove(surveyScore, id);
    return;
  }
  try {
    tx.create(surveyScore, { survey: scale.id, response, item, score: String(score), lowest: scale.lowest, highest: scale.highest }, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = `${name}: ${error.message.replace(/^점수: /, '')}`;
    throw new Refusal(error.code, message, [{ field: item, value: score, message }]);
  }
};

/** Where the task says what the support was and for whom, it need not be typed again. */
const withTask = (read: Reader, own: Record<string, Cell>): Record<string, Cell> => {
  if (typeof own['task'] !== 'string') return own;
  const found = read.get<{ support_type: string | null; lead_org: string | null }>('SELECT support_type, lead_org FROM task WHERE id = ? AND _del = 0', [own['task']]);
  return found ? { ...own, support_type: own['support_type'] ?? found.support_type, organisation: own['organisation'] ?? found.lead_org } : own;
};

/**
 * Adds a sheet with its scores. A sheet without any score says nothing and is refused.
 * @throws Refusal `invalid`, `not-found`; a detail's field is a field of the response or the id of an item
 */
export const addSheet = (tx: Tx, survey: string, cells: SheetCells): string => {
  const scale = scaleOf(tx.read, survey);
  const { own, scores } = split(cells);
  const given = Object.entries(scores).filter(([, score]) => score !== null && score !== '');
  if (given.length === 0) throw new Refusal('invalid', '점수가 하나도 없습니다. 문항에 점수를 적어 주세요.', [{ field: Object.keys(scores)[0] ?? '', value: null, message: '점수가 없습니다.' }]);
  const items = itemsOf(tx.read, survey);
  // Every name has been looked up among the declared fields just above.
  const id = tx.create(surveyResponse, { ...withTask(tx.read, own), survey } as Partial<Values<typeof surveyResponse.fields>>);
  for (const [item, score] of given) putScore(tx, scale, items, id, item, score);
  return id;
};

/** All sheets or none, every refused cell named. */
export const addSheets = (tx: Tx, survey: string, rows: readonly SheetCells[]): string[] => createMany(rows, (cells) => addSheet(tx, survey, cells));

/** Changes fields and scores of a sheet; `was` holds what its author saw. @throws Refusal `invalid`, `conflict`, `not-found` */
export const changeSheet = (tx: Tx, id: string, cells: SheetCells, was: SheetCells = {}): void => {
  const survey = tx.read.value<string>('SELECT survey FROM survey_response WHERE id = ? AND _del = 0', [id]);
  if (survey === undefined) throw new Refusal('not-found', '응답을 찾을 수 없습니다. 목록을 새로 고친 뒤 다시 시도하세요.');
  const scale = scaleOf(tx.read, survey);
  const { own, scores } = split(cells);
  const items = itemsOf(tx.read, survey);
  const seen = split(was);
  const patch = 'task' in own ? withTask(tx.read, own) : own;
  if (Object.keys(patch).length > 0) tx.change(surveyResponse, id, patch as Partial<Values<typeof surveyResponse.fields>>, seen.own as Partial<Values<typeof surveyResponse.fields>>);
  for (const [item, score] of Object.entries(scores)) {
    const now = tx.read.value<string>('SELECT score FROM survey_score WHERE id = ? AND _del = 0', [relationId('survey_score', id, item)]) ?? null;
    if (item in seen.scores && now !== seen.scores[item] && now !== score) {
      throw new Refusal('conflict', '그사이 다른 곳에서 점수가 바뀌었습니다. 두 값을 보고 골라 주세요.', [{ field: item, value: now, message: `${items.get(item) ?? '점수'}: 지금 저장된 값은 “${now ?? '(빈 값)'}”입니다.` }]);
    }
    putScore(tx, scale, items, id, item, score);
  }
};

/** Takes a sheet out with its scores. */
export const removeSheet = (tx: Tx, id: string): void => {
  for (const one of tx.read.column<string>('SELECT id FROM survey_score WHERE response = ? AND _del = 0 ORDER BY n', [id])) tx.remove(surveyScore, one);
  tx.remove(surveyResponse, id);
};

/** The newest sheets of a survey with their scores by item; newest last, as they were typed. */
export const sheetsOf = (read: Reader, survey: string, limit: number): ShownSheet[] => {
  const rows = read.all<ShownSheet>(
    `SELECT t.id, ${ownFields.map((name) => `t.${name}`).join(', ')}, o.name AS organisation_name FROM (SELECT * FROM survey_response WHERE survey = :survey AND _del = 0 ORDER BY n DESC LIMIT :limit) t
     LEFT JOIN organisation o ON o.id = t.organisation ORDER BY t.n`, { survey, limit });
  const scores = Map.groupBy(read.all<{ response: string; item: string; score: string }>(
    'SELECT response, item, score FROM survey_score WHERE _del = 0 AND response IN (SELECT value FROM json_each(?))', [JSON.stringify(rows.map((row) => row.id))]), (one) => one.response);
  return rows.map((row) => ({ ...row, ...Object.fromEntries((scores.get(row.id) ?? []).map(({ item, score }) => [item, score])) }));
};
