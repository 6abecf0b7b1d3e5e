import type { Choice } from '../kernel/choice.ts';

/** Certifications of innovative firms (domain: isVenture, isInnobiz, isMainbiz). */
export const certifications = [
  { code: 'venture', ko: '벤처기업', en: 'Venture firm' },
  { code: 'innobiz', ko: '이노비즈', en: 'Inno-Biz' },
  { code: 'mainbiz', ko: '메인비즈', en: 'Main-Biz' },
] as const satisfies readonly Choice[];

export const laboratoryKinds = [
  { code: 'institute', ko: '기업부설연구소', en: 'Corporate research institute' },
  { code: 'department', ko: '연구개발전담부서', en: 'R&D department' },
  { code: 'none', ko: '없음', en: 'None' },
] as const satisfies readonly Choice[];

/** What of an organisation is remembered when it changes. */
export const pastKinds = [
  { code: 'name', ko: '이름', en: 'Name' },
  { code: 'address', ko: '주소', en: 'Address' },
] as const satisfies readonly Choice[];

/** Figures of a year, in the order of the sheet. */
export const figureFields = ['employees', 'sales', 'exports_usd', 'rnd_cost'] as const;
export type FigureName = (typeof figureFields)[number];
