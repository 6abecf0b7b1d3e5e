/** 인수인계서: the same on paper, with room for the three signatures. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Handover } from '../../../db/rounds/api.ts';
import { api } from '../../api.ts';
import { printPage } from '../reports/print-page.ts';
import { countWords, kindWords, type Group } from './handover-groups.ts';
import '../reports/print.css';
import './handover-paper.css';

type HandoverPaperProps = { open: Handover; groups: readonly Group[]; successor: (group: Group) => string; onDone: () => void; onFailure: (error: unknown) => void };

/** Keeps a date on one line: a word joiner after each of its hyphens. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d-)(?=\d)/g, '\u2060');

export const HandoverPaper = ({ open, groups, successor, onDone, onFailure }: HandoverPaperProps) => {
  const latest = useRef({ onDone, onFailure });
  latest.current = { onDone, onFailure };
  useEffect(() => {
    void api.device.about.query().then((about) => printPage(about.account?.name ?? '', 'portrait')).catch((error: unknown) => latest.current.onFailure(error)).finally(() => latest.current.onDone());
  }, []);
  return createPortal(
    <div className="cd-print" lang="ko">
      <section className="cd-print-sheet cd-handover-paper">
        <h1>업무 인수인계서</h1>
        <p className="cd-print-line"><span>인계자: {open.person.name}</span><span>{open.today} 기준 · 열린 일 {open.items.length}건{open.items.length > 0 ? ` (${countWords(open.items)})` : ''}</span></p>
        <table>
          <colgroup><col className="cd-handover-firm" /><col className="cd-handover-kind" /><col /><col className="cd-handover-note" /><col className="cd-handover-to" /></colgroup>
          <thead><tr><th scope="col">기업</th><th scope="col">구분</th><th scope="col">내용</th><th scope="col">상태·기한</th><th scope="col">인수자</th></tr></thead>
          <tbody>
            {groups.flatMap((group) => group.items.map((item, index) => (
              <tr key={item.key}>
                <th scope="row" {...(index > 0 ? { 'data-again': true } : {})}>{group.firm === null ? '-' : group.name}</th>
                <td>{kindWords[item.kind]}</td>
                <td>{item.what}{item.lacks.length > 0 ? <span className="cd-handover-lacks">부족: {item.lacks.map((lack) => lack.split(':')[0]).join(', ')}</span> : null}</td>
                <td>{unbroken(item.note)}</td>
                <td>{successor(group)}</td>
              </tr>
            )))}
          </tbody>
        </table>
        {open.stays.length > 0 ? <><h2>인계자가 마칠 상담</h2><ul>{open.stays.map((one) => <li key={one.id}>{one.what} ({one.note})</li>)}</ul></> : null}
        <div className="cd-handover-signs">{['인계자', '인수자', '확인'].map((one) => <div key={one}><span>{one}</span><span>(서명)</span></div>)}</div>
      </section>
    </div>, document.body);
};
