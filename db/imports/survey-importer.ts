/** Answers of a survey: one row is one sheet, its columns 문항1, 문항2 … are the items by their numbers. The survey is there before. */
import type { Cell } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import { firmNameKey, foldName } from '../korean/names.ts';
import { parseDecimal } from '../korean/parse-number.ts';
import { withParticle } from '../korean/particle.ts';
import { normaliseText } from '../korean/text.ts';
import { supportTypes } from '../reference/support-types.ts';
import { surveyResponse } from '../surveys/fields.ts';
import { scoreFault } from '../surveys/scale.ts';
import { addSheet } from '../surveys/sheets.ts';
import { declaredColumns } from './declared-columns.ts';
import { leftOut, type Importer, type JudgedRow } from './importer.ts';
import { organisationsByKey } from './person-importer.ts';
import type { Reading, TargetColumn } from './target.ts';

/** Columns of items a file can have; a questionnaire on one sheet of paper has fewer. */
const mostItems = 40;
const asText = (text: string): Reading => ({ value: normaliseText(text).slice(0, 300) });

const readScore = (text: string): Reading => {
  const value = parseDecimal(text.replace(/\s*점$/, ''));
  return value === null ? { problem: `${withParticle(`‘${text}’`, '을/를')} 점수로 읽을 수 없습니다. 숫자로 써 주세요.` } : { value: String(value) };
};

const itemColumns: readonly TargetColumn[] = Array.from({ length: mostItems }, (_, index) => index + 1)
  .map((number) => ({ key: `item.${number}`, ko: `문항${number}`, headers: [`문항${number}`, `문${number}`, `Q${number}`, `문항 ${number}번`, `${number}번`, `${number}번 문항`], read: readScore }));

type Survey = { id: string; name: string; year: number; lowest: number; highest: number };
type Item = { id: string; survey: string; order_no: number; name: string };

/** Code of a support type as lists write it; a name nobody knows stays as it is written. */
const supportCodes = (read: Reader): Map<string, string> => new Map([
  ...supportTypes.flatMap(({ code, ko }) => [[foldName(ko), code], [code, code]] as const),
  ...read.all<{ code: string; name: string }>('SELECT code, name FROM support_rule WHERE _del = 0 ORDER BY valid_from, id').flatMap(({ code, name }) => [[foldName(name), code], [code, code]] as const),
]);

/** Two sheets say the same when every cell does; equal ones are told apart by how many there are. */
const sheetKey = (survey: string, cells: Readonly<Record<string, Cell>>): string =>
  JSON.stringify([survey, Object.entries(cells).filter(([name, value]) => name !== 'survey' && value !== null && value !== '').map(([name, value]) => [name, String(value)]).sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1))]);

const kept = ['sheet_no', 'organisation', 'respondent', 'support_type', 'task', 'answered_on', 'note'] as const;

type StoredSheet = Record<(typeof kept)[number], Cell> & { id: string; survey: string };

/** Sheets of these surveys: how many there are of each content, and those with a number of their own. */
const storedSheets = (read: Reader, surveys: readonly Survey[]): { alike: Map<string, number>; numbered: Map<string, string> } => {
  const ids = JSON.stringify(surveys.map((one) => one.id));
  const scores = Map.groupBy(read.all<{ response: string; item: string; score: string }>('SELECT response, item, score FROM survey_score WHERE _del = 0 AND survey IN (SELECT value FROM json_each(?))', [ids]), (one) => one.response);
  const alike = new Map<string, number>();
  const numbered = new Map<string, string>();
  for (const { id, survey, ...own } of read.all<StoredSheet>(`SELECT id, survey, ${kept.join(', ')} FROM survey_response WHERE _del = 0 AND survey IN (SELECT value FROM json_each(?))`, [ids])) {
    const key = sheetKey(survey, { ...own, ...Object.fromEntries((scores.get(id) ?? []).map(({ item, score }) => [item, score])) });
    alike.set(key, (alike.get(key) ?? 0) + 1);
    if (typeof own.sheet_no === 'string') numbered.set(`${survey} ${own.sheet_no}`, key);
  }
  return { alike, numbered };
};

export const surveyImporter: Importer = {
  target: {
    kind: 'survey_response',
    ko: '만족도 응답',
    columns: [
      { key: 'survey.name', ko: '조사명', headers: ['조사명', '조사', '설문명', '설문', '만족도조사명'], read: asText },
      { key: 'survey.year', ko: '연도', headers: ['연도', '조사연도', '년도', '조사년도'], read: (text) => { const year = /(?:19|20)\d{2}/.exec(text)?.[0]; return year === undefined ? { problem: `‘${text}’: 연도로 읽을 수 없습니다.` } : { value: Number(year) }; } },
      ...declaredColumns(surveyResponse.fields, [], { organisation: asText, support_type: asText, task: asText }),
      ...itemColumns,
    ],
  },
  table: surveyResponse.table,
  prepare: async (reader, rows, _options, pace) => {
    const surveys = reader.all<Survey>('SELECT id, name, year, lowest, highest FROM survey WHERE _del = 0 ORDER BY year DESC, n DESC');
    const items = Map.groupBy(reader.all<Item>('SELECT id, survey, order_no, name FROM survey_item WHERE _del = 0 ORDER BY order_no, n'), (one) => one.survey);
    const firms = await organisationsByKey(reader, new Set(rows.map(({ read }) => firmNameKey(String(read.values.organisation ?? '')))), pace);
    const codes = supportCodes(reader);
    const { alike, numbered } = storedSheets(reader, surveys);
    const taskOf = (number: string): string | null => reader.value<string>('SELECT id FROM task WHERE task_no = ? AND _del = 0 ORDER BY n LIMIT 1', [number]) ?? null;
    return ({ row, read }, decision): JudgedRow => {
      const { 'survey.name': name = null, 'survey.year': year = null, ...values } = read.values;
      const title = [values.sheet_no, values.organisation].filter((part) => typeof part === 'string').join(' · ') || `${row}행`;
      const refuse = (reason: string): JudgedRow => leftOut(row, 'refuse', title, [reason]);
      if (decision?.as === 'skip') return refuse('건너뛰기로 정한 행입니다.');
      const named = surveys.filter((one) => (name === null || foldName(one.name) === foldName(String(name))) && (year === null || one.year === year));
      const [survey] = named;
      if (!survey) return refuse(surveys.length === 0 ? '등록한 조사가 없습니다. 만족도 화면에서 조사와 문항을 먼저 등록하세요.' : `조사 ‘${[year, name].filter((part) => part !== null).join(' ')}’을(를) 찾을 수 없습니다. 조사명과 연도를 확인하거나 조사를 먼저 등록하세요.`);
      const reasons = name === null ? [`조사명 열이 없어 ‘${survey.year}년 ${survey.name}’의 응답으로 넣습니다.`] : named.length > 1 && year === null ? [`이름이 같은 조사가 ${named.length}개라 ${survey.year}년 조사에 넣습니다.`] : [];
      const cells: Record<string, Cell> = { sheet_no: values.sheet_no ?? null, respondent: values.respondent ?? null, answered_on: values.answered_on ?? null, note: values.note ?? null };
      if (typeof values.organisation === 'string') {
        const found = firms.get(firmNameKey(values.organisation)) ?? [];
        if (found.length !== 1) return refuse(found.length === 0 ? `기업 ${withParticle(`‘${values.organisation}’`, '을/를')} 찾을 수 없습니다. 기업·기관을 먼저 가져오거나 등록하세요.` : `이름이 ‘${values.organisation}’인 기관이 ${found.length}곳입니다. 이 응답은 직접 입력하세요.`);
        cells.organisation = found[0] ?? null;
      }
      if (typeof values.support_type === 'string') {
        const code = codes.get(values.support_type) ?? codes.get(foldName(values.support_type));
        if (code === undefined) reasons.push(`지원유형 ‘${values.support_type}’: 목록에 없어 적힌 대로 둡니다.`);
        cells.support_type = code ?? values.support_type.slice(0, 60);
      }
      if (typeof values.task === 'string') {
        cells.task = taskOf(values.task);
        if (cells.task === null) reasons.push(`과제번호 ‘${values.task}’: 찾을 수 없어 과제와 잇지 않습니다.`);
      }
      const own = items.get(survey.id) ?? [];
      for (const [key, score] of Object.entries(values)) {
        if (!key.startsWith('item.') || score === null) continue;
        const number = Number(key.slice('item.'.length));
        const item = own.find((one) => one.order_no === number);
        if (!item) return refuse(`조사 ‘${survey.name}’에 ${number}번 문항이 없습니다. 문항을 먼저 등록하세요.`);
        const fault = scoreFault(String(score), survey.lowest, survey.highest);
        if (fault !== null) return refuse(`${item.order_no}번 ${item.name}: ${fault}`);
        cells[item.id] = score;
      }
      if (!own.some((item) => item.id in cells)) return refuse('점수가 하나도 없습니다. 문항1, 문항2처럼 문항 번호를 머리글로 쓴 열이 있어야 합니다.');
      const key = sheetKey(survey.id, cells);
      const there = alike.get(key) ?? 0;
      if (there > 0) {
        alike.set(key, there - 1);
        return { row, kind: 'unchanged', name: title, reasons: [...reasons, '같은 응답이 이미 있습니다.'], candidates: [], write: null };
      }
      const number = typeof cells.sheet_no === 'string' ? `${survey.id} ${cells.sheet_no}` : null;
      if (number !== null && numbered.has(number) && numbered.get(number) !== key) return refuse(`응답 번호 ${String(cells.sheet_no)}: 내용이 다른 응답이 이미 있습니다. 그 응답을 고치거나 번호를 바꿔 주세요.`);
      if (number !== null) numbered.set(number, key);
      return { row, kind: 'create', name: title, reasons, candidates: [], write: (tx, made) => made.set(`row:${row}`, addSheet(tx, survey.id, cells)) };
    };
  },
};
