/** Kinds of records, in the order the box shows them: their place, whether a list of theirs can be opened, what filters they can meet. The page shares them. */
export const kindNames = [
  { name: 'organisation', ko: '기업·기관', path: '/organisations', isListed: true, isDated: false, hasOffice: false },
  { name: 'person', ko: '사람', path: '/people', isListed: true, isDated: false, hasOffice: false },
  { name: 'task', ko: '애로과제', path: '/tasks', isListed: true, isDated: true, hasOffice: true },
  { name: 'session', ko: '상담', path: '/sessions', isListed: true, isDated: true, hasOffice: true },
  { name: 'mini_cluster', ko: '미니클러스터', path: '/clusters', isListed: true, isDated: false, hasOffice: false },
  { name: 'meeting', ko: '회의', path: '/meetings', isListed: true, isDated: true, hasOffice: false },
  { name: 'agenda_item', ko: '안건', path: '/meetings', isListed: false, isDated: true, hasOffice: false },
  { name: 'action_item', ko: '할 일', path: '/today', isListed: false, isDated: true, hasOffice: true },
  { name: 'committee', ko: '평가회의', path: '/evaluations', isListed: true, isDated: true, hasOffice: true },
  { name: 'attachment', ko: '첨부', path: '/organisations', isListed: false, isDated: false, hasOffice: false },
] as const;

export type KindName = (typeof kindNames)[number]['name'];
