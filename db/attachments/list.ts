/** What is attached to a record. */
import type { Reader } from '../kernel/reader.ts';
import { hasBlob } from './blobs.ts';
import type { AttachmentOwner } from './add.ts';

export type AttachmentLine = {
  id: string; kind: string; name: string; mime: string; size: number; note: string | null;
  person: string | null; personName: string | null;
  /** When it was attached, in milliseconds since 1970. */
  addedAt: number;
  /** False while only its record has arrived on this device. */
  isHere: boolean;
};

/** Goes by the index over `owner`. */
export const attachmentsSql = `SELECT a.id, a.kind, a.name, a.mime, a.size, a.note, a.sha256, a.person, p.name AS personName
  FROM attachment a LEFT JOIN person p ON p.id = a.person WHERE a.owner = ? AND a.owner_table = ? AND a._del = 0 ORDER BY a.n`;

/** The id is a UUIDv7: its first 48 bits are the time it was made. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

export const attachmentsOf = (read: Reader, dataDir: string, table: AttachmentOwner, owner: string): AttachmentLine[] =>
  read.all<Omit<AttachmentLine, 'isHere' | 'addedAt'> & { sha256: string | null }>(attachmentsSql, [owner, table])
    .map(({ sha256, ...line }) => ({ ...line, addedAt: madeAt(line.id), isHere: hasBlob(dataDir, sha256) }));
