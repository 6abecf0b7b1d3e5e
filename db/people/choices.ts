import type { Choice } from '../kernel/choice.ts';

/** What a person does in the program; one person may do several. */
export const personRoles = [
  { code: 'coordinator', ko: '코디네이터', en: 'Coordinator' },
  { code: 'lead-coordinator', ko: '수석코디네이터', en: 'Lead coordinator' },
  { code: 'cluster-manager', ko: 'MC 매니저', en: 'Mini-cluster manager' },
  { code: 'expert', ko: '전문가', en: 'Expert' },
  { code: 'evaluator', ko: '평가위원', en: 'Evaluator' },
  { code: 'agency', ko: '공단 직원', en: 'Agency staff' },
] as const satisfies readonly Choice[];
