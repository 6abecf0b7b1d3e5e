/** Lists of values of a coordination session (코디네이팅 일지): domain.md §9, §21.2. */
import type { Choice } from '../../kernel/choice.ts';

/** 방식: how the coordinator and the firm met. */
export const sessionModes = [
  { code: 'visit', ko: '방문', en: 'Visit' },
  { code: 'office', ko: '내방', en: 'At the office' },
  { code: 'phone', ko: '전화', en: 'Phone' },
  { code: 'video', ko: '화상', en: 'Video' },
  { code: 'written', ko: '서면', en: 'In writing' },
] as const satisfies readonly Choice[];

/** 처리 결과: what came of the session. */
export const sessionResults = [
  { code: 'solved', ko: '현장해결', en: 'Solved on site' },
  { code: 'ongoing', ko: '진행', en: 'Ongoing' },
  { code: 'became-task', ko: '과제화', en: 'Became a task' },
  { code: 'referred', ko: '연계', en: 'Referred' },
  { code: 'on-hold', ko: '보류', en: 'On hold' },
] as const satisfies readonly Choice[];

/** 상태: a confirmed session is payment evidence and changes only by a correction. */
export const sessionStatuses = [
  { code: 'draft', ko: '작성중', en: 'Draft' },
  { code: 'submitted', ko: '제출', en: 'Submitted' },
  { code: 'confirmed', ko: '확정', en: 'Confirmed' },
  { code: 'returned', ko: '반려', en: 'Returned' },
] as const satisfies readonly Choice[];
