/** Mini-clusters (미니클러스터) with members and officers, each from–to: figures are asked as of a day. */
import { choice, date, flag, int, link, long, record, text, won } from '../kernel/field.ts';
import { clusterKinds, memberKinds, officerRoles } from '../reference/choices/cluster.ts';
import { choseong, foldName } from '../korean/names.ts';
import { noEarlierThan } from '../kernel/rules.ts';

export const miniCluster = record('mini_cluster', { ko: '미니클러스터', en: 'Mini-cluster' }, {
  name: text({ ko: '미니클러스터명', en: 'Name', required: true, search: true, headers: ['미니클러스터명', '미니클러스터', '미클', 'MC명', 'MC', '산학연협의체'] }),
  code: text({ ko: '코드', en: 'Code', max: 30, headers: ['코드', 'MC코드'] }),
  hub: text({ ko: '거점단지', en: 'Hub complex', required: true, headers: ['거점', '거점단지'] }),
  kind: choice({ ko: '종류', en: 'Kind', required: true, choices: clusterKinds }),
  industry: text({ ko: '업종', en: 'Industry', search: true, headers: ['업종', '특화산업'] }),
  founded_on: date({ ko: '창립일', en: 'Founded on', required: true, headers: ['창립일', '설립일', '기준연도'] }),
  dissolved_on: date({ ko: '해산일', en: 'Dissolved on' }),
  merged_into: link({ ko: '통합된 미니클러스터', en: 'Merged into', to: 'mini_cluster' }),
  parent: link({ ko: '상위 미니클러스터', en: 'Parent', to: 'mini_cluster' }),
  manager: link({ ko: '담당 매니저', en: 'Manager', to: 'person' }),
  counts_proxies: flag({ ko: '위임 인정', en: 'Proxies count', help: '정족수에 위임을 넣습니다.' }),
  dues_rule: text({ ko: '회비 규정', en: 'Dues' }),
  quorum_percent: int({ ko: '의사정족수', en: 'Quorum', unit: '%', min: 1, max: 100, help: '비워 두면 재적 회원의 과반수입니다.' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [noEarlierThan('dissolved_on', '해산일', 'founded_on', '창립일')],
  derived: {
    name_key: (values) => foldName(values.name ?? ''),
    name_cho: (values) => choseong(values.name ?? ''),
  },
});

/** A member: a person, an organisation, or a person for an organisation. The press mixes both, so both are counted. */
export const membership = record('membership', { ko: '회원', en: 'Membership' }, {
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  person: link({ ko: '회원(개인)', en: 'Person', to: 'person' }),
  organisation: link({ ko: '소속 기관', en: 'Organisation', to: 'organisation' }),
  kind: choice({ ko: '회원 구분', en: 'Kind', required: true, choices: memberKinds }),
  joined_on: date({ ko: '가입일', en: 'Joined on', required: true }),
  left_on: date({ ko: '탈퇴일', en: 'Left on', help: '이 날까지 회원입니다.' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [
    noEarlierThan('left_on', '탈퇴일', 'joined_on', '가입일'),
    (values) => (values.person || values.organisation ? null : { field: 'person', value: null, message: '회원: 사람이나 기관 가운데 하나는 있어야 합니다.' }),
  ],
});

export const officer = record('officer', { ko: '임원', en: 'Officer' }, {
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  person: link({ ko: '임원', en: 'Person', required: true, to: 'person' }),
  role: choice({ ko: '직책', en: 'Role', required: true, choices: officerRoles }),
  from_on: date({ ko: '임기 시작', en: 'Term from', required: true }),
  to_on: date({ ko: '임기 끝', en: 'Term to' }),
}, { rules: [noEarlierThan('to_on', '임기 끝', 'from_on', '임기 시작')] });

/** 회비: what a member owes and has paid for a year. Id by cluster, member (person or organisation) and year. */
export const dues = record('dues', { ko: '회비', en: 'Dues' }, {
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  person: link({ ko: '회원(개인)', en: 'Person', to: 'person' }),
  organisation: link({ ko: '소속 기관', en: 'Organisation', to: 'organisation' }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 2004, max: 2100 }),
  owed: won({ ko: '부과액', en: 'Owed' }),
  paid: won({ ko: '납부액', en: 'Paid' }),
  paid_on: date({ ko: '납부일', en: 'Paid on' }),
});

/** 예전 이름: what a mini-cluster was called until a day. */
export const clusterPast = record('cluster_past', { ko: '예전 이름', en: 'Former name' }, {
  cluster: link({ ko: '미니클러스터', en: 'Mini-cluster', required: true, to: 'mini_cluster' }),
  name: text({ ko: '예전 이름', en: 'Former name', required: true, search: true }),
  until_on: date({ ko: '이날까지', en: 'Until', required: true }),
}, { derived: { name_key: (values) => foldName(values.name ?? ''), name_cho: (values) => choseong(values.name ?? '') } });
