/** 가져오기: a list of other people becomes records, in four steps on one page. */
import { useCallback, useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import { organisation } from '../../../db/organisations/fields.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import type { ScreenProps } from '../../places.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoStep } from './DoStep.tsx';
import { DropArea } from './DropArea.tsx';
import { FileStep } from './FileStep.tsx';
import { changeImport, chooseTarget, importState, useImportState, type ImportState } from './import-state.ts';
import { PastImports } from './PastImports.tsx';
import { useImportJob, usePreview, useTargets } from './questions.ts';
import { openFiles } from './read-file.ts';
import { firstVerdict } from './verdicts.ts';
import './import.css';

/** What the records are called on the button: 기업, 대학, 사람. */
const useNoun = ({ target, options }: ImportState): string => {
  const targets = useTargets();
  if (target === 'organisation') return organisation.fields.kind.choices?.find((one) => one.code === options.kind)?.ko ?? '기관';
  return targets.data?.find((one) => one.kind === target)?.ko ?? '기록';
};

export const Screen = (_props: ScreenProps) => {
  const state = useImportState();
  const noun = useNoun(state);
  const job = useImportJob(state.job);
  // Until somebody chose a verdict, the first answer says which has rows.
  const counted = usePreview(state.show === null ? { ...state, page: 1 } : state, state.show ?? 'create');
  const show = state.show ?? (counted.data ? firstVerdict(counted.data.counts) : 'create');
  const shown = usePreview(state, show);
  const preview = state.file && !shown.isError ? (shown.data ?? null) : null;
  const isRunning = state.job !== null && (job.data === undefined || job.data?.state === 'running');
  const isFinished = job.data?.state === 'done';
  const onFiles = useCallback((files: readonly File[]) => void openFiles(files), []);
  // `/import?target=…` says which list it is; another choice on the page is not undone by it.
  const wanted = new URLSearchParams(useSearch()).get('target');
  useEffect(() => { if (wanted !== null && wanted !== importState().target) chooseTarget(wanted); }, [wanted]);
  // A program that was restarted meanwhile knows nothing of it: what was imported is among the past imports then.
  const isForgotten = state.job !== null && job.isSuccess && job.data === null;
  useEffect(() => { if (isForgotten) changeImport({ job: null }); }, [isForgotten]);
  // Whoever drops a file far down the page has to see what became of it.
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef({ file: state.file, failure: state.failure });
  useEffect(() => {
    if (seen.current.file === state.file && seen.current.failure === state.failure) return;
    seen.current = { file: state.file, failure: state.failure };
    top.current?.scrollIntoView();
  }, [state.file, state.failure]);
  useStatusText(preview ? `${preview.total.toLocaleString('ko-KR')}행` : '');
  return (
    <div className="cd-im" ref={top} aria-busy={shown.isFetching || undefined}>
      <DropArea enabled={!isRunning} onFiles={onFiles} />
      <h1 className="cd-only-spoken">가져오기</h1>
      <FileStep header={preview?.header ?? null} problem={shown.error} busy={isRunning} onFiles={onFiles} />
      <ColumnsStep preview={preview} busy={isRunning} isFolded={isFinished} isReading={shown.isFetching} />
      <CheckStep preview={preview} show={show} noun={noun} busy={isRunning} isStale={shown.isPlaceholderData} isFolded={isFinished} />
      <DoStep preview={preview} job={state.job === null ? null : (job.data ?? null)} noun={noun} isReady={!shown.isFetching} />
      <PastImports />
    </div>
  );
};
