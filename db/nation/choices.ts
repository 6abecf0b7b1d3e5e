/** What the nation's figures are of: measures with their units, and groups of complexes (domain.md §17: 산업동향). */
import type { Choice } from '../kernel/choice.ts';

export const nationalMeasures = [
  { code: 'production', ko: '생산', en: 'Production' },
  { code: 'exports', ko: '수출', en: 'Exports' },
  { code: 'employment', ko: '고용', en: 'Employment' },
  { code: 'rnd', ko: '연구개발비', en: 'R&D cost' },
  { code: 'operating-rate', ko: '가동률', en: 'Operating rate' },
  { code: 'firms', ko: '가동업체', en: 'Firms at work' },
] as const satisfies readonly Choice[];

export type NationalMeasure = (typeof nationalMeasures)[number]['code'];

export const complexGroups = [
  { code: 'all', ko: '산업단지 전체', en: 'All complexes' },
  { code: 'national', ko: '국가산업단지', en: 'National complexes' },
  { code: 'general', ko: '일반산업단지', en: 'General complexes' },
  { code: 'urban', ko: '도시첨단산업단지', en: 'Urban high-tech complexes' },
  { code: 'rural', ko: '농공단지', en: 'Rural complexes' },
  { code: 'manufacturing', ko: '전국 제조업', en: 'Manufacturing of the nation' },
  { code: 'country', ko: '전국', en: 'The nation' },
] as const satisfies readonly Choice[];

/** Units in which each measure is published, the usual one first, with what one of it is in the smallest. */
const unitsOf: Readonly<Record<NationalMeasure, Readonly<Record<string, number>>>> = {
  production: { 억원: 100_000_000, 백만원: 1_000_000, 십억원: 1_000_000_000, 조원: 1_000_000_000_000, 원: 1 },
  exports: { 백만불: 1_000_000, 천불: 1000, 억불: 100_000_000, 불: 1 },
  employment: { 명: 1, 천명: 1000, 만명: 10_000 },
  rnd: { 억원: 100_000_000, 백만원: 1_000_000, 십억원: 1_000_000_000, 조원: 1_000_000_000_000, 원: 1 },
  'operating-rate': { '%': 1 },
  firms: { 개사: 1 },
};

/** `백만달러`, `US$`, `천달러` and the like are the same units by other names. */
const otherNames: Readonly<Record<string, string>> = { 백만달러: '백만불', 백만$: '백만불', 천달러: '천불', 천$: '천불', 억달러: '억불', 억$: '억불', 달러: '불', 인: '명', 퍼센트: '%', 개: '개사', 업체: '개사' };

const isMeasure = (code: string): code is NationalMeasure => code in unitsOf;

/** A unit as this program calls it, or null when the measure is not published in it. */
export const unitOf = (measure: string, written: string): string | null => {
  if (!isMeasure(measure)) return null;
  const plain = written.normalize('NFKC').replace(/[\s()]/g, '').replace(/^(?:US|USD)/i, '');
  const name = otherNames[plain] ?? plain;
  return name in unitsOf[measure] ? name : null;
};

export const unitsFor = (measure: string): string[] => (isMeasure(measure) ? Object.keys(unitsOf[measure]) : []);

/** How many of the smallest unit one of this unit is; null for an unknown pair. */
export const unitSize = (measure: string, unit: string): number | null => (isMeasure(measure) ? (unitsOf[measure][unit] ?? null) : null);
