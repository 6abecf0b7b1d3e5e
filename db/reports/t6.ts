/** T6 코디네이터 활동실적: domain.md §9, §13; the monthly 활동실적 (db/rounds) over years, by its rules. */
import type { Reader } from '../kernel/reader.ts';
import { limitsOf } from '../rounds/activity-facts.ts';
import { coordinatorsSql } from '../rounds/scope.ts';
import { activitySets, attendedMeetings, confirmedSessions, contactHours, foundTasks, fruitfulSessions, heldSessions, metFirms, paidHours, visits } from './activity-sets.ts';
import { rowOf } from './cluster-lines.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { measurer, recordsOf, type Measurer } from './measure.ts';
import { roundingNote } from './rounding.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { taskParameters } from './task-rules.ts';
import { numberText, printedAmount } from './units.ts';

const columns: readonly ReportColumn[] = [
  { key: 'sessions', group: '상담', label: '건수' }, { key: 'visits', group: '상담', label: '방문 건수' }, { key: 'hours', group: '상담', label: '상담 시간(시간)' }, { key: 'firms', group: '상담', label: '기업 수' },
  { key: 'found', group: '과제', label: '발굴 건수' }, { key: 'made', group: '과제', label: '과제화율(%)' },
  { key: 'meetings', group: '', label: 'MC 활동 참여' }, { key: 'paid', group: '', label: '수당 산정(시간)' },
];

type Line = ReportRow & { slice: Slice };

const active: readonly Indicator[] = [heldSessions, foundTasks, attendedMeetings];

const minutesOfADay = 24 * 60;

type Person = { n: number; id: string; name: string | null };

const coordinatorsOf = (read: Reader): Person[] => read.all<Person>(coordinatorsSql);

const linesOf = (known: readonly Person[], measure: Measurer): Line[] => {
  const busy = new Set(active.flatMap((one) => measure.groups(one).map((group) => Number(group['person']))));
  const people = known.filter(({ n }) => busy.has(n));
  // Somebody whose record is deleted has no row and is in no total; while there is nobody, the total needs no list of people.
  const isEverybody = people.length === busy.size;
  return [
    ...people.map(({ n, id, name }): Line => ({ key: id, labels: [name ?? '(이름 미도착)'], level: 1, kind: 'detail', slice: { person: [n] } })),
    { key: 'all', labels: ['계'], level: 0, kind: 'total', slice: isEverybody ? {} : { person: people.map(({ n }) => n) } },
  ];
};

/** Minutes of a day that are paid at most, for those who have a limit. A coordinator without an account falls under the shipped rule: a report does not depend on who asks. */
const limitsGiven = (read: Reader, people: readonly Person[]): { limits: string; least: number } => {
  const limits = limitsOf(read, people.map(({ id }) => id), 0);
  const known = people.flatMap(({ n, id }): [number, number][] => { const minutes = limits.get(id); return typeof minutes === 'number' ? [[n, minutes]] : []; });
  return { limits: JSON.stringify(Object.fromEntries(known)), least: Math.min(minutesOfADay, ...known.map(([, minutes]) => minutes)) };
};

const layout = (read: Reader, params: ReportParams): Layout => {
  const known = coordinatorsOf(read);
  const parameters = { ...taskParameters(params), as_of: params.asOf, ...limitsGiven(read, known) };
  const given = { read, parameters, params };
  const measure = measurer(given, activitySets);
  const lines = new Map(linesOf(known, measure).map((line) => [line.key, line]));
  const paid = ({ slice }: Line): CellSpec | null => {
    const minutes = measure(paidHours, slice);
    if (minutes === null) return null;
    const value = printedAmount(minutes, '시간');
    return { show: 'given', value, text: numberText(value, 1), digits: 1, opens: minutes === 0 ? null : { table: 'session', ids: () => recordsOf(given, confirmedSessions, slice) } };
  };
  const shown: Readonly<Record<string, Indicator>> = { sessions: heldSessions, visits, hours: contactHours, firms: metFirms, found: foundTasks, meetings: attendedMeetings };
  return {
    unit: '단위: 건, 시간, 개사, %, 회', heads: ['코디네이터'], columns: [...columns], rows: [...lines.values()].map(rowOf), parameters, measure,
    cell: (row, column): CellSpec | null => {
      const line = lines.get(row);
      if (!line) return null;
      if (column === 'paid') return paid(line);
      if (column === 'made') return { show: 'ratio', part: { indicator: fruitfulSessions, slice: line.slice }, whole: { indicator: heldSessions, slice: line.slice }, as: 'percent' };
      const indicator = shown[column];
      return indicator ? { show: 'value', indicator, slice: line.slice } : null;
    },
    footnotes: (_amount, cells) => [
      ...[heldSessions, visits, contactHours, metFirms, foundTasks, fruitfulSessions, attendedMeetings, paidHours].map((one) => `※ ${one.rule}`),
      ...roundingNote([2, 7].map((at) => ({ parts: cells.slice(0, -1).map((line) => line[at]?.value ?? 0), whole: cells.at(-1)?.[at]?.value ?? 0 }))),
    ],
    alive: active,
  };
};

export const t6: Report = {
  code: 't6', title: '코디네이터 활동실적',
  answers: '코디네이터마다 상담과 과제 발굴, MC 활동을 얼마나 했습니까?',
  needs: '상담 일지를 적으면 숫자가 나타납니다. 수당 산정 시간은 확정된 상담만 더합니다.',
  tables: ['session', 'task', 'meeting', 'meeting_cluster', 'attendance', 'account', 'person', 'organisation', 'mini_cluster', 'entry_guard'],
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [...activitySets, confirmedSessions], layout,
};
