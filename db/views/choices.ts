import type { Choice } from '../kernel/choice.ts';

/** Lists that can have saved views, by the name of their screen. */
export const viewScreens = [
  { code: 'tasks', ko: '애로과제', en: 'Difficulty tasks' },
  { code: 'organisations', ko: '기업·기관', en: 'Organisations' },
  { code: 'people', ko: '사람', en: 'People' },
  { code: 'sessions', ko: '상담', en: 'Sessions' },
  { code: 'meetings', ko: '회의', en: 'Meetings' },
  { code: 'clusters', ko: '미니클러스터', en: 'Mini-clusters' },
  { code: 'evaluations', ko: '평가', en: 'Evaluations' },
] as const satisfies readonly Choice[];

export const isViewScreen = (name: string): name is (typeof viewScreens)[number]['code'] => viewScreens.some((one) => one.code === name);

export { isRelative, resolveFilter, resolveFilters, resolveValue, type Onlooker } from './relative.ts';
