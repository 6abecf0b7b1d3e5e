/**
 * Holds at the door, whatever asks: a confirmed session and what hangs on it changes only together with its correction, a session
 * in a locked period not at all, and locks are laid and opened by those who may. Taking a step back by undo stays possible.
 */
import { Refusal } from '../errors.ts';
import { program } from '../kernel/actor.ts';
import type { Committing, Keeper, KeptRow } from '../kernel/keep.ts';
import { confirmedMessage } from './change.ts';
import { refuseLocked } from './lock.ts';
import { mayDecide, officeOf } from './office.ts';

type Row = { status: string | null; visit_on: string | null; coordinator: string | null };

/** Tables of what hangs on a session and is part of what was confirmed. */
const hanging = ['session_attendee', 'session_task', 'session_meeting'];

const textOr = (before: KeptRow['before'], name: string, now: string | null): string | null => (name in before ? (before[name] === null ? null : String(before[name])) : now);

const keepSession = ({ read, actor, kind }: Committing, row: KeptRow, corrected: ReadonlySet<string>, hasLocks: boolean): void => {
  const now = read.get<Row>('SELECT status, visit_on, coordinator FROM session WHERE id = ?', [row.id]);
  if (!now) return;
  const wasConfirmed = !row.isNew && textOr(row.before, 'status', now.status) === 'confirmed';
  const isStepBack = kind !== 'do' && 'status' in row.before;
  if (wasConfirmed && !corrected.has(row.id) && !isStepBack) throw new Refusal('invalid', confirmedMessage, [{ field: 'status', value: row.id, message: confirmedMessage }]);
  if (!hasLocks) return;
  const days = [now, ...(row.isNew ? [] : [{ visit_on: textOr(row.before, 'visit_on', now.visit_on), coordinator: textOr(row.before, 'coordinator', now.coordinator) }])];
  for (const { visit_on: day, coordinator } of days) if (day !== null) refuseLocked(read, { office: officeOf(read, coordinator, actor.number), day });
};

const keepHanging = ({ read, actor }: Committing, row: KeptRow, free: ReadonlySet<string>, hasLocks: boolean): void => {
  const owner = read.get<Row & { id: string }>(`SELECT s.id, s.status, s.visit_on, s.coordinator FROM ${row.table} l JOIN session s ON s.id = l.session AND s._del = 0 WHERE l.id = ?`, [row.id]);
  if (!owner) return;
  if (owner.status === 'confirmed' && !free.has(owner.id)) throw new Refusal('invalid', confirmedMessage, [{ field: 'status', value: owner.id, message: confirmedMessage }]);
  if (hasLocks && owner.visit_on !== null) refuseLocked(read, { office: officeOf(read, owner.coordinator, actor.number), day: owner.visit_on });
};

/** Evidence of a confirmed session stays; more may be added. */
const keepEvidence = ({ read }: Committing, row: KeptRow): void => {
  if (row.isNew || read.value<number>("SELECT 1 FROM attachment a JOIN session s ON s.id = a.owner AND s.status = 'confirmed' AND s._del = 0 WHERE a.id = ? AND a.owner_table = 'session' AND a._del = 1", [row.id]) !== 1) return;
  throw new Refusal('invalid', '확정된 상담의 첨부는 지울 수 없습니다. 지급 증빙으로 남습니다.', [{ field: 'attachments', value: row.id, message: '확정된 상담의 첨부입니다.' }]);
};

export const settledSessions: Keeper = {
  tables: ['session', ...hanging, 'session_correction', 'period_lock', 'attachment'],
  keep: (committing) => {
    const { read, actor, rows } = committing;
    // The program brings the sample in table by table.
    if (actor.number === program.number) return;
    const corrected = new Set(rows.flatMap(({ table, id }) => (table === 'session_correction' ? (read.value<string>('SELECT session FROM session_correction WHERE id = ?', [id]) ?? []) : [])));
    // A session made by this very transaction (brought in from elsewhere as confirmed) comes with what hangs on it.
    const free = new Set([...corrected, ...rows.flatMap(({ table, id, isNew }) => (table === 'session' && isNew ? [id] : []))]);
    const hasLocks = read.value<number>('SELECT 1 FROM period_lock WHERE _del = 0 AND coalesce(is_open, 0) = 0 LIMIT 1') === 1;
    for (const row of rows) {
      if (row.table === 'session') keepSession(committing, row, corrected, hasLocks);
      else if (row.table === 'attachment') keepEvidence(committing, row);
      else if (row.table === 'period_lock' && !mayDecide(read, actor.number, 'lock')) throw new Refusal('forbidden', '마감은 지사장·팀장만 하거나 풀 수 있습니다. 지사장에게 부탁해 주세요.');
      else if (hanging.includes(row.table)) keepHanging(committing, row, free, hasLocks);
    }
  },
};
