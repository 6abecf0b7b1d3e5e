/** Lists of values of evaluation and what comes after it: domain.md §2 (committees), §4 (mid-check), §7 (outputs). */
import type { Choice } from '../../kernel/choice.ts';

/** 평가회의 종류. */
export const committeeKinds = [
  { code: 'regional', ko: '광역평가위원회', en: 'Regional evaluation committee' },
  { code: 'technical', ko: '기술심사위원회', en: 'Technical review committee' },
  { code: 'expert', ko: '전문평가위원회', en: 'Expert evaluation committee' },
] as const satisfies readonly Choice[];

export const committeeStatuses = [
  { code: 'planned', ko: '예정', en: 'Planned' },
  { code: 'closed', ko: '마감', en: 'Closed' },
] as const satisfies readonly Choice[];

export const evaluatorRoles = [
  { code: 'chair', ko: '위원장', en: 'Chair' },
  { code: 'evaluator', ko: '위원', en: 'Evaluator' },
  { code: 'secretary', ko: '간사', en: 'Secretary' },
] as const satisfies readonly Choice[];

/** 결정: what a committee makes of a task. */
export const decisions = [
  { code: 'selected', ko: '선정', en: 'Selected' },
  { code: 'rejected', ko: '탈락', en: 'Not selected' },
  { code: 'supplement', ko: '보완', en: 'To be supplemented' },
  { code: 'postponed', ko: '보류', en: 'Postponed' },
] as const satisfies readonly Choice[];

/** 중간점검 결과. */
export const midCheckResults = [
  { code: 'continue', ko: '계속', en: 'Continue' },
  { code: 'supplement', ko: '보완', en: 'Supplement' },
  { code: 'stop', ko: '중단', en: 'Stop' },
] as const satisfies readonly Choice[];

/** 성과 종류. Sales, jobs and exports are counted by year, not here. */
export const outputKinds = [
  { code: 'patent-applied', ko: '특허 출원', en: 'Patent applied for' },
  { code: 'patent-registered', ko: '특허 등록', en: 'Patent registered' },
  { code: 'certificate', ko: '인증', en: 'Certificate' },
  { code: 'paper', ko: '논문', en: 'Paper' },
  { code: 'prototype', ko: '시제품', en: 'Prototype' },
  { code: 'transfer', ko: '기술이전', en: 'Technology transfer' },
  { code: 'contract', ko: '수출·납품 계약', en: 'Export or supply contract' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];
