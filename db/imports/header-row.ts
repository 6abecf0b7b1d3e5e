import { normaliseText } from '../korean/text.ts';
import { parseDecimal } from '../korean/parse-number.ts';
import { bareHeaderKey, headerKey } from './header-key.ts';

type Row = readonly string[];

export type Header = Readonly<{
  /** 1-based number of the (first) header row, as a spreadsheet counts. */
  row: number;
  /** 2 when a merged group row stands above the names (종업원 | 남자, 여자). */
  span: 1 | 2;
  names: readonly string[];
  /** How many of the names are known to the target. 0 = only a guess. */
  known: number;
}>;

/** Tells what a name in a header row stands for; used to recognise the row. */
export type IsKnownHeader = (header: string) => boolean;

/** Titles, dates and units stand above a header; no list seen has more than ten such rows. */
const DEEPEST_HEADER = 30;
/** No cell of a header row is longer; most rows of data have one that is. */
const LONGEST_NAME = 24;

const filled = (row: Row): number => row.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);
const hasNumber = (row: Row): boolean => row.some((cell) => cell.trim() !== '' && parseDecimal(cell) !== null);

function namesOf(row: Row): string[] {
  return row.map((cell) => normaliseText(cell));
}

/**
 * The row whose cells are the names of the columns: among the first rows the one with most known names, else the first that is
 * as wide as the table and holds no number. Null when nothing can be a header.
 */
export function findHeader(rows: readonly Row[], isKnown: IsKnownHeader): Header | null {
  const deepest = Math.min(rows.length, DEEPEST_HEADER);
  let best: { at: number; known: number } | null = null;
  for (let at = 0; at < deepest; at += 1) {
    const known = (rows[at] ?? []).filter((cell) => cell.trim() !== '' && isKnown(cell)).length;
    if (known > (best?.known ?? 0)) best = { at, known };
  }
  if (best) return headerAt(rows, best.at + 1, isKnown);
  const widths = rows.slice(0, deepest * 2).map(filled);
  const widest = Math.max(0, ...widths);
  const at = widths.findIndex((width, index) => width >= 2 && width >= widest - 1 && !hasNumber(rows[index] ?? []));
  return at < 0 || at >= deepest ? null : headerAt(rows, at + 1, isKnown);
}

/** The header at a row the person pointed at (1-based), joined with the row under it when that holds the names of merged groups. */
export function headerAt(rows: readonly Row[], row: number, isKnown: IsKnownHeader): Header {
  const top = namesOf(rows[row - 1] ?? []);
  const under = rows[row] ?? [];
  const joined = joinGroups(top, under);
  const names = joined ?? top;
  return { row, span: joined ? 2 : 1, names, known: names.filter((name) => name !== '' && isKnown(name)).length };
}

/**
 * `시도, 종업원, , ` over ` , 남자, 여자` → `시도, 종업원 남자, 종업원 여자`; null when the lower row is not a second header row:
 * under every name that is not the head of a group it must be empty, and it holds no number.
 */
function joinGroups(top: readonly string[], under: Row): string[] | null {
  if (filled(under) < 2 || hasNumber(under)) return null;
  const names: string[] = [];
  let group = '';
  for (let at = 0; at < Math.max(top.length, under.length); at += 1) {
    const above = top[at] ?? '';
    const below = normaliseText(under[at] ?? '');
    if (above !== '') group = above;
    if (below === '') {
      if (above === '') return null;
      group = '';
      names.push(above);
      continue;
    }
    const startsGroup = above !== '' && (top[at + 1] ?? '') === '' && normaliseText(under[at + 1] ?? '') !== '';
    if (above !== '' && !startsGroup) return null;
    if (group === '') return null;
    names.push(`${group} ${below}`);
  }
  return names;
}

export type RowKind = 'data' | 'blank' | 'header' | 'other-header' | 'subtotal' | 'note';

const SUBTOTAL = /^(?:.*\s)?(?:합\s*계|소\s*계|총\s*계|누\s*계|중\s*계)(?:\s*[:：(].*)?$|^(?:계|총\s*\d+\s*(?:개|건|개사))$/;

/**
 * What a row below the header is. `header` = the same header again (two tables stacked), `other-header` = a table with other columns,
 * `subtotal` = `일반산업단지 합계 : 9개`, `note` = one cell that begins as notes do (※, 주), 출처, 단위).
 */
export function kindOfRow(row: Row, header: Header, isKnown: IsKnownHeader): RowKind {
  const count = filled(row);
  if (count === 0) return 'blank';
  const first = normaliseText(row.find((cell) => cell.trim() !== '') ?? '');
  if (header.names.length > 1 && sameNames(row, header.names)) return 'header';
  if (SUBTOTAL.test(first) && row.every((cell) => cell.trim() === '' || normaliseText(cell) === first || parseDecimal(cell) !== null)) return 'subtotal';
  if (count === 1 && /^(?:※|\*|＊|주\)|주:|자료\s*[:：]|출처|\(?단위)/.test(first)) return 'note';
  if (row.some((cell) => cell.length > LONGEST_NAME)) return 'data';
  const known = row.filter((cell) => cell.trim() !== '' && isKnown(cell)).length;
  return known >= 3 && known * 2 > count ? 'other-header' : 'data';
}

function sameNames(row: Row, names: readonly string[]): boolean {
  const longest = Math.max(row.length, names.length);
  for (let at = 0; at < longest; at += 1) {
    if (headerKey(row[at] ?? '') !== headerKey(names[at] ?? '')) return false;
  }
  return true;
}

/** True when a header cell is one of `synonyms` (already keys), with or without what stands in its brackets. */
export function isSynonym(header: string, synonyms: ReadonlySet<string>): boolean {
  return synonyms.has(headerKey(header)) || synonyms.has(bareHeaderKey(header));
}
