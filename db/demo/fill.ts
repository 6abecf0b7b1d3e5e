/** Fills a throw-away data folder with an office at work (예시), through the commands a user has. */
import { join } from 'node:path';
import { actionItem } from '../actions/fields.ts';
import { sitDown } from '../accounts/current.ts';
import type { Application } from '../application.ts';
import { membership, miniCluster, officer } from '../clusters/fields.ts';
import { program } from '../kernel/actor.ts';
import { dayOf, write, type Tx } from '../kernel/write.ts';
import { agendaItem, attendance, meeting, meetingCluster } from '../meetings/fields.ts';
import { organisation, site } from '../organisations/fields.ts';
import { person } from '../people/fields.ts';
import { putFigures, putPast, putTwins } from './bodies.ts';
import { isForgotten, putFlaws, settleFirstNational } from './flaws.ts';
import { putOfficeBudgets, putRules, putViews } from './office.ts';
import { seatStaff } from './offices.ts';
import { fillYears } from './outcomes.ts';
import { putPeople } from './people.ts';
import { readSample } from './sample.ts';
import { handIn, linkSessions, writeSessions } from './sessions.ts';
import { putNation, putSurveys } from './surveys.ts';
import { playTasks } from './tasks.ts';

/**
 * One action per part, all by the program, so that Ctrl+Z takes back only what is done after; 예시 사용자, who is the first coordinator of the
 * sample, takes the seat. A folder that holds organisations already is left alone.
 * @param assetsDir folder that holds `sample/`
 */
export const fillWithSample = (app: Application, assetsDir: string): void => {
  const { store } = app;
  if (app.read.value<number>('SELECT count(*) FROM organisation') !== 0) return;
  const sample = readSample(join(assetsDir, 'sample'), dayOf(store.now()), store.now());
  const put = <T>(label: string, act: (tx: Tx) => T): T => write(store, program, `예시 ${label}`, act);

  put('기업·기관', (tx) => { for (const type of [organisation, site]) sample.put(tx, type); });
  put('사람', (tx) => { sample.put(tx, person); });
  const { visitorAccount, staff } = put('사용자', (tx) => seatStaff(tx, sample));
  put('미니클러스터와 회원', (tx) => { for (const type of [miniCluster, membership, officer]) sample.put(tx, type); });
  put('기업 규모와 연도별 현황', (tx) => { putFigures(tx, sample); });
  put('소액과제 기준', putRules);
  put('회의', (tx) => {
    for (const type of [meeting, meetingCluster, attendance]) sample.put(tx, type);
    // The task an item led to is written with the task.
    sample.put(tx, agendaItem, 'task');
  });
  put('상담', (tx) => { writeSessions({ tx, sample, staff }); });
  const walks = put('애로과제', (tx) => playTasks({ tx, sample, staff }));
  put('연도별 성과', (tx) => { fillYears(tx, walks); });
  put('첫 국가R&D', (tx) => { settleFirstNational(tx, walks); });
  put('상담 제출과 확정', (tx) => {
    linkSessions({ tx, sample, staff });
    handIn({ tx, sample, staff }, isForgotten(sample.rows('session'), sample.today));
  });
  put('후속 조치', (tx) => { sample.put(tx, actionItem); });
  put('이름·주소·상태 변경', (tx) => { putPast(tx, sample); });
  put('소속 이력과 동의', (tx) => { putPeople(tx, sample); });
  put('두 번 등록한 기업', (tx) => { putTwins(tx, sample); });
  put('지사 예산과 보기', (tx) => { putOfficeBudgets(tx); putViews(tx); });
  put('만족도 조사와 전국 지표', (tx) => { putSurveys(tx, sample.today); putNation(tx, sample.today); });
  put('점검할 것', (tx) => { putFlaws({ tx, sample, staff }, walks); });
  sitDown(store, visitorAccount);
};
