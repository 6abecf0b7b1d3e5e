/** Action items of sessions, meetings and tasks: most are alive around today. */
import { after, asOf, between, chance, pick, row, workday } from './dice.mjs';
import { coordinators, managers } from './bodies.mjs';
import { agendaItems, meetings } from './meetings.mjs';
import { sessions } from './sessions.mjs';
import { tasks } from './tasks.mjs';

export const actions = [];
const add = (values) => actions.push({ ref: `action-${actions.length + 1}`, status: 'open', ...values });

/** Days from today: overdue, today, this week, later. */
const dues = [-12, -8, -5, -3, -3, -1, 0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 6, 8, 9, 11, 14, 18, 21, 28];
const fromSession = ['측정 결과표 전달', '시험기관 견적 비교표 작성', '정책자금 신청 서류 확인', '대학 연구실 방문 일정 조율', '도면 검토 의견 회신', '인증 시험 일정 확인'];
const fromMeeting = ['회의록 회원사 공유', '신규 회원 서류 접수', '다음 포럼 발표자 섭외', '과제 후보 순위표 정리', '회비 납부 안내', '견학 기업 일정 협의'];
const forTask = ['과제계획서 초안 검토', '참여기관 확약서 받기', '중간점검 자료 요청', '사업비 집행 내역 확인', '결과보고서 제출 안내'];

const recent = sessions.filter((one) => one.visit_on >= '2026-10-01');
const held = meetings.filter((one) => one.start_on >= '2026-09-01' && one.start_on <= asOf);
const running = tasks.filter((one) => ['planning', 'under-review', 'in-progress', 'mid-check', 'final-review', 'agreed'].includes(one.status));
const stateOf = (days) => (days > 3 ? 'open' : pick(['open', 'in-progress']));

dues.forEach((days, at) => {
  const due_on = after(asOf, days);
  if (at % 3 === 0) {
    const session = recent[(at * 7) % recent.length];
    add({ what: fromSession[at % fromSession.length], owner: session.coordinator, due_on, status: stateOf(days), session: session.ref, organisation: session.organisation });
  } else if (at % 3 === 1) {
    const meeting = held[at % held.length];
    add({ what: fromMeeting[at % fromMeeting.length], owner: chance(50) ? meeting.recorder : pick(managers).ref, due_on, status: stateOf(days), meeting: meeting.ref, agenda_item: agendaItems.find((one) => one.meeting === meeting.ref).ref });
  } else {
    const task = running[(at * 5) % running.length];
    add({ what: forTask[at % forTask.length], owner: at % 2 === 0 ? task.coordinator : coordinators[0].ref, due_on, status: stateOf(days), task: task.ref, organisation: task.lead_org });
  }
});
for (let at = 0; at < 22; at += 1) {
  const session = sessions[(at * 5) % (sessions.length - 30)];
  const due_on = workday(after(session.visit_on, between(7, 30)));
  const done_on = after(due_on, between(-4, 3));
  const isOver = done_on <= asOf;
  add({ what: fromSession[at % fromSession.length], owner: session.coordinator, due_on, status: !isOver ? 'open' : at % 11 === 7 ? 'cancelled' : 'done', done_on: isOver && at % 11 !== 7 ? done_on : null, session: session.ref, organisation: session.organisation });
}

export const actionRows = () => actions.map(row);
