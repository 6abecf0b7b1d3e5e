/**
 * The records behind each cell of a frozen report, in one small file: the distinct ids once, 16 bytes each, then for each cell the
 * distances between their places. An id in eight cells takes under 17 bytes so (tests/db/frozen), not eight times 36.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { Refusal } from '../errors.ts';
import type { CellIds } from '../reports/all-records.ts';
import type { CellKey, RecordTable } from '../reports/table-types.ts';

type Head = {
  version: 1;
  /** How many ids are UUIDs, which come first. */
  uuids: number;
  /** Ids of another form, after them. */
  others: string[];
  /** Key, record table, number of ids, bytes of their places. */
  cells: [key: CellKey, table: RecordTable, count: number, bytes: number][];
};

const isUuid = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id);

/** Distances between ascending places, seven bits a byte. */
const distances = (places: Uint32Array): Buffer => {
  const bytes: number[] = [];
  let before = 0;
  for (const place of places) {
    let distance = place - before;
    before = place;
    while (distance > 127) { bytes.push((distance & 127) | 128); distance >>>= 7; }
    bytes.push(distance);
  }
  return Buffer.from(bytes);
};

const placesIn = (bytes: Uint8Array, count: number): Uint32Array => {
  const places = new Uint32Array(count);
  let [at, before] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    let [distance, shift, byte] = [0, 0, 128];
    while (byte > 127) {
      byte = bytes[at] ?? 0;
      at += 1;
      distance |= (byte & 127) << shift;
      shift += 7;
    }
    before += distance;
    places[index] = before;
  }
  return places;
};

/** The file of the ids. */
export const writeIds = (cells: readonly CellIds[]): Buffer => {
  const distinct = [...new Set(cells.flatMap(({ ids }) => ids))].sort();
  const order = [...distinct.filter(isUuid), ...distinct.filter((id) => !isUuid(id))];
  const places = new Map(order.map((id, place) => [id, place]));
  const lists = cells.map(({ ids }) => distances(Uint32Array.from(ids, (id) => places.get(id) ?? 0).sort()));
  const uuids = order.filter(isUuid);
  const head: Head = { version: 1, uuids: uuids.length, others: order.slice(uuids.length), cells: cells.map(({ key, table, ids }, index) => [key, table, ids.length, lists[index]?.byteLength ?? 0]) };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.byteLength);
  return deflateSync(Buffer.concat([length, headBytes, Buffer.from(uuids.join('').replaceAll('-', ''), 'hex'), ...lists]));
};

/** The cells with their ids. @throws Refusal `damaged` */
export const readIds = (file: Uint8Array): CellIds[] => {
  try {
    const bytes = inflateSync(file);
    const headEnd = 4 + bytes.readUInt32LE(0);
    const head = JSON.parse(bytes.toString('utf8', 4, headEnd)) as Head;
    const hex = bytes.toString('hex', headEnd, headEnd + head.uuids * 16);
    const idAt = (place: number): string => {
      if (place >= head.uuids) return head.others[place - head.uuids] ?? '';
      const own = hex.slice(place * 32, place * 32 + 32);
      return `${own.slice(0, 8)}-${own.slice(8, 12)}-${own.slice(12, 16)}-${own.slice(16, 20)}-${own.slice(20)}`;
    };
    let at = headEnd + head.uuids * 16;
    return head.cells.map(([key, table, count, size]) => {
      const places = placesIn(bytes.subarray(at, at + size), count);
      at += size;
      return { key, table, ids: Array.from(places, idAt) };
    });
  } catch (error) {
    throw new Refusal('damaged', '제출본의 기록 목록을 읽을 수 없습니다. 백업한 자료 폴더가 있으면 blobs 폴더를 되돌려 주세요.', [{ field: 'ids_sha256', message: error instanceof Error ? error.message : String(error) }]);
  }
};
