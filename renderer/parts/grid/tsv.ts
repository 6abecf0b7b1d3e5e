/** The clipboard's table formats: tab-separated text as Excel writes it, and an HTML table. */

/** Cells of a pasted block. Quoted cells may hold tabs and line breaks; `""` is a quote. One final line break is not a row. */
export const parseTsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => { rows.at(-1)?.push(cell); cell = ''; };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char === '\r' ? '' : char;
      else if (text.charAt(at + 1) === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (char === '"' && cell === '' && closesQuote(text, at)) quoted = true;
    else if (char === '\t') endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at += 1;
      endCell();
      if (at < text.length - 1) rows.push([]);
    } else cell += char;
  }
  if (cell !== '' || quoted || /[^\n\r]$/.test(text)) endCell();
  return rows.filter((row, index) => row.length > 0 || index < rows.length - 1);
};

/** A cell that merely begins with a quote (`"한빛" 정밀`) is not a quoted cell: the closing quote must end it. */
const closesQuote = (text: string, open: number): boolean => {
  const end = /"(?:""|[^"])*"(?=[\t\n\r]|$)/y;
  end.lastIndex = open;
  return end.test(text);
};

const quote = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeTsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quote).join('\t')).join('\r\n');

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** An HTML table; `mso-number-format` keeps 001 and long numbers as text in Excel. */
export const writeHtmlTable = (rows: readonly (readonly string[])[]): string =>
  `<meta charset="utf-8"><table>${rows.map((row) => `<tr>${row.map((cell) => `<td${/^(?:0\d|\d{12})/.test(cell) ? ' style="mso-number-format:\'\\@\'"' : ''}>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
