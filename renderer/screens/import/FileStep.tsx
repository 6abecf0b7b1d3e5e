/** Step 1: which file, what its rows are, and how its bytes and first rows are read. */
import { NumberInput, SegmentedControl } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { withParticle } from '../../../db/korean/particle.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice, InfoNotice } from '../../parts/notice/Notices.tsx';
import { formatInstant } from '../../parts/history/HistoryList.tsx';
import { refusalOf } from '../../refusal.ts';
import { FileButton } from './FileButton.tsx';
import { changeImport, chooseReading, chooseTarget, useImportState, type EncodingChoice, type Preview } from './import-state.ts';
import { usePastImports, usePeek, useTargets } from './questions.ts';
import { Step } from './Step.tsx';
import { TopRows } from './TopRows.tsx';

const encodingWords: Readonly<Record<EncodingChoice, string>> = { auto: '자동', 'utf-8': 'UTF-8', cp949: 'CP949', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE' };
const offered: readonly EncodingChoice[] = ['auto', 'utf-8', 'cp949', 'utf-16le'];
const delimiterWords: Readonly<Record<string, string>> = { ',': '쉼표', '\t': '탭', ';': '쌍반점', '|': '세로줄' };

const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${Math.round(bytes / 1024).toLocaleString('ko-KR')} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

const isEncoding = (value: string): value is EncodingChoice => value in encodingWords;

/** A failed call with the name of the file in front of its sentence. */
const about = (name: string, error: unknown): unknown => {
  const refusal = refusalOf(error);
  return refusal ? { data: { refusal: { ...refusal, message: `${withParticle(`‘${name}’`, '은/는')} 가져올 수 없습니다. ${refusal.message}` } } } : error;
};

/** When the very same file was imported before. */
const Before = () => {
  const { file } = useImportState();
  const past = usePastImports();
  const [last] = file?.importedBefore ?? [];
  const batch = past.data?.find((one) => one.id === last?.id);
  if (!last || batch?.isUndone) return null;
  const when = batch?.at ? `${formatInstant(batch.at)}에 ` : '';
  return <InfoNotice title={`이 파일은 ${when}이미 가져왔습니다. 그대로 다시 가져와도 같은 기록이 또 생기지 않습니다.`} />;
};

export type FileStepProps = {
  header: Preview['header'] | null;
  /** Why the rows could not be read as a list. */
  problem: unknown;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
};

export const FileStep = ({ header, problem, busy, onFiles }: FileStepProps) => {
  const state = useImportState();
  const { file, failure, reading, encoding, headerRow } = state;
  const targets = useTargets();
  const peek = usePeek(state);
  const found = peek.data?.encoding;
  const trouble = peek.error ?? problem;
  const target = (
    <div className="cd-im-control">
      <span id="cd-im-target">무엇의 목록</span>
      <SegmentedControl
        aria-labelledby="cd-im-target" value={state.target} disabled={busy} onChange={chooseTarget}
        data={(targets.data ?? []).map((one) => ({ value: one.kind, label: one.ko }))}
      />
    </div>
  );
  const refused = failure ? <FailureNotice error={about(failure.name, failure.error)} /> : null;
  if (!file) {
    return (
      <Step number={1} title="파일" state="now" note="다른 기관에서 받은 목록을 CSV로 가져옵니다.">
        {refused}
        <div className="cd-im-empty">
          <EmptyState icon={FileSpreadsheet} title="목록 파일(CSV)을 이 화면 아무 곳에나 끌어다 놓으세요.">
            <p>엑셀 파일은 [다른 이름으로 저장] &gt; ‘CSV UTF-8(쉼표로 분리)’로 저장하면 됩니다.</p>
            <p>관공서에서 내려받은 CSV는 그대로 읽습니다. 가져오기 전에 무엇이 어떻게 되는지 먼저 보여 드립니다.</p>
          </EmptyState>
          <div className="cd-im-empty-row"><FileButton label="파일 고르기" busy={reading !== null} onFiles={onFiles} />{target}</div>
        </div>
      </Step>
    );
  }
  return (
    <Step
      number={1} title="파일" state={trouble ? 'now' : 'done'}
      note={<><strong className="cd-im-name">{file.name}</strong> <span className="cd-number">{sizeOf(file.size)}{peek.data ? ` · ${encodingWords[peek.data.encoding]} · ${withParticle(delimiterWords[peek.data.delimiter] ?? peek.data.delimiter, '으로/로')} 나뉨` : ''}</span></>}
    >
      {refused}
      <Before />
      <div className="cd-im-controls">
        <FileButton label="다른 파일 고르기" quiet busy={reading !== null} disabled={busy} onFiles={onFiles} />
        {target}
        <div className="cd-im-control">
          <span id="cd-im-encoding">글자 인코딩</span>
          <SegmentedControl
            aria-labelledby="cd-im-encoding" value={encoding} disabled={busy} onChange={(value) => { if (isEncoding(value)) chooseReading({ encoding: value }); }}
            data={offered.map((one) => ({ value: one, label: one === 'auto' && file.encoding ? `자동(${encodingWords[file.encoding]})` : encodingWords[one] }))}
          />
        </div>
        <div className="cd-im-control">
          <label htmlFor="cd-im-header">머리글 행</label>
          <NumberInput
            id="cd-im-header" w="4.5rem" min={1} max={1000} allowDecimal={false} allowNegative={false} clampBehavior="strict" disabled={busy}
            value={headerRow ?? header?.row ?? ''} onChange={(value) => chooseReading({ headerRow: typeof value === 'number' && value >= 1 ? value : null })}
          />
          {headerRow === null ? <span className="cd-soft cd-small">{header ? '자동으로 찾음' : ''}</span> : <button type="button" className="cd-im-link" onClick={() => chooseReading({ headerRow: null })}>자동으로</button>}
        </div>
      </div>
      {trouble ? <FailureNotice error={trouble} onRetry={() => void peek.refetch()} /> : null}
      {refusalOf(trouble)?.code === 'not-found' ? <div><button type="button" className="cd-im-link" onClick={() => changeImport({ file: null })}>이 파일 닫기</button></div> : null}
      {peek.data && peek.data.unreadable > 0 ? (
        <p className="cd-im-warning" role="status">{encodingWords[found ?? 'auto']}로는 읽지 못하는 글자가 {peek.data.unreadable.toLocaleString('ko-KR')}개 있습니다. 글자가 바르게 보이는 인코딩을 골라 주세요.</p>
      ) : null}
      {peek.data ? <TopRows rows={peek.data.top} header={header} onHeader={(row) => { if (!busy) chooseReading({ headerRow: row }); }} /> : null}
    </Step>
  );
};
