/** How a session stands: its state, the steps it can take, its history, its corrections. */
import type { Reader } from '../kernel/reader.ts';
import { lockedMessage, lockOn } from './lock.ts';
import { officeOf } from './office.ts';
import { plannedSteps, sessionValuesOf, type PlannedStep, type Taking } from './plan-step.ts';

export type SessionStepLine = { id: string; from_status: string | null; to_status: string; on_date: string; reason: string | null; by: string | null };
export type CorrectionLine = { id: string; on_date: string; reason: string; by: string | null; /** By field: what was there, what is there now. */ changes: Record<string, [string | number | null, string | number | null]> };

export type SessionLife = {
  status: string;
  /** Why nothing about it can change now; null when it can. */
  locked: string | null;
  steps: PlannedStep[];
  history: SessionStepLine[];
  corrections: CorrectionLine[];
};

const byName = '(SELECT a.name FROM account a WHERE a.number = h.by_account ORDER BY a._del LIMIT 1) AS by';

/** @throws Refusal `not-found` */
export const sessionLife = (read: Reader, id: string, taking: Taking): SessionLife => {
  const { status, visit_on: day, coordinator } = sessionValuesOf(read, id);
  const lock = lockOn(read, { office: officeOf(read, coordinator, taking.by), day });
  return {
    status, locked: lock ? lockedMessage(lock) : null,
    steps: plannedSteps(read, id, taking),
    history: read.all(`SELECT h.id, h.from_status, h.to_status, h.on_date, h.reason, ${byName} FROM session_step h WHERE h.session = ? AND h._del = 0 ORDER BY h.depth, h.n`, [id]),
    corrections: read.all<Omit<CorrectionLine, 'changes'> & { changes: string }>(`SELECT h.id, h.on_date, h.reason, h.changes, ${byName} FROM session_correction h WHERE h.session = ? AND h._del = 0 ORDER BY h.on_date, h.n`, [id])
      // Only correct.ts writes it.
      .map((line) => ({ ...line, changes: JSON.parse(line.changes) as CorrectionLine['changes'] })),
  };
};
