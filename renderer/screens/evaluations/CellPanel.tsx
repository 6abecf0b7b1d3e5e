/** The chosen cell: the opinion of one evaluator on one task, and stepping aside. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { score } from '../../../db/evaluations/fields.ts';
import type { Sheet, SheetEvaluator, SheetTask } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { recusalOf, saidOf, whyClosed } from './said.ts';

export type CellPanelProps = { sheet: Sheet; task: SheetTask; judge: SheetEvaluator; isClosed: boolean; onBack: () => void };

export const CellPanel = ({ sheet, task, judge, isClosed, onBack }: CellPanelProps) => {
  const said = saidOf(sheet, task.task, judge.person);
  const stored = said?.opinion ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const recusal = recusalOf(sheet, task.task, judge.person);
  const why = isClosed ? '마감한 회의입니다.' : whyClosed(sheet, task, judge);
  const isOpen = task.decision === null || task.decision === 'postponed';
  // One that no longer has a ground (the body has left the task) can be taken back as well.
  const hasConflict = sheet.conflicts.some((one) => one.task === task.task && one.person === judge.person);
  const cell = { committee: sheet.meeting.id, task: task.task, person: judge.person };
  const run = (call: Promise<unknown>, then: () => void) => { setFailure(null); call.then(then, setFailure); };
  const save = () => {
    const text = typed?.trim() === '' ? null : (typed?.trim() ?? null);
    if (typed === null || text === stored) return;
    run(api.evaluations.scores.opinion.mutate({ ...cell, opinion: text, was: stored }), () => setTyped(null));
  };
  const stepAside = () => { if (reason?.trim()) run(api.evaluations.scores.recuse.mutate({ ...cell, reason: reason.trim() }), () => setReason(null)); };
  return (
    <section className="cd-ev-panel" aria-label="고른 칸">
      <div className="cd-ev-panel-head">
        <span><b>{judge.name}</b> <span className="cd-soft">{judge.organisation_name}</span> · {task.title}</span>
        <span className="cd-row-wrap">
          {recusal && !isClosed && isOpen && !hasConflict ? <Button size="compact-sm" variant="default" onClick={() => run(api.evaluations.scores.unrecuse.mutate(cell), onBack)}>{recusal.kind} 풀기</Button> : null}
          {why === null && reason === null ? <Button size="compact-sm" variant="default" onClick={() => setReason('')}>회피</Button> : null}
        </span>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
      {recusal ? <p className="cd-ev-recused"><b>{recusal.kind}</b> {recusal.reason}</p> : why ? <p className="cd-soft cd-small">{why}</p> : null}
      {reason === null ? null : (
        <div className="cd-ev-aside">
          <TextInput
            autoFocus label="회피 사유" description="준 점수는 지워집니다." maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Enter') stepAside();
              if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); setReason(null); }
            }}
          />
          <Button disabled={reason.trim() === ''} onClick={stepAside}>회피로 표시</Button>
          <Button variant="default" onClick={() => setReason(null)}>취소</Button>
        </div>
      )}
      {why !== null && stored === null ? null : (
        <Textarea
          label={score.fields.opinion.ko} description={why === null ? '칸을 떠나면 저장됩니다. Esc를 누르면 표로 돌아갑니다.' : undefined} autosize minRows={2} maxRows={8} readOnly={why !== null} value={typed ?? stored ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)} onBlur={save}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) { event.preventDefault(); event.stopPropagation(); onBack(); }
          }}
        />
      )}
    </section>
  );
};
