/** Lists of values of organisations, firms and people: domain.md §7, §8, §14.4. */
import type { Choice } from '../../kernel/choice.ts';

/** 기관 구분. The first four are the ones every published member count is split by. */
export const organisationKinds = [
  { code: 'firm', ko: '기업', en: 'Firm' },
  { code: 'university', ko: '대학', en: 'University' },
  { code: 'institute', ko: '연구소', en: 'Institute' },
  { code: 'support-body', ko: '지원기관', en: 'Support body' },
  { code: 'local-government', ko: '지자체', en: 'Local government' },
  { code: 'association', ko: '협회·조합', en: 'Association' },
  { code: 'financial', ko: '금융기관', en: 'Financial institution' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 법인 형태. */
export const legalForms = [
  { code: 'stock-company', ko: '주식회사', en: 'Stock company' },
  { code: 'limited-company', ko: '유한회사', en: 'Limited company' },
  { code: 'limited-liability', ko: '유한책임회사', en: 'Limited liability company' },
  { code: 'partnership', ko: '합자·합명회사', en: 'Partnership' },
  { code: 'association', ko: '사단법인', en: 'Incorporated association' },
  { code: 'foundation', ko: '재단법인', en: 'Foundation' },
  { code: 'cooperative', ko: '조합', en: 'Cooperative' },
  { code: 'sole-owner', ko: '개인', en: 'Sole owner' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 입주 형태. */
export const tenancyTypes = [
  { code: 'owned', ko: '자가', en: 'Owned' },
  { code: 'leased', ko: '임대', en: 'Leased' },
] as const satisfies readonly Choice[];

/** 기업 상태. */
export const firmStatuses = [
  { code: 'active', ko: '정상', en: 'Active' },
  { code: 'suspended', ko: '휴업', en: 'Suspended' },
  { code: 'closed', ko: '폐업', en: 'Closed' },
  { code: 'moved', ko: '이전', en: 'Moved away' },
  { code: 'merged', ko: '합병', en: 'Merged into another firm' },
] as const satisfies readonly Choice[];

/**
 * 공장규모 as the factory registry prints it. A label of the registry, neither the legal size class nor
 * the program band: 5 of 116 real rows do not follow their employee count.
 */
export const registrySizes = [
  { code: 'small', ko: '소기업', en: 'Small' },
  { code: 'medium', ko: '중기업', en: 'Medium' },
  { code: 'large', ko: '대기업', en: 'Large' },
] as const satisfies readonly Choice[];

/** 기업 규모(법적): by 3-year mean sales and industry, with a certificate and a day; recorded, never computed (domain.md §14.4). */
export const sizeClasses = [
  { code: 'micro', ko: '소상공인', en: 'Micro-enterprise' },
  { code: 'small', ko: '소기업', en: 'Small' },
  { code: 'medium', ko: '중기업', en: 'Medium' },
  { code: 'mid-tier', ko: '중견기업', en: 'Mid-tier' },
  { code: 'large', ko: '대기업', en: 'Large' },
] as const satisfies readonly Choice[];

/** 직위 offered while typing; other text is allowed where the field is text. */
export const positions = [
  { code: 'chief-executive', ko: '대표이사', en: 'Chief executive' },
  { code: 'director', ko: '이사', en: 'Director' },
  { code: 'head-of-laboratory', ko: '연구소장', en: 'Head of laboratory' },
  { code: 'department-head', ko: '부장', en: 'Department head' },
  { code: 'deputy-head', ko: '차장', en: 'Deputy department head' },
  { code: 'section-chief', ko: '과장', en: 'Section chief' },
  { code: 'assistant-chief', ko: '대리', en: 'Assistant section chief' },
  { code: 'professor', ko: '교수', en: 'Professor' },
  { code: 'principal-researcher', ko: '책임연구원', en: 'Principal researcher' },
  { code: 'coordinator', ko: '코디네이터', en: 'Coordinator' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];
