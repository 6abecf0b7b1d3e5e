/** T7-2 미니클러스터별 월별 회의 횟수: clusters × the twelve months of a year; a joint meeting counts once in each line. */
import type { Reader } from '../kernel/reader.ts';
import { clusterHeads, clusterLines, clustersOfPeriod, rowOf } from './cluster-lines.ts';
import { placesJson } from './cluster-places.ts';
import type { Layout, Report } from './layout.ts';
import { measurer } from './measure.ts';
import { clusterMeetings, meetingsByMonth } from './meeting-sets.ts';
import { monthColumns, monthsParameters } from './months.ts';
import type { ReportParams } from './table-types.ts';

const layout = (read: Reader, params: ReportParams): Layout => {
  const period = { ...monthsParameters(params), as_of: params.asOf };
  const found = measurer({ read, parameters: period, params }, [clusterMeetings]).groups(clusterMeetings);
  const met = found.map((group) => String(group['cluster']));
  const lines = new Map(clusterLines(clustersOfPeriod(read, params, period, [...new Set(met)])).map((line) => [line.key, line]));
  return {
    unit: '단위: 회', heads: clusterHeads, columns: [...monthColumns(params), { key: 'sum', group: '', label: '계' }], rows: [...lines.values()].map(rowOf), parameters: { ...period, places: placesJson([...lines.values()]) },
    cell: (row, column) => (lines.has(row) ? { show: 'value', indicator: meetingsByMonth, slice: { place: [row], ...(column === 'sum' ? {} : { month: [column] }) } } : null),
    footnotes: () => [`※ ${meetingsByMonth.rule}`, '※ 달은 회의를 시작한 날의 달이며, 거점단지와 광역경제권은 기간 마지막 날의 구분입니다. 주관 미니클러스터가 적히지 않은 회의는 넣지 않습니다.'],
    alive: [meetingsByMonth],
  };
};

export const t7m: Report = {
  code: 't7m', title: '미니클러스터별 월별 회의 횟수',
  answers: '미니클러스터마다 어느 달에 회의를 몇 번 열었습니까?',
  needs: '회의를 주관 미니클러스터와 함께 등록하고 열면 숫자가 나타납니다.',
  tables: ['meeting', 'meeting_cluster', 'mini_cluster'],
  uses: ['asOf', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [meetingsByMonth], layout,
};
