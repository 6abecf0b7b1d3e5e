import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../db/kernel/choice.ts';
import * as cluster from '../../../db/reference/choices/cluster.ts';
import * as industry from '../../../db/reference/choices/industry.ts';
import * as meeting from '../../../db/reference/choices/meeting.ts';
import * as organisation from '../../../db/reference/choices/organisation.ts';
import * as program from '../../../db/reference/choices/program.ts';
import * as session from '../../../db/reference/choices/session.ts';
import * as task from '../../../db/reference/choices/task.ts';

const lists: [string, readonly Choice[]][] = Object.entries({ ...cluster, ...industry, ...meeting, ...organisation, ...program, ...session, ...task });
const labels = (choices: readonly Choice[]): string[] => choices.map((choice) => choice.ko);

describe('lists of values', () => {
  it.each(lists)('%s: codes are stable, unique and free of commas; labels are unique and in NFC', (_name, choices) => {
    for (const choice of choices) {
      expect(choice.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(choice.ko).toBe(choice.ko.normalize('NFC').trim());
      expect(choice.en).not.toBe('');
    }
    expect(new Set(choices.map((choice) => choice.code)).size).toBe(choices.length);
    expect(new Set(labels(choices)).size).toBe(choices.length);
  });

  it('has the 16 kinds of meetings in the order of the source', () => {
    expect(labels(meeting.meetingKinds)).toEqual(['창립총회', '정기총회', '임시총회', '운영위원회', '과제발굴회의(R&BD 발굴포럼)', '기술교류회·기술포럼', '세미나·교육', '설명회', '워크숍', '연합워크숍', '워킹그룹(서브MC)', '회원사 방문', '벤치마킹·견학', '상담회', '간담회', '기타']);
  });

  it('has the 18 states of a task, numbered as in the workflow, four of them final', () => {
    expect(task.taskStates.map((state) => state.order)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(labels(task.taskStates.filter((state) => state.isFinal))).toEqual(['종결', '현장해결', '타기관 연계', '포기·철회']);
  });

  it('has the 14 task fields, the 7 ways of finding and being told directly, and the 7 kinds of mini-clusters', () => {
    expect([task.taskFields.length, task.foundByChoices.length, cluster.clusterKinds.length]).toEqual([14, 8, 7]);
  });

  it('counts members by the four kinds every published figure uses, and experts', () => {
    expect(labels(cluster.memberKinds)).toEqual(['기업', '대학', '연구소', '지원기관', '전문가']);
    expect(labels(organisation.organisationKinds).slice(0, 4)).toEqual(['기업', '대학', '연구소', '지원기관']);
  });
});
