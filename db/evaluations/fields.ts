/** Evaluation (평가): a committee meeting with its evaluators, the tasks before it, and what each evaluator said of each. */
import { choice, date, decimal, flag, int, link, long, record, text, time, won } from '../kernel/field.ts';
import { choseong, foldName } from '../korean/names.ts';
import { committeeKinds, committeeStatuses, decisions, evaluatorRoles } from '../reference/choices/evaluation.ts';
import { scoreProblem, tidyScore } from './score.ts';

export const committee = record('committee', { ko: '평가회의', en: 'Evaluation meeting' }, {
  name: text({ ko: '평가회의명', en: 'Name', required: true, search: true }),
  kind: choice({ ko: '종류', en: 'Kind', required: true, choices: committeeKinds }),
  held_on: date({ ko: '개최일', en: 'Held on', required: true }),
  start_at: time({ ko: '시작', en: 'Starts at' }),
  place: text({ ko: '장소', en: 'Place' }),
  office: text({ ko: '담당 지사', en: 'Office' }),
  status: choice({ ko: '상태', en: 'Status', required: true, choices: committeeStatuses }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  derived: {
    name_key: (values) => foldName(values.name ?? ''),
    name_cho: (values) => choseong(values.name ?? ''),
  },
});

/** 평가위원. Id by committee and person; the organisation is that of the day. */
export const evaluator = record('evaluator', { ko: '평가위원', en: 'Evaluator' }, {
  committee: link({ ko: '평가회의', en: 'Evaluation meeting', required: true, to: 'committee' }),
  person: link({ ko: '위원', en: 'Person', required: true, to: 'person' }),
  organisation: link({ ko: '소속', en: 'Organisation', to: 'organisation' }),
  role: choice({ ko: '역할', en: 'Role', required: true, choices: evaluatorRoles }),
});

/** 상정 과제: a task before a committee, and what was decided. Id by committee and task. */
export const committeeTask = record('committee_task', { ko: '상정 과제', en: 'Task before the committee' }, {
  committee: link({ ko: '평가회의', en: 'Evaluation meeting', required: true, to: 'committee' }),
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  order_no: int({ ko: '순번', en: 'Order', min: 1, max: 999 }),
  decision: choice({ ko: '결정', en: 'Decision', choices: decisions }),
  amount: won({ ko: '선정 금액', en: 'Amount granted' }),
  conditions: long({ ko: '선정 조건', en: 'Conditions' }),
  reason: long({ ko: '결정 사유', en: 'Reason' }),
});

/** 평가 의견: one evaluator on one task. Id by committee, task and person. */
export const score = record('score', { ko: '평가 점수', en: 'Score' }, {
  committee: link({ ko: '평가회의', en: 'Evaluation meeting', required: true, to: 'committee' }),
  task: link({ ko: '과제', en: 'Task', required: true, to: 'task' }),
  person: link({ ko: '위원', en: 'Evaluator', required: true, to: 'person' }),
  score: decimal({ ko: '점수', en: 'Score', unit: '점', help: '0부터 100까지, 소수 둘째 자리까지.', tidy: tidyScore }),
  opinion: long({ ko: '의견', en: 'Opinion' }),
  is_recused: flag({ ko: '제척·회피', en: 'Recused' }),
  recusal_reason: text({ ko: '제척 사유', en: 'Why recused', max: 300 }),
}, { rules: [(values) => (values.score === null ? null : scoreProblem(values.score))] });
