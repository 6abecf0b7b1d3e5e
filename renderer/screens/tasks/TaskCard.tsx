/** 과제관리카드: a task on one A4 page, beside the screen in the document: only the print style shows it. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import type { TaskRelations } from '../../../db/tasks/api.ts';
import { supportTypeOf } from '../../../db/tasks/choices.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import type { TaskMoney } from '../../../db/funds/api.ts';
import type { TaskEvaluations } from '../../../db/evaluations/api.ts';
import type { OutcomesOfTask } from '../../../db/outcomes/api.ts';
import { fundKinds } from '../../../db/reference/choices/money.ts';
import { decisions, midCheckResults, outputKinds } from '../../../db/reference/choices/evaluation.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { stateName } from './states.tsx';
import '../reports/print.css';
import './card.css';

export type CardData = {
  values: Readonly<Record<string, Cell>>;
  names: Readonly<Record<string, { label: string } | undefined>>;
  relations: TaskRelations;
  money: TaskMoney;
  outcomes: OutcomesOfTask;
  evaluations: TaskEvaluations;
};

const won = (amount: Cell | undefined): string => (typeof amount === 'number' ? formatNumber(amount) : '');
const said = (value: Cell | undefined): string => String(value ?? '');
const word = (choices: readonly { code: string; ko: string }[], code: string | null): string => choices.find((one) => one.code === code)?.ko ?? (code ?? '');
const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

/** A row of names and values, two or three pairs wide. */
const Row = ({ pairs }: { pairs: readonly (readonly [string, ReactNode, number?])[] }) => (
  <tr>{pairs.map(([name, value, span = 1]) => [<th key={`${name} name`} scope="row">{name}</th>, <td key={name} colSpan={span}>{value}</td>])}</tr>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => <section><h2>{title}</h2>{children}</section>;

const Money = ({ money }: { money: TaskMoney }) => (
  <table className="cd-task-card-sums">
    <thead><tr><th scope="col">구분</th>{fundKinds.map((kind) => <th key={kind.code} scope="col">{kind.ko}</th>)}<th scope="col">계</th></tr></thead>
    <tbody>
      <tr><th scope="row">사업비(원)</th>{fundKinds.map(({ code }) => <td key={code}>{won(money.funds.find((line) => line.fund === code)?.amount)}</td>)}<td>{won(money.total)}</td></tr>
      <tr><th scope="row">교부(원)</th>{fundKinds.map(({ code }) => <td key={code}>{won(money.funds.find((line) => line.fund === code)?.paid)}</td>)}<td>{won(money.paid)}</td></tr>
      <tr><th scope="row">집행(원)</th>{fundKinds.map(({ code }) => <td key={code}>{won(money.funds.find((line) => line.fund === code)?.spent)}</td>)}<td>{won(money.spent)}</td></tr>
    </tbody>
  </table>
);

const most = 8;
/** The first few lines, then how many more there are: the card is one page. */
const Lines = ({ lines, none }: { lines: readonly string[]; none: string }) => (
  <ul>{lines.length === 0 ? <li>{none}</li> : lines.slice(0, most).map((line, index) => <li key={`${index} ${line}`}>{line}</li>)}{lines.length > most ? <li>외 {lines.length - most}건</li> : null}</ul>
);

const Sheet = ({ values, names, relations, money, outcomes, evaluations }: CardData) => {
  const name = (field: string): string => names[field]?.label ?? '';
  const steps = relations.steps.filter((step) => !step.isAside).toReversed();
  const results = [
    ...evaluations.meetings.map((one) => joined(`${one.held_on} ${one.name}`, one.mean && `평균 ${one.mean}점`, word(decisions, one.decision), one.amount !== null && `${won(one.amount)}원`)),
    ...(evaluations.small ? [joined(said(evaluations.small.on), `수석코디네이터 ${evaluations.small.name ?? ''}`, evaluations.small.opinion)] : []),
  ];
  const outputs = [
    ...outcomes.outputs.map((one) => joined(word(outputKinds, one.kind), one.title, one.number, one.on_date)),
    ...outcomes.years.map((one) => joined(`${one.year}년`, one.sales !== null && `매출 ${won(one.sales)}원`, one.new_jobs !== null && `고용 ${one.new_jobs}명`, one.exports_usd !== null && `수출 ${won(one.exports_usd)}달러`, one.cost_saving !== null && `절감 ${won(one.cost_saving)}원`)),
    ...outcomes.followOns.map((one) => joined(`후속 R&D ${one.year}년`, one.program, one.amount !== null && `${won(one.amount)}원`)),
  ];
  return (
    <article className="cd-task-card">
      <header><h1>과제관리카드</h1><p>{said(values['office'])}</p></header>
      <table>
        <tbody>
          <Row pairs={[['과제명', <strong key="title">{said(values['title'])}</strong>, 5]]} />
          <Row pairs={[['과제번호', said(values['task_no'])], ['상태', stateName(said(values['status']))], ['차년도', values['program_year'] ? `${said(values['program_year'])}차` : '']]} />
          <Row pairs={[['주관기업', relations.firm?.name ?? '', 3], ['미니클러스터', name('cluster')]]} />
          <Row pairs={[['소재지', relations.firm?.address ?? '', 3], ['상시근로자', values['employees_at_decision'] === null ? '' : `${won(values['employees_at_decision'])}명 (선정 당시)`]]} />
          <Row pairs={[['지원유형', supportTypeOf(values), 3], ['분야', labelOf(task.fields.field, values['field'] ?? null)]]} />
          <Row pairs={[['코디네이터', name('coordinator')], ['심의 경로', labelOf(task.fields.route, values['route'] ?? null)], ['협약번호', said(values['agreement_no'])]]} />
          <Row pairs={[['수행 기간', values['start_on'] ? `${said(values['start_on'])} ~ ${said(values['end_on'])}` : '', 3], ['선정 금액', values['granted'] === null ? '' : `${won(values['granted'])}원`]]} />
          <Row pairs={[['애로 내용', <p key="need" className="cd-task-card-text">{said(values['need_text'])}</p>, 5]]} />
          <Row pairs={[['기획 목표', <p key="goal" className="cd-task-card-text">{said(values['plan_goal'])}</p>, 5]]} />
        </tbody>
      </table>
      <div className="cd-task-card-columns">
        <Part title="진행"><Lines none="기록 없음" lines={steps.slice(-most).map((step) => joined(`${step.on_date} ${stateName(step.to_status)}`, step.reason))} /></Part>
        <Part title="참여기관"><Lines none="주관기업 단독" lines={relations.participants.map((one) => joined(one.name ?? '', labelOf(participant.fields.role, one.role), one.share_percent !== null && `지분 ${one.share_percent}%`, one.person_name))} /></Part>
      </div>
      <Part title="사업비"><Money money={money} /></Part>
      <div className="cd-task-card-columns">
        <Part title="평가·점검"><Lines none="기록 없음" lines={[...results, ...outcomes.midChecks.map((one) => joined(`${one.on_date} 중간점검`, one.checker_name, word(midCheckResults, one.result)))]} /></Part>
        <Part title="성과·사후관리"><Lines none={outcomes.hasNoOutputs ? '성과 없음 확인' : '기록 없음'} lines={outputs} /></Part>
      </div>
      <table>
        <tbody>
          <Row pairs={[['최종 등급', labelOf(task.fields.final_grade, values['final_grade'] ?? null)], ['완료일', said(values['completed_on'])], ['정산', values['settled_on'] ? `${said(values['settled_on'])} ${won(values['settled_amount'])}원` : '']]} />
          <Row pairs={[['선정 조건', <p key="conditions" className="cd-task-card-text">{said(values['conditions'])}</p>, 5]]} />
        </tbody>
      </table>
      <div className="cd-task-card-signs">{['담당 코디네이터', '담당자', '팀장', '지사장'].map((who) => <div key={who}><span>{who}</span><span>(인)</span></div>)}</div>
    </article>
  );
};

export const TaskCard = (data: CardData) => createPortal(<div className="cd-print" lang="ko"><Sheet {...data} /></div>, document.body);
