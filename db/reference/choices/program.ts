/** Lists of values of the program itself: phases (domain.md §16) and the part a complex plays (§11). */
import type { Choice } from '../../kernel/choice.ts';

/** 사업 단계. Only 자립기 (2013–2016) has a printed period; see assets/reference/program-years.json. */
export const programPhases = [
  { code: 'formation', ko: '형성기', en: 'Formation' },
  { code: 'growth', ko: '성장기', en: 'Growth' },
  { code: 'self-reliance', ko: '자립기', en: 'Self-reliance' },
] as const satisfies readonly Choice[];

/** 단지의 역할 in a period: a hub runs mini-clusters, a linked complex takes part in them. */
export const complexRoles = [
  { code: 'pilot', ko: '시범단지', en: 'Pilot', note: '2005년 7개' },
  { code: 'expansion', ko: '확대단지', en: 'Expansion', note: '2007년 5개' },
  { code: 'hub', ko: '거점단지', en: 'Hub' },
  { code: 'linked', ko: '연계단지', en: 'Linked' },
] as const satisfies readonly Choice[];
