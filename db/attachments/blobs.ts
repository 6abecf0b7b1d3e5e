/** The bytes of attachments: one file each beside the database, named by its SHA-256, so that the same file is kept once. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../errors.ts';

/** Largest attachment, in bytes. */
export const largest = 50 * 1024 * 1024;

const tooLarge = (name: string): Refusal =>
  new Refusal('invalid', '첨부는 한 파일에 50 MB까지입니다. 사진은 크기를 줄이고, 문서는 나누어 올려 주세요.', [{ field: 'size', value: name, message: '50 MB를 넘는 파일입니다.' }]);

const isSha = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Where the bytes of a hash lie under the data folder: `blobs/ab/cdef…`. */
export const blobPath = (dataDir: string, sha256: string): string => join(dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2));

/** Whether the bytes have arrived on this device. */
export const hasBlob = (dataDir: string, sha256: string | null): boolean => sha256 !== null && isSha(sha256) && existsSync(blobPath(dataDir, sha256));

/** What was kept: `head` and `tail` are its first and last 64 KB, by which its type is known. `isNew` says that nobody had it. */
export type Kept = { sha256: string; size: number; head: Uint8Array; tail: Uint8Array; isNew: boolean };

const ends = 64 * 1024;

const lastOf = (before: Uint8Array, piece: Uint8Array): Uint8Array => {
  if (piece.byteLength >= ends) return piece.slice(piece.byteLength - ends);
  return Buffer.concat([before.subarray(Math.max(0, before.byteLength + piece.byteLength - ends)), piece]);
};

/** The sender must have been heard out before it hears the answer; what is far too large is cut off instead. */
const drain = async (rest: AsyncIterable<Uint8Array>): Promise<void> => {
  let bytes = 0;
  for await (const piece of rest) {
    bytes += piece.byteLength;
    if (bytes > 4 * largest) return;
  }
};

const arriving = 'arriving-';
const swept = new Map<string, Promise<void>>();

/** What a crash left half-arrived is of no use to anybody. Once for each folder and run, before anything arrives. */
const sweep = (folder: string): Promise<void> => {
  const known = swept.get(folder);
  if (known) return known;
  const sweeping = (async () => {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) if (name.startsWith(arriving)) await rm(join(folder, name), { force: true });
  })();
  swept.set(folder, sweeping);
  return sweeping;
};

/** What the disk says, as a Refusal where a person can do something about it. */
const refusalOfDisk = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('disk-full', '디스크에 남은 공간이 없어 첨부를 저장하지 못했습니다. 공간을 비운 뒤 다시 올려 주세요.');
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? new Refusal('read-only', '자료 폴더에 쓸 수 없어 첨부를 저장하지 못했습니다. 폴더의 권한을 확인해 주세요.') : error;
};

/**
 * Keeps bytes as they arrive: under a temporary name, flushed to the disk, then by their hash.
 * @param announced bytes the sender says it has; null when it did not say
 * @throws Refusal `invalid` beyond 50 MB or when there is nothing in it, `disk-full`, `read-only`, `cancelled`
 */
export const keepBlob = async (dataDir: string, name: string, body: AsyncIterable<Uint8Array>, announced: number | null): Promise<Kept> => {
  if (announced !== null && announced > largest) {
    await drain(body);
    throw tooLarge(name);
  }
  const folder = join(dataDir, 'blobs');
  await sweep(folder).catch((error: unknown) => { swept.delete(folder); throw refusalOfDisk(error); });
  const temporary = join(folder, `${arriving}${randomUUID()}`);
  const file = await open(temporary, 'wx').catch((error: unknown) => { throw refusalOfDisk(error); });
  const hash = createHash('sha256');
  let size = 0;
  let head: Uint8Array = new Uint8Array();
  let tail: Uint8Array = new Uint8Array();
  try {
    for await (const piece of body) {
      size += piece.byteLength;
      if (size > largest) continue;
      hash.update(piece);
      if (head.byteLength < ends) head = Buffer.concat([head, piece.subarray(0, ends - head.byteLength)]);
      tail = lastOf(tail, piece);
      await file.write(piece);
    }
    if (size > largest) throw tooLarge(name);
    if (size === 0) throw new Refusal('invalid', '빈 파일입니다. 내용이 있는 파일을 골라 주세요.', [{ field: 'size', value: name, message: '빈 파일입니다.' }]);
    await file.sync();
    await file.close();
    const sha256 = hash.digest('hex');
    const path = blobPath(dataDir, sha256);
    const isNew = !existsSync(path);
    if (isNew) {
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
    }
    return { sha256, size, head, tail, isNew };
  } catch (error) {
    throw refusalOfDisk(error);
  } finally {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }
};

/** Takes back what a refused attachment had brought, when nobody else has it. */
export const dropBlob = async (dataDir: string, sha256: string): Promise<void> => rm(blobPath(dataDir, sha256), { force: true });

/**
 * The bytes of a hash, read piece by piece so that the thread stays free, and compared with their hash.
 * @throws Refusal `not-found` when they are not on this device yet, `damaged` when they are not what was kept
 */
export const readBlob = async (dataDir: string, sha256: string, name: string): Promise<Uint8Array> => {
  if (!hasBlob(dataDir, sha256)) throw new Refusal('not-found', `첨부 파일이 아직 도착하지 않았습니다: ${name}. 파일을 올린 기기와 자료를 주고받은 뒤 다시 여세요.`);
  const path = blobPath(dataDir, sha256);
  const bytes = new Uint8Array((await stat(path)).size);
  const file = await open(path);
  const hash = createHash('sha256');
  try {
    for (let at = 0; at < bytes.byteLength;) {
      const { bytesRead } = await file.read(bytes, at, Math.min(1024 * 1024, bytes.byteLength - at), at);
      if (bytesRead === 0) break;
      hash.update(bytes.subarray(at, at + bytesRead));
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  if (hash.digest('hex') !== sha256) throw new Refusal('damaged', `첨부 파일이 손상되었습니다: ${name}. 원본이 있으면 다시 올려 주세요.`);
  return bytes;
};
