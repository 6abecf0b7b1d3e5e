/** What a file is by its content: its name says what its sender wished. */

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Zip files of known offices; an entry's name stands in the local headers and in the directory at the end. */
const zipTypes: readonly [mark: string, mime: string][] = [
  ['mimetypeapplication/hwp+zip', 'application/hwp+zip'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

export const unknownType = 'application/octet-stream';

/**
 * The media type: PNG, JPEG, PDF, HWP, HWPX and XLSX are known, everything else is `application/octet-stream`.
 * @param head first 64 KB of the file
 * @param tail last 64 KB
 */
export const sniff = (head: Uint8Array, tail: Uint8Array): string => {
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  // A compound file; the stream FileHeader of HWP 5 begins with this text and lies in either end of real files.
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0) && (ascii(head).includes('HWP Document File') || ascii(tail).includes('HWP Document File'))) return 'application/x-hwp';
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    const seen = `${ascii(head)}\n${ascii(tail)}`;
    return zipTypes.find(([mark]) => seen.includes(mark))?.[1] ?? unknownType;
  }
  return unknownType;
};

/** Types that cannot run anything in the page, so a browser may show them. */
export const isShown = (mime: string): boolean => mime === 'image/png' || mime === 'image/jpeg' || mime === 'application/pdf';
