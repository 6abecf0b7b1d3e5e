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

/** 마감 단위. */
export const lockUnits = [
  { code: 'day', ko: '일', en: 'Day' },
  { code: 'month', ko: '월', en: 'Month' },
  { code: 'quarter', ko: '분기', en: 'Quarter' },
] as const satisfies readonly Choice[];

/** 입력 규칙: what an entry is looked at for (domain.md §9). */
export const entryGuards = [
  { code: 'overlap', ko: '같은 코디네이터의 시간 겹침', en: 'Overlap of one coordinator' },
  { code: 'day-hours', ko: '하루 상담 시간', en: 'Hours of a day' },
  { code: 'future', ko: '앞선 날짜', en: 'Future date' },
  { code: 'inactive-firm', ko: '휴업·폐업 기업', en: 'Firm not active' },
  { code: 'same-day', ko: '같은 기업·같은 날', en: 'Same firm, same day' },
  { code: 'late', ko: '늦은 입력', en: 'Entered late' },
] as const satisfies readonly Choice[];

/** 상용구를 쓰는 곳. */
export const phraseUses = [
  { code: 'summary', ko: '애로 요지', en: 'Situation' },
  { code: 'advice', ko: '지원 내용', en: 'Advice' },
  { code: 'discussion', ko: '회의 논의', en: 'Discussion' },
  { code: 'decision', ko: '회의 결정', en: 'Decision' },
] as const satisfies readonly Choice[];
