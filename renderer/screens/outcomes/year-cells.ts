/** How the figures of a year are typed, written and pasted. */
import type { Cell } from '../../../db/kernel/field.ts';
import { formatNumber, parseInteger } from '../../../db/korean/parse-number.ts';
import { parseWon } from '../../../db/korean/parse-won.ts';
import { performance } from '../../../db/outcomes/fields.ts';

export type Figure = 'is_commercialised' | 'sales' | 'exports_usd' | 'new_jobs' | 'cost_saving' | 'memo';

export type FigureColumn = { figure: Figure; label: string; unit: string; width?: string; read: (text: string) => Cell; write: (value: Cell) => string; hint: string };

const yes = /^(예|네|o|y|yes|1|○|ㅇ)$/i;
const no = /^(아니오|아니요|x|n|no|0|×|ㄴ)$/i;
const readFlag = (text: string): Cell => (yes.test(text.trim()) ? 1 : no.test(text.trim()) ? 0 : null);
const writeNumber = (value: Cell): string => (typeof value === 'number' ? formatNumber(value) : String(value ?? ''));
const readAmount = (text: string): Cell => { const value = parseWon(text); return value === null || value < 0 ? null : value; };
const readCount = (text: string): Cell => { const value = parseInteger(text.replace(/[$＄달러불\s]/g, '')); return value === null || value < 0 ? null : value; };
const labelled = (figure: Figure): { figure: Figure; label: string; unit: string } => ({ figure, label: performance.fields[figure].ko, unit: performance.fields[figure].unit ?? '' });

export const figureColumns: readonly FigureColumn[] = [
  { ...labelled('is_commercialised'), width: '4.25rem', read: readFlag, write: (value) => (value === 1 ? '예' : value === 0 ? '아니오' : String(value ?? '')), hint: '예나 아니오로 써 주세요.' },
  { ...labelled('sales'), read: readAmount, write: writeNumber, hint: '1억 2,000만처럼 써 주세요.' },
  { ...labelled('exports_usd'), read: readCount, write: writeNumber, hint: '숫자로 써 주세요.' },
  { ...labelled('new_jobs'), width: '5rem', read: readCount, write: writeNumber, hint: '숫자로 써 주세요.' },
  { ...labelled('cost_saving'), read: readAmount, write: writeNumber, hint: '1억 2,000만처럼 써 주세요.' },
  { ...labelled('memo'), width: '15%', read: (text) => text, write: (value) => String(value ?? ''), hint: '' },
];

export type PastedYears = { changes: { year: number; patch: Partial<Record<Figure, Cell>> }[]; unread: { year: number; figure: Figure; text: string }[] };

/** What a pasted block means when its first cell lands on `year` and `figure`; rows beyond the shown years are left out. */
export const pastedYears = (block: readonly (readonly string[])[], years: readonly number[], year: number, figure: Figure): PastedYears => {
  const firstYear = years.indexOf(year);
  const firstColumn = figureColumns.findIndex((column) => column.figure === figure);
  const unread: PastedYears['unread'] = [];
  const changes = block.flatMap((row, down) => {
    const at = years[firstYear + down];
    if (at === undefined) return [];
    const cells = row.flatMap((text, right) => {
      const column = figureColumns[firstColumn + right];
      if (!column) return [];
      const value = text.trim() === '' ? null : column.read(text.trim());
      if (value === null && text.trim() !== '') unread.push({ year: at, figure: column.figure, text: text.trim() });
      return [[column.figure, value] as const];
    });
    return cells.length === 0 ? [] : [{ year: at, patch: Object.fromEntries(cells) }];
  });
  return { changes, unread };
};
