/** Lists of values of a mini-cluster meeting (MC 회의·활동): domain.md §10. */
import type { Choice } from '../../kernel/choice.ts';

/** 회의 종류: the 16 kinds of domain.md §10. */
export const meetingKinds = [
  { code: 'founding-assembly', ko: '창립총회', en: 'Founding assembly' },
  { code: 'regular-assembly', ko: '정기총회', en: 'Regular assembly' },
  { code: 'special-assembly', ko: '임시총회', en: 'Special assembly' },
  { code: 'steering-committee', ko: '운영위원회', en: 'Steering committee' },
  { code: 'task-finding', ko: '과제발굴회의(R&BD 발굴포럼)', en: 'Task-finding meeting' },
  { code: 'technology-forum', ko: '기술교류회·기술포럼', en: 'Technology forum' },
  { code: 'seminar', ko: '세미나·교육', en: 'Seminar or training' },
  { code: 'briefing', ko: '설명회', en: 'Briefing' },
  { code: 'workshop', ko: '워크숍', en: 'Workshop' },
  { code: 'joint-workshop', ko: '연합워크숍', en: 'Joint workshop' },
  { code: 'working-group', ko: '워킹그룹(서브MC)', en: 'Working group' },
  { code: 'member-visit', ko: '회원사 방문', en: 'Visit to a member' },
  { code: 'benchmarking', ko: '벤치마킹·견학', en: 'Benchmarking' },
  { code: 'trade-meeting', ko: '상담회', en: 'Trade meeting' },
  { code: 'round-table', ko: '간담회', en: 'Round table' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 안건 구분. */
export const agendaKinds = [
  { code: 'report', ko: '보고', en: 'Report' },
  { code: 'resolution', ko: '의결', en: 'Resolution' },
] as const satisfies readonly Choice[];

/** 후속 조치 상태. */
export const actionStatuses = [
  { code: 'open', ko: '예정', en: 'Open' },
  { code: 'in-progress', ko: '진행중', en: 'In progress' },
  { code: 'done', ko: '완료', en: 'Done' },
  { code: 'cancelled', ko: '취소', en: 'Cancelled' },
] as const satisfies readonly Choice[];

/** 참석자 구분, as on the attendance sheet. */
export const attendeeKinds = [
  { code: 'firm', ko: '기업', en: 'Firm' },
  { code: 'university', ko: '대학', en: 'University' },
  { code: 'institute', ko: '연구소', en: 'Institute' },
  { code: 'support-body', ko: '지원기관', en: 'Support body' },
  { code: 'coordinator', ko: '코디네이터', en: 'Coordinator' },
  { code: 'agency', ko: '공단', en: 'Agency' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 회의 상태. */
export const meetingStatuses = [
  { code: 'planned', ko: '예정', en: 'Planned' },
  { code: 'held', ko: '개최', en: 'Held' },
  { code: 'cancelled', ko: '취소', en: 'Cancelled' },
] as const satisfies readonly Choice[];

/** 안건 처리. */
export const agendaStatuses = [
  { code: 'open', ko: '예정', en: 'Open' },
  { code: 'done', ko: '처리', en: 'Done' },
  { code: 'carried', ko: '이월', en: 'Carried over' },
  { code: 'dropped', ko: '철회', en: 'Dropped' },
] as const satisfies readonly Choice[];

/** 정기 회의 주기. */
export const frequencies = [
  { code: 'weekly', ko: '매주 같은 요일', en: 'Weekly' },
  { code: 'monthly-day', ko: '매월 같은 날', en: 'Monthly, same day' },
  { code: 'monthly-weekday', ko: '매월 같은 주 같은 요일', en: 'Monthly, same weekday' },
  { code: 'monthly-last', ko: '매월 마지막 주 같은 요일', en: 'Monthly, last weekday' },
  { code: 'yearly', ko: '매년 같은 날', en: 'Yearly' },
] as const satisfies readonly Choice[];

/** 회의 비용 재원. */
export const meetingFunds = [
  { code: 'national', ko: '국비', en: 'National' },
  { code: 'dues', ko: '회비', en: 'Dues' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 회의 비용 항목: domain.md §10. */
export const costKinds = [
  { code: 'meal', ko: '식대', en: 'Meals' },
  { code: 'refreshment', ko: '다과', en: 'Refreshments' },
  { code: 'speaker', ko: '강사료', en: 'Speaker' },
  { code: 'venue', ko: '대관료', en: 'Venue' },
  { code: 'transport', ko: '교통', en: 'Transport' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];

/** 정산 사전점검: what is looked at. */
export const costChecks = [
  { code: 'outside-attendee', ko: '외부 참석자', en: 'An attendee from outside' },
  { code: 'prior-approval', ko: '사전 승인', en: 'Approved before' },
  { code: 'per-head', ko: '1인당 한도', en: 'Per head' },
  { code: 'minutes-length', ko: '회의록 분량', en: 'Length of the minutes' },
  { code: 'same-day', ko: '같은 날 반복', en: 'Again on one day' },
] as const satisfies readonly Choice[];
