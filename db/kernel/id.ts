import { hash, randomBytes } from 'node:crypto';

const format = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

let lastMs = 0;
let serial = 0;

/** A new UUIDv7: made on the device, never colliding, growing in time within one process. */
export const newId = (now: number = Date.now()): string => {
  serial = now <= lastMs ? serial + 1 : 0;
  // 12 bits of serial keep ids of one millisecond in order; beyond that the next millisecond is borrowed.
  lastMs = Math.max(lastMs, now) + (serial > 0xfff ? 1 : 0);
  if (serial > 0xfff) serial = 0;
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  return format(lastMs.toString(16).padStart(12, '0') + (0x7000 | serial).toString(16) + random.toString('hex'));
};

/**
 * The id of a relation: a hash of what it connects, so that two devices which add the same pair make
 * the same row. Shaped as a UUID (version 8, custom) because the exchange column is one.
 */
export const relationId = (table: string, ...parts: readonly (string | null)[]): string => {
  const hex = hash('sha256', [table, ...parts.map((part) => part ?? '')].join('\u001f'), 'hex');
  return format(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)}${hex.slice(18, 32)}`);
};
