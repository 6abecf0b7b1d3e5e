import type { Choice } from '../kernel/choice.ts';

/** Users of the program, after who does what in the trade. */
export const accountRoles = [
  { code: 'coordinator', ko: '코디네이터', en: 'Coordinator' },
  { code: 'officer', ko: '담당자·MC 매니저', en: 'Officer, mini-cluster manager' },
  { code: 'head', ko: '팀장·지사장', en: 'Head of team or office' },
  { code: 'statistician', ko: '본부 통계담당', en: 'Statistics at headquarters' },
] as const satisfies readonly Choice[];
