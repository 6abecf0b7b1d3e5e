import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '../errors.ts';
import { decode, detectEncoding, type Encoding } from './decode.ts';
import { refuseOtherShapes } from './file-shape.ts';
import { parseTable, type ParsedTable } from './parse.ts';

/** A file somebody has chosen: kept in memory until it is imported or others push it out. */
export type OpenedFile = Readonly<{
  id: string;
  name: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  /** The encoding found by itself, or null when the person must choose. */
  detected: Encoding | null;
}>;

export type ReadFile = Readonly<{ table: ParsedTable; encoding: Encoding; unreadable: number }>;

/** A file of the national registry (217,048 rows) is about 40 MB. */
export const LARGEST_FILE = 100_000_000;
const KEPT = 4;

const opened = new Map<string, OpenedFile>();
const parsed = new WeakMap<OpenedFile, Map<string, Promise<ReadFile>>>();

/** Takes a file in. @throws Refusal `invalid` for what is not a text table, with the way out */
export function openFile(name: string, bytes: Uint8Array): OpenedFile {
  if (bytes.length > LARGEST_FILE) throw new Refusal('invalid', '파일이 100 MB를 넘습니다. 나누어 가져오세요.');
  const detected = detectEncoding(bytes);
  refuseOtherShapes(bytes, detected === 'utf-16le' || detected === 'utf-16be');
  if (detected !== null) decode(bytes.subarray(0, 8192), detected);
  const file: OpenedFile = { id: randomUUID(), name, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), detected };
  opened.set(file.id, file);
  for (const old of [...opened.keys()].slice(0, -KEPT)) opened.delete(old);
  return file;
}

/** @throws Refusal `not-found` when the program was restarted or other files came since */
export function openedFile(id: string): OpenedFile {
  const file = opened.get(id);
  if (!file) throw new Refusal('not-found', '고른 파일을 더는 가지고 있지 않습니다. 파일을 다시 골라 주세요.');
  return file;
}

/** The rows of a file in an encoding (`auto` = the one found). Read once per encoding. */
export function rowsOf(file: OpenedFile, encoding: Encoding | 'auto', betweenSlices: (share: number) => Promise<void>): Promise<ReadFile> {
  const known = parsed.get(file) ?? new Map<string, Promise<ReadFile>>();
  parsed.set(file, known);
  const kept = known.get(encoding);
  if (kept) return kept;
  const reading = (async () => {
    const decoded = decode(file.bytes, encoding);
    return { table: await parseTable(decoded.text, { betweenSlices }), encoding: decoded.encoding, unreadable: decoded.unreadable };
  })();
  known.set(encoding, reading);
  reading.catch(() => known.delete(encoding));
  return reading;
}
