/** The least .xlsx that a spreadsheet opens: sheets of texts and formulas, as offices keep them. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A text, a number, or a formula without `=`; formulas carry no result, so that whoever opens the file must compute them. */
export type SheetCell = string | number | { formula: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `A`, `Z`, `AA` … */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const sheetXml = (rows: readonly (readonly SheetCell[])[], numberOf: (text: string) => number): string => {
  const body = rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, index) => {
    const place = `${columnName(index)}${at + 1}`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    return typeof cell === 'string' ? `<c r="${place}" t="s"><v>${numberOf(cell)}</v></c>` : `<c r="${place}"><f>${escaped(cell.formula)}</f></c>`;
  }).join('')}</row>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
};

type Entry = { name: string; data: Buffer; packed: Buffer; crc: number; at: number };

const headerOf = (entry: Entry, central: boolean): Buffer => {
  const name = Buffer.from(entry.name);
  const fixed = Buffer.alloc(central ? 46 : 30);
  const at = central ? 2 : 0;
  fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(20, 4 + at);
  fixed.writeUInt16LE(8, 8 + at);
  // 1980-01-01, the first day a zip knows.
  fixed.writeUInt16LE(33, 12 + at);
  fixed.writeUInt32LE(entry.crc, 14 + at);
  fixed.writeUInt32LE(entry.packed.length, 18 + at);
  fixed.writeUInt32LE(entry.data.length, 22 + at);
  fixed.writeUInt16LE(name.length, 26 + at);
  if (central) fixed.writeUInt32LE(entry.at, 42);
  return Buffer.concat([fixed, name]);
};

const zip = (files: readonly (readonly [string, string])[]): Buffer => {
  const pieces: Buffer[] = [];
  let at = 0;
  const entries = files.map(([name, text]): Entry => {
    const data = Buffer.from(text);
    const entry = { name, data, packed: deflateRawSync(data, { level: 1 }), crc: crc32(data), at };
    const header = headerOf(entry, false);
    pieces.push(header, entry.packed);
    at += header.length + entry.packed.length;
    return entry;
  });
  const central = Buffer.concat(entries.map((entry) => headerOf(entry, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, central, end]);
};

export const xlsxOf = (sheets: readonly { name: string; rows: readonly (readonly SheetCell[])[] }[]): Buffer => {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  const written = sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows, numberOf)] as const);
  const shared = [...numbers.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('');
  return zip([
    ['[Content_Types].xml', `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`],
    ['_rels/.rels', `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${xml}<Relationships xmlns="${office}/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`],
    ...written,
    ['xl/sharedStrings.xml', `${xml}<sst xmlns="${office}/spreadsheetml/2006/main" count="${numbers.size}" uniqueCount="${numbers.size}">${shared}</sst>`],
  ]);
};
