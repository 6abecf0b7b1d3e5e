/** Kinds of records, in the order the box shows them. No Node import: the page shares them. */
export const kindNames = [
  { name: 'organisation', ko: '기업·기관', path: '/organisations' },
  { name: 'person', ko: '사람', path: '/people' },
  { name: 'task', ko: '애로과제', path: '/tasks' },
  { name: 'session', ko: '상담', path: '/sessions' },
  { name: 'mini_cluster', ko: '미니클러스터', path: '/clusters' },
  { name: 'meeting', ko: '회의', path: '/meetings' },
  { name: 'agenda_item', ko: '안건', path: '/meetings' },
  { name: 'action_item', ko: '할 일', path: '/today' },
  { name: 'committee', ko: '평가회의', path: '/evaluations' },
  { name: 'attachment', ko: '첨부', path: '/organisations' },
] as const;

export type KindName = (typeof kindNames)[number]['name'];
