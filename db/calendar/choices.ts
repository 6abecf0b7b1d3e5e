/** What a calendar shows. The page takes these values, so nothing of Node is imported. */
import type { Choice } from '../kernel/choice.ts';

/** Kinds of entries, in the order of their filter. */
export const calendarKinds = [
  { code: 'session', ko: '상담', en: 'Session' },
  { code: 'visit', ko: '다음 방문', en: 'Next visit' },
  { code: 'meeting', ko: '회의', en: 'Meeting' },
  { code: 'series', ko: '정기 회의', en: 'Day of a series to come' },
  { code: 'action', ko: '후속 조치 기한', en: 'Follow-up due' },
  { code: 'task-end', ko: '과제 종료', en: 'Task ends' },
  { code: 'review', ko: '재검토', en: 'Review of a task on hold' },
  { code: 'follow-up', ko: '사후관리 입력', en: 'Results due' },
] as const satisfies readonly Choice[];

export type CalendarKind = (typeof calendarKinds)[number]['code'];

/** Whose entries. */
export const calendarScopes = [
  { code: 'mine', ko: '내 일정', en: 'Mine' },
  { code: 'office', ko: '지사', en: 'Office' },
  { code: 'cluster', ko: '미니클러스터', en: 'Mini-cluster' },
] as const satisfies readonly Choice[];

export type CalendarScope = (typeof calendarScopes)[number]['code'];

export const kindWord = (kind: CalendarKind): string => calendarKinds.find((one) => one.code === kind)?.ko ?? kind;

/** Longest range that is asked for at once, in days: a year and the weeks around it. */
export const longestRange = 400;
