/** Cells as text for people, and text from people as cells. */
import type { Choice } from '../../../db/kernel/choice.ts';
import { labelOf, problemOf, type Cell } from '../../../db/kernel/field.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { parseDate } from '../../../db/korean/parse-date.ts';
import { formatNumber, parseDecimal, parseInteger } from '../../../db/korean/parse-number.ts';
import { parseTime } from '../../../db/korean/parse-time.ts';
import { parseWon } from '../../../db/korean/parse-won.ts';
import { today } from '../form/DateField.tsx';
import type { GridColumn } from './types.ts';

export const isNumeric = (column: Pick<GridColumn, 'kind'>): boolean => column.kind === 'int' || column.kind === 'won' || column.kind === 'decimal';

/** A value as it is shown and copied. */
export const textOfValue = (column: GridColumn, value: Cell | undefined): string => {
  if (value === null || value === undefined) return '';
  if ((column.kind === 'int' || column.kind === 'won') && typeof value === 'number') return formatNumber(value);
  if (column.kind === 'flag') return value === 1 ? '예' : '아니요';
  if (column.kind === 'choice' || column.kind === 'choices') return labelOf(column, value);
  return column.field?.show?.(String(value)) ?? String(value);
};

export const textOfCell = (column: GridColumn, row: ListRow): string => (column.text ? column.text(row) : textOfValue(column, row[column.column]));

export type ReadCell = { ok: true; value: Cell } | { ok: false; reason: string };

const yes = new Set(['예', 'y', 'yes', 'o', '○', '1', 'true', '네']);
const no = new Set(['아니요', '아니오', 'n', 'no', 'x', '×', '0', 'false']);

const codeOf = (choices: readonly Choice[] | undefined, text: string): string | null =>
  choices?.find((choice) => choice.ko === text || choice.code === text || choice.en?.toLowerCase() === text.toLowerCase())?.code ?? null;

const readByKind = (column: GridColumn, text: string, choices: readonly Choice[] | undefined): Cell => {
  switch (column.kind) {
    case 'int': return parseInteger(text);
    case 'won': return parseWon(text);
    case 'decimal': { const number = parseDecimal(text); return number === null ? null : String(number); }
    case 'date': return parseDate(text, today());
    case 'time': return parseTime(text);
    case 'flag': return yes.has(text.toLowerCase()) ? 1 : no.has(text.toLowerCase()) ? 0 : null;
    case 'choice': return codeOf(choices, text);
    case 'choices': { const codes = text.split(/\s*,\s*/).map((one) => codeOf(choices, one)); return codes.includes(null) ? null : codes.join(','); }
    default: return text;
  }
};

const expected: Partial<Record<GridColumn['kind'], string>> = {
  int: '숫자로 입력해 주세요.', won: '금액을 1억 2,000만원처럼 입력해 주세요.', decimal: '숫자로 입력해 주세요.',
  date: '날짜를 2026-11-22처럼 입력해 주세요.', time: '시각을 14:30처럼 입력해 주세요.', flag: '예 또는 아니요로 입력해 주세요.',
  choice: '목록에 있는 값을 골라 주세요.', choices: '목록에 있는 값을 쉼표로 나누어 써 주세요.',
};

/** What can be chosen in a cell. */
export const choicesOf = (column: GridColumn, row: ListRow | null): readonly Choice[] | undefined => (row && column.choicesIn ? column.choicesIn(row) : column.choices);

/** Reads typed or pasted text for a column, with its row where there is one; empty text empties the cell. */
export const readCell = (column: GridColumn, typed: string, row: ListRow | null = null): ReadCell => {
  const text = typed.normalize('NFC').trim();
  const value = text === '' ? null : readByKind(column, text, choicesOf(column, row));
  if (text !== '' && value === null) return { ok: false, reason: `${column.label}: ${expected[column.kind] ?? '값을 읽지 못했습니다.'}` };
  const problem = column.field ? problemOf(column.column, column.field, value) : null;
  return problem ? { ok: false, reason: problem.message } : { ok: true, value };
};
