/** The minutes (회의록) put together from what was recorded: times, who was there, and each item with what was said, decided, voted and promised. */
import { query } from '../kernel/query.ts';
import { actionsOf, type ActionLine } from '../actions/read.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { agendaKinds, agendaStatuses } from '../reference/choices/meeting.ts';
import { agendaOf, type AgendaLine } from './agenda.ts';
import { isOpenItem, voteWords } from './choices.ts';
import type { ClusterQuorum } from './quorum.ts';
import { rosterOf, type AttendanceCounts } from './roster.ts';
import { kindName } from './round.ts';

const wordOf = (choices: readonly { code: string; ko: string }[], code: string | null): string => choices.find((one) => one.code === code)?.ko ?? '';
const weekdays = ['일', '월', '화', '수', '목', '금', '토'];
const dayWords = (day: string): string => `${day} (${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''})`;

/** How many were there, each kind of number under its own name. */
export const attendanceWords = (counts: AttendanceCounts): string => [
  `참석 ${counts.listed}명(회원 ${counts.membersPresent} / ${counts.membersTotal}, 비회원 ${counts.walkIns})`,
  counts.proxies > 0 ? `위임 ${counts.proxies}명` : '',
  counts.headcount > 0 ? `명부 없는 인원 ${counts.headcount}명` : '',
].filter(Boolean).join(', ');

/** Whether a cluster's quorum was reached, in words. */
export const quorumWords = (one: ClusterQuorum): string => {
  if (one.needed === null) return `${one.name}: 회원이 없어 정족수를 세지 않음`;
  const there = one.countsProxies && one.proxies > 0 ? `참석 ${one.present} + 위임 ${one.proxies}` : `참석 ${one.present}`;
  return `${one.name}: 재적 ${one.total}명, ${there}, 정족수 ${one.needed}명${one.percent === null ? '(과반수)' : `(${one.percent}%)`} — ${one.missing === 0 ? '성립' : `${one.missing ?? 0}명 모자람`}`;
};

const textLines = (mark: string, label: string, text: string | null): string[] => {
  if (text === null || text.trim() === '') return [];
  const [first = '', ...rest] = text.trim().split('\n');
  return [`  ${mark} ${label}: ${first}`, ...rest.map((line) => `     ${line}`)];
};

const actionWords = (action: ActionLine): string => `${action.what} (${[action.owner_name ?? '담당 미정', action.due_on === null ? '기한 없음' : `${action.due_on}까지`].join(', ')})`;

const itemLines = (item: AgendaLine, number: number, actions: readonly ActionLine[]): string[] => [
  `□ 안건 ${number}. [${wordOf(agendaKinds, item.kind)}] ${item.title}${item.presenter_name === null ? '' : ` (${item.presenter_name})`}`,
  ...(item.from_on === null ? [] : [`  ○ 이월: ${item.from_on} ${item.from_title ?? ''}에서 넘어옴`]),
  ...textLines('○', '논의', item.discussion),
  ...textLines('○', '결정', item.decision),
  ...(voteWords(item) === '' ? [] : [`  ○ 표결: ${voteWords(item)}`]),
  ...(item.task_title === null ? [] : [`  ○ 과제: ${item.task_title}`]),
  ...actions.filter((one) => one.agenda_item === item.id && one.status !== 'cancelled').map((one) => `  - 조치: ${actionWords(one)}`),
  ...(isOpenItem(item) || item.status === 'done' ? [] : [`  ○ 처리: ${wordOf(agendaStatuses, item.status)}`]),
];

type Head = { title: string; kind: string; round: number | null; start_on: string; start_at: string | null; end_on: string | null; end_at: string | null; place: string | null; chair: string | null; recorder: string | null };

/** @throws Refusal `not-found` */
export const minutesDraft = (read: Reader, meeting: string): string => {
  const head = read.get<Head>(
    `SELECT g.title, g.kind, g.round, g.start_on, g.start_at, g.end_on, g.end_at, g.place, c.name AS chair, r.name AS recorder
     FROM meeting g LEFT JOIN person c ON c.id = g.chair LEFT JOIN person r ON r.id = g.recorder WHERE g.id = ?`, [meeting]);
  if (!head) throw new Refusal('not-found', '회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const roster = rosterOf(read, meeting);
  const agenda = agendaOf(read, meeting);
  const actions = actionsOf(read, { meeting });
  const others = actions.filter((one) => one.status !== 'cancelled' && !agenda.some((item) => item.id === one.agenda_item));
  const time = [head.start_at, head.end_at].filter((one) => one !== null).join('~');
  const days = head.end_on === null || head.end_on === head.start_on ? dayWords(head.start_on) : `${dayWords(head.start_on)} ~ ${dayWords(head.end_on)}`;
  return [
    '□ 개요',
    `  ○ 회의: ${head.title} (${kindName(head.kind)}${head.round === null ? '' : ` ${head.round}차`})`,
    `  ○ 일시: ${days}${time === '' ? '' : ` ${time}`}`,
    ...(head.place === null ? [] : [`  ○ 장소: ${head.place}`]),
    ...(head.chair === null && head.recorder === null ? [] : [`  ○ ${[head.chair === null ? '' : `주재: ${head.chair}`, head.recorder === null ? '' : `기록: ${head.recorder}`].filter(Boolean).join(', ')}`]),
    `  ○ ${attendanceWords(roster.counts)}`,
    ...roster.quorums.map((one) => `  ○ 정족수: ${quorumWords(one)}`),
    ...agenda.flatMap((item, index) => itemLines(item, index + 1, actions)),
    ...(others.length === 0 ? [] : ['□ 그 밖의 조치', ...others.map((one) => `  - ${actionWords(one)}`)]),
  ].join('\n');
};

/** The same in a reader thread. */
export const minutesQuery = query('meeting.minutes', (read, { id }: { id: string }) => ({ text: minutesDraft(read, id) }));
