/** One-to-one coordination sessions (코디네이팅 일지): who visited whom, for how long, what was advised, what comes next. */
import { choice, choices, date, decimal, flag, int, link, long, record, text, time } from '../kernel/field.ts';
import type { Problem } from '../errors.ts';
import { noEarlierThan } from '../kernel/rules.ts';
import { ruleLevels } from '../reference/choices/money.ts';
import { entryGuards, lockUnits, phraseUses, sessionModes, sessionResults, sessionStatuses } from '../reference/choices/session.ts';
import { taskFields } from '../reference/choices/task.ts';

const endAfterStart = (values: { start_at: string | null; end_at: string | null }): Problem | null =>
  values.start_at !== null && values.end_at !== null && values.end_at <= values.start_at
    ? { field: 'end_at', value: values.end_at, message: `끝 시각(${values.end_at})은 시작 시각(${values.start_at})보다 늦어야 합니다.` } : null;

export const session = record('session', { ko: '상담', en: 'Coordination session' }, {
  session_no: text({ ko: '일지번호', en: 'Log number', max: 30, search: true }),
  visit_on: date({ ko: '일자', en: 'Date', required: true }),
  start_at: time({ ko: '시작', en: 'Start' }),
  end_at: time({ ko: '끝', en: 'End' }),
  contact_minutes: int({ ko: '상담 시간', en: 'Contact time', unit: '분', max: 1440, help: '시작과 끝을 모를 때만 적습니다. 1.5h, 90분, 14:00-15:30처럼 쓸 수 있습니다.' }),
  preparation_minutes: int({ ko: '준비 시간', en: 'Preparation', unit: '분', max: 1440 }),
  mode: choice({ ko: '방식', en: 'Mode', required: true, choices: sessionModes }),
  place: text({ ko: '장소', en: 'Place', search: true }),
  coordinator: link({ ko: '코디네이터', en: 'Coordinator', required: true, to: 'person' }),
  organisation: link({ ko: '기업', en: 'Firm', required: true, to: 'organisation' }),
  site: link({ ko: '사업장', en: 'Site', to: 'site' }),
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', to: 'mini_cluster' }),
  fields: choices({ ko: '분야', en: 'Fields', choices: taskFields }),
  summary: long({ ko: '애로 요지', en: 'Situation and need', search: true }),
  advice: long({ ko: '지원 내용', en: 'Advice given', search: true }),
  result: choice({ ko: '처리 결과', en: 'Result', choices: sessionResults }),
  referred_to: text({ ko: '연계 기관', en: 'Referred to' }),
  materials: text({ ko: '전달 자료', en: 'Handed over', max: 500 }),
  distance_km: decimal({ ko: '이동 거리', en: 'Distance', unit: 'km' }),
  next_visit_on: date({ ko: '다음 방문 예정', en: 'Next visit' }),
  confirm_name: text({ ko: '기업 확인자', en: 'Confirmed by', max: 60, personal: true }),
  confirm_on: date({ ko: '기업 확인일', en: 'Confirmed on' }),
  status: choice({ ko: '상태', en: 'Status', required: true, choices: sessionStatuses, merge: 'workflow' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [
    endAfterStart,
    (values) => (values.mode === 'visit' && !values.place ? { field: 'place', value: null, message: '장소: 방문 상담에는 장소가 필요합니다. 기업 주소나 사업장을 적어 주세요.' } : null),
    (values) => (values.result === 'referred' && !values.referred_to ? { field: 'referred_to', value: null, message: '연계 기관: 처리 결과가 연계이면 어느 기관인지 적어 주세요.' } : null),
  ],
  derived: {
    /** Contact time in minutes: by the clock, else as it was written down; null when neither is known. */
    minutes: (values) => {
      if (!values.start_at || !values.end_at) return values.contact_minutes;
      const [startHour = 0, startMinute = 0] = values.start_at.split(':').map(Number);
      const [endHour = 0, endMinute = 0] = values.end_at.split(':').map(Number);
      return endHour * 60 + endMinute - startHour * 60 - startMinute;
    },
  },
});

export const sessionAttendee = record('session_attendee', { ko: '상담 참석자', en: 'Attendee' }, {
  session: link({ ko: '상담', en: 'Session', required: true, to: 'session' }),
  person: link({ ko: '참석자', en: 'Person', required: true, to: 'person' }),
  side: choice({ ko: '구분', en: 'Side', required: true, choices: [{ code: 'firm', ko: '기업 참석자', en: 'Firm' }, { code: 'agency', ko: '동행자', en: 'Companion' }] }),
});

/** A session and a task that belong together; both show it. */
export const sessionTask = record('session_task', { ko: '상담–과제', en: 'Session–task' }, {
  session: link({ ko: '상담', en: 'Session', required: true, to: 'session' }),
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
});

/** A session and a meeting that belong together. Id by the pair. */
export const sessionMeeting = record('session_meeting', { ko: '상담–회의', en: 'Session–meeting' }, {
  session: link({ ko: '상담', en: 'Session', required: true, to: 'session' }),
  meeting: link({ ko: '회의', en: 'Meeting', required: true, to: 'meeting' }),
});

/** One step of a session through its states: handed in, confirmed, sent back. */
export const sessionStep = record('session_step', { ko: '상담 상태 이력', en: 'Status history of a session' }, {
  session: link({ ko: '상담', en: 'Session', required: true, to: 'session' }),
  from_status: choice({ ko: '이전 상태', en: 'From', choices: sessionStatuses }),
  to_status: choice({ ko: '상태', en: 'To', required: true, choices: sessionStatuses }),
  on_date: date({ ko: '날짜', en: 'Date', required: true }),
  by_account: int({ ko: '처리자', en: 'By' }),
  reason: long({ ko: '사유', en: 'Reason' }),
  depth: int({ ko: '순서', en: 'Depth' }),
});

/** 정정: what was changed of a confirmed session, and why. `changes` is JSON: field → [before, after]. */
export const sessionCorrection = record('session_correction', { ko: '상담 정정', en: 'Correction of a session' }, {
  session: link({ ko: '상담', en: 'Session', required: true, to: 'session' }),
  on_date: date({ ko: '정정일', en: 'Corrected on', required: true }),
  reason: long({ ko: '정정 사유', en: 'Reason', required: true }),
  changes: long({ ko: '정정 내용', en: 'Changes', required: true }),
  by_account: int({ ko: '정정자', en: 'By' }),
});

/** 마감: days of an office in which sessions and meetings no longer change. */
export const periodLock = record('period_lock', { ko: '마감', en: 'Period lock' }, {
  office: text({ ko: '지사', en: 'Office', required: true }),
  from_on: date({ ko: '시작', en: 'From', required: true }),
  until_on: date({ ko: '끝', en: 'Until', required: true }),
  unit: choice({ ko: '단위', en: 'Unit', required: true, choices: lockUnits }),
  is_open: flag({ ko: '마감 풀림', en: 'Opened again' }),
  reason: text({ ko: '사유', en: 'Reason', max: 500 }),
  on_date: date({ ko: '처리일', en: 'On' }),
  by_account: int({ ko: '처리자', en: 'By' }),
}, { rules: [noEarlierThan('until_on', '끝', 'from_on', '시작')] });

/** 입력 규칙: what an office does about an entry that looks wrong. Id by office and guard. */
export const entryGuard = record('entry_guard', { ko: '입력 규칙', en: 'Entry guard' }, {
  office: text({ ko: '지사', en: 'Office', required: true }),
  guard: choice({ ko: '규칙', en: 'Guard', required: true, choices: entryGuards }),
  level: choice({ ko: '위반 처리', en: 'Level', required: true, choices: ruleLevels }),
  amount: int({ ko: '기준', en: 'Limit', max: 10_000 }),
});

/** 상용구: text that recurs. */
export const phrase = record('phrase', { ko: '상용구', en: 'Phrase' }, {
  title: text({ ko: '이름', en: 'Title', required: true, max: 60, search: true }),
  body: long({ ko: '내용', en: 'Text', required: true }),
  use: choice({ ko: '쓰는 곳', en: 'Used in', required: true, choices: phraseUses }),
  is_shared: flag({ ko: '함께 쓰기', en: 'Shared' }),
  owner: int({ ko: '만든 사람', en: 'Owner' }),
});
