/** T7-1 미니클러스터별 월별 상담 건수: clusters × the twelve months of a year. */
import type { Reader } from '../kernel/reader.ts';
import { clusterHeads, clusterLines, clustersOfPeriod, rowOf, type ClusterLine } from './cluster-lines.ts';
import type { Layout, Report } from './layout.ts';
import { measurer } from './measure.ts';
import { monthColumns, monthsParameters } from './months.ts';
import { sessionsByMonth } from './session-sets.ts';
import type { ReportParams } from './table-types.ts';

/** Sessions that name no mini-cluster have a row of their own, so that the months add up. */
const withoutCluster: ClusterLine = { key: 'none', labels: ['(미니클러스터 없음)', '', ''], level: 1, kind: 'detail', clusters: [''] };

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = monthsParameters(params);
  const measure = measurer({ read, parameters, params }, [sessionsByMonth]);
  const found = [...new Set(measure.groups(sessionsByMonth).map((group) => String(group['cluster'])))];
  const tree = clusterLines(clustersOfPeriod(read, params, parameters, found.filter((id) => id !== '')));
  const lines = found.includes('') ? [...tree.slice(0, -1), withoutCluster, ...tree.slice(-1)] : tree;
  return {
    unit: '단위: 건', heads: clusterHeads, columns: [...monthColumns(params), { key: 'sum', group: '', label: '계' }], rows: lines.map(rowOf), parameters, measure,
    cell: (row, column) => {
      const line = lines.find((one) => one.key === row);
      return line ? { show: 'value', indicator: sessionsByMonth, slice: { ...(line.kind === 'total' ? {} : { cluster: line.clusters }), ...(column === 'sum' ? {} : { month: [column] }) } } : null;
    },
    footnotes: () => [`※ ${sessionsByMonth.rule}`, '※ 거점단지와 광역경제권은 기간 마지막 날의 구분이며, 그해에 있던 미니클러스터와 상담이 적힌 미니클러스터를 모두 보입니다.'],
    alive: [sessionsByMonth],
  };
};

export const t7s: Report = {
  code: 't7s', title: '미니클러스터별 월별 상담 건수',
  answers: '미니클러스터마다 어느 달에 상담을 몇 건 했습니까?',
  needs: '상담 일지에 일자와 미니클러스터를 적으면 숫자가 나타납니다.',
  tables: ['session', 'mini_cluster', 'account', 'organisation'],
  uses: ['asOf', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [sessionsByMonth], layout,
};
