/** Lists of values about money: who gives it, and how a rule's limit is meant (domain.md §5, §7). */
import type { Choice } from '../../kernel/choice.ts';

/** 재원: who pays a part of a task. */
export const fundKinds = [
  { code: 'national', ko: '국비', en: 'National' },
  { code: 'local', ko: '지방비', en: 'Local' },
  { code: 'private-cash', ko: '민간 현금', en: 'Private, cash' },
  { code: 'private-in-kind', ko: '민간 현물', en: 'Private, in kind' },
] as const satisfies readonly Choice[];

/** 한도 적용: is the limit itself still allowed? */
export const limitRules = [
  { code: 'at-most', ko: '이하', en: 'At most' },
  { code: 'below', ko: '미만', en: 'Below' },
] as const satisfies readonly Choice[];

/** 한도 단위: what a cap counts for. */
export const capUnits = [
  { code: 'task', ko: '과제당', en: 'Per task' },
  { code: 'year', ko: '연간', en: 'Per year' },
  { code: 'case', ko: '건당', en: 'Per case' },
] as const satisfies readonly Choice[];

/** 공동 조건: what is counted for "at least so many together". */
export const jointUnits = [
  { code: 'firms', ko: '기업', en: 'Firms' },
  { code: 'bodies', ko: '기관', en: 'Bodies of any kind' },
] as const satisfies readonly Choice[];

/** 위반 처리: what a broken rule does to a move. */
export const ruleLevels = [
  { code: 'block', ko: '막기', en: 'Block' },
  { code: 'warn', ko: '알리기', en: 'Warn' },
  { code: 'off', ko: '보지 않기', en: 'Off' },
] as const satisfies readonly Choice[];
