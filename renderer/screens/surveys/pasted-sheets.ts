/** What was copied from Excel, as items or as a file of answer sheets that the import understands. */
import type { SurveyItemLine } from '../../../db/surveys/api.ts';
import { foldName } from '../../../db/korean/names.ts';
import { parseTsv, writeTsv } from '../../parts/grid/tsv.ts';

/** Names of items in a pasted column, their own numbering (1. 2) 문항3) taken off. */
export const pastedItems = (text: string): string[] =>
  parseTsv(text).map((row) => row.find((cell) => cell.trim() !== '' && !/^\d+$/.test(cell.trim())) ?? '').map((cell) => cell.trim().replace(/^(?:문항|문|Q)?\s*\d+\s*[.):번]\s*/i, '').slice(0, 300)).filter((name) => name !== '' && !/^(문항|번호|질문|설문 ?문항)$/.test(name));

const bare = (text: string): string => foldName(text.replace(/^(?:문항|문|Q)?\s*\d+\s*[.):번]\s*/i, ''));

/** Headings that are an item's words become 문항N, by which the import knows it. */
const headingOf = (cell: string, items: readonly Pick<SurveyItemLine, 'order_no' | 'name'>[]): string => {
  const item = items.find((one) => bare(one.name) !== '' && bare(one.name) === bare(cell));
  return item ? `문항${item.order_no}` : cell;
};

/**
 * Pasted rows as a file for the import, with the survey named in every row; null when they bring no heading,
 * without which nobody can tell which column is which.
 */
export const sheetFile = (text: string, survey: { name: string; year: number }, items: readonly Pick<SurveyItemLine, 'order_no' | 'name'>[]): string | null => {
  const [heading = [], ...rows] = parseTsv(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const named = heading.map((cell) => headingOf(cell, items));
  if (rows.length === 0 || !named.some((cell) => /^(?:문항|문|Q)\s*\d+|^\d+번/i.test(cell.trim()))) return null;
  return writeTsv([['조사명', '연도', ...named], ...rows.map((row) => [survey.name, String(survey.year), ...row])]);
};
