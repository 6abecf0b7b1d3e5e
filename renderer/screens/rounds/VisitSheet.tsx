/** One firm on one A4 page: who they are, whom one meets, what was said last, what is open, and room to write. */
import type { ReactNode } from 'react';
import type { VisitSheet as Sheet } from '../../../db/rounds/api.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { formatPhone } from '../../../db/korean/phone.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { shownComplex } from '../organisations/ComplexInput.tsx';
import './visit-sheet.css';

const Part = ({ title, none, children }: { title: string; none?: string | false; children?: ReactNode }) => <section><h2>{title}</h2>{none ? <p className="cd-visit-none">{none}</p> : children}</section>;

const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

export const VisitSheet = ({ sheet }: { sheet: Sheet }) => (
  <section className="cd-print-sheet cd-visit-sheet">
    <header><h1>{sheet.name}</h1><p>방문 준비표 · 방문일 　　　　년 　　월 　　일 　　:　　</p></header>
    <table>
      <tbody>
        <tr><th scope="row">대표자</th><td>{sheet.representative}</td><th scope="row">전화</th><td>{sheet.phone ? formatPhone(sheet.phone) : ''}</td></tr>
        <tr><th scope="row">주소</th><td colSpan={3}>{joined(shownComplex(sheet.complex), sheet.address)}</td></tr>
        <tr><th scope="row">업종·생산품</th><td>{joined(sheet.industry, sheet.products)}</td><th scope="row">근로자</th><td>{sheet.employees === null ? '' : `${sheet.employees.toLocaleString('ko-KR')}명`}</td></tr>
        <tr><th scope="row">미니클러스터</th><td colSpan={3}>{sheet.clusters.join(', ') || '회원 아님'}</td></tr>
      </tbody>
    </table>
    <Part title="만나는 사람" none={sheet.people.length === 0 && '등록된 사람이 없습니다. 명함을 받아 오세요.'}>
      <ul className="cd-visit-people">{sheet.people.map((one) => <li key={`${one.name} ${one.phone ?? ''}`}><b>{one.name}</b> {joined(one.position, one.phone ? formatPhone(one.phone) : null, one.met_on && `만난 날 ${one.met_on}`)}</li>)}</ul>
    </Part>
    <Part title="지난 상담" none={sheet.sessions.length === 0 && '이 기업과 한 상담이 없습니다.'}>
      {sheet.sessions.map((one, index) => (
        <div key={`${one.visit_on} ${index}`} className="cd-visit-session">
          <p><b>{one.visit_on}</b> {joined(one.coordinator, labelOf(session.fields.mode, one.mode), labelOf(session.fields.result, one.result), one.next_visit_on && `다음 방문 ${one.next_visit_on}`)}</p>
          {one.summary ? <p className="cd-visit-text">애로: {one.summary}</p> : null}
          {one.advice ? <p className="cd-visit-text">지원: {one.advice}</p> : null}
        </div>
      ))}
    </Part>
    <Part title="열린 과제" none={sheet.tasks.length === 0 && '열린 과제가 없습니다.'}>
      <ul>
        {sheet.tasks.map((one) => (
          <li key={`${one.task_no ?? ''} ${one.title}`}>
            <b>{one.title}</b> {joined(one.task_no, labelOf(task.fields.status, one.status), one.end_on && `수행 종료 ${one.end_on}`, one.coordinator)}
            {one.lacks.length > 0 ? <span className="cd-visit-lacks">{one.lacksFor ? `‘${labelOf(task.fields.status, one.lacksFor)}’에 필요: ` : ''}{one.lacks.map((lack) => lack.split(':')[0]).join(', ')}</span> : null}
          </li>
        ))}
      </ul>
    </Part>
    <Part title="남은 후속 조치" none={sheet.actions.length === 0 && '남은 후속 조치가 없습니다.'}>
      <ul className="cd-visit-checks">{sheet.actions.map((one, index) => <li key={`${one.what} ${index}`}>{one.what} <span>{joined(one.due_on && `기한 ${one.due_on}`, one.owner)}</span></li>)}</ul>
    </Part>
    <section className="cd-visit-notes"><h2>메모</h2><div /></section>
  </section>
);
