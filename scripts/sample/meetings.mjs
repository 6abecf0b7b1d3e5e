/** Mini-cluster meetings with agenda and attendance. */
import { after, asOf, between, chance, dayBetween, pick, row, some, workday } from './dice.mjs';
import { bodiesOf, coordinators, firms, organisations, people } from './bodies.mjs';
import { chairOn, clusters, membersOn } from './clusters.mjs';
import { tasks } from './tasks.mjs';
import { note } from './words.mjs';

export const meetings = [];
export const meetingClusters = [];
export const attendances = [];
export const agendaItems = [];

const topics = {
  'regular-assembly': ['정기총회', [['report', '지난해 활동과 결산 보고', '활동 실적과 회비 결산을 보고함.'], ['resolution', '올해 사업 계획', '분기별 포럼과 연합워크숍 일정을 논의함.'], ['resolution', '임원 선출', '추천받은 후보에 대한 의견을 나눔.']]],
  'steering-committee': ['운영위원회', [['report', '회원 현황 보고', '가입과 탈퇴 현황을 확인함.'], ['resolution', '신규 회원 가입 심의', '가입 신청 기업의 업종과 참여 계획을 검토함.']]],
  'technology-forum': ['기술포럼', [['report', '스마트 공정 적용 사례 발표', '도입 비용과 효과를 질의함.'], ['report', '회원사 기술 애로 공유', '공동으로 풀 과제를 추려냄.']]],
  'task-finding': ['R&BD 발굴포럼', [['report', '애로기술 수요조사 결과', '수요가 많은 분야를 확인함.'], ['resolution', '과제 후보 선정', '시급성과 공동성을 기준으로 순위를 정함.']]],
  seminar: ['품질 세미나', [['report', '통계적 공정관리 교육', '실습 자료를 나누고 질의응답을 진행함.']]],
  'working-group': ['워킹그룹', [['report', '시험 결과 공유', '측정 조건을 맞추기로 함.'], ['report', '다음 시험 계획', '시편 수와 일정을 정함.']]],
  benchmarking: ['선진기업 견학', [['report', '자동화 라인 견학', '물류 동선과 검사 공정을 살펴봄.']]],
  'round-table': ['회원사 간담회', [['report', '현장 애로 청취', '인력과 자금 관련 의견이 많았음.']]],
};
const decisions = { report: '보고 내용을 원안대로 접수함.', resolution: '원안대로 의결함.' };
const rounds = new Map();
const orgOf = (ref) => organisations.find((one) => one.ref === ref);
const kindOf = (organisation) => (['firm', 'university', 'institute', 'support-body'].includes(organisation?.kind) ? organisation.kind : 'other');

const create = (kind, hosts, date, extra) => {
  const [label, items] = topics[kind] ?? topics['technology-forum'];
  const host = hosts[0];
  const key = `${host.ref} ${kind} ${date.slice(0, 4)}`;
  rounds.set(key, (rounds.get(key) ?? 0) + 1);
  const round = rounds.get(key);
  const isAhead = date > asOf;
  const coordinator = pick(coordinators.filter((one) => one.hubs.includes(host.hub)));
  const meeting = {
    ref: `meeting-${meetings.length + 1}`, title: `${host.name} ${kind.endsWith('assembly') ? '' : `제${round}차 `}${label}`, kind, round, start_on: date, start_at: pick(['10:00', '14:00', '15:00']), end_on: null,
    end_at: '17:30', place: pick(['지역본부 대회의실', '예시컨벤션센터 301호', '회원사 회의실']), chair: chairOn(host, date)?.person ?? null, recorder: host.manager,
    minutes: isAhead ? null : `${label} 진행 결과를 회원사에 공유함. 다음 모임은 한 달 뒤에 열기로 함.`,
    cost_national: isAhead ? null : between(3, 18) * 100_000, cost_dues: isAhead ? null : between(1, 6) * 100_000, memo: note, hosts, ...extra,
  };
  meetings.push(meeting);
  hosts.forEach((cluster, at) => meetingClusters.push({ ref: `meeting-cluster-${meetingClusters.length + 1}`, meeting: meeting.ref, cluster: cluster.ref, is_host: at === 0 ? 1 : 0 }));
  items.forEach(([agendaKind, title, discussion], at) => {
    const voters = agendaKind === 'resolution' && !isAhead ? between(8, 14) : null;
    const against = voters === null ? null : between(0, 1);
    agendaItems.push({
      ref: `agenda-${agendaItems.length + 1}`, meeting: meeting.ref, position: at + 1, title, kind: agendaKind, presenter: at === 0 ? coordinator.ref : meeting.chair,
      discussion: isAhead ? null : discussion, decision: isAhead ? null : decisions[agendaKind], votes_for: voters, votes_against: against, votes_abstained: voters === null ? null : between(0, 1), task: null,
    });
  });
  if (isAhead || meeting.headcount_only !== undefined) return;
  const here = new Set();
  const attend = (person, organisation, kindHere, isMember, isPresent = 1) => {
    if (person === null || person === undefined || here.has(person.ref)) return;
    here.add(person.ref);
    attendances.push({ ref: `attendance-${attendances.length + 1}`, meeting: meeting.ref, person: person.ref, organisation: organisation?.ref ?? null, kind: kindHere, is_present: isPresent, is_member: isMember, is_proxy: 0 });
  };
  for (const cluster of hosts) {
    for (const member of membersOn(cluster, date)) {
      const organisation = orgOf(member.organisation);
      attend(people.find((one) => one.ref === member.person), organisation, member.kind === 'expert' ? 'other' : kindOf(organisation), 1, chance(72) ? 1 : 0);
    }
    attend(people.find((one) => one.ref === cluster.manager), orgOf('agency-1'), 'agency', 0);
  }
  attend(coordinator, orgOf('agency-1'), 'coordinator', 0);
  for (const body of some(bodiesOf('financial', 'local-government', 'support-body'), between(0, 2))) attend(body.contact, body, kindOf(body), 0);
  if (chance(40)) { const guest = pick(firms.filter((one) => one.hub === host.hub)); attend(guest.contact, guest, 'firm', 0); }
};

// Rounds count up in the order of the dates, so all meetings are planned before the first is created.
const plan = [];
const hold = (kind, hosts, date, extra = {}) => plan.push({ kind, hosts, date, extra });

const alive = clusters.filter((one) => one.dissolved_on === undefined);
hold('technology-forum', [clusters[2]], '2023-06-21', { headcount_only: 34 });
for (const cluster of alive) hold('regular-assembly', [cluster], workday(dayBetween('2026-04-06', '2026-04-24')));
for (const cluster of alive.slice(0, 4)) hold('regular-assembly', [cluster], workday(dayBetween('2025-04-07', '2025-04-25')));
const lively = ['steering-committee', 'technology-forum', 'technology-forum', 'task-finding', 'seminar', 'working-group', 'benchmarking', 'round-table'];
for (let at = 0; at < 20; at += 1) hold(lively[at % lively.length], [alive[at % alive.length]], workday(at < 8 ? dayBetween('2024-05-01', '2025-12-10') : dayBetween('2026-05-06', '2026-11-17')));
hold('task-finding', [alive[0]], '2026-11-12');
hold('steering-committee', [alive[1]], '2026-11-18');
hold('joint-workshop', [alive[0], alive[1], alive[2]], '2025-10-30', { title: '동남권 미니클러스터 연합워크숍', end_on: '2025-10-31', end_at: '12:00', place: '예시연수원' });
hold('joint-workshop', [alive[3], alive[4], alive[5]], '2026-10-29', { title: '대경권 미니클러스터 연합워크숍', end_on: '2026-10-30', end_at: '12:00', place: '예시연수원' });
hold('joint-workshop', [alive[0], alive[1]], '2026-09-17', { title: '창원 미니클러스터 연합워크숍', place: '예시컨벤션센터 301호' });
hold('technology-forum', [alive[0]], after(asOf, 4));
hold('steering-committee', [alive[4]], after(asOf, 11));

plan.sort((left, right) => left.date.localeCompare(right.date));
for (const one of plan) create(one.kind, one.hosts, one.date, one.extra);

// Tasks whose need was first heard in a meeting: the last meeting of that cluster before the task was found.
let linked = 0;
for (const task of tasks.filter((one) => one.found_by !== 'firm-visit' && one.found_by !== 'phone-online')) {
  const source = meetings.find((one) => one.hosts.some((cluster) => cluster.ref === task.cluster) && one.start_on <= task.found_on && after(one.start_on, 45) >= task.found_on);
  const item = source === undefined ? undefined : agendaItems.findLast((one) => one.meeting === source.ref && one.task === null);
  if (item === undefined || linked >= 12) continue;
  linked += 1;
  item.task = task.ref;
  Object.assign(task, { found_by: 'cluster-meeting', source_meeting: source.ref });
}

export const meetingRows = () => meetings.map(({ hosts: _hosts, ...rest }) => row(rest));
export const meetingClusterRows = () => meetingClusters.map(row);
export const attendanceRows = () => attendances.map(row);
export const agendaRows = () => agendaItems.map(row);
