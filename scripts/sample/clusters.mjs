/** Mini-clusters with members and officers, each from–to. */
import { between, chance, dayBetween, pick, row, shuffled, some } from './dice.mjs';
import { bodiesOf, firms, managers, people } from './bodies.mjs';
import { note } from './words.mjs';

const plan = [
  ['MC-CW-01', '정밀가공', '창원', 'general', '기계', '2012-05-17', 12],
  ['MC-CW-02', '스마트제조', '창원', 'smart', '기계', '2019-06-12', 10],
  ['MC-CW-03', '금형성형', '창원', 'general', '금형', '2010-06-09', 7],
  ['MC-NS-01', '조선기자재', '녹산', 'general', '조선', '2011-04-21', 10],
  ['MC-SS-01', '메카트로닉스', '성서', 'project', '메카트로닉스', '2018-09-05', 11],
  ['MC-GM-01', '전자부품', '구미', 'general', '전자', '2010-07-01', 9],
  ['MC-GM-02', '이차전지 소재', '구미', 'smart', '전자', '2021-05-27', 8],
  ['MC-BS-01', '부품소재 융합', '반월·시화', 'academia', '부품소재', '2013-04-25', 10],
];

export const clusters = plan.map(([code, name, hub, kind, industry, founded_on, size], at) => ({
  ref: `cluster-${at + 1}`, code, name: `${name} 미니클러스터`, hub, kind, industry, founded_on, size,
  manager: managers[hub === '창원' || hub === '녹산' ? 0 : hub === '반월·시화' ? 2 : 1].ref,
  dues_rule: kind === 'smart' ? '연 300,000원' : '연 200,000원', quorum_percent: chance(30) ? 40 : null, memo: note,
}));
// One cluster was merged into its neighbour: figures before and after that day differ.
Object.assign(clusters[2], { dissolved_on: '2023-12-31', merged_into: clusters[0].ref });
export const clusterOf = (ref) => clusters.find((one) => one.ref === ref);

export const memberships = [];
const join = (cluster, organisation, person, kind, from, to = null) => {
  if (memberships.some((one) => one.cluster === cluster.ref && one.person === person?.ref && one.organisation === organisation?.ref)) return;
  memberships.push({ ref: `membership-${memberships.length + 1}`, cluster: cluster.ref, organisation: organisation?.ref ?? null, person: person?.ref ?? null, kind, joined_on: from, left_on: to });
};

for (const cluster of clusters) {
  const last = cluster.dissolved_on ?? null;
  const near = shuffled(firms.filter((firm) => firm.hub === cluster.hub && firm.status !== 'closed'));
  // The second cluster of a complex starts from the other end of the list, so that most firms belong to one.
  const chosen = near.slice(0, cluster.size + (cluster.hub === '창원' ? 3 : 0));
  chosen.forEach((firm, at) => {
    const joined = at < 5 ? cluster.founded_on : dayBetween(cluster.founded_on > '2014-01-01' ? cluster.founded_on : '2014-01-01', last === null ? '2026-06-30' : '2021-12-31');
    const left = last ?? (at >= 5 && joined < '2022-01-01' && chance(18) ? dayBetween('2023-01-01', '2025-12-31') : null);
    join(cluster, firm, firm.contact, 'firm', joined, left);
  });
  for (const body of some(bodiesOf('university'), 2)) join(cluster, body, pick(body.people), 'university', dayBetween(cluster.founded_on, last ?? '2025-06-30'), last);
  for (const body of some(bodiesOf('institute'), between(1, 2))) join(cluster, body, pick(body.people), 'institute', dayBetween(cluster.founded_on, last ?? '2025-06-30'), last);
  for (const body of some(bodiesOf('support-body', 'association'), between(1, 2))) join(cluster, body, pick(body.people), 'support-body', dayBetween(cluster.founded_on, last ?? '2025-06-30'), last);
  const expert = pick(people.filter((one) => one.roles?.includes('expert')));
  if (!memberships.some((one) => one.cluster === cluster.ref && one.person === expert.ref)) join(cluster, null, expert, 'expert', dayBetween(cluster.founded_on, last ?? '2025-12-31'), last);
}
// Members of the merged cluster went over on the next day; a firm that leads a task must be a member somewhere.
for (const old of memberships.filter((one) => one.cluster === clusters[2].ref && one.kind === 'firm')) {
  const firm = firms.find((one) => one.ref === old.organisation);
  join(clusters[0], firm, firm.contact, 'firm', '2024-01-01');
}

/** Members of a cluster on a day. */
export const membersOn = (cluster, date) => memberships.filter((one) => one.cluster === cluster.ref && one.joined_on <= date && (one.left_on === null || date <= one.left_on));
/** Clusters a firm belongs to on a day. */
export const clustersOf = (firm, date) => clusters.filter((cluster) => cluster.founded_on <= date && membersOn(cluster, date).some((one) => one.organisation === firm.ref));

export const officers = [];
const terms = [['2022-04-01', '2024-03-31'], ['2024-04-01', '2026-03-31'], ['2026-04-01', '2028-03-31']];
const seats = ['chair', 'vice-chair', 'secretary', 'auditor', 'steering', 'steering'];
for (const cluster of clusters) {
  for (const [from, to] of terms) {
    if (cluster.dissolved_on !== undefined && from > cluster.dissolved_on) continue;
    const able = membersOn(cluster, from).filter((one) => one.kind === 'firm' && (one.left_on === null || one.left_on >= to || one.left_on === cluster.dissolved_on));
    const end = cluster.dissolved_on !== undefined && cluster.dissolved_on < to ? cluster.dissolved_on : to;
    some(able, seats.length).forEach((member, at) => officers.push({ ref: `officer-${officers.length + 1}`, cluster: cluster.ref, person: member.person, role: seats[at], from_on: from, to_on: end }));
  }
}
/** The chair of a cluster on a day. */
export const chairOn = (cluster, date) => officers.find((one) => one.cluster === cluster.ref && one.role === 'chair' && one.from_on <= date && (one.to_on === null || date <= one.to_on)) ?? null;

export const clusterRows = () => clusters.map(({ size: _size, ...rest }) => row(rest));
export const membershipRows = () => memberships.map(row);
export const officerRows = () => officers.map(row);
