/** 점수표: tasks down, evaluators across, typed like a sheet; the chosen cell's opinion and 회피 stand below. */
import { Gavel } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { scoreProblem, tidyScore } from '../../../db/evaluations/score.ts';
import type { Sheet, SheetEvaluator, SheetTask } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { parseTsv } from '../../parts/grid/tsv.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice, InfoNotice } from '../../parts/notice/Notices.tsx';
import { CellPanel } from './CellPanel.tsx';
import { pastedCells, stepOf, type Cell } from './grid-keys.ts';
import { ScoreCell } from './ScoreCell.tsx';
import { saidOf, whyClosed } from './said.ts';
import { roleName, spreadText } from './words.ts';

export type ScoreSheetProps = { sheet: Sheet; isClosed: boolean; onTab: (tab: string) => void };

const placeOf = (target: EventTarget): Cell | null => {
  const box = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
  return box ? { row: Number(box.dataset['row']), column: Number(box.dataset['column']) } : null;
};

export const ScoreSheet = ({ sheet, isClosed, onTab }: ScoreSheetProps) => {
  const [at, setAt] = useState<Cell | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [remark, setRemark] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const committee = sheet.meeting.id;
  const judges = sheet.evaluators.filter((one) => one.role !== 'secretary');
  if (sheet.tasks.length === 0 || judges.length === 0) {
    const lacks = sheet.tasks.length === 0 ? { label: '과제 올리기', tab: 'tasks' } : { label: '위원 넣기', tab: 'evaluators' };
    return <EmptyState icon={Gavel} title="점수표에는 과제와 위원이 있어야 합니다." action={{ label: lacks.label, onClick: () => onTab(lacks.tab) }}>과제를 올리고 위원을 넣으면 점수를 바로 칠 수 있습니다.</EmptyState>;
  }
  const focus = (to: Cell) => {
    const box = frame.current?.querySelector<HTMLInputElement>(`[data-row="${to.row}"][data-column="${to.column}"] input`);
    box?.focus();
    box?.select();
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const put = (cells: Parameters<typeof api.evaluations.scores.put.mutate>[0]['cells']) => api.evaluations.scores.put.mutate({ committee, cells });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
    if (!here || !(event.target instanceof HTMLInputElement) || isComposing(event.nativeEvent)) return;
    if (event.altKey && event.key === 'Enter') {
      event.preventDefault();
      frame.current?.querySelector<HTMLElement>('.cd-ev-panel textarea')?.focus();
      return;
    }
    const caret = { start: event.target.selectionStart ?? 0, end: event.target.selectionEnd ?? 0, length: event.target.value.length };
    const to = stepOf(here, event, caret, sheet.tasks.length, judges.length);
    if (event.key === 'Enter' || event.key === 'ArrowUp' || event.key === 'ArrowDown') event.preventDefault();
    if (!to) { if (event.key === 'Enter') event.target.blur(); return; }
    event.preventDefault();
    focus(to);
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
    const block = parseTsv(event.clipboardData.getData('text/plain'));
    if (!here || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const { cells, beyond } = pastedCells(block, here, sheet.tasks.length, judges.length);
    const landing = cells.flatMap((one) => {
      const [task, judge] = [sheet.tasks[one.row], judges[one.column]];
      return task && judge ? [{ ...one, task, judge, isOpen: !isClosed && whyClosed(sheet, task, judge) === null }] : [];
    });
    const unread = landing.find((one) => one.isOpen && one.text !== '' && scoreProblem(tidyScore(one.text)) !== null);
    if (unread) { setRemark(`‘${unread.text}’: 점수로 읽을 수 없어 아무것도 넣지 않았습니다. ${unread.row + 1}번째 과제, ${unread.judge.name} 위원의 칸을 확인해 주세요.`); return; }
    const open = landing.filter((one) => one.isOpen);
    const skipped = landing.length - open.length;
    const left = [skipped > 0 ? `쓸 수 없는 칸 ${skipped}개는 건너뛰었습니다.` : '', beyond > 0 ? `표 밖의 ${beyond}칸은 넣지 않았습니다.` : ''].filter(Boolean).join(' ');
    setFailure(null);
    if (open.length === 0) { setRemark(left); return; }
    put(open.map((one) => ({ task: one.task.task, person: one.judge.person, score: one.text === '' ? null : tidyScore(one.text) }))).then(() => setRemark(left === '' ? null : left), setFailure);
  };
  const save = (task: SheetTask, judge: SheetEvaluator, score: string | null, was: string | null) => put([{ task: task.task, person: judge.person, score, was }]);
  const [task, judge] = at ? [sheet.tasks[at.row], judges[at.column]] : [];
  return (
    <div className="cd-ev-block" ref={frame}>
      {failure ? <FailureNotice error={failure} /> : null}
      {remark ? <InfoNotice title={remark} /> : null}
      <div className="cd-ev-scroll cd-ev-grid" onKeyDown={onKeyDown} onPaste={onPaste} onFocus={(event) => { const here = placeOf(event.target); if (here) setAt(here); }}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="cd-ev-task">과제</th>
              {judges.map((one) => <th key={one.id} scope="col" title={`${roleName(one.role)} ${one.name} · ${one.organisation_name ?? '소속 없음'}`}><span>{one.name}{one.role === 'chair' ? <span className="cd-ev-chair"> 장</span> : null}</span><span className="cd-small cd-soft cd-ev-line">{one.organisation_name}</span></th>)}
              <th scope="col" className="cd-ev-mean">평균</th><th scope="col" className="cd-ev-range">최저–최고</th>
            </tr>
          </thead>
          <tbody>
            {sheet.tasks.map((one, row) => (
              <tr key={one.task}>
                <th scope="row" className="cd-ev-task" title={`${one.title} · ${one.lead_name ?? ''}`}><span className="cd-ev-line">{one.title}</span><span className="cd-small cd-soft cd-ev-line">{one.lead_name}</span></th>
                {judges.map((each, column) => (
                  <td key={each.id} data-row={row} data-column={column} data-at={(at?.row === row && at.column === column) || undefined}>
                    <ScoreCell said={saidOf(sheet, one.task, each.person)} why={isClosed ? '마감한 회의입니다.' : whyClosed(sheet, one, each)} label={`${one.title}, ${each.name} 위원`} onSave={(score, was) => save(one, each, score, was)} onWrong={(message) => setWrong(message === null ? null : `${one.title}, ${each.name} 위원: ${message}`)} />
                  </td>
                ))}
                <td className="cd-number cd-ev-mean"><strong>{one.mean ?? '−'}</strong></td>
                <td className="cd-number cd-soft cd-ev-range">{spreadText(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong ? <p role="alert" className="cd-error">{wrong}</p> : null}
      {task && judge ? <CellPanel key={`${task.task} ${judge.person}`} sheet={sheet} task={task} judge={judge} isClosed={isClosed} onBack={() => { if (at) focus(at); }} /> : <p className="cd-small cd-soft">화살표·Enter·Tab으로 칸을 옮깁니다. 엑셀에서 복사한 점수도 붙여 넣을 수 있습니다. 칸을 고르면 아래에서 의견을 씁니다(Alt+Enter).</p>}
    </div>
  );
};
