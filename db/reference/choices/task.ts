/** Lists of values of a difficulty task (애로과제): domain.md §4 (states) and §8 (the rest). */
import type { Choice } from '../../kernel/choice.ts';

/** 분야: what the difficulty is about. */
export const taskFields = [
  { code: 'management', ko: '경영·일반', en: 'Management' },
  { code: 'rnd', ko: 'R&D(연구개발)', en: 'R&D' },
  { code: 'finance', ko: '자금', en: 'Finance' },
  { code: 'workforce', ko: '인력', en: 'Workforce' },
  { code: 'marketing', ko: '마케팅(판로)', en: 'Marketing' },
  { code: 'export', ko: '수출', en: 'Export' },
  { code: 'patent-certification', ko: '특허·인증', en: 'Patents and certification' },
  { code: 'design', ko: '디자인', en: 'Design' },
  { code: 'production-quality', ko: '생산·품질', en: 'Production and quality' },
  { code: 'training', ko: '교육훈련', en: 'Training' },
  { code: 'facility-location', ko: '시설·입지', en: 'Facilities and location' },
  { code: 'environment-safety', ko: '환경·안전', en: 'Environment and safety' },
  { code: 'regulation', ko: '규제·제도', en: 'Regulation' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 단계: printed since program year 2015, empty before. */
export const taskStages = [
  { code: 'technology', ko: '기술개발', en: 'Technology development' },
  { code: 'product', ko: '제품화', en: 'Product' },
  { code: 'market', ko: '시장화', en: 'Market' },
] as const satisfies readonly Choice[];

/** 발굴 경로: how the need was found. */
export const foundByChoices = [
  { code: 'firm-visit', ko: '기업방문', en: 'Firm visit' },
  { code: 'cluster-meeting', ko: 'MC 회의', en: 'Mini-cluster meeting' },
  { code: 'seminar-forum', ko: '세미나·포럼', en: 'Seminar or forum' },
  { code: 'idea-storage', ko: '아이디어 저장소', en: 'Idea storage' },
  { code: 'phone-online', ko: '전화·온라인', en: 'Phone or online' },
  { code: 'support-body', ko: '지원기관 소개', en: 'Introduced by a support body' },
  { code: 'survey', ko: '설문', en: 'Survey' },
  { code: 'direct', ko: '직접 접수', en: 'Told directly' },
] as const satisfies readonly Choice[];

/** 심의 경로: who decides on the task. */
export const reviewRoutes = [
  { code: 'committee', ko: '위원회', en: 'Committee' },
  { code: 'lead-coordinator', ko: '수석코디네이터(소액)', en: 'Lead coordinator (small task)' },
  { code: 'national-competition', ko: '전국 경쟁(테마)', en: 'National competition (theme)' },
  { code: 'regional-competition', ko: '광역 경쟁', en: 'Regional competition' },
] as const satisfies readonly Choice[];

/** 최종 등급: the older scale (성공·성실수행·실패) and the newer one (우수…극히불량) side by side. */
export const finalGrades = [
  { code: 'excellent', ko: '우수', en: 'Excellent' },
  { code: 'ordinary', ko: '보통', en: 'Ordinary' },
  { code: 'poor', ko: '미흡', en: 'Poor' },
  { code: 'very-poor', ko: '극히불량', en: 'Very poor' },
  { code: 'success', ko: '성공', en: 'Success', note: '이전 등급 체계' },
  { code: 'sincere', ko: '성실수행', en: 'Sincerely performed', note: '이전 등급 체계' },
  { code: 'failure', ko: '실패', en: 'Failure', note: '이전 등급 체계' },
] as const satisfies readonly Choice[];

/** 참여 구분: what a body does in a task. */
export const participantRoles = [
  { code: 'lead', ko: '주관', en: 'Lead' },
  { code: 'partner', ko: '참여', en: 'Participating' },
  { code: 'subcontractor', ko: '위탁', en: 'Subcontracted' },
] as const satisfies readonly Choice[];

/** A state of the workflow; `order` is its number in domain.md §4, `isFinal` = no way leads out of it. */
export type TaskState = Choice & Readonly<{ order: number; isFinal: boolean }>;

/** 상태: the 18 states of domain.md §4. */
export const taskStates = [
  { code: 'discovered', ko: '발굴', en: 'Discovered', order: 1, isFinal: false },
  { code: 'received', ko: '접수', en: 'Received', order: 2, isFinal: false },
  { code: 'planning', ko: '과제기획', en: 'Planning', order: 3, isFinal: false },
  { code: 'under-review', ko: '심의중', en: 'Under review', order: 4, isFinal: false },
  { code: 'selected', ko: '선정', en: 'Selected', order: 5, isFinal: false },
  { code: 'rejected', ko: '탈락(미선정)', en: 'Not selected', order: 6, isFinal: false },
  { code: 'agreed', ko: '협약', en: 'Agreed', order: 7, isFinal: false },
  { code: 'in-progress', ko: '수행중', en: 'In progress', order: 8, isFinal: false },
  { code: 'mid-check', ko: '중간점검', en: 'Mid-term check', order: 9, isFinal: false },
  { code: 'final-review', ko: '최종평가', en: 'Final review', order: 10, isFinal: false },
  { code: 'completed', ko: '완료', en: 'Completed', order: 11, isFinal: false },
  { code: 'stopped', ko: '실패·중단', en: 'Failed or stopped', order: 12, isFinal: false },
  { code: 'follow-up', ko: '사후관리', en: 'Follow-up', order: 13, isFinal: false },
  { code: 'closed', ko: '종결', en: 'Closed', order: 14, isFinal: true },
  { code: 'direct-done', ko: '현장해결', en: 'Solved on site', order: 15, isFinal: true },
  { code: 'referred', ko: '타기관 연계', en: 'Referred', order: 16, isFinal: true },
  { code: 'withdrawn', ko: '포기·철회', en: 'Withdrawn', order: 17, isFinal: true },
  { code: 'on-hold', ko: '보류', en: 'On hold', order: 18, isFinal: false },
] as const satisfies readonly TaskState[];
