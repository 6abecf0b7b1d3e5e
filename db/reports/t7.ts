/** T7 미니클러스터 활동실적: domain.md §10, §13; clusters × kinds of meetings. */
import type { Reader } from '../kernel/reader.ts';
import { meetingKinds } from '../reference/choices/meeting.ts';
import { clusterHeads, clusterLines, clustersOfPeriod, rowOf } from './cluster-lines.ts';
import { placesJson } from './cluster-places.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { eitherOf, measurer } from './measure.ts';
import { attendances, clusterMeetings, headcounts, heldMeetings, memberSeats, membersThere, pairIndicators, placeIndicators, tasksOfMeetings } from './meeting-sets.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { taskParameters } from './task-rules.ts';

/** With more clusters than this the kinds of each are left out: 770 clusters with 16 kinds are a table nobody reads. */
const mostWithKinds = 120;

const shown: readonly Indicator[] = [heldMeetings, attendances, headcounts, tasksOfMeetings];
const columns: readonly ReportColumn[] = [
  { key: heldMeetings.code, group: '', label: '횟수' }, { key: attendances.code, group: '참석', label: '연인원(명부)' }, { key: headcounts.code, group: '참석', label: '명부 없는 인원' }, { key: 'rate', group: '참석', label: '회원 참석률(%)' },
  { key: tasksOfMeetings.code, group: '', label: '발굴 과제' },
];

const kindName = (code: string): string => meetingKinds.find((kind) => kind.code === code)?.ko ?? '(종류 없음)';
const kindOrder = (code: string): number => { const at = meetingKinds.findIndex((kind) => kind.code === code); return at === -1 ? meetingKinds.length : at; };

/** `pairs` is the part of the clusters' own meetings, from which the rate is worked out. */
type Line = ReportRow & { places: Slice; pairs: Slice };

const layout = (read: Reader, params: ReportParams): Layout => {
  const period = taskParameters(params);
  const own = measurer({ read, parameters: { ...period, as_of: params.asOf }, params }, pairIndicators);
  const met = own.groups(clusterMeetings).map((group) => ({ cluster: String(group['cluster']), kind: String(group['kind']) }));
  const tree = clusterLines(clustersOfPeriod(read, params, { first: String(period['first']), last: String(period['last']) }, [...new Set(met.map(({ cluster }) => cluster))]));
  const kindsOf = (clusters: readonly string[]): string[] => {
    const wanted = new Set(clusters);
    return [...new Set(met.flatMap(({ cluster, kind }) => (wanted.has(cluster) ? [kind] : [])))].sort((one, other) => kindOrder(one) - kindOrder(other));
  };
  const isShort = tree.filter((line) => line.kind === 'detail').length <= mostWithKinds;
  const lines = new Map(tree.flatMap((line): Line[] => {
    const whole: Line = { ...rowOf(line), labels: line.kind === 'total' ? ['계', '', '', ''] : [...line.labels, line.kind === 'detail' ? '소계' : ''], places: { place: [line.key] }, pairs: line.kind === 'total' ? {} : { cluster: line.clusters } };
    const byKind = (): Line[] => kindsOf(line.clusters).map((kind): Line => ({
      key: `${line.key}|${kind}`, labels: line.kind === 'total' ? ['모든 미니클러스터', '', '', kindName(kind)] : [...line.labels, kindName(kind)], level: line.kind === 'total' ? 1 : 4, kind: 'detail', places: { ...whole.places, kind: [kind] }, pairs: { ...whole.pairs, kind: [kind] },
    }));
    if (line.kind === 'total') return [...byKind(), whole];
    return line.kind === 'detail' && isShort ? [{ ...whole, kind: 'subtotal' }, ...byKind()] : [whole];
  }).map((line) => [line.key, line]));
  const parameters = { ...period, as_of: params.asOf, places: placesJson(tree) };
  const measure = eitherOf(own, pairIndicators, measurer({ read, parameters, params }, placeIndicators));
  return {
    unit: '단위: 회, 명, %, 건', heads: [...clusterHeads, '회의종류'], columns: [...columns], rows: [...lines.values()].map(rowOf), parameters, measure,
    cell: (row, column): CellSpec | null => {
      const line = lines.get(row);
      if (!line) return null;
      if (column === 'rate') return { show: 'ratio', part: { indicator: membersThere, slice: line.pairs }, whole: { indicator: memberSeats, slice: line.pairs }, as: 'percent' };
      const indicator = shown.find((one) => one.code === column);
      return indicator ? { show: 'value', indicator, slice: line.places } : null;
    },
    footnotes: () => [
      `※ ${heldMeetings.rule}`, `※ ${attendances.rule}`, `※ ${memberSeats.rule}`, `※ ${tasksOfMeetings.rule}`,
      ...(isShort ? [] : [`※ 미니클러스터가 ${mostWithKinds}개를 넘어 회의종류별 줄은 맨 아래 합계에만 있습니다. 광역경제권이나 거점단지로 좁히면 미니클러스터마다 나타납니다.`]),
      '※ 거점단지와 광역경제권은 기간 마지막 날의 구분입니다. 주관 미니클러스터가 적히지 않은 회의는 넣지 않습니다.',
    ],
    alive: [clusterMeetings],
  };
};

export const t7: Report = {
  code: 't7', title: '미니클러스터 활동실적',
  answers: '미니클러스터마다 어떤 회의를 몇 번 열어 누가 얼마나 왔습니까?',
  needs: '회의를 주관 미니클러스터와 함께 등록하고 열면 횟수가, 명부에 참석을 적으면 연인원과 참석률이 나타납니다.',
  tables: ['meeting', 'meeting_cluster', 'attendance', 'membership', 'mini_cluster', 'task'],
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [...placeIndicators, ...pairIndicators], layout,
};
