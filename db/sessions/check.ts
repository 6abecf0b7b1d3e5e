/** What is worth a second look while a session is written: warnings, never refusals. */
import type { Problem } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { factsOf, type SessionDraft } from './facts.ts';
import { judgeSession, type GuardCode } from './judge.ts';

export type { SessionDraft } from './facts.ts';

export type SessionWarning = Problem & { kind: GuardCode | 'no-task' | 'open-task'; /** The other session. */ session?: string };

type Linked = { tasks: number; solved: number };

/** @param now local day and time `YYYY-MM-DD HH:MM`; `office`: whose guards hold */
export const checkSession = (read: Reader, draft: SessionDraft, { now, office }: { now: string; office: string }): SessionWarning[] => {
  const warnings: SessionWarning[] = judgeSession(factsOf(read, draft, { stage: 'draft', now, office }))
    .map(({ guard, field, value, message, session }) => ({ kind: guard, field, value: value ?? null, message, ...(session === undefined ? {} : { session }) }));
  if (!draft.id || (draft.result !== 'became-task' && draft.result !== 'solved')) return warnings;
  const { tasks, solved } = read.get<Linked>(
    `SELECT count(*) AS tasks, total(t.status IN ('direct-done', 'completed', 'follow-up', 'closed')) AS solved
     FROM session_task l JOIN task t ON t.id = l.task AND t._del = 0 WHERE l.session = ? AND l._del = 0`, [draft.id]) ?? { tasks: 0, solved: 0 };
  if (draft.result === 'became-task' && tasks === 0) warnings.push({ kind: 'no-task', field: 'result', value: draft.result, message: '처리 결과가 과제화인데 연결된 과제가 없습니다. ‘과제화’를 누르거나 과제를 연결해 주세요.' });
  if (draft.result === 'solved' && tasks > 0 && solved === 0) warnings.push({ kind: 'open-task', field: 'result', value: draft.result, message: '처리 결과가 현장해결인데 연결된 과제는 아직 현장해결이 아닙니다. 과제의 상태도 바꿔 주세요.' });
  return warnings;
};
