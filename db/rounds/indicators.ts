/** The indicators of the 활동실적: each says its number and the records behind it from the same facts. */
import { percentOf } from '../reports/cell-format.ts';
import type { ActivityFacts, SessionFact } from './activity-facts.ts';

export type ActivityRecords = { table: 'session' | 'organisation' | 'task' | 'meeting'; ids: string[] };

export type ActivityIndicator = {
  code: string;
  /** Heading; one that ends in `(시간)` or `(%)` has a decimal. */
  ko: string;
  /** Printed under the table. */
  rule: string;
  /** Null where there is nothing to take a share of. */
  value: (facts: ActivityFacts) => number | null;
  records: (facts: ActivityFacts) => ActivityRecords;
};

const idsOf = (rows: readonly { id: string }[]): string[] => [...new Set(rows.map(({ id }) => id))].sort();
const sessionsOf = (rows: readonly SessionFact[]): ActivityRecords => ({ table: 'session', ids: idsOf(rows) });

/** Hours to one decimal, half up. */
const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

const total = (rows: readonly SessionFact[]): number => rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

const firmsOf = ({ sessions }: ActivityFacts): string[] => [...new Set(sessions.flatMap(({ firm }) => (firm ? [firm] : [])))].sort();
const confirmed = ({ sessions }: ActivityFacts): SessionFact[] => sessions.filter(({ isConfirmed, minutes }) => isConfirmed === 1 && (minutes ?? 0) > 0);

/** Confirmed contact minutes, each coordinator's day up to the limit of the entry rule. */
export const paidMinutes = (facts: ActivityFacts): number =>
  [...Map.groupBy(confirmed(facts), ({ person, day }) => `${person} ${day}`).values()].reduce((sum, rows) => {
    const limit = facts.limits.get(rows[0]?.person ?? '') ?? null;
    return sum + Math.min(total(rows), limit ?? Number.POSITIVE_INFINITY);
  }, 0);

/** How each number is counted, in a month here and in a year in T6: printed under both tables. */
export const activityRules = {
  sessions: '상담: 방식과 상태를 가리지 않고 기간에 한 상담',
  visits: '방문: 방식이 방문인 상담',
  hours: '상담 시간: 상담에 쓴 시간의 합. 준비 시간은 넣지 않음',
  firms: '기업: 상담한 기업 수. 계에서도 중복을 빼고, 같은 기업으로 합친 기록은 하나로 셈',
  found: '과제 발굴: 발굴일이 기간에 든 과제. 발굴한 상담의 코디네이터, 상담이 없으면 담당 코디네이터로 셈',
  made: '과제화율: 기간의 상담 가운데 과제로 이어진 상담의 비율',
  meetings: 'MC 활동: 기간에 열린 회의에 참석한 횟수. 계는 코디네이터별 횟수의 합',
  paid: '수당 산정: 확정된 상담의 상담 시간. 하루 한도(입력 규칙 ‘하루 상담 시간’)를 넘는 시간은 넣지 않음',
} as const;

export const activityIndicators: readonly ActivityIndicator[] = [
  { code: 'sessions', ko: '상담', rule: activityRules.sessions, value: ({ sessions }) => sessions.length, records: ({ sessions }) => sessionsOf(sessions) },
  { code: 'visits', ko: '방문', rule: activityRules.visits, value: ({ sessions }) => sessions.filter(({ mode }) => mode === 'visit').length, records: ({ sessions }) => sessionsOf(sessions.filter(({ mode }) => mode === 'visit')) },
  { code: 'hours', ko: '상담 시간(시간)', rule: activityRules.hours, value: ({ sessions }) => hoursOf(total(sessions)), records: ({ sessions }) => sessionsOf(sessions.filter(({ minutes }) => (minutes ?? 0) > 0)) },
  { code: 'firms', ko: '기업', rule: activityRules.firms, value: (facts) => firmsOf(facts).length, records: (facts) => ({ table: 'organisation', ids: firmsOf(facts) }) },
  { code: 'found', ko: '과제 발굴', rule: activityRules.found, value: ({ tasks }) => idsOf(tasks).length, records: ({ tasks }) => ({ table: 'task', ids: idsOf(tasks) }) },
  { code: 'made', ko: '과제화율(%)', rule: activityRules.made, value: ({ sessions }) => percentOf(sessions.filter(({ hasTask }) => hasTask === 1).length, sessions.length), records: ({ sessions }) => sessionsOf(sessions.filter(({ hasTask }) => hasTask === 1)) },
  { code: 'meetings', ko: 'MC 활동', rule: activityRules.meetings, value: ({ meetings }) => meetings.length, records: ({ meetings }) => ({ table: 'meeting', ids: idsOf(meetings) }) },
  { code: 'paid', ko: '수당 산정(시간)', rule: activityRules.paid, value: (facts) => hoursOf(paidMinutes(facts)), records: (facts) => sessionsOf(confirmed(facts)) },
];
