/** 지원유형: supported tasks by support type, most first. */
import { idOf } from '../facts/fact-sql.ts';
import { supportNames } from '../program/support-names.ts';
import type { Indicator } from '../reports/indicator.ts';
import type { Report } from '../reports/layout.ts';
import { measurer } from '../reports/measure.ts';
import { taskFactScopes } from '../reports/scope-sql.ts';
import { holdRule, statusRule, supportedInTime, supportedRule, taskParameters } from '../reports/task-rules.ts';
import { sharesLayout } from './shares.ts';

export const supportedByType: Indicator = {
  code: 'supported-by-type', version: 1, ko: '지원(선정) 과제', unit: '건', formula: '결정일이 기간에 든 지원(선정) 과제를 지원유형별로 나누어 센 수', source: '이 프로그램의 T4 정의', rule: supportedRule,
  table: 'task', measure: 'count', from: 'task_fact f', where: supportedInTime, id: idOf('task', 'f'),
  dimensions: { type: 'f.support_type' }, scopes: taskFactScopes('f'),
};

export const type: Report = {
  code: 'd-type', title: '지원유형별 지원', answers: '어떤 지원유형이 많습니까?',
  needs: '애로과제에 지원유형과 결정일을 적고 상태를 선정 또는 그다음 단계로 바꾸면 나타납니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [supportedByType],
  layout: (read, params) => {
    const nameOf = supportNames(read);
    const measure = measurer({ read, parameters: taskParameters(params), params }, [supportedByType]);
    const parts = measure.groups(supportedByType)
      .map((group) => ({ key: String(group['type']) || 'none', label: nameOf(String(group['type'])), tasks: Number(group[supportedByType.code]), slice: { type: [String(group['type'])] } }))
      .toSorted((one, other) => other.tasks - one.tasks || (one.label < other.label ? -1 : 1));
    return sharesLayout({ indicator: supportedByType, head: '지원유형', params, parts, measure, notes: [supportedRule, holdRule, '지원유형의 이름은 가장 나중 이름입니다.', statusRule] });
  },
};
