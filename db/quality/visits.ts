/** Sessions and meetings that lack something, overlap, or cannot have been. */
import { heldSql } from '../meetings/standing.ts';
import { daysAfter } from '../today/days.ts';
import { closedSql } from './task-facts.ts';
import { whereRule, type QualityRule } from './rule.ts';

const noAdvice = whereRule({ code: 'session.no-advice', severity: 'missing', title: '지원 내용 없이 제출한 상담' }, 'session', {
  where: "t.status IN ('submitted', 'confirmed') AND coalesce(t.advice, '') = ''", field: 'advice', say: () => '지원 내용이 비어 있습니다. 무엇을 도왔는지 적어 주세요.',
});

const noTask = whereRule({ code: 'session.no-task', severity: 'wrong', title: '과제가 없는 ‘과제화’ 상담', reads: ['session_task', 'task.*'] }, 'session', {
  where: "t.result = 'became-task' AND NOT EXISTS (SELECT 1 FROM session_task l JOIN task k ON k.id = l.task AND k._del = 0 WHERE l.session = t.id AND l._del = 0)", field: 'result',
  say: () => '처리 결과가 과제화인데 연결된 과제가 없습니다. ‘과제화’를 누르거나 처리 결과를 고쳐 주세요.',
});

const longestDraft = 14;
const draftOld = whereRule({ code: 'session.draft-old', severity: 'late', title: `${longestDraft}일 넘게 제출하지 않은 상담` }, 'session', {
  where: "t.status IN ('draft', 'returned') AND +t.visit_on < :limit", more: 't.status AS a', parameters: ({ today }) => ({ limit: daysAfter(today, -longestDraft) }), field: 'advice',
  say: (row) => (row['a'] === 'returned' ? '반려된 뒤 다시 제출하지 않았습니다. 고쳐서 제출해 주세요.' : '아직 작성중입니다. 마저 쓰고 제출해 주세요.'),
});

const firmClosed = whereRule({ code: 'session.firm-closed', severity: 'wrong', title: '문 닫은 기업의 상담', reads: ['organisation.status', 'organisation.status_on', 'organisation.*'] }, 'session', {
  where: `EXISTS (SELECT 1 FROM organisation o WHERE o.id = t.organisation AND ${closedSql('o')} AND o.status_on < t.visit_on)`,
  // From the few that are closed to their sessions, not the other way round.
  everybody: `SELECT t.n FROM organisation o CROSS JOIN session t ON t.organisation = o.id AND t.visit_on > o.status_on WHERE ${closedSql('o')} AND t._del = 0 ORDER BY t.n`,
  more: '(SELECT o.status_on FROM organisation o WHERE o.id = t.organisation) AS a', field: 'organisation',
  say: (row) => `기업이 ${String(row['a'])}에 문을 닫은 뒤의 상담입니다. 기업을 잘못 골랐거나 상태 변경일이 틀리지 않았는지 확인해 주세요.`,
});

const duplicateNumber = whereRule({ code: 'session.duplicate-number', severity: 'wrong', title: '두 상담이 같은 일지번호' }, 'session', {
  where: 'EXISTS (SELECT 1 FROM session d WHERE d.session_no = t.session_no AND d.n <> t.n AND d._del = 0)',
  // Numbers that stand twice are read off the index; only their sessions are looked at.
  everybody: `SELECT t.n FROM (SELECT d.session_no FROM session d WHERE d.session_no IS NOT NULL GROUP BY d.session_no HAVING count(*) > 1) twice
    CROSS JOIN session t ON t.session_no = twice.session_no WHERE t._del = 0 AND EXISTS (SELECT 1 FROM session d WHERE d.session_no = t.session_no AND d.n <> t.n AND d._del = 0) ORDER BY t.n`, more: 't.session_no AS a', field: 'session_no',
  say: (row) => `일지번호 ${String(row['a'])}을(를) 다른 상담도 씁니다. 두 기기에서 따로 붙인 번호일 수 있습니다. 한쪽을 고쳐 주세요.`,
});

const overlap = whereRule({ code: 'session.overlap', severity: 'wrong', title: '시간이 겹치는 상담' }, 'session', {
  where: `EXISTS (SELECT 1 FROM session d WHERE d.coordinator = t.coordinator AND d.visit_on = t.visit_on AND d.n <> t.n AND d._del = 0 AND d.start_at < t.end_at AND t.start_at < d.end_at)`, field: 'start_at',
  say: () => '같은 코디네이터의 다른 상담과 시간이 겹칩니다. 시작과 끝을 확인해 주세요.',
});

const noAttendance = whereRule({ code: 'meeting.no-attendance', severity: 'missing', title: '참석자가 없는 회의', reads: ['attendance'] }, 'meeting', {
  where: `t.start_on < :today AND ${heldSql('t', ':today')} AND t.headcount_only IS NULL AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting = t.id AND a._del = 0 AND a.is_present = 1)`, parameters: ({ today }) => ({ today }), field: 'headcount_only',
  say: () => '열린 회의에 참석자가 없습니다. 출석을 부르거나, 명부가 없으면 인원만 적어 주세요.',
});

export const visitRules: readonly QualityRule[] = [noAdvice, noTask, draftOld, firmClosed, duplicateNumber, overlap, noAttendance];
