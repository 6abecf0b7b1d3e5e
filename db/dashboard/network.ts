/** 협력망: which bodies carry out tasks together: those that do so most, with the partners they do so with most. Never all pairs: a nation has too many to draw and to read. */
import { memberOn } from '../clusters/members-on.ts';
import { idOf } from '../facts/fact-sql.ts';
import { recordsOfBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { resolved, scopeParameters, type Indicator } from '../reports/indicator.ts';
import type { Layout, Report } from '../reports/layout.ts';
import { measurer } from '../reports/measure.ts';
import { taskFactScopes } from '../reports/scope-sql.ts';
import type { ReportParams, ReportRow } from '../reports/table-types.ts';
import { taskParameters } from '../reports/task-rules.ts';

/**
 * Bodies with most joint tasks, and partners of each of them. The most active ones of a nation (universities, support bodies) rarely work with
 * each other but with firms, so a picture of them alone shows no tie; 8 with 4 each are as many names as a card of 560 by 300 pixels can hold.
 */
export const mostHubs = 8;
export const mostPartners = 4;
const mostPairs = 100;

const declared = { version: 1, source: '과제의 참여기관', unit: '건', table: 'task', measure: 'count', id: idOf('task', 'f'), scopes: taskFactScopes('f') } as const;
const jointRule = '함께한 과제는 발굴일이 기간에 들고 주관기업과 참여기관이 둘 이상인 과제입니다. 같은 곳으로 확인된 기록은 한 기관이며, 과제마다 한 번 셉니다.';
const topRule = `함께한 과제가 가장 많은 ${mostHubs}개 기관과, 그 기관마다 가장 많이 함께한 ${mostPartners}개 기관까지 봅니다. 짝은 이들 사이에서 함께한 과제가 많은 차례로 ${mostPairs}쌍까지입니다.`;

export const jointTasks: Indicator = {
  ...declared, code: 'joint-tasks', ko: '다른 기관과 함께한 과제', formula: '다른 기관과 함께 주관하거나 참여한 과제를 기관별로 센 수', rule: jointRule,
  from: 'joint_body b JOIN task_fact f ON f.n = b.task', where: 'b.day BETWEEN :first AND :last AND b.body IN (SELECT value FROM json_each(:bodies))', dimensions: { body: 'b.body' },
};
export const sharedTasks: Indicator = {
  ...declared, code: 'shared-tasks', ko: '두 기관이 함께한 과제', formula: '두 기관이 모두 주관하거나 참여한 과제의 수', rule: topRule,
  from: 'joint_body a JOIN joint_body b ON b.task = a.task AND b.body > a.body JOIN task_fact f ON f.n = a.task',
  where: 'a.day BETWEEN :first AND :last AND a.body IN (SELECT value FROM json_each(:bodies)) AND b.body IN (SELECT value FROM json_each(:bodies))', dimensions: { one: 'a.body', other: 'b.body' },
};
const memberships = `(SELECT DISTINCT json_extract(j.value, '$[0]') AS body, m.cluster FROM json_each(:records) j JOIN membership m ON m.organisation = json_extract(j.value, '$[1]') WHERE ${memberOn('m', ':as_of')})`;
export const sharedClusters: Indicator = {
  code: 'shared-clusters', version: 1, ko: '함께 든 미니클러스터', unit: '개', formula: '기준일에 두 기관이 모두 회원인 미니클러스터의 수', source: '클러스터 사업 성과 보도(전자신문 2011. 12. 5.)의 표 3', table: 'mini_cluster', measure: 'count', id: 'c.id',
  rule: '함께 든 미니클러스터는 기준일의 회원 기록에 그 기관이 적힌 미니클러스터입니다. 범위로 나누지 않습니다.',
  from: `${memberships} a JOIN ${memberships} b ON b.cluster = a.cluster AND b.body > a.body JOIN mini_cluster c ON c.id = a.cluster`, where: 'c._del = 0', dimensions: { one: 'a.body', other: 'b.body' },
  scopes: Object.fromEntries((['office', 'region', 'hub', 'cluster', 'coordinator', 'supportType', 'province'] as const).map((kind) => [kind, (wanted: string) => `${wanted} IS NOT NULL`])),
};

const indicators: readonly Indicator[] = [jointTasks, sharedTasks, sharedClusters];

type Asked = Pick<ReportParams, 'yearKind' | 'scope'>;

/** Facts of the tasks are looked at only where a scope asks for them: without one, everything is in one index. */
const narrowed = (from: string, task: string, where: string, params: Asked): { from: string; where: string } => {
  const isWhole = Object.keys(params.scope).length === 0;
  return resolved({ ...jointTasks, from: isWhole ? from : `${from} JOIN task_fact f ON f.n = ${task}`, where }, params) ?? { from, where: '0' };
};

/** SQL of the bodies with the most joint tasks, most first. */
export const hubsSql = (params: Asked): string => {
  const { from, where } = narrowed('joint_body b', 'b.task', 'b.day BETWEEN :first AND :last', params);
  return `SELECT b.body FROM ${from} WHERE ${where} GROUP BY b.body ORDER BY count(*) DESC, b.body LIMIT ${mostHubs}`;
};

/** SQL of the partners of each of `:hubs`, those with most shared tasks. */
export const partnersSql = (params: Asked): string => {
  const { from, where } = narrowed('joint_body a JOIN joint_body b ON b.task = a.task AND b.body <> a.body', 'a.task', 'a.day BETWEEN :first AND :last AND a.body IN (SELECT value FROM json_each(:hubs))', params);
  return `SELECT DISTINCT partner FROM (SELECT b.body AS partner, row_number() OVER (PARTITION BY a.body ORDER BY count(*) DESC, b.body) AS place FROM ${from} WHERE ${where} GROUP BY a.body, b.body) WHERE place <= ${mostPartners}`;
};

type Body = { n: number; id: string; name: string };

const bodiesOf = (read: Reader, ns: readonly number[]): Map<number, Body> =>
  new Map(read.all<Body>("SELECT n, id, coalesce(name, '(이름 미도착)') AS name FROM organisation WHERE n IN (SELECT value FROM json_each(?))", [JSON.stringify(ns)]).map((body) => [body.n, body]));

const layout = (read: Reader, params: ReportParams): Layout => {
  const period = taskParameters(params);
  const given = { ...period, ...scopeParameters(params) };
  const hubs = read.column<number>(hubsSql(params), given);
  const known = [...new Set([...hubs, ...read.column<number>(partnersSql(params), { ...given, hubs: JSON.stringify(hubs) })])];
  const bodies = bodiesOf(read, known);
  const records = [...bodies.values()].flatMap((body) => recordsOfBody(read, body.id).map((id) => [body.n, id]));
  const parameters = { ...period, as_of: params.asOf, bodies: JSON.stringify(known), records: JSON.stringify(records) };
  const measure = measurer({ read, parameters, params }, indicators);
  const tasksOf = (n: number): number => measure(jointTasks, { body: [n] }) ?? 0;
  const top = known.toSorted((one, other) => tasksOf(other) - tasksOf(one) || one - other);
  const nameOf = (n: number): string => bodies.get(n)?.name ?? '(이름 미도착)';
  const clusters = new Map(measure.groups(sharedClusters).map((group) => [`${group['one']}:${group['other']}`, Number(group[sharedClusters.code])]));
  const pairs = measure.groups(sharedTasks).map((group) => ({ one: Number(group['one']), other: Number(group['other']), tasks: Number(group[sharedTasks.code]) }))
    .toSorted((a, b) => b.tasks - a.tasks || (clusters.get(`${b.one}:${b.other}`) ?? 0) - (clusters.get(`${a.one}:${a.other}`) ?? 0) || a.one - b.one || a.other - b.other).slice(0, mostPairs);
  const rows: ReportRow[] = [
    ...pairs.map(({ one, other }): ReportRow => ({ key: `pair:${one}:${other}`, labels: [nameOf(one), nameOf(other)], level: 2, kind: 'detail' })),
    ...top.map((n): ReportRow => ({ key: `body:${n}`, labels: [nameOf(n), '모든 기관'], level: 1, kind: 'subtotal' })),
  ];
  return {
    unit: '단위: 건, 개', heads: ['기관', '함께한 기관'], columns: [{ key: 'tasks', group: '', label: '함께한 과제' }, { key: 'clusters', group: '', label: '함께 든 MC' }], rows, parameters, measure,
    cell: (row, column) => {
      const [kind, one, other] = row.split(':');
      if (kind === 'body') return column === 'tasks' ? { show: 'value', indicator: jointTasks, slice: { body: [Number(one)] } } : null;
      return { show: 'value', indicator: column === 'tasks' ? sharedTasks : sharedClusters, slice: { one: [Number(one)], other: [Number(other)] } };
    },
    footnotes: () => [`※ ${jointRule}`, `※ ${topRule}`, `※ ${sharedClusters.rule}`],
    alive: [jointTasks],
  };
};

export const network: Report = {
  code: 'd-network', title: '협력망', answers: '어느 기관들이 함께 과제를 합니까?',
  needs: '애로과제에 참여기관을 적으면 주관기업과 이어진 모습이 나타납니다.', uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators, layout,
};
