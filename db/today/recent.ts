/** Records a user touched last, read from the list of actions and the log behind it. */
import { labelsOf, type Label } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';

export type RecentRecord = { table: string; id: string; label: string; at: string; action: string };

/** Records that have a screen of their own. */
const tables = new Set(['organisation', 'person', 'task', 'session', 'meeting', 'mini_cluster']);
const actionsRead = 60;
/** An action over more records than this is an import or a bulk edit: not something one "was working on". */
const recordsOfOne = 3;
/** More rows than this are not even looked at. */
const rowsRead = 500;
const shown = 12;

type Touch = { tbl: string; row_id: string; at: string; label: string; action: number };

/** Newest first, each record once, deleted ones left out. */
export const recentRecords = (read: Reader, user: number): RecentRecord[] => {
  const touches = read.all<Touch>(
    `SELECT l.tbl, l.row_id, a.at, a.label, a.id AS action FROM (SELECT * FROM action WHERE user_id = :user AND kind <> 'undo' AND undone_by IS NULL ORDER BY id DESC LIMIT :actionsRead) a
     JOIN sync_log l ON l.office = (SELECT v FROM sync_self WHERE k = 'office') AND l.writer = (SELECT v FROM sync_self WHERE k = 'writer') AND l.seq BETWEEN a.first_seq AND a.last_seq
     WHERE a.last_seq - a.first_seq < :rowsRead ORDER BY l.seq DESC`, { user, actionsRead, rowsRead }).filter((touch) => tables.has(touch.tbl));
  const records = new Map<number, number>();
  for (const touch of touches) records.set(touch.action, (records.get(touch.action) ?? 0) + 1);
  const seen = new Map<string, Touch>();
  for (const touch of touches) {
    const key = `${touch.tbl} ${touch.row_id}`;
    if ((records.get(touch.action) ?? 0) <= recordsOfOne && !seen.has(key)) seen.set(key, touch);
  }
  const labels = new Map<string, Label>();
  for (const table of tables) {
    const ids = [...seen.values()].filter((touch) => touch.tbl === table).map((touch) => touch.row_id);
    for (const label of labelsOf(read, table, ids)) labels.set(`${table} ${label.id}`, label);
  }
  return [...seen].flatMap(([key, touch]) => {
    const label = labels.get(key);
    return label && !label.isDeleted && !label.isMissing ? [{ table: touch.tbl, id: touch.row_id, label: label.label, at: touch.at, action: touch.label }] : [];
  }).slice(0, shown);
};
