/** Lists of values of satisfaction surveys. */
import type { Choice } from '../kernel/choice.ts';

/** 응답자 구분: what the one who answered is in the firm. No name: an answer belongs to nobody. */
export const respondentKinds = [
  { code: 'head', ko: '대표', en: 'Head of the firm' },
  { code: 'executive', ko: '임원', en: 'Executive' },
  { code: 'manager', ko: '실무 책임자', en: 'Manager' },
  { code: 'staff', ko: '실무자', en: 'Staff' },
  { code: 'expert', ko: '외부 전문가', en: 'Expert' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** Scales that are in use (domain.md §16): 100-point in 2008, 7-point in the state's deep review, 5-point elsewhere. Others can be typed. */
export const usualScales = [
  { lowest: 1, highest: 5, ko: '5점 척도' },
  { lowest: 1, highest: 7, ko: '7점 척도' },
  { lowest: 0, highest: 100, ko: '100점 척도' },
] as const;

/** `7점 척도(1~7)` as screens and tables write a scale. */
export const scaleName = (lowest: number, highest: number): string => `${highest}점 척도(${lowest}~${highest})`;
