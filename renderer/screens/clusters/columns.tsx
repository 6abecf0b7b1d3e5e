/** Columns of the list of mini-clusters. Member counts are as of today. */
import { memberKinds } from './words.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';

export const clusterColumns: GridColumn[] = [
  columnOf(miniCluster, 'name', { label: '미니클러스터', width: 220, pinned: true, editable: true }),
  { column: 'region', label: '광역경제권', kind: 'text', width: 112 },
  { column: 'hub', label: '거점단지', kind: 'text', width: 110 },
  columnOf(miniCluster, 'kind', { width: 90, editable: true }),
  { column: 'members', label: '회원', kind: 'int', unit: '명', width: 100 },
  ...memberKinds.map((kind): GridColumn => ({ column: `members_${kind.code.replace('-', '_')}`, label: kind.ko, kind: 'int', width: kind.ko.length > 3 ? 106 : 90, hidden: kind.code === 'expert' })),
  { column: 'manager', label: '담당 매니저', kind: 'text', width: 118 },
  columnOf(miniCluster, 'founded_on', { width: 100, editable: true }),
  columnOf(miniCluster, 'dissolved_on', { width: 100, editable: true }),
  { column: 'meetings', label: '회의', kind: 'int', width: 76 },
  { column: 'last_meeting', label: '최근 회의', kind: 'date', width: 110 },
  { column: 'tasks', label: '과제', kind: 'int', width: 76 },
  columnOf(miniCluster, 'industry', { width: 140, editable: true }),
  { column: 'parent', label: '상위', kind: 'text', width: 140, hidden: true },
  { column: 'former_names', label: '예전 이름', kind: 'text', width: 150, hidden: true },
  columnOf(miniCluster, 'code', { width: 90, editable: true, hidden: true }),
  columnOf(miniCluster, 'quorum_percent', { width: 100, editable: true, hidden: true }),
];
