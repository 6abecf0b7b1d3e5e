/** Mini-clusters with members who come and go, and officers by terms of two years. */
import { relationId } from '../../../db/kernel/id.ts';
import { membership, miniCluster, officer } from '../../../db/clusters/fields.ts';
import { hubAt, hubs } from './country.ts';
import { materials, parts, processes } from './words.ts';
import { days, type Cluster, type Firm, type World } from './world.ts';

const kinds = ['general', 'general', 'general', 'smart', 'academia', 'agro', 'theme'] as const;

export const putClusters = (world: World): void => {
  const { bulk, chance, scale } = world;
  for (let at = 0; at < scale.clusters; at += 1) {
    const hub = at % hubs.length;
    const subject = at % 3 === 0 ? `${chance.pick(materials)}${chance.pick(processes)}` : `${chance.pick(parts)}`;
    const name = `${hubAt(hub).name} ${subject}${at >= hubs.length * 3 ? ` ${1 + Math.floor(at / hubs.length)}` : ''} 미니클러스터`;
    const id = world.id();
    const row = bulk.create(miniCluster, id, {
      name, code: `MC-${String(at + 1).padStart(3, '0')}`, hub: hubAt(hub).code, kind: chance.pick(kinds), industry: subject,
      founded_on: `${chance.between(2005, 2015)}-${String(chance.between(1, 12)).padStart(2, '0')}-15`, manager: world.coordinators[hub]?.[0]?.id ?? null,
    });
    world.clusters.push({ id, name, hub, members: [] });
    if (at % 25 === 24) world.on(chance.between(1500, 3400), '미니클러스터', () => { bulk.change(row, { dissolved_on: world.date }); });
  }
};

const join = (world: World, cluster: Cluster, personId: string, organisation: string, kind: string, joined: string): void => {
  const { bulk, chance } = world;
  const row = bulk.create(membership, relationId('membership', cluster.id, personId, organisation, joined), { cluster: cluster.id, person: personId, organisation, kind, joined_on: joined });
  cluster.members.push({ person: personId, organisation, kind });
  if (chance.percent(12)) world.on(world.today + chance.between(60, days), '미니클러스터', () => { bulk.change(row, { left_on: world.date }); });
};

/** Four of five firms join the mini-cluster of their complex; some join a second one. */
export const enroll = (world: World, firm: Firm, isFirstDay: boolean): void => {
  const { chance, clusters } = world;
  const cluster = clusters[firm.cluster];
  if (!cluster || chance.percent(20)) return;
  const joined = isFirstDay ? `${chance.between(2010, 2015)}-${String(chance.between(1, 12)).padStart(2, '0')}-10` : world.date;
  join(world, cluster, firm.contact, firm.id, 'firm', joined);
  const other = clusters[(firm.cluster + hubs.length) % clusters.length];
  if (other && other !== cluster && chance.percent(15)) join(world, other, firm.contact, firm.id, 'firm', joined);
};

export const putOutsiders = (world: World): void => {
  const { chance, bodies } = world;
  for (const cluster of world.clusters) {
    const start = chance.between(0, bodies.length - 1);
    for (let at = 0; at < Math.min(12, bodies.length); at += 1) {
      const body = bodies[(start + at) % bodies.length];
      if (body) join(world, cluster, body.person, body.id, body.kind === 'association' ? 'support-body' : body.kind, '2015-03-02');
    }
  }
};

const roles = ['chair', 'vice-chair', 'secretary', 'auditor', 'steering'] as const;

export const planOfficers = (world: World): void => {
  for (const cluster of world.clusters) {
    for (let term = 0; term < 5; term += 1) {
      world.on(term * 730 + 5, '미니클러스터', () => {
        for (const role of roles) {
          const member = cluster.members[world.chance.skewed(cluster.members.length, 1.5)];
          if (!member) continue;
          const values = { cluster: cluster.id, person: member.person, role, from_on: world.date, to_on: world.dateOf(world.today + 729) };
          world.bulk.create(officer, relationId('officer', cluster.id, member.person, role, world.date), values);
        }
      });
    }
  }
};
