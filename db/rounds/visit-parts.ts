/**
 * Why a firm is to be visited next, in points and in words. Every point comes from one of these parts, and each is shown with its
 * reason: the order of the list is theirs alone. The weights are ours; they only order a list and decide nothing.
 */
import { daysAfter } from '../today/days.ts';
import { labelOf } from '../kernel/field.ts';
import { task } from '../tasks/fields.ts';

export type PartKind = 'promise' | 'action' | 'never' | 'silent' | 'stuck' | 'deadline' | 'planned';

export type VisitPart = {
  kind: PartKind;
  points: number;
  /** A Korean sentence. */
  reason: string;
  /** Where it can be looked at. */
  record: { table: 'session' | 'action_item' | 'task' | 'organisation'; id: string };
};

/** What each part is, for who asks why. */
export const partRules: readonly { kind: PartKind; ko: string; rule: string }[] = [
  { kind: 'promise', ko: '약속한 방문', rule: '다음 방문 예정일이 14일 안이면 30점, 지났으면 40점에 지난 날마다 1점(20점까지)' },
  { kind: 'action', ko: '후속 조치', rule: '기한이 지난 것은 20점에 일주일마다 2점(10점까지), 7일 안은 10점, 나머지는 3점. 한 기업에 45점까지' },
  { kind: 'never', ko: '첫 방문', rule: '회원사인데 방문 기록이 없으면 30점' },
  { kind: 'silent', ko: '뜸한 기업', rule: '회원사를 정한 날수 넘게 찾지 않았으면 20점에 30일마다 5점(30점까지)' },
  { kind: 'stuck', ko: '머문 과제', rule: '과제가 한 상태에 30일 넘게 있으면 8점에 30일마다 4점(12점까지)' },
  { kind: 'deadline', ko: '과제 기한', rule: '수행 종료가 30일 안이면 15점, 지났으면 25점' },
  { kind: 'planned', ko: '잡힌 방문', rule: '앞으로 잡힌 방문이 있으면 30점을 뺍니다' },
];

/** Days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const soonDays = 14;
const stuckDays = 30;
const deadlineDays = 30;
const mostForActions = 45;

export const promisePart = (promise: { id: string; visit_on: string; next_visit_on: string }, today: string): VisitPart | null => {
  const late = daysBetween(promise.next_visit_on, today);
  if (late < -soonDays) return null;
  const words = late > 0 ? `${late}일 지났습니다` : late === 0 ? '오늘입니다' : `${-late}일 남았습니다`;
  return { kind: 'promise', points: late > 0 ? 40 + Math.min(20, late) : 30, reason: `${promise.visit_on} 상담에서 ${promise.next_visit_on} 방문을 약속했고 ${words}.`, record: { table: 'session', id: promise.id } };
};

export type OpenAction = { id: string; what: string; due_on: string | null };

const actionPart = ({ id, what, due_on }: OpenAction, today: string): VisitPart => {
  const late = due_on === null ? null : daysBetween(due_on, today);
  const points = late === null || late < -7 ? 3 : late > 0 ? 20 + Math.min(10, 2 * Math.floor(late / 7)) : 10;
  const words = late === null ? '기한 없음' : late > 0 ? `기한 ${due_on}에서 ${late}일 지남` : `기한 ${due_on}`;
  return { kind: 'action', points, reason: `후속 조치 ‘${what}’ (${words})`, record: { table: 'action_item', id } };
};

/** The heaviest first; together they count at most 45, so that a long list of small things does not outweigh a promise. */
export const actionParts = (actions: readonly OpenAction[], today: string): VisitPart[] => {
  let left = mostForActions;
  return actions.map((one) => actionPart(one, today)).toSorted((a, b) => b.points - a.points).map((part) => {
    const points = Math.min(left, part.points);
    left -= points;
    return { ...part, points };
  });
};

export const silentPart = (firm: { id: string; lastOn: string | null; clusters: readonly string[] }, silentDays: number, today: string): VisitPart | null => {
  const of = `${firm.clusters.join(', ')} 회원`;
  if (firm.lastOn === null) return { kind: 'never', points: 30, reason: `${of}인데 방문 기록이 없습니다.`, record: { table: 'organisation', id: firm.id } };
  const days = daysBetween(firm.lastOn, today);
  if (days <= silentDays) return null;
  return { kind: 'silent', points: 20 + Math.min(30, 5 * Math.floor((days - silentDays) / 30)), reason: `${of}인데 ${firm.lastOn} 뒤로 ${days}일 동안 찾지 않았습니다.`, record: { table: 'organisation', id: firm.id } };
};

/** `since` is the day the task came into its state. */
export type OpenTask = { id: string; title: string; status: string; since: string | null; end_on: string | null; isRunning: boolean };

export const taskParts = ({ id, title, status, since, end_on, isRunning }: OpenTask, today: string): VisitPart[] => {
  const record = { table: 'task', id } as const;
  const days = since === null ? 0 : daysBetween(since, today);
  const left = end_on === null || !isRunning ? null : daysBetween(today, end_on);
  const state = labelOf(task.fields.status, status);
  return [
    // A task that is carried out has its own date to be held to.
    ...(days > stuckDays && !isRunning ? [{ kind: 'stuck', points: 8 + Math.min(12, 4 * Math.floor((days - stuckDays) / 30)), reason: `과제 ‘${title}’: ${days}일째 ‘${state}’ 상태입니다.`, record } as const] : []),
    ...(left !== null && left <= deadlineDays ? [{ kind: 'deadline', points: left < 0 ? 25 : 15, reason: `과제 ‘${title}’ 수행 종료 ${end_on} (${left < 0 ? `${-left}일 지남` : left === 0 ? 'D-day' : `D-${left}`})`, record } as const] : []),
  ];
};

export const plannedPart = (planned: { id: string; day: string }): VisitPart => ({ kind: 'planned', points: -30, reason: `${planned.day}에 방문이 잡혀 있습니다.`, record: { table: 'session', id: planned.id } });

/** Last day on which a promised visit is near enough to be listed. */
export const promisesUntil = (today: string): string => daysAfter(today, soonDays);
