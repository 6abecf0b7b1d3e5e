/** What happens to a pasted block: asked about when it is long, sent as one, its refused cells marked, and said. */
import type { GridApi } from 'ag-grid-community';
import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { Refusal } from '../../../db/errors.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { unpacked } from '../../../db/kernel/block.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { refusalOf } from '../../refusal.ts';
import { ConfirmDialog } from '../notice/ConfirmDialog.tsx';
import { textOfValue } from './cell-text.ts';
import type { Question } from './rows.ts';
import type { CellChange, LoadRows, NewRows } from './types.ts';
import { newRowsOf, useClipboard, type PastedBlock } from './use-clipboard.ts';
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
  newRows: NewRows | undefined;
  load: LoadRows;
  question: () => Question;
  /** Rows of the list, null while they are being counted. */
  total: () => number | null;
  onFailure: (error: unknown) => void;
  onDone: () => void;
};

/** Rows that can be added, with what could not be read of them. */
type Offer = { rows: Record<string, Cell>[]; unread: string[] };

/** What the rows past the end of the list can become: new rows, or nothing and why. */
const offerOf = (block: PastedBlock, newRows: NewRows | undefined): { offer: Offer | null; why: string } => {
  const lines = block.overflow.filter((line) => line.some((text) => text.trim() !== ''));
  if (lines.length === 0 || !newRows) return { offer: null, why: '' };
  const there = new Set(block.columns.slice(0, Math.max(...lines.map((line) => line.length))).map((column) => column?.column));
  const lacking = newRows.required.filter((name) => !there.has(name));
  if (lacking.length > 0) return { offer: null, why: ' 새 행으로 넣으려면 꼭 있어야 할 칸부터 붙여 넣어 주세요.' };
  return { offer: newRowsOf(block.columns, lines, newRows.takes ?? []), why: '' };
};

const amount = (count: number): string => count.toLocaleString('ko-KR');

const summary = (block: PastedBlock, offered: Offer | null, why: string): string => [
  `${amount(block.changes.length)}칸을 바꾸었습니다.`,
  ...(block.skipped > 0 ? [`고칠 수 없는 칸 ${amount(block.skipped)}개는 건너뛰었습니다.`] : []),
  ...(block.unread > 0 ? [`읽지 못한 칸 ${amount(block.unread)}개를 빨갛게 표시했습니다.`] : []),
  ...(block.overflow.length > 0 && offered === null ? [`남은 ${amount(block.overflow.length)}줄은 들어갈 행이 없어 넣지 않았습니다.${why}`] : []),
  ...(offered === null ? [] : [`남은 ${amount(offered.rows.length)}줄은 목록 끝을 넘습니다.`]),
].join(' ');

/** Listens for copy and paste; `note` is the line and the question that belong under the list, `fill` sends a block of one's own. */
export const usePaste = ({ frame, api, edits, onPaste, newRows, load, question, total, onFailure, onDone }: PasteOptions): { note: ReactNode; fill: (block: PastedBlock) => Promise<void> } => {
  const [note, setNote] = useState({ text: '', isWarning: false });
  const [asking, setAsking] = useState<PastedBlock | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [askingNew, setAskingNew] = useState(false);

  useEffect(() => {
    // An offer waits for its answer.
    if (note.text === '' || offer) return undefined;
    const timer = setTimeout(() => setNote({ text: '', isWarning: false }), noteTime);
    return () => clearTimeout(timer);
  }, [note, offer]);

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
    setOffer(null);
    try {
      if (block.changes.length > 0 || block.overflow.length > 0) await onPaste?.(block.changes, block.overflow);
      onFailure(null);
      const { offer: next, why } = offerOf(block, newRows);
      setOffer(next);
      setNote({ text: summary(block, next, why), isWarning: block.skipped + block.unread + block.overflow.length > 0 });
    } catch (error) {
      onFailure(error);
      markRefused(error, block.changes);
    }
    onDone();
  };

  const add = async (): Promise<void> => {
    setAskingNew(false);
    if (!offer || !newRows) return;
    try {
      // Nothing that was copied is left out silently: a cell that cannot be read is repaired first.
      if (offer.unread.length > 0) throw new Refusal('invalid', `읽지 못한 칸이 ${amount(offer.unread.length)}개 있어 한 줄도 추가하지 않았습니다. 고친 뒤 다시 붙여 넣어 주세요.`, offer.unread.map((message) => ({ field: '', message })));
      await newRows.add(offer.rows);
      onFailure(null);
      setOffer(null);
      setNote({ text: `${amount(offer.rows.length)}건을 새로 추가했습니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.`, isWarning: false });
    } catch (error) {
      onFailure(error);
    }
    onDone();
  };

  useClipboard({
    frame, api, edits, onFailure, mayPaste: onPaste !== undefined,
    onBlock: (block) => { if (block.rows > askFromRows) setAsking(block); else void send(block); },
    onCopied: (rows) => setNote({ text: `${amount(rows)}줄을 복사했습니다.`, isWarning: false }),
    rowsAt: async (start, end) => {
      // Before the list has been counted the grid knows fewer rows than there are.
      const last = Math.min(end, total() ?? end);
      const shown = Array.from({ length: Math.max(0, last - start) }, (_, index) => api()?.getDisplayedRowAtIndex(start + index)?.data);
      const known = shown.filter((row) => row !== undefined);
      if (known.length === shown.length) return known;
      const rows: ListRow[] = [];
      for (let from = start; from < last; from += mostRows) rows.push(...unpacked(await load({ ...question(), start: from, end: Math.min(last, from + mostRows) }, AbortSignal.timeout(60_000))).rows);
      return rows;
    },
  });

  const fill = async (block: PastedBlock): Promise<void> => {
    if (onPaste && block.changes.length + block.skipped > 0) await send(block);
  };

  const drawn = (
    <>
      <div className={note.text === '' ? 'cd-only-spoken' : 'cd-grid-note'} role="status">{note.isWarning ? <CircleAlert size={14} aria-hidden /> : null}{note.text}
        {offer ? (
          <>
            <Button size="compact-xs" onClick={() => { if (offer.rows.length > askFromRows) setAskingNew(true); else void add(); }}>새 행으로 {amount(offer.rows.length)}건 추가</Button>
            <Button size="compact-xs" variant="default" onClick={() => { setOffer(null); setNote({ text: '', isWarning: false }); }}>넣지 않기</Button>
          </>
        ) : null}
      </div>
      <ConfirmDialog opened={askingNew} title="많은 행을 추가합니다" confirm="추가" onClose={() => setAskingNew(false)} onConfirm={add}>
        새 행 {amount(offer?.rows.length ?? 0)}건을 추가합니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.
      </ConfirmDialog>
      <ConfirmDialog opened={asking !== null} title="많은 행을 붙여 넣습니다" confirm="붙여 넣기" onClose={() => setAsking(null)} onConfirm={() => { if (asking) void send(asking); }}>
        {amount(asking?.rows ?? 0)}줄, {amount(asking?.changes.length ?? 0)}칸을 바꿉니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.
      </ConfirmDialog>
    </>
  );
  return { note: drawn, fill };
};
