/** What happens to a pasted block: asked about when it is long, sent as one, its refused cells marked, and said. */
import type { GridApi } from 'ag-grid-community';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { refusalOf } from '../../refusal.ts';
import { ConfirmDialog } from '../notice/ConfirmDialog.tsx';
import { textOfValue } from './cell-text.ts';
import type { Question } from './rows.ts';
import type { CellChange, LoadRows } from './types.ts';
import { useClipboard, type PastedBlock } from './use-clipboard.ts';
import type { Edits } from './use-edits.ts';

/** From this many rows on a paste is asked about first. */
const askFromRows = 200;
/** Rows that one request may ask for. */
const mostRows = 500;
/** How long what was done stays written under the list, in ms. */
const noteTime = 8000;

export type PasteOptions = {
  frame: RefObject<HTMLElement | null>;
  api: () => GridApi<ListRow> | null;
  edits: Edits;
  onPaste: ((changes: CellChange[], overflow: string[][]) => Promise<unknown>) | undefined;
  load: LoadRows;
  question: () => Question;
  onFailure: (error: unknown) => void;
  onDone: () => void;
};

const amount = (count: number): string => count.toLocaleString('ko-KR');

const summary = (block: PastedBlock): string => [
  `${amount(block.changes.length)}칸을 바꾸었습니다.`,
  ...(block.skipped > 0 ? [`고칠 수 없는 칸 ${amount(block.skipped)}개는 건너뛰었습니다.`] : []),
  ...(block.unread > 0 ? [`읽지 못한 칸 ${amount(block.unread)}개를 빨갛게 표시했습니다.`] : []),
  ...(block.overflow.length > 0 ? [`남은 ${amount(block.overflow.length)}줄은 들어갈 행이 없어 넣지 않았습니다.`] : []),
].join(' ');

/** Listens for copy and paste; returns the line and the question that belong under the list. */
export const usePaste = ({ frame, api, edits, onPaste, load, question, onFailure, onDone }: PasteOptions): ReactNode => {
  const [note, setNote] = useState({ text: '', isWarning: false });
  const [asking, setAsking] = useState<PastedBlock | null>(null);

  useEffect(() => {
    if (note.text === '') return undefined;
    const timer = setTimeout(() => setNote({ text: '', isWarning: false }), noteTime);
    return () => clearTimeout(timer);
  }, [note]);

  const markRefused = (error: unknown, changes: readonly CellChange[]): void => {
    const details = refusalOf(error)?.details ?? [];
    for (const { id, column, value } of changes) {
      const own = details.find((problem) => problem.field === `${id}.${column}`);
      const declared = edits.host.columnOf(column);
      if (own && declared) edits.fail(id, column, { text: textOfValue(declared, value), reason: own.message });
    }
  };

  const send = async (block: PastedBlock): Promise<void> => {
    setAsking(null);
    try {
      if (block.changes.length > 0 || block.overflow.length > 0) await onPaste?.(block.changes, block.overflow);
      onFailure(null);
      setNote({ text: summary(block), isWarning: block.skipped + block.unread + block.overflow.length > 0 });
    } catch (error) {
      onFailure(error);
      markRefused(error, block.changes);
    }
    onDone();
  };

  useClipboard({
    frame, api, edits, onFailure, mayPaste: onPaste !== undefined,
    onBlock: (block) => { if (block.rows > askFromRows) setAsking(block); else void send(block); },
    onCopied: (rows) => setNote({ text: `${amount(rows)}줄을 복사했습니다.`, isWarning: false }),
    rowsAt: async (start, end) => {
      const last = Math.min(end, api()?.getDisplayedRowCount() ?? 0);
      const shown = Array.from({ length: Math.max(0, last - start) }, (_, index) => api()?.getDisplayedRowAtIndex(start + index)?.data);
      const known = shown.filter((row) => row !== undefined);
      if (known.length === shown.length) return known;
      const rows: ListRow[] = [];
      for (let from = start; from < last; from += mostRows) rows.push(...(await load({ ...question(), start: from, end: Math.min(last, from + mostRows) }, AbortSignal.timeout(60_000))).rows);
      return rows;
    },
  });

  return (
    <>
      <div className={note.text === '' ? 'cd-only-spoken' : 'cd-grid-note'} role="status">{note.isWarning ? <CircleAlert size={14} aria-hidden /> : null}{note.text}</div>
      <ConfirmDialog opened={asking !== null} title="많은 행을 붙여 넣습니다" confirm="붙여 넣기" onClose={() => setAsking(null)} onConfirm={() => { if (asking) void send(asking); }}>
        {amount(asking?.rows ?? 0)}줄, {amount(asking?.changes.length ?? 0)}칸을 바꿉니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.
      </ConfirmDialog>
    </>
  );
};
