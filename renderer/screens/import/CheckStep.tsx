/** Step 3: what would become of each row and why, with the questions answered in their place. */
import { Tabs } from '@mantine/core';
import { changeImport, useImportState, type Preview, type Verdict } from './import-state.ts';
import { AskRows } from './AskRows.tsx';
import { ImportOptions } from './ImportOptions.tsx';
import { Pages } from './Pages.tsx';
import { RowsTable } from './RowsTable.tsx';
import { Busy, Step } from './Step.tsx';
import { countOf, verdicts } from './verdicts.ts';

const Skipped = ({ preview }: { preview: Preview }) =>
  preview.skippedCount === 0 ? null : (
    <details className="cd-im-skipped">
      <summary>자료가 아니어서 건너뛴 줄 {preview.skippedCount.toLocaleString('ko-KR')}개 (합계, 설명, 되풀이된 머리글)</summary>
      <ul>{preview.skipped.map((line) => <li key={line.row}><span className="cd-number">{line.row}행</span> {line.why}: {line.text}</li>)}</ul>
    </details>
  );

export type CheckStepProps = {
  preview: Preview | null;
  show: Verdict;
  noun: string;
  busy: boolean;
  /** The rows shown are of the choices before. */
  isStale: boolean;
  isFolded: boolean;
};

export const CheckStep = ({ preview, show, noun, busy, isStale, isFolded }: CheckStepProps) => {
  const { page, decided } = useImportState();
  if (!preview || preview.missing.length > 0) {
    return <Step number={3} title="확인" state="waiting" note={preview ? '필수 열을 정하면 행마다 어떻게 되는지 보여 드립니다.' : '행마다 새로 만들지, 이미 있는지, 왜 거절하는지 보여 드립니다.'} />;
  }
  if (isFolded) return <Step number={3} title="확인" state="done" note={`자료 ${preview.total.toLocaleString('ko-KR')}행을 살펴보았습니다.`} />;
  const questions = Object.keys(decided).length;
  const word = verdicts.find((one) => one.kind === show);
  return (
    <Step number={3} title="확인" state={preview.counts.ask > 0 ? 'now' : 'done'} note={isStale ? <Busy>다시 살펴보고 있습니다.</Busy> : <span className="cd-number">자료 {preview.total.toLocaleString('ko-KR')}행</span>}>
      <ImportOptions mapping={preview.mapping} busy={busy} />
      <Tabs value={show} onChange={(next) => changeImport({ show: verdicts.find((one) => one.kind === next)?.kind ?? null, page: 1 })} keepMounted={false}>
        <Tabs.List aria-label="행의 처리">
          {verdicts.map(({ kind, word: name }) => (
            <Tabs.Tab key={kind} value={kind} data-verdict={kind} data-none={preview.counts[kind] === 0 || undefined}>
              {name} <span className="cd-number cd-im-count">{preview.counts[kind].toLocaleString('ko-KR')}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={show} className="cd-im-panel" data-stale={isStale || undefined}>
          <p className="cd-soft cd-small cd-flat">{word?.says}{show === 'ask' && questions > 0 ? ` 지금까지 ${countOf(questions)}을 정했습니다.` : ''}</p>
          {show === 'ask' ? <AskRows preview={preview} noun={noun} busy={busy} /> : preview.rowCount === 0 ? <p className="cd-soft cd-flat">해당하는 행이 없습니다.</p> : (
            <>
              <RowsTable preview={preview} label={`${word?.word ?? ''} 행`} />
              <Pages page={page} total={preview.rowCount} onPage={(next) => changeImport({ page: next })} />
            </>
          )}
        </Tabs.Panel>
      </Tabs>
      <Skipped preview={preview} />
    </Step>
  );
};
