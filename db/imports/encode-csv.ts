import iconv from 'iconv-lite';

export type CsvShape = Readonly<{
  delimiter?: ',' | '\t' | ';' | '|';
  newline?: '\r\n' | '\n';
  encoding?: 'utf-8' | 'cp949' | 'utf-16le';
  bom?: boolean;
}>;

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as CSV text, every row closed by a line break. A row of one empty cell is written `""`, so that it is not a blank line. */
export function csvText(rows: readonly (readonly string[])[], shape: CsvShape = {}): string {
  const { delimiter = ',', newline = '\r\n' } = shape;
  return rows
    .map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map((cell) => quoted(cell, delimiter)).join(delimiter)) + newline)
    .join('');
}

/** Rows as the bytes of a CSV file: UTF-8 with BOM and CRLF unless said otherwise, the shape every Excel opens rightly. */
export function csvBytes(rows: readonly (readonly string[])[], shape: CsvShape = {}): Uint8Array {
  const { encoding = 'utf-8', bom = encoding !== 'cp949' } = shape;
  return iconv.encode(csvText(rows, shape), encoding, { addBOM: bom });
}

/** The distinct characters of a text that an encoding cannot write (iconv would put `?`): to be shown before saving as CP949. */
export function unwritable(text: string, encoding: 'cp949'): string[] {
  return [...new Set(Array.from(text))].filter((letter) => letter !== '?' && iconv.decode(iconv.encode(letter, encoding), encoding) !== letter);
}
