/** What is worth a second look before a session is kept: warnings, never refusals. And what must hold before it is handed in. */
import { Refusal, type Problem } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { standingOn } from '../organisations/standing.ts';

export type SessionDraft = {
  /** Id of the session itself when it exists already. */
  id?: string | undefined;
  coordinator?: string | null | undefined; organisation?: string | null | undefined; visit_on?: string | null | undefined;
  start_at?: string | null | undefined; end_at?: string | null | undefined; result?: string | null | undefined;
};

export type SessionWarning = Problem & { kind: 'overlap' | 'same-day' | 'future' | 'long-day' | 'no-task' | 'not-active'; /** The other session. */ session?: string };

type Other = { id: string; start_at: string | null; end_at: string | null; minutes: number | null; organisation: string; name: string | null };

/** Paid contact time of one coordinator on one day, in minutes (domain.md §9: 8 hours). */
const longestDay = 480;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** @param today calendar day of the device */
export const checkSession = (read: Reader, draft: SessionDraft, today: string): SessionWarning[] => {
  const { coordinator, organisation, visit_on: day, start_at: start, end_at: end } = draft;
  const warnings: SessionWarning[] = [];
  if (day && day > today) warnings.push({ kind: 'future', field: 'visit_on', value: day, message: `일자: 앞날(${day})입니다. 저장은 되지만 그날이 되기 전에는 제출할 수 없습니다.` });
  if (draft.result === 'became-task' && draft.id && read.value<number>('SELECT 1 FROM session_task WHERE session = ? AND _del = 0', [draft.id]) !== 1) {
    warnings.push({ kind: 'no-task', field: 'result', value: draft.result, message: '처리 결과가 과제화인데 연결된 과제가 없습니다. ‘과제화’를 누르거나 과제를 연결해 주세요.' });
  }
  const standing = organisation && day ? standingOn(read, organisation, day) : null;
  if (standing) warnings.push({ kind: 'not-active', field: 'organisation', value: organisation, message: standing.message });
  if (!coordinator || !day) return warnings;
  const others = read.all<Other>(
    `SELECT s.id, s.start_at, s.end_at, s.minutes, s.organisation, o.name FROM session s LEFT JOIN organisation o ON o.id = s.organisation
     WHERE s.coordinator = ? AND s.visit_on = ? AND s._del = 0 AND s.id <> ? ORDER BY s.start_at`, [coordinator, day, draft.id ?? '']);
  for (const other of others) {
    if (start && end && other.start_at !== null && other.end_at !== null && other.start_at < end && start < other.end_at) {
      warnings.push({ kind: 'overlap', field: 'start_at', value: start, session: other.id, message: `시간이 겹칩니다: 같은 날 ${other.start_at}–${other.end_at} ${other.name ?? '다른'} 상담이 있습니다.` });
    }
    if (organisation && other.organisation === organisation) {
      warnings.push({ kind: 'same-day', field: 'organisation', value: organisation, session: other.id, message: `같은 날 같은 기업 상담이 이미 있습니다${other.start_at ? ` (${other.start_at} 시작)` : ''}. 두 번 적은 것은 아닌지 확인해 주세요.` });
    }
  }
  const total = others.reduce((sum, other) => sum + (other.minutes ?? 0), start && end && end > start ? minutesOf(end) - minutesOf(start) : 0);
  if (total > longestDay) warnings.push({ kind: 'long-day', field: 'end_at', value: end, message: `이날 상담 시간이 모두 ${Math.floor(total / 60)}시간 ${total % 60}분입니다. 하루 8시간까지 산정합니다.` });
  return warnings;
};

type Handed = { visit_on: string; start_at: string | null; end_at: string | null; mode: string; advice: string | null; summary: string | null; fields: string | null; result: string | null; status: string; firmPeople: number; tasks: number };

/** @param now local date and time `YYYY-MM-DD HH:MM`. @throws Refusal `not-found`, `invalid` with everything that is missing */
export const refuseUnfit = (read: Reader, id: string, now: string): void => {
  const row = read.get<Handed>(
    `SELECT visit_on, start_at, end_at, mode, advice, summary, fields, result, status,
     (SELECT count(*) FROM session_attendee a WHERE a.session = s.id AND a.side = 'firm' AND a._del = 0) AS firmPeople,
     (SELECT count(*) FROM session_task l WHERE l.session = s.id AND l._del = 0) AS tasks FROM session s WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '상담을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const missing: Problem[] = [];
  const want = (holds: boolean, field: string, message: string): void => { if (!holds) missing.push({ field, message }); };
  want(row.status === 'draft' || row.status === 'returned', 'status', '이미 제출했습니다.');
  want(`${row.visit_on} ${row.end_at ?? '00:00'}` <= now, 'visit_on', `일자: 아직 끝나지 않은 상담(${row.visit_on})은 제출할 수 없습니다. 상담이 끝난 뒤 제출해 주세요.`);
  want(row.start_at !== null, 'start_at', '시작: 시작 시각을 적어 주세요.');
  want(row.end_at !== null, 'end_at', '끝: 끝 시각을 적어 주세요.');
  want(row.fields !== null, 'fields', '분야: 하나 이상 골라 주세요.');
  want(row.summary !== null, 'summary', '애로 요지: 기업의 상황과 애로를 적어 주세요.');
  want(row.advice !== null, 'advice', '지원 내용: 무엇을 도왔는지 적어 주세요.');
  want(row.result !== null, 'result', '처리 결과: 골라 주세요.');
  want(row.result !== 'became-task' || row.tasks > 0, 'result', '처리 결과가 과제화이면 연결된 과제가 있어야 합니다. ‘과제화’를 눌러 주세요.');
  want(row.mode !== 'visit' || row.firmPeople > 0, 'attendees', '기업 참석자: 방문 상담에는 기업 쪽 사람이 한 명 이상 있어야 합니다.');
  if (missing.length > 0) throw new Refusal('invalid', missing.length === 1 ? (missing[0]?.message ?? '') : `제출하려면 ${missing.length}가지를 채워 주세요. ${missing[0]?.message ?? ''}`, missing);
};
