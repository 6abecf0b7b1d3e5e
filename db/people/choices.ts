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

/** 개인정보 동의 of a person as of today: domain.md §15. */
export const consentStates = [
  { code: 'none', ko: '동의 없음', en: 'No consent' },
  { code: 'expired', ko: '기한 지남', en: 'Past its time' },
  { code: 'partial', ko: '항목 빠짐', en: 'Incomplete' },
  { code: 'given', ko: '동의함', en: 'Given' },
] as const satisfies readonly Choice[];

export type ConsentState = (typeof consentStates)[number]['code'];

type Consent = Readonly<{ consent_on: string | null; consent_scope: string | null; retention_until: string | null }>;

/** How the consent of a person stands on a day, and which of its three parts nobody wrote down. */
export const consentOf = (consent: Consent, day: string): { state: ConsentState; missing: (keyof Consent)[] } => {
  const missing = (['consent_on', 'consent_scope', 'retention_until'] as const).filter((name) => (consent[name] ?? '') === '');
  if (missing.includes('consent_on')) return { state: 'none', missing };
  if (consent.retention_until !== null && consent.retention_until < day) return { state: 'expired', missing };
  return { state: missing.length > 0 ? 'partial' : 'given', missing };
};
