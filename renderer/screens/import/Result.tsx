/** What an import came to, and what can be done with it. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Check, Download, List, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { ImportResult } from './import-result.ts';
import { changeImport, takeFile } from './import-state.ts';
import { listAddress } from './lists.ts';
import { usePastImports } from './questions.ts';
import { saveFile } from '../../save-file.ts';
import { sentenceOf } from '../../refusal.ts';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { countOf, verdicts } from './verdicts.ts';

export const saveRows = (path: string): void => {
  saveFile(path).catch((error: unknown) => notifications.show({ color: 'danger', title: '내려받지 못했습니다', message: sentenceOf(error) }));
};

export const Result = ({ result, noun }: { result: ImportResult; noun: string }) => {
  const [, go] = useLocation();
  const { undo } = useUndo();
  const past = usePastImports();
  const isUndone = past.data?.find((one) => one.id === result.batch)?.isUndone === true;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [result.batch]);
  const { counts, failedRows, action } = result;
  const list = listAddress(result.table, result.selection);
  const left = counts.refuse + counts.ask;
  return (
    <div className="cd-im-result" ref={box} tabIndex={-1} role="status" data-undone={isUndone || undefined}>
      <p className="cd-im-result-head">
        {isUndone ? <><Undo2 size={16} aria-hidden /> 되돌렸습니다. 이 파일에서 온 것은 남아 있지 않습니다.</> : <><Check size={16} aria-hidden /> {noun} {countOf(counts.create + counts.match)}을 가져왔습니다.</>}
      </p>
      <dl className="cd-im-counts">
        {verdicts.map(({ kind, word }) => <div key={kind} data-none={counts[kind] === 0 || undefined}><dt>{word}</dt><dd className="cd-number">{countOf(counts[kind])}</dd></div>)}
      </dl>
      <div className="cd-row-wrap">
        {list && !isUndone ? <Button leftSection={<List size={15} aria-hidden />} onClick={() => go(list)}>만든 기록 보기</Button> : null}
        {failedRows ? <Button variant="default" leftSection={<Download size={15} aria-hidden />} onClick={() => saveRows(failedRows)}>거절된 행 내려받기(CSV)</Button> : null}
        {action !== null && !isUndone ? <Button variant="default" leftSection={<Undo2 size={15} aria-hidden />} onClick={() => undo(String(action))}>되돌리기</Button> : null}
        <Button variant="subtle" onClick={() => takeFile(null)}>다른 파일 가져오기</Button>
        <Button variant="subtle" onClick={() => changeImport({ job: null })}>이 파일 다시 보기</Button>
      </div>
      {failedRows && left > 0 && !isUndone ? <p className="cd-soft cd-small cd-flat">가져오지 않은 {countOf(left)}은 까닭과 함께 내려받아, 고친 뒤 그 파일을 그대로 다시 가져오면 됩니다.</p> : null}
    </div>
  );
};
