/** One answer for all rows that are still a question: a long list may hold hundreds of namesakes. */
import { Button } from '@mantine/core';
import { decideAll, type PreviewRow } from './import-state.ts';
import { countOf } from './verdicts.ts';

export const AskAll = ({ rows, noun, busy }: { rows: readonly PreviewRow[]; noun: string; busy: boolean }) =>
  rows.length < 2 ? null : (
    <div className="cd-row-wrap">
      <span className="cd-soft cd-small">정하지 않은 {countOf(rows.length)}을 한꺼번에:</span>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={() => decideAll(rows, { as: 'new' })}>모두 새 {noun}</Button>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={() => decideAll(rows, { as: 'skip' })}>모두 건너뜀</Button>
    </div>
  );
