/** 기업규모: supported tasks by size band, the set of table T1. */
import type { Report } from '../reports/layout.ts';
import { supportedBySize } from '../reports/t1.ts';
import { holdRule, statusRule, supportedRule } from '../reports/task-rules.ts';
import { sizeBandRule, sizeBands } from '../reference/size-bands.ts';
import { sharesLayout } from './shares.ts';

export const size: Report = {
  code: 'd-size', title: '기업규모별 지원', answers: '어떤 규모의 기업을 지원합니까?',
  needs: '애로과제에 결정일을 적고 상태를 선정 또는 그다음 단계로 바꾸면 나타납니다. 선정 당시 상시근로자를 적지 않은 과제는 기타(미상)에 들어갑니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [supportedBySize],
  layout: (_read, params) => sharesLayout({
    indicator: supportedBySize, head: '기업규모', params, parts: sizeBands.map(({ code, ko }) => ({ key: code, label: ko, slice: { band: [code] } })),
    notes: [supportedRule, holdRule, sizeBandRule, statusRule],
  }),
};
