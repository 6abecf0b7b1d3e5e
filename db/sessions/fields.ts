/** One-to-one coordination sessions (코디네이팅 일지): who visited whom, for how long, what was advised, what comes next. */
import { choice, choices, date, int, link, long, record, text, time } from '../kernel/field.ts';
import type { Problem } from '../errors.ts';
import { sessionModes, sessionResults, sessionStatuses } from '../reference/choices/session.ts';
import { taskFields } from '../reference/choices/task.ts';

const endAfterStart = (values: { start_at: string | null; end_at: string | null }): Problem | null =>
  values.start_at !== null && values.end_at !== null && values.end_at <= values.start_at
    ? { field: 'end_at', value: values.end_at, message: `끝 시각(${values.end_at})은 시작 시각(${values.start_at})보다 늦어야 합니다.` } : null;

export const session = record('session', { ko: '상담', en: 'Coordination session' }, {
  session_no: text({ ko: '일지번호', en: 'Log number', max: 30, search: true }),
  visit_on: date({ ko: '일자', en: 'Date', required: true }),
  start_at: time({ ko: '시작', en: 'Start' }),
  end_at: time({ ko: '끝', en: 'End' }),
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
    /** Contact time in minutes, null when a time is missing. */
    minutes: (values) => {
      if (!values.start_at || !values.end_at) return null;
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
