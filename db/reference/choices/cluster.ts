/** Lists of values of mini-clusters and complexes: domain.md §2, §7, §8. */
import type { Choice } from '../../kernel/choice.ts';

/** MC 종류. */
export const clusterKinds = [
  { code: 'general', ko: '일반', en: 'General' },
  { code: 'smart', ko: '스마트', en: 'Smart' },
  { code: 'academia', ko: '산학융합', en: 'Industry–academia' },
  { code: 'agro', ko: '농공', en: 'Agro-industrial' },
  { code: 'project', ko: '프로젝트형', en: 'Project' },
  { code: 'cooperative', ko: '조합형', en: 'Cooperative' },
  { code: 'theme', ko: '테마', en: 'Theme' },
] as const satisfies readonly Choice[];

/** 회원 구분: frozen with each membership, because a person may change sides. */
export const memberKinds = [
  { code: 'firm', ko: '기업', en: 'Firm' },
  { code: 'university', ko: '대학', en: 'University' },
  { code: 'institute', ko: '연구소', en: 'Institute' },
  { code: 'support-body', ko: '지원기관', en: 'Support body' },
  { code: 'expert', ko: '전문가', en: 'Expert' },
] as const satisfies readonly Choice[];

/** 임원 구분: all five attested together. */
export const officerRoles = [
  { code: 'chair', ko: '회장', en: 'Chair' },
  { code: 'vice-chair', ko: '부회장', en: 'Vice-chair' },
  { code: 'secretary', ko: '총무', en: 'Secretary' },
  { code: 'auditor', ko: '감사', en: 'Auditor' },
  { code: 'steering', ko: '운영위원', en: 'Steering member' },
] as const satisfies readonly Choice[];

/** 단지 유형. */
export const complexTypes = [
  { code: 'national', ko: '국가', en: 'National' },
  { code: 'general', ko: '일반', en: 'General', note: '옛 지방산업단지' },
  { code: 'urban-high-tech', ko: '도시첨단', en: 'Urban high-tech' },
  { code: 'agro', ko: '농공', en: 'Agro-industrial' },
] as const satisfies readonly Choice[];
