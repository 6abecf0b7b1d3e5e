/** What stands in the way of an undo, looked for in a reader thread: an import has a hundred thousand rows to look at. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { actionOf, obstaclesOf } from '../kernel/undo.ts';
import { records } from '../records.ts';
import { obstacleLines, type ObstacleLines } from './obstacle-lines.ts';

const byTable = new Map(records.map((type) => [type.table, type]));

const self = (read: Reader, key: 'office' | 'writer'): number => read.value<number>('SELECT v FROM sync_self WHERE k = ?', [key]) ?? 0;

/** @throws Refusal `not-found` */
export const obstaclesQuery = query('device.obstacles', (read, { action }: { action: number }): ObstacleLines => {
  const store = { read, records: byTable, office: self(read, 'office'), writer: self(read, 'writer') };
  return obstacleLines(store, obstaclesOf(store, actionOf(store, action)));
}, { lane: 'long' });
