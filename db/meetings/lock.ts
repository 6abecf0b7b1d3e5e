/** 마감 holds for meetings, too: on a locked day neither the meeting nor its agenda, attendance and costs change. What was promised there lives on. */
import type { Keeper } from '../kernel/keep.ts';
import type { Reader } from '../kernel/reader.ts';
import { refuseLocked } from '../sessions/lock.ts';
import { officeOf } from '../sessions/office.ts';

/** What a later step of a task or of the next meeting writes into an item, and what may change after the lock. */
const living: ReadonlySet<string> = new Set(['task']);

const parentOf = (read: Reader, table: string, id: string): string | undefined => (table === 'meeting' ? id : read.value<string>(`SELECT meeting FROM ${table} WHERE id = ?`, [id]));

export const meetingLock: Keeper = {
  tables: ['meeting', 'meeting_cluster', 'agenda_item', 'attendance', 'meeting_cost'],
  keep: ({ read, actor, rows }) => {
    const seen = new Set<string>();
    for (const row of rows) {
      if (!row.isNew && Object.keys(row.before).every((field) => living.has(field))) continue;
      const meeting = parentOf(read, row.table, row.id);
      const found = meeting === undefined ? undefined : read.get<{ start_on: string; by: string | null }>('SELECT start_on, coalesce(recorder, chair) AS by FROM meeting WHERE id = ?', [meeting]);
      if (!found) continue;
      const before = row.table === 'meeting' ? row.before['start_on'] : undefined;
      const office = officeOf(read, found.by, actor.number);
      for (const day of typeof before === 'string' ? [found.start_on, before] : [found.start_on]) {
        if (seen.has(`${office} ${day}`)) continue;
        seen.add(`${office} ${day}`);
        refuseLocked(read, { office, day, field: 'start_on' });
      }
    }
  },
};
