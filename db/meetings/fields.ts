/** Mini-cluster meetings (미니클러스터 회의): agenda, attendance, decisions, tasks found there. */
import { choice, date, flag, int, link, long, record, text, time, won } from '../kernel/field.ts';
import { choseong, foldName } from '../korean/names.ts';
import type { Problem } from '../errors.ts';
import { ruleLevels } from '../reference/choices/money.ts';
import { agendaKinds, agendaStatuses, attendeeKinds, costChecks, costKinds, frequencies, meetingFunds, meetingKinds, meetingStatuses } from '../reference/choices/meeting.ts';

const endsAfterStart = (values: { start_on: string | null; start_at: string | null; end_on: string | null; end_at: string | null }): Problem | null => {
  const end = values.end_on ?? values.start_on;
  if (values.end_on !== null && values.start_on !== null && values.end_on < values.start_on) return { field: 'end_on', value: values.end_on, message: `끝나는 날(${values.end_on})이 시작하는 날(${values.start_on})보다 빠릅니다.` };
  if (end === values.start_on && values.start_at !== null && values.end_at !== null && values.end_at <= values.start_at) return { field: 'end_at', value: values.end_at, message: `끝 시각(${values.end_at})은 시작 시각(${values.start_at})보다 늦어야 합니다.` };
  return null;
};

export const meeting = record('meeting', { ko: '회의', en: 'Meeting' }, {
  title: text({ ko: '회의명', en: 'Title', required: true, search: true, headers: ['회의명', '행사명'] }),
  kind: choice({ ko: '종류', en: 'Kind', required: true, choices: meetingKinds }),
  round: int({ ko: '회차', en: 'Round', unit: '차', min: 1, max: 999 }),
  start_on: date({ ko: '날짜', en: 'Date', required: true, headers: ['일자', '날짜', '일시'] }),
  start_at: time({ ko: '시작', en: 'Start' }),
  end_on: date({ ko: '끝나는 날', en: 'Ends on', help: '하루로 끝나면 비워 둡니다.' }),
  end_at: time({ ko: '끝', en: 'End' }),
  place: text({ ko: '장소', en: 'Place', search: true, headers: ['장소'] }),
  chair: link({ ko: '주재', en: 'Chair', to: 'person' }),
  recorder: link({ ko: '기록', en: 'Recorder', to: 'person' }),
  headcount_only: int({ ko: '명부 없는 인원', en: 'Head count without list', unit: '명', max: 100_000, help: '옛 종이 기록처럼 이름 없이 인원만 아는 참석자. 명부와 따로 셉니다.' }),
  status: choice({ ko: '상태', en: 'Status', choices: meetingStatuses }),
  series: link({ ko: '정기 회의', en: 'Series', to: 'meeting_series' }),
  series_on: date({ ko: '정기 회의의 날', en: 'Day in the series' }),
  invited: int({ ko: '참석 대상', en: 'Invited', unit: '명', max: 100_000 }),
  minutes: long({ ko: '회의록', en: 'Minutes', search: true }),
  cost_national: won({ ko: '비용(국비)', en: 'Cost, national' }),
  cost_dues: won({ ko: '비용(회비)', en: 'Cost, dues' }),
  cost_other: won({ ko: '비용(기타)', en: 'Cost, other' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [endsAfterStart],
  derived: {
    name_key: (values) => foldName(values.title ?? ''),
    name_cho: (values) => choseong(values.title ?? ''),
  },
});

/** A joint workshop belongs to several mini-clusters: counted once nationally, once for each. */
export const meetingCluster = record('meeting_cluster', { ko: '주관 미니클러스터', en: 'Held by' }, {
  meeting: link({ ko: '회의', en: 'Meeting', required: true, to: 'meeting' }),
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  is_host: flag({ ko: '주관', en: 'Host' }),
});

/** One person at one meeting; what the person was on that day is frozen here. */
export const attendance = record('attendance', { ko: '참석', en: 'Attendance' }, {
  meeting: link({ ko: '회의', en: 'Meeting', required: true, to: 'meeting' }),
  person: link({ ko: '참석자', en: 'Person', required: true, to: 'person' }),
  organisation: link({ ko: '소속', en: 'Organisation', to: 'organisation' }),
  kind: choice({ ko: '구분', en: 'Kind', required: true, choices: attendeeKinds }),
  is_present: flag({ ko: '참석', en: 'Present' }),
  is_member: flag({ ko: '회원', en: 'Member on that day' }),
  is_proxy: flag({ ko: '위임', en: 'Gave a proxy', help: '오지 못한 회원이 의결권을 맡겼습니다.' }),
  proxy_to: link({ ko: '위임받은 사람', en: 'Proxy given to', to: 'person' }),
});

export const agendaItem = record('agenda_item', { ko: '안건', en: 'Agenda item' }, {
  meeting: link({ ko: '회의', en: 'Meeting', required: true, to: 'meeting' }),
  position: int({ ko: '순서', en: 'Position', max: 999 }),
  title: text({ ko: '안건', en: 'Title', required: true, search: true }),
  kind: choice({ ko: '구분', en: 'Kind', required: true, choices: agendaKinds }),
  presenter: link({ ko: '발표자', en: 'Presenter', to: 'person' }),
  discussion: long({ ko: '주요 논의', en: 'Discussion', search: true }),
  decision: long({ ko: '결정', en: 'Decision', search: true }),
  votes_for: int({ ko: '찬성', en: 'For', unit: '표', max: 100_000 }),
  votes_against: int({ ko: '반대', en: 'Against', unit: '표', max: 100_000 }),
  votes_abstained: int({ ko: '기권', en: 'Abstained', unit: '표', max: 100_000 }),
  task: link({ ko: '과제', en: 'Task made of it', to: 'task' }),
  planned_minutes: int({ ko: '배정 시간', en: 'Time given', unit: '분', max: 1440 }),
  status: choice({ ko: '처리', en: 'Outcome', choices: agendaStatuses }),
  carried_from: link({ ko: '이월된 안건', en: 'Carried from', to: 'agenda_item' }),
});

/** 정기 회의: meetings that recur. Held meetings are `meeting` rows that name it; days to come are worked out. */
export const meetingSeries = record('meeting_series', { ko: '정기 회의', en: 'Series of meetings' }, {
  title: text({ ko: '회의명', en: 'Title', required: true, search: true }),
  kind: choice({ ko: '종류', en: 'Kind', required: true, choices: meetingKinds }),
  frequency: choice({ ko: '주기', en: 'Frequency', required: true, choices: frequencies }),
  every: int({ ko: '간격', en: 'Every', min: 1, max: 52 }),
  start_on: date({ ko: '첫 날', en: 'First day', required: true }),
  from_on: date({ ko: '나눈 날', en: 'Days from', help: '이날부터의 날만 엽니다.' }),
  continues: link({ ko: '앞 정기 회의', en: 'Continues', to: 'meeting_series' }),
  until_on: date({ ko: '마지막 날', en: 'Until' }),
  days: int({ ko: '일수', en: 'Days', unit: '일', min: 1, max: 31, help: '하루로 끝나면 비워 둡니다.' }),
  start_at: time({ ko: '시작', en: 'Start' }),
  end_at: time({ ko: '끝', en: 'End' }),
  place: text({ ko: '장소', en: 'Place' }),
  chair: link({ ko: '주재', en: 'Chair', to: 'person' }),
  agenda: long({ ko: '늘 있는 안건', en: 'Standing agenda', help: '한 줄에 하나' }),
});

/** 정기 회의를 여는 미니클러스터. Id by the pair. */
export const seriesCluster = record('series_cluster', { ko: '정기 회의의 미니클러스터', en: 'Series held by' }, {
  series: link({ ko: '정기 회의', en: 'Series', required: true, to: 'meeting_series' }),
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  is_host: flag({ ko: '주관', en: 'Host' }),
});

/** A day of a series that is moved or left out. Id by series and day. */
export const seriesException = record('series_exception', { ko: '정기 회의의 예외', en: 'Exception of a series' }, {
  series: link({ ko: '정기 회의', en: 'Series', required: true, to: 'meeting_series' }),
  day: date({ ko: '원래 날', en: 'Day', required: true }),
  moved_to: date({ ko: '옮긴 날', en: 'Moved to' }),
  is_cancelled: flag({ ko: '취소', en: 'Left out' }),
  reason: text({ ko: '사유', en: 'Reason', max: 300 }),
});

/** 회의 비용: a line of cost, planned or spent. */
export const meetingCost = record('meeting_cost', { ko: '회의 비용', en: 'Cost of a meeting' }, {
  meeting: link({ ko: '회의', en: 'Meeting', required: true, to: 'meeting' }),
  item: choice({ ko: '항목', en: 'Item', required: true, choices: costKinds }),
  fund: choice({ ko: '재원', en: 'Fund', required: true, choices: meetingFunds }),
  amount: won({ ko: '금액', en: 'Amount', required: true }),
  people: int({ ko: '인원', en: 'People', unit: '명', max: 10_000 }),
  payee: text({ ko: '받는 곳', en: 'Payee' }),
  is_approved: flag({ ko: '사전 승인', en: 'Approved before' }),
  evidence: text({ ko: '증빙', en: 'Evidence', max: 300 }),
});

/** 정산 규칙: what a meeting's cost is checked for, per fund and period. */
export const costRule = record('cost_rule', { ko: '정산 규칙', en: 'Cost rule' }, {
  name: text({ ko: '규칙', en: 'Name', required: true }),
  fund: choice({ ko: '재원', en: 'Fund', required: true, choices: meetingFunds }),
  checks: choice({ ko: '확인', en: 'Check', required: true, choices: costChecks }),
  item: choice({ ko: '항목', en: 'Item', choices: costKinds }),
  amount: int({ ko: '기준', en: 'Limit' }),
  level: choice({ ko: '위반 처리', en: 'Level', required: true, choices: ruleLevels }),
  valid_from: date({ ko: '적용 시작', en: 'Valid from', required: true }),
  valid_until: date({ ko: '적용 끝', en: 'Valid until' }),
  is_off: flag({ ko: '쓰지 않음', en: 'Off' }),
  source: text({ ko: '근거', en: 'Source', max: 500 }),
});
