/** What looks wrong about a session by the rules of its office (domain.md §9): a pure look at facts, the same while it is typed and when it is handed in. */
import { lengthOf, formatLength } from '../korean/parse-span.ts';
import { entryGuards } from '../reference/choices/session.ts';

export type GuardCode = (typeof entryGuards)[number]['code'];
export type GuardLevel = 'block' | 'warn' | 'off';
/** `amount`: minutes of a day, days for `late`; the others have none. */
export type Guard = { level: GuardLevel; amount: number | null };
export type Guards = Readonly<Record<GuardCode, Guard>>;

/** What holds unless an office says otherwise. 480 minutes: paid contact time of a day (domain.md §9). */
export const shippedGuards: Guards = {
  overlap: { level: 'block', amount: null },
  'day-hours': { level: 'warn', amount: 480 },
  future: { level: 'block', amount: null },
  'inactive-firm': { level: 'warn', amount: null },
  'same-day': { level: 'warn', amount: null },
  late: { level: 'off', amount: 7 },
};

/** Another session of the same coordinator on the same day. */
export type OtherSession = { id: string; start_at: string | null; end_at: string | null; minutes: number | null; isSameFirm: boolean; firm: string | null };

export type SessionFacts = {
  /** While it is written nothing blocks: a draft is never refused. */
  stage: 'draft' | 'submit';
  /** Local day and time, `YYYY-MM-DD HH:MM`. */
  now: string;
  session: { organisation: string | null; visit_on: string | null; start_at: string | null; end_at: string | null; contact_minutes: number | null };
  others: readonly OtherSession[];
  /** Why the firm cannot be chosen on that day; null when it can. */
  standing: string | null;
  guards: Guards;
};

export type SessionFinding = { guard: GuardCode; level: 'block' | 'warn'; field: string; value?: string | null; message: string; /** The other session. */ session?: string };

type Found = Omit<SessionFinding, 'guard' | 'level'>;

const overlaps = ({ session: { start_at: start, end_at: end }, others }: SessionFacts): Found[] =>
  others.flatMap((other) => (start && end && other.start_at && other.end_at && other.start_at < end && start < other.end_at
    ? [{ field: 'start_at', value: start, session: other.id, message: `시간이 겹칩니다: 같은 날 ${other.start_at}–${other.end_at} ${other.firm ?? '다른'} 상담이 있습니다.` }] : []));

const dayHours = ({ session, others, guards }: SessionFacts): Found[] => {
  const limit = guards['day-hours'].amount ?? 480;
  const total = others.reduce((sum, other) => sum + (other.minutes ?? 0), lengthOf(session.start_at, session.end_at) ?? session.contact_minutes ?? 0);
  return total > limit ? [{ field: 'end_at', value: session.end_at, message: `이날 상담 시간이 모두 ${formatLength(total)}입니다. 하루 ${formatLength(limit)}까지 산정합니다.` }] : [];
};

const future = ({ stage, now, session: { visit_on: day, start_at: start, end_at: end } }: SessionFacts): Found[] => {
  if (!day) return [];
  const end_ = end ?? start ?? '00:00';
  if (stage === 'draft' ? day <= now.slice(0, 10) : `${day} ${end_}` <= now) return [];
  return [{ field: 'visit_on', value: day, message: stage === 'draft'
    ? `일자: 앞날(${day})입니다. 저장은 되지만 그날이 되기 전에는 제출할 수 없습니다.`
    : `일자: 아직 끝나지 않은 상담(${day})은 제출할 수 없습니다. 상담이 끝난 뒤 제출해 주세요.` }];
};

const sameDay = ({ session: { organisation }, others }: SessionFacts): Found[] =>
  others.flatMap((other) => (other.isSameFirm ? [{ field: 'organisation', value: organisation, session: other.id,
    message: `같은 날 같은 기업 상담이 이미 있습니다${other.start_at ? ` (${other.start_at} 시작)` : ''}. 두 번 적은 것은 아닌지 확인해 주세요.` }] : []));

const late = ({ session: { visit_on: day }, now, guards }: SessionFacts): Found[] => {
  const limit = guards.late.amount ?? 7;
  const days = day ? Math.round((Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000) : 0;
  return days > limit ? [{ field: 'visit_on', value: day, message: `일자: 상담한 지 ${days}일이 지났습니다. ${limit}일 안에 적어 주세요.` }] : [];
};

const looks: Readonly<Record<GuardCode, (facts: SessionFacts) => Found[]>> = {
  overlap: overlaps,
  'day-hours': dayHours,
  future,
  'inactive-firm': ({ session, standing }) => (standing === null ? [] : [{ field: 'organisation', value: session.organisation, message: standing }]),
  'same-day': sameDay,
  late,
};

/** In the order of the list of guards. */
export const judgeSession = (facts: SessionFacts): SessionFinding[] =>
  entryGuards.flatMap(({ code }) => {
    const { level } = facts.guards[code];
    if (level === 'off') return [];
    return looks[code](facts).map((found) => ({ guard: code, level: facts.stage === 'draft' ? 'warn' : level, ...found }));
  });
