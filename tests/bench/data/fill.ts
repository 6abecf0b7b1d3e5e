/** Ten years of the program written into an empty store. */
import { program } from '../../../db/kernel/actor.ts';
import { writeInBulk } from '../../../db/kernel/bulk.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { createChance } from './chance.ts';
import { enroll, planOfficers, putClusters, putOutsiders } from './clusters.ts';
import { putBodies, putFirms } from './firms.ts';
import { putMeetings } from './meetings.ts';
import type { Scale } from './scales.ts';
import { putSessions } from './sessions.ts';
import { putNation, putSurvey } from './surveys.ts';
import { putStaff } from './staff.ts';
import { putTask } from './tasks.ts';
import { createWorld, days, firstDay, type World } from './world.ts';

/** Firms the registry brings on the first day; the others come over the years. */
const registered = 0.55;

const registerFirms = (world: World, count: number, isFirstDay: boolean): void => {
  const before = world.firms.length;
  putFirms(world, count);
  for (const firm of world.firms.slice(before)) enroll(world, firm, isFirstDay);
};

const begin = (world: World): void => {
  putStaff(world);
  putBodies(world);
  putClusters(world);
  putOutsiders(world);
  planOfficers(world);
  for (let year = 0; year < 10; year += 1) {
    world.on(year * 365 + 180, '만족도와 전국 지표', () => { putNation(world, 2016 + year); });
    world.on(year * 365 + 340, '만족도와 전국 지표', () => { putSurvey(world); });
  }
};

/** @param tell called with each year done */
export const fillStore = (store: Store, scale: Scale, seed: number, tell: (text: string) => void = () => undefined): void => {
  writeInBulk(store, (bulk) => {
    let tasks = 0;
    const world = createWorld(bulk, createChance(seed), scale, (one) => {
      const { today } = one;
      if (today % 365 === 0 && today > 0) tell(`${one.date}: ${bulk.written.toLocaleString('en-US')} operations`);
      const firms = one.share(scale.firms * (1 - registered)) + (today === 0 ? Math.floor(scale.firms * registered) : 0);
      const [sessions, found, meetings] = [one.share(scale.sessions - Math.floor(scale.tasks * 0.15)), one.share(scale.tasks), one.share(scale.meetings)];
      if (firms > 0) one.on(today, '기업 등록', () => { registerFirms(one, firms, today === 0); });
      if (meetings > 0) one.on(today, '회의', () => { putMeetings(one, meetings); });
      if (sessions > 0) one.on(today, '상담 등록', () => { putSessions(one, sessions); });
      if (found > 0) one.on(today, '애로과제', () => { for (let at = 0; at < found; at += 1) putTask(one, tasks += 1); });
    });
    bulk.action(program, '자료 이관', firstDay, () => { begin(world); });
    world.run('자료 이관');
    tell(`${world.dateOf(days - 1)}: ${bulk.written.toLocaleString('en-US')} operations; indexes and followers now`);
  });
};
