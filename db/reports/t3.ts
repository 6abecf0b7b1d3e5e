/** T3 미니클러스터 구성 규모 및 참여회원 현황: domain.md §13. Members by the one rule of db/clusters/members-on.ts. */
import { idOf } from '../facts/fact-sql.ts';
import { countsOn, memberSums } from '../facts/membership-fact.ts';
import type { Reader } from '../kernel/reader.ts';
import { memberKinds } from '../reference/choices/cluster.ts';
import { dayText } from './cell-format.ts';
import { clusterHeads, clusterLines, idsOf, rowOf, type ClusterLine } from './cluster-lines.ts';
import { placedClusters } from './hub-groups.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { clusterFactScopes, clusterScopes } from './scope-sql.ts';
import type { ReportColumn, ReportParams } from './table-types.ts';

/** A cluster stands from the day it was founded to the day it was dissolved, both included; groups inside a cluster are not clusters of their own. */
export const clusterOn = (alias: string, day: string): string =>
  `${alias}._del = 0 AND ${alias}.founded_on <= ${day} AND (${alias}.dissolved_on IS NULL OR ${alias}.dissolved_on >= ${day})`;
const whole = (alias: string): string => `${alias}.parent IS NULL`;

const knownKinds = memberKinds.map((kind) => kind.code).filter((code) => code !== 'expert');
const kindSql = (kind: string): string => `CASE WHEN ${kind} IN (${knownKinds.map((code) => `'${code}'`).join(', ')}) THEN ${kind} ELSE 'other' END`;

const membersAt = (day: string, month: string) => {
  const where = `f.is_whole = 1 AND ${countsOn('f', day)}`;
  return {
    version: 1, source: '클러스터 사업 성과 보도(전자신문 2011. 12. 5.)의 표 3', table: 'membership', measure: 'count', id: idOf('membership', 'f'), unit: '회원', scopes: clusterFactScopes('f.cluster'),
    from: 'membership_fact f JOIN mini_cluster c ON c.n = f.cluster', where,
    dimensions: { cluster: 'c.id', kind: kindSql('f.kind') },
    kept: {
      of: where, from: `(SELECT cluster, kind, sum(members) AS members FROM ${memberSums(day, month)} GROUP BY cluster, kind) q JOIN mini_cluster c ON c.n = q.cluster`, where: 'q.members > 0',
      measure: { sum: 'q.members' }, dimensions: { cluster: 'c.id', kind: kindSql('q.kind') }, scopes: clusterScopes('c.id'),
    },
  } as const;
};

export const clusters: Indicator = {
  code: 'clusters', version: 1, ko: 'MC 수', unit: '개', formula: '기준일에 있는 미니클러스터의 수', source: '클러스터 사업 성과 보도(전자신문 2011. 12. 5.)의 표 3', rule: '기준일에 있는 미니클러스터만 셉니다(창립일과 해산일 포함). 상위 미니클러스터가 있는 하위 모임은 따로 세지 않습니다.',
  table: 'mini_cluster', measure: 'count', from: 'mini_cluster c', where: `${clusterOn('c', ':as_of')} AND ${whole('c')}`, id: 'c.id', dimensions: { cluster: 'c.id' }, scopes: clusterScopes('c.id'),
};
export const members: Indicator = {
  code: 'members', ko: '회원', formula: '기준일에 가입해 있는 회원을 미니클러스터마다 한 번씩 센 수', rule: '회원은 기준일에 가입해 있는 회원을 미니클러스터마다 한 번씩 셉니다(가입일과 탈퇴일 포함). 소계와 계는 여러 미니클러스터에 든 회원을 그만큼 셉니다.', ...membersAt(':as_of', ':as_of_month'),
};
export const membersBefore: Indicator = { code: 'members-before', ko: '전년 회원', formula: '한 해 전 같은 날의 회원 수', rule: '전년 대비 증감은 한 해 전 같은 날의 회원 수와 견준 것입니다.', ...membersAt(':before', ':before_month') };
/** Members without counting anybody twice: people and bodies apart. */
export const distinctMembers: Indicator = {
  code: 'distinct-members', version: 1, ko: '중복을 뺀 회원', unit: '명', formula: '기준일의 회원을 중복 없이 센 수', source: members.source, rule: '여러 미니클러스터에 든 회원도 한 번만 셉니다.', table: 'membership', id: members.id,
  measure: { distinct: 'f.member' }, from: 'membership_fact f', where: 'f.is_whole = 1 AND f.from_on <= :as_of AND f.to_on >= :as_of', dimensions: { person: 'f.is_person' }, scopes: members.scopes,
};
const groupsInside: Indicator = { ...clusters, code: 'groups-inside', where: `${clusterOn('c', ':as_of')} AND NOT (${whole('c')})` };

/** The same day one year earlier; 29 February becomes the 28th. */
export const yearBefore = (day: string): string => {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('02-29') ? `${before.slice(0, 4)}-02-28` : before;
};

const kindColumns: readonly ReportColumn[] = [
  ...knownKinds.map((code) => ({ key: code, group: '참여회원', label: memberKinds.find((kind) => kind.code === code)?.ko ?? code })),
  { key: 'other', group: '참여회원', label: '기타(전문가)' },
];
const columns: ReportColumn[] = [
  { key: 'clusters', group: '', label: 'MC 수' }, { key: 'members', group: '참여회원', label: '계' }, ...kindColumns, { key: 'change', group: '', label: '전년 대비 증감' },
];

const cellIn = (lines: ReadonlyMap<string, ClusterLine>) => (rowKey: string, column: string): CellSpec | null => {
  const line = lines.get(rowKey);
  if (!line) return null;
  const slice: Slice = { cluster: line.clusters };
  if (column === 'clusters') return { show: 'value', indicator: clusters, slice };
  if (column === 'members') return { show: 'value', indicator: members, slice };
  if (column === 'change') return { show: 'change', indicator: members, before: membersBefore, slice };
  return { show: 'value', indicator: members, slice: { ...slice, kind: [column] } };
};

const layout = (read: Reader, { asOf }: ReportParams): Layout => {
  const before = yearBefore(asOf);
  const parameters = { as_of: asOf, as_of_month: asOf.slice(0, 7), before, before_month: before.slice(0, 7) };
  const placed = placedClusters(read,
    `SELECT c.id, c.name, c.hub, (${clusterOn('c', ':as_of')}) AS is_now FROM mini_cluster c WHERE ${whole('c')} AND (${clusterOn('c', ':as_of')} OR ${clusterOn('c', ':before')})`, parameters, asOf);
  const gone = idsOf(placed.filter((cluster) => !cluster.isNow));
  const lines = clusterLines(placed);
  return {
    unit: '단위: 개, 회원',
    heads: clusterHeads,
    columns,
    rows: lines.map(rowOf),
    parameters,
    cell: cellIn(new Map(lines.map((line) => [line.key, line]))),
    footnotes: (measure) => {
      const [counted, persons, bodies, inside, lost] = [measure(members, {}), measure(distinctMembers, { person: [1] }), measure(distinctMembers, { person: [0] }), measure(groupsInside, {}), measure(membersBefore, { cluster: gone })];
      const count = (value: number): string => value.toLocaleString('en-US');
      return [
        `※ ${clusters.rule}`, `※ ${members.rule}`,
        ...(counted > 0 ? [`※ 중복을 빼면 개인 ${count(persons)}명과 기관(기관 이름으로 가입) ${count(bodies)}곳, 모두 ${count(persons + bodies)}입니다.`] : []),
        `※ ${membersBefore.rule} 비교한 날: ${dayText(parameters.before)}`,
        ...(gone.length > 0 ? [`※ 그사이 해산한 미니클러스터 ${count(gone.length)}개(회원 ${count(lost)})는 행에 없지만 소계와 계의 증감에 들어 있습니다.`] : []),
        ...(inside > 0 ? [`※ 하위 모임 ${count(inside)}개가 더 있습니다.`] : []),
        '※ 거점단지와 광역경제권은 기준일의 구분이며, 알 수 없는 거점단지는 기타에 넣습니다.',
      ];
    },
    alive: [clusters],
  };
};

export const t3: Report = {
  code: 't3', title: '미니클러스터 구성 규모 및 참여회원 현황',
  answers: '어느 지역에 미니클러스터가 몇 개 있고 누가 참여합니까?',
  needs: '미니클러스터를 창립일과 거점단지를 적어 등록하고 회원을 가입시키면 숫자가 나타납니다.',
  uses: ['asOf', 'scope', 'dataAsOf'], indicators: [clusters, members, membersBefore], layout,
};
