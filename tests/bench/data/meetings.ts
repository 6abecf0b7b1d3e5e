/** Meetings of mini-clusters: some held together, with agenda, attendance by name and what was promised. */
import { relationId } from '../../../db/kernel/id.ts';
import { agendaItem, attendance, meeting, meetingCluster } from '../../../db/meetings/fields.ts';
import { putPromise } from './sessions.ts';
import { adviceOf, agendaOf, minutesOf, productOf } from './texts.ts';
import type { Cluster, Member, World } from './world.ts';

const kinds = [['regular-assembly', '정기총회'], ['steering-committee', '운영위원회'], ['task-finding', '과제발굴회의'], ['task-finding', 'R&BD 발굴포럼'], ['technology-forum', '기술교류회'], ['seminar', '세미나'], ['workshop', '워크숍'], ['round-table', '간담회'], ['member-visit', '회원사 방문']] as const;

const attend = (world: World, id: string, members: readonly Member[], count: number): void => {
  const { bulk, chance, clusters } = world;
  const seen = new Set<string>();
  for (let at = 0; at < count * 8 && seen.size < count; at += 1) {
    // Some come from elsewhere.
    const guests = chance.percent(8) ? chance.pick(clusters).members : members;
    const one = guests[chance.skewed(guests.length, 1.2)];
    if (!one || seen.has(one.person)) continue;
    seen.add(one.person);
    bulk.create(attendance, relationId('attendance', id, one.person), {
      meeting: id, person: one.person, organisation: one.organisation, kind: one.kind, is_present: chance.percent(85) ? 1 : 0, is_member: guests === members ? 1 : 0, is_proxy: chance.percent(5) ? 1 : 0,
    });
  }
};

const putMeeting = (world: World, host: Cluster, attendees: number): void => {
  const { bulk, chance, clusters, date } = world;
  const [kind, word] = chance.pick(kinds);
  const isJoint = chance.percent(6);
  const held = new Set([host, ...(isJoint ? [chance.pick(clusters), chance.pick(clusters)] : [])]);
  const subject = productOf(chance);
  const row = bulk.create(meeting, world.id(), {
    title: `${host.name} ${word}`, kind: isJoint ? 'joint-workshop' : kind, round: 1 + Math.floor(world.today / 61), start_on: date, start_at: '14:00', end_at: '17:00', place: `${host.name.split(' ')[0] ?? ''} 비즈니스센터 회의실`, status: 'held',
    minutes: minutesOf(chance, subject), invited: attendees + chance.between(0, 15), ...(chance.percent(8) ? { headcount_only: chance.between(3, 30) } : {}), ...(chance.percent(60) ? { cost_national: attendees * 12_000 } : { cost_dues: attendees * 15_000 }),
  });
  [...held].forEach((cluster, at) => { bulk.create(meetingCluster, relationId('meeting_cluster', row.id, cluster.id), { meeting: row.id, cluster: cluster.id, is_host: at === 0 ? 1 : 0 }); });
  attend(world, row.id, isJoint ? [...held].flatMap((one) => one.members) : host.members, attendees);
  for (let position = 1; position <= chance.between(1, 3); position += 1) {
    bulk.create(agendaItem, world.id(), {
      meeting: row.id, position, title: agendaOf(chance), kind: chance.percent(60) ? 'report' : 'resolution', discussion: adviceOf(chance), status: 'done',
      ...(chance.percent(50) ? { decision: '원안대로 의결함', votes_for: attendees } : {}),
    });
  }
  if (chance.percent(90)) putPromise(world, { meeting: row.id });
  if (chance.percent(5)) world.on(world.today + chance.between(2, 60), '정정', () => { bulk.change(row, { minutes: minutesOf(chance, subject) }); });
};

export const putMeetings = (world: World, count: number): void => {
  const { chance, clusters, scale } = world;
  const usual = Math.round(scale.attendances / scale.meetings);
  for (let at = 0; at < count; at += 1) {
    const host = clusters[chance.skewed(clusters.length, 1.2)];
    if (host) putMeeting(world, host, Math.max(2, usual + chance.between(-8, 8)));
  }
};
