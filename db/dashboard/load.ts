/** 코디네이터 업무량: what each coordinator has in hand, those with the most first. */
import { idOf } from '../facts/fact-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Indicator, Slice } from '../reports/indicator.ts';
import type { Layout, Report } from '../reports/layout.ts';
import { measurer } from '../reports/measure.ts';
import { clusterFactScopes, taskScopes } from '../reports/scope-sql.ts';
import type { ReportColumn, ReportParams, ReportRow } from '../reports/table-types.ts';
import { openStates } from '../work/choices.ts';

/** Coordinators with a line of their own; the others are added up. */
export const mostCoordinators = 12;
const recentDays = 90;

const open = openStates.map((code) => `'${code}'`).join(', ');
const set = {
  version: 1, source: '업무량 화면과 같은 셈', unit: '건', table: 'task', measure: 'count', from: 'task t', id: 't.id', scopes: taskScopes('t'),
  where: `t.status IN (${open}) AND t._del = 0`, dimensions: { coordinator: "coalesce(t.coordinator, '')" },
} as const;
const openRule = '진행 과제는 조회한 때에 끝나지 않은 과제이며 기간과 상관없이 셉니다.';
const late = 't.end_on < :as_of';

export const onTimeTasks: Indicator = { ...set, code: 'open-on-time', ko: '기한 안', formula: '진행 과제 가운데 수행 종료일이 기준일보다 앞서지 않거나 적히지 않은 과제의 수', rule: openRule, when: `NOT coalesce(${late}, 0)` };
export const lateTasks: Indicator = { ...set, code: 'open-late', ko: '기한 지남', formula: '진행 과제 가운데 수행 종료일이 기준일보다 앞선 과제의 수', rule: '기한 지남은 수행 종료일이 기준일보다 앞선 진행 과제입니다.', when: late };
export const openTasks: Indicator = { ...set, code: 'open-tasks', ko: '진행 과제', formula: '끝나지 않은 과제를 담당 코디네이터별로 센 수', rule: openRule };
export const recentSessions: Indicator = {
  code: 'recent-sessions', version: 1, ko: `최근 ${recentDays}일 상담`, unit: '건', formula: `기준일까지 ${recentDays}일 동안의 상담을 코디네이터별로 센 수`, source: '업무량 화면과 같은 셈', rule: `최근 ${recentDays}일은 기준일을 넣어 셉니다.`,
  table: 'session', measure: 'count', from: 'session_fact s', where: 's.day BETWEEN :recent AND :as_of', id: idOf('session', 's'),
  dimensions: { coordinator: "coalesce((SELECT pn.id FROM person pn WHERE pn.n = s.coordinator), '')" },
  scopes: { ...clusterFactScopes('s.cluster'), coordinator: (wanted) => `s.coordinator IS (SELECT sn.n FROM person sn WHERE sn.id = ${wanted})` },
};

const indicators: readonly Indicator[] = [onTimeTasks, lateTasks, openTasks, recentSessions];
const columns: ReportColumn[] = indicators.map(({ code, ko }) => ({ key: code, group: '', label: ko }));

const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

type Line = ReportRow & { slice: Slice };

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = { as_of: params.asOf, recent: daysBefore(params.asOf, recentDays - 1) };
  const measure = measurer({ read, parameters, params }, indicators);
  const all = [...new Set([openTasks, recentSessions].flatMap((indicator) => measure.groups(indicator).map((group) => String(group['coordinator']))))];
  const names = new Map(read.all<{ id: string; name: string }>("SELECT id, coalesce(name, '(이름 미도착)') AS name FROM person WHERE id IN (SELECT value FROM json_each(?))", [JSON.stringify(all)]).map(({ id, name }) => [id, name]));
  const inHand = (id: string): number => measure(openTasks, { coordinator: [id] }) ?? 0;
  const known = all.filter((id) => id !== '').map((id) => ({ id, name: names.get(id) ?? '(이름 미도착)', tasks: inHand(id), sessions: measure(recentSessions, { coordinator: [id] }) ?? 0 }))
    .toSorted((one, other) => other.tasks - one.tasks || other.sessions - one.sessions || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
  const [first, rest] = [known.slice(0, mostCoordinators), known.slice(mostCoordinators)];
  const lines: Line[] = [
    ...first.map(({ id, name }): Line => ({ key: id, labels: [name], level: 1, kind: 'detail', slice: { coordinator: [id] } })),
    ...(rest.length > 0 ? [{ key: 'others', labels: [`그 밖 ${rest.length}명`], level: 1, kind: 'detail', slice: { coordinator: rest.map(({ id }) => id) } } satisfies Line] : []),
    ...(all.includes('') ? [{ key: 'nobody', labels: ['담당 없음'], level: 1, kind: 'detail', slice: { coordinator: [''] } } satisfies Line] : []),
    { key: 'all', labels: ['계'], level: 0, kind: 'total', slice: {} },
  ];
  return {
    unit: '단위: 건', heads: ['코디네이터'], columns, rows: lines.map(({ slice: _slice, ...row }) => row), parameters, measure,
    cell: (row, column) => {
      const [line, indicator] = [lines.find((one) => one.key === row), indicators.find((one) => one.code === column)];
      return line && indicator ? { show: 'value', indicator, slice: line.slice } : null;
    },
    footnotes: () => [`※ ${openRule}`, `※ ${lateTasks.rule}`, `※ ${recentSessions.rule}`],
    alive: [openTasks, recentSessions],
  };
};

export const load: Report = {
  code: 'd-load', title: '코디네이터 업무량', answers: '누가 얼마나 맡고 있습니까?',
  needs: '애로과제에 담당 코디네이터를 적으면 나타납니다.', uses: ['asOf', 'scope', 'dataAsOf'], indicators, layout,
};
