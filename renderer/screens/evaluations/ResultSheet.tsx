/** 평가 결과표 on A4: ranks, means, decisions, and a box to sign for each evaluator. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Sheet } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { writeDate } from '../../parts/form/DateField.tsx';
import { printPage } from '../reports/print-page.ts';
import '../reports/print.css';
import './print.css';
import { recusalOf, saidOf } from './said.ts';
import { byRank } from './select-by-rank.ts';
import { decisionName, kindName, roleName, wonText, wonWords } from './words.ts';

export type ResultSheetProps = { sheet: Sheet; onDone: () => void; onFailure: (error: unknown) => void };

/** Beyond this many evaluators their scores go on a page of their own, else the columns get too narrow for A4. */
const mostColumns = 9;

const Scores = ({ sheet, from, to, isOnly }: { sheet: Sheet; from: number; to: number; isOnly: boolean }) => {
  const judges = sheet.evaluators.filter((one) => one.role !== 'secretary').slice(from, to);
  return (
    <section className="cd-print-sheet cd-ev-paper">
      <h1>위원별 점수{isOnly ? '' : ` (${from + 1}–${from + judges.length})`}</h1>
      <p className="cd-print-line"><span>{sheet.meeting.values.name}</span><span>(단위: 점)</span></p>
      <table>
        <colgroup><col className="cd-ev-paper-no" /><col />{judges.map((one) => <col key={one.id} className="cd-ev-paper-score" />)}<col className="cd-ev-paper-score" /></colgroup>
        <thead><tr><th scope="col">순위</th><th scope="col">과제</th>{judges.map((one) => <th key={one.id} scope="col">{one.name}</th>)}<th scope="col">평균</th></tr></thead>
        <tbody>
          {byRank(sheet.tasks).map((one) => (
            <tr key={one.task}>
              <td className="cd-ev-paper-mid">{one.rank ?? '−'}</td><th scope="row">{one.title}</th>
              {judges.map((judge) => <td key={judge.id} className="cd-ev-paper-mid">{recusalOf(sheet, one.task, judge.person)?.kind ?? saidOf(sheet, one.task, judge.person)?.score ?? ''}</td>)}
              <td className="cd-ev-paper-mid"><b>{one.mean ?? '−'}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Paper = ({ sheet }: { sheet: Sheet }) => {
  const { values } = sheet.meeting;
  const of = sheet.statistics;
  const judges = sheet.evaluators.filter((one) => one.role !== 'secretary').length;
  const parts = Array.from({ length: Math.ceil(judges / mostColumns) }, (_, index) => index * mostColumns);
  return (
    <div className="cd-print" lang="ko">
      <section className="cd-print-sheet cd-ev-paper">
        <h1>{values.name} 평가 결과표</h1>
        <p className="cd-print-line"><span>{kindName(values.kind)} · {writeDate(values.held_on)} {values.start_at ?? ''} {values.place ?? ''}</span><span>(단위: 점, 원)</span></p>
        <table>
          <colgroup><col className="cd-ev-paper-no" /><col /><col className="cd-ev-paper-firm" /><col className="cd-ev-paper-score" /><col className="cd-ev-paper-result" /><col className="cd-ev-paper-won" /><col className="cd-ev-paper-won" /><col className="cd-ev-paper-why" /></colgroup>
          <thead><tr><th scope="col">순위</th><th scope="col">과제</th><th scope="col">주관기업</th><th scope="col">위원 평균</th><th scope="col">결정</th><th scope="col">신청 금액</th><th scope="col">선정 금액</th><th scope="col">조건 · 사유</th></tr></thead>
          <tbody>
            {byRank(sheet.tasks).map((one) => (
              <tr key={one.task}>
                <td className="cd-ev-paper-mid">{one.rank ?? '−'}</td><th scope="row">{one.title}</th><th scope="row">{one.lead_name}</th><td className="cd-ev-paper-mid">{one.mean ?? '−'}</td>
                <td className="cd-ev-paper-mid">{one.decision === null ? '미결정' : decisionName(one.decision)}</td><td>{wonText(one.requested)}</td><td>{one.decision === 'selected' ? wonText(one.amount) : ''}</td><th scope="row">{one.conditions ?? one.reason}</th>
              </tr>
            ))}
            <tr data-kind="total"><th colSpan={3} scope="row">심의 {of.reviewed}건 가운데 선정 {of.selected}건 (선정률 {of.rate ?? '−'}%)</th><td /><td className="cd-ev-paper-mid">{of.selected}건</td><td>{wonText(of.requested)}</td><td>{wonText(of.granted)}</td><th scope="row">{wonWords(of.granted)}</th></tr>
          </tbody>
        </table>
        <div className="cd-ev-signs">
          {sheet.evaluators.map((one) => <div key={one.id}><span>{roleName(one.role)}<br />{one.organisation_name}</span><b>{one.name}</b><i>(서명)</i></div>)}
        </div>
      </section>
      {parts.map((from) => <Scores key={from} sheet={sheet} from={from} to={from + mostColumns} isOnly={parts.length === 1} />)}
    </div>
  );
};

export const ResultSheet = ({ sheet, onDone, onFailure }: ResultSheetProps) => {
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const latest = useRef({ onDone, onFailure });
  latest.current = { onDone, onFailure };
  const user = about.isPending ? null : (about.data?.account?.name ?? '');
  useEffect(() => {
    if (user !== null) void printPage(user).catch(latest.current.onFailure).finally(() => latest.current.onDone());
  }, [user]);
  return createPortal(<Paper sheet={sheet} />, document.body);
};
