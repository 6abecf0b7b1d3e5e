/** Difficulty tasks (애로과제): the central record, its participants and its way through the states. */
import { choice, choices, date, flag, int, link, long, record, text, won, type Values } from '../kernel/field.ts';
import { choseong, foldName } from '../korean/names.ts';
import { noEarlierThan } from '../kernel/rules.ts';
import { undecidedSupportType } from '../program/choices.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { sizeClasses } from '../reference/choices/organisation.ts';
import { finalGrades, foundByChoices, participantRoles, reviewRoutes, taskFields, taskStages, taskStates } from '../reference/choices/task.ts';

export const task = record('task', { ko: '애로과제', en: 'Difficulty task' }, {
  title: text({ ko: '과제명', en: 'Title', required: true, search: true, headers: ['과제명', '과제'] }),
  task_no: text({ ko: '과제번호', en: 'Task number', max: 30, search: true, help: '접수할 때 부여합니다.', headers: ['과제번호'] }),
  status: choice({ ko: '상태', en: 'Status', required: true, choices: taskStates, merge: 'workflow' }),
  need_text: long({ ko: '애로 내용', en: 'Difficulty', search: true, headers: ['애로내용', '애로 내용', '애로사항'] }),
  field: choice({ ko: '주 분야', en: 'Main field', choices: taskFields, headers: ['분야'] }),
  other_fields: choices({ ko: '관련 분야', en: 'Other fields', choices: taskFields }),
  stage: choice({ ko: '단계', en: 'Stage', choices: taskStages, help: '2015년부터 씁니다.' }),
  support_type: text({ ko: '지원유형', en: 'Support type', show: (code) => (code === undecidedSupportType ? '미정' : supportTypeLabel(code)), headers: ['지원유형'] }),
  route: choice({ ko: '심의 경로', en: 'Review route', choices: reviewRoutes }),
  program_year: int({ ko: '차년도', en: 'Program year', unit: '차', min: 1, max: 99, help: '연도에서 2004를 뺀 수. 4월에 시작합니다.' }),
  found_by: choice({ ko: '발굴 경로', en: 'Found by', choices: foundByChoices }),
  source_session: link({ ko: '발굴 상담', en: 'Found in session', to: 'session', merge: 'register' }),
  source_meeting: link({ ko: '발굴 회의', en: 'Found in meeting', to: 'meeting' }),
  lead_org: link({ ko: '주관기업', en: 'Lead firm', required: true, to: 'organisation', headers: ['주관기업', '주관기관'] }),
  site: link({ ko: '사업장', en: 'Site', to: 'site' }),
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', to: 'mini_cluster' }),
  coordinator: link({ ko: '담당 코디네이터', en: 'Coordinator', to: 'person' }),
  office: text({ ko: '담당 지사', en: 'Office', headers: ['지사', '담당지사', '지역본부'] }),
  received_by: link({ ko: '접수자', en: 'Received by', to: 'person' }),
  plan_goal: long({ ko: '기획 목표', en: 'Planned goal' }),
  planned_cost: won({ ko: '예상 사업비', en: 'Rough cost' }),
  planned_on: date({ ko: '계획서 제출일', en: 'Plan handed in on' }),
  plan_doc: text({ ko: '사업계획서', en: 'Plan document', max: 300, help: '문서번호나 파일 이름' }),
  found_on: date({ ko: '발굴일', en: 'Found on', required: true, headers: ['발굴일'] }),
  received_on: date({ ko: '접수일', en: 'Received on', headers: ['접수일'] }),
  decided_on: date({ ko: '결정일', en: 'Decided on', headers: ['결정일', '선정일'] }),
  agreed_on: date({ ko: '협약일', en: 'Agreed on', headers: ['협약일'] }),
  start_on: date({ ko: '수행 시작', en: 'Starts on' }),
  end_on: date({ ko: '수행 종료', en: 'Ends on' }),
  completed_on: date({ ko: '완료일', en: 'Completed on' }),
  final_report_on: date({ ko: '결과보고일', en: 'Result report on' }),
  committee: link({ ko: '결정한 평가회의', en: 'Decided by committee', to: 'committee' }),
  decided_by: link({ ko: '결정한 수석코디네이터', en: 'Decided by lead coordinator', to: 'person' }),
  granted: won({ ko: '선정 금액', en: 'Granted', help: '선정된 국비' }),
  conditions: long({ ko: '선정 조건', en: 'Conditions', help: '없으면 ‘없음’' }),
  agreement_no: text({ ko: '협약번호', en: 'Agreement number', max: 60 }),
  notice_no: text({ ko: '공고번호', en: 'Notice number', max: 60 }),
  rnd_no: text({ ko: '국가R&D 과제번호', en: 'National R&D number', max: 60 }),
  fund_national: won({ ko: '국비', en: 'National funds' }),
  fund_local: won({ ko: '지방비', en: 'Local funds' }),
  fund_private_cash: won({ ko: '민간 현금', en: 'Private, cash' }),
  fund_private_in_kind: won({ ko: '민간 현물', en: 'Private, in kind' }),
  employees_at_decision: int({ ko: '선정 당시 상시근로자', en: 'Employees at decision', unit: '명', max: 1_000_000, help: '기업규모별 표는 이 값으로 셉니다.' }),
  size_class_at_decision: choice({ ko: '선정 당시 기업 규모(법적)', en: 'Legal size at decision', choices: sizeClasses, help: '정부 비율은 이 값으로 봅니다.' }),
  first_national_rnd: choice({ ko: '첫 국가R&D', en: 'First national R&D', choices: [{ code: 'yes', ko: '예', en: 'Yes' }, { code: 'no', ko: '아니오', en: 'No' }, { code: 'unknown', ko: '모름', en: 'Unknown' }] }),
  final_grade: choice({ ko: '최종 등급', en: 'Final grade', choices: finalGrades }),
  has_no_outputs: flag({ ko: '성과 없음 확인', en: 'No outputs, confirmed' }),
  returned: won({ ko: '중단 반납액', en: 'Returned after stop' }),
  settled_on: date({ ko: '정산일', en: 'Settled on' }),
  settled_amount: won({ ko: '정산 금액', en: 'Settled amount' }),
  unused_returned: won({ ko: '집행잔액 반납', en: 'Unused, returned' }),
  royalty: won({ ko: '기술료', en: 'Licence fee' }),
  solved_session: link({ ko: '해결한 상담', en: 'Solved in session', to: 'session' }),
  referred_to: link({ ko: '연계 기관', en: 'Referred to', to: 'organisation' }),
  referred_on: date({ ko: '연계일', en: 'Referred on' }),
  referral_outcome: text({ ko: '연계 결과', en: 'Outcome of referral', max: 500 }),
  withdrawn_on: date({ ko: '철회일', en: 'Withdrawn on' }),
  review_on: date({ ko: '재검토일', en: 'Review on' }),
  held_from: choice({ ko: '보류 전 상태', en: 'Held from', choices: taskStates }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [
    noEarlierThan('received_on', '접수일', 'found_on', '발굴일'),
    noEarlierThan('decided_on', '결정일', 'found_on', '발굴일'),
    noEarlierThan('agreed_on', '협약일', 'decided_on', '결정일'),
    noEarlierThan('start_on', '수행 시작', 'agreed_on', '협약일'),
    noEarlierThan('end_on', '수행 종료', 'start_on', '수행 시작'),
  ],
  derived: {
    title_key: (values) => foldName(values.title ?? ''),
    title_cho: (values) => choseong(values.title ?? ''),
    /** Total cost is derived, never typed. */
    total_cost: (values) => {
      const parts = [values.fund_national, values.fund_local, values.fund_private_cash, values.fund_private_in_kind].filter((part) => part !== null);
      return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : null;
    },
  },
});

export type TaskValues = Values<typeof task.fields>;

export const participant = record('participant', { ko: '참여기관', en: 'Participant' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  organisation: link({ ko: '기관', en: 'Organisation', required: true, to: 'organisation' }),
  role: choice({ ko: '역할', en: 'Role', required: true, choices: participantRoles }),
  share_percent: int({ ko: '지분', en: 'Share', unit: '%', max: 100 }),
  person: link({ ko: '담당자', en: 'Contact', to: 'person' }),
});

/** One step of a task through its states: who, when, why. Back-moves keep the old steps. */
export const taskStep = record('task_step', { ko: '상태 이력', en: 'Status history' }, {
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  from_status: choice({ ko: '이전 상태', en: 'From', choices: taskStates }),
  to_status: choice({ ko: '상태', en: 'To', required: true, choices: taskStates }),
  on_date: date({ ko: '날짜', en: 'Date', required: true }),
  by_account: int({ ko: '처리자', en: 'By' }),
  reason: long({ ko: '사유', en: 'Reason' }),
  // The depth of the status register at this step: of two devices' steps the deeper one stands, as with the status itself.
  depth: int({ ko: '차례', en: 'Depth' }),
});
