/** What a record costs on the disk. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../db/kernel/store.ts';
import { openRaw } from './desk.ts';
import { figure, type Figure } from './measure.ts';

/** Bytes of the whole database per task, against the characters people wrote: texts of tasks, sessions, meetings and agenda, as UTF-8. */
export const measureSize = (dataDir: string): Figure[] => {
  const raw = openRaw(dataDir);
  try {
    const value = (sql: string): number => raw.prepare<[], { v: number | null }>(sql).get()?.v ?? 0;
    const tasks = value('SELECT count(*) AS v FROM task');
    const written = value('SELECT sum(octet_length(title) + octet_length(need_text)) AS v FROM task') + value('SELECT sum(octet_length(summary) + octet_length(advice)) AS v FROM session')
      + value('SELECT sum(octet_length(title) + octet_length(minutes)) AS v FROM meeting') + value('SELECT sum(octet_length(title) + octet_length(discussion)) AS v FROM agenda_item');
    const bytes = statSync(join(dataDir, databaseName)).size;
    return [figure('database per task', bytes / tasks, written / tasks, `${(bytes / 1e6).toFixed(0)} MB with all tables, indexes, the log and the search / the texts people wrote, as UTF-8`, { unit: 'B' })];
  } finally {
    raw.close();
  }
};
