import Papa from 'papaparse';
import { Refusal } from '../errors.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The national factory list has 217,048 rows; more than this is not a list a person imports. */
export const MOST_ROWS = 300_000;
const SNIFF_ROWS = 60;
const CHUNK = 1 << 18;

export type ParsedTable = Readonly<{
  /** Every row of the file, blank ones too, so that index + 1 is the row number a spreadsheet shows. */
  rows: readonly (readonly string[])[];
  delimiter: Delimiter;
  /** Row numbers (1-based) where quotes are written wrongly. */
  badQuotes: ReadonlySet<number>;
}>;

export type ParseOptions = Readonly<{
  delimiter?: Delimiter;
  /** Awaited between slices with the share done, 0–1: reports progress and lets the thread go. What it throws ends the parse. */
  betweenSlices?: (share: number) => Promise<void>;
  /** Characters per slice. */
  chunkSize?: number;
}>;

/** Line breaks as LF: files mix them, and text is stored with LF anyway. */
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The delimiter under which most of the first rows have one width; of equals, the wider. A title row or two does not mislead it. */
export function sniffDelimiter(text: string): Delimiter {
  const head = withPlainBreaks(text.slice(0, 200_000));
  let best: { delimiter: Delimiter; agreeing: number; width: number } = { delimiter: ',', agreeing: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: SNIFF_ROWS });
    const widths = new Map<number, number>();
    for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, agreeing] of widths) {
      if (agreeing > best.agreeing || (agreeing === best.agreeing && width > best.width)) best = { delimiter, agreeing, width };
    }
  }
  return best.delimiter;
}

/**
 * Reads a whole table in slices. Quoted line breaks, a last line without a break and blank lines are kept as they are.
 * Refuses (`invalid`) a quote that is never closed, because the rest of the file would be one cell, and files longer than `MOST_ROWS`.
 */
export function parseTable(text: string, options: ParseOptions = {}): Promise<ParsedTable> {
  const plain = withPlainBreaks(text);
  const delimiter = options.delimiter ?? sniffDelimiter(plain);
  const rows: string[][] = [];
  const badQuotes = new Set<number>();
  return new Promise((resolve, reject) => {
    let failed = false;
    const fail = (error: unknown, parser: Papa.Parser): void => {
      failed = true;
      reject(error instanceof Error ? error : new Error(String(error)));
      parser.abort();
    };
    Papa.parse<string[]>(plain, {
      delimiter,
      newline: '\n',
      chunkSize: options.chunkSize ?? CHUNK,
      chunk: (slice: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const before = rows.length;
        for (const row of slice.data) rows.push(row);
        const refusal = refusalFor(slice.errors, before, rows.length, badQuotes);
        if (refusal) return fail(refusal, parser);
        if (!options.betweenSlices) return;
        parser.pause();
        const share = Math.min(1, (slice.meta.cursor || plain.length) / plain.length);
        options.betweenSlices(share).then(() => parser.resume(), (error: unknown) => fail(error, parser));
      },
      complete: () => {
        if (!failed) resolve({ rows: withoutTrailingBlank(rows), delimiter, badQuotes });
      },
    });
  });
}

function refusalFor(errors: readonly Papa.ParseError[], before: number, count: number, badQuotes: Set<number>): Refusal | null {
  if (count > MOST_ROWS) {
    return new Refusal('invalid', `행이 ${MOST_ROWS.toLocaleString('en-US')}개를 넘습니다. 파일을 나누어 가져오세요.`);
  }
  for (const error of errors) {
    if (error.type !== 'Quotes') continue;
    const row = before + (error.row ?? 0) + 1;
    if (error.code === 'MissingQuotes') {
      return new Refusal('invalid', `${row}행에서 열린 큰따옴표(")가 닫히지 않았습니다. 그 행의 따옴표를 고친 뒤 다시 가져오세요.`, [
        { field: `rows.${row}`, message: '따옴표가 닫히지 않았습니다.' },
      ]);
    }
    badQuotes.add(row);
  }
  return null;
}

/** The break that closes the last line is not a row. */
function withoutTrailingBlank(rows: string[][]): string[][] {
  const last = rows.at(-1);
  if (last && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}
