/** Frozen reports as they are read. */
import { Refusal } from '../errors.ts';
import { blobPath, hasBlob } from '../attachments/blobs.ts';
import type { Reader } from '../kernel/reader.ts';
import type { ReportParams, ReportTable } from '../reports/table-types.ts';
import type { Asked } from './compare.ts';
import { stampOf } from './stamp.ts';
import type { Frozen, FrozenDefinition, FrozenLine } from './frozen-types.ts';

const line = "id, report, title, json_extract(numbers, '$.asOf') AS asOf, submitted_on, submitted_to, submitted_by, document_no, withdrawn_on, records";

/** Frozen reports, the latest first; of one report, or of all. */
export const frozenLines = (read: Reader, report: string | null): FrozenLine[] =>
  read.all<FrozenLine>(`SELECT ${line} FROM frozen_report WHERE _del = 0 AND (? IS NULL OR report = ?) ORDER BY submitted_on DESC, n DESC LIMIT 500`, [report, report]);

type Stored = FrozenLine & { note: string | null; withdrawn_reason: string | null; params: string; definitions: string; numbers: string; ids_sha256: string; clock: number };

const stored = (read: Reader, id: string): Stored => {
  const row = read.get<Stored>(`SELECT ${line}, note, withdrawn_reason, params, definitions, numbers, ids_sha256, clock FROM frozen_report WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '제출본이 없거나 확정을 되돌렸습니다. 목록을 새로 고쳐 주세요.');
  return row;
};

const shown = (row: Stored, dataDir: string): Frozen => {
  const { clock: _clock, params, definitions, numbers, ...rest } = row;
  // Written by freezeReport alone, from what these types say.
  return { ...rest, stamp: stampOf(row), params: JSON.parse(params) as ReportParams, definitions: JSON.parse(definitions) as FrozenDefinition[], table: JSON.parse(numbers) as ReportTable, hasIds: hasBlob(dataDir, row.ids_sha256) };
};

/** @throws Refusal `not-found` */
export const readFrozen = (read: Reader, dataDir: string, id: string): Frozen => shown(stored(read, id), dataDir);

/** With the place of its ids. @throws Refusal `not-found` also while the ids have not arrived */
export const readAsked = (read: Reader, dataDir: string, id: string): Asked => {
  const row = stored(read, id);
  const frozen = shown(row, dataDir);
  if (!frozen.hasIds) throw new Refusal('not-found', '이 제출본의 기록 목록이 아직 도착하지 않았습니다. 확정한 기기와 자료를 주고받은 뒤 다시 여세요.');
  return { frozen, clock: row.clock, idsPath: blobPath(dataDir, row.ids_sha256) };
};
