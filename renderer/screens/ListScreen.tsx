/** A list with the record it opens beside it: what the screens of the records have in common. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Cell } from '../../db/kernel/field.ts';
import { RecordGrid, type RecordGridProps } from '../parts/grid/RecordGrid.tsx';
import type { LoadRows, RecordGridHandle } from '../parts/grid/types.ts';
import { SplitView } from '../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../places.ts';
import { pasteInto } from './paste-into.ts';
import { useSelection } from './use-selection.ts';

type Patch = Record<string, Cell>;
type Change = { id: string; patch: Patch };

/** The three calls of a noun that its list makes. */
export type ListCalls = {
  load: LoadRows;
  change: (change: Change & { was: Patch }) => Promise<unknown>;
  changeMany: (changes: Change[]) => Promise<unknown>;
};

export type ListScreenProps = ScreenProps & Pick<RecordGridProps, 'name' | 'label' | 'columns' | 'tables' | 'newRows'> & {
  /** Share of the width the open record takes, 0 to 1. */
  share: number;
  calls: ListCalls;
  /** Word on the button that begins a new record. */
  newLabel: string;
  fresh: (close: () => void, made: (id: string) => void) => ReactNode;
  record: (id: string, close: () => void) => ReactNode;
  /** What an empty list says to do first. */
  empty: (startNew: () => void) => ReactNode;
  bulk?: (ids: readonly string[], done: () => void) => ReactNode;
};

export const ListScreen = ({ place, id, name, label, columns, tables, newRows, share, calls, newLabel, fresh, record, empty, bulk }: ListScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  const open = (made: string) => go(`${place}/${made}`);
  const startNew = () => go(`${place}/new`);
  return (
    <SplitView
      name={name} share={share} onClose={close} record={id === null ? null : id === 'new' ? fresh(close, open) : record(id, close)}
      list={(
        <RecordGrid
          ref={grid} name={name} label={label} columns={columns} tables={tables} openId={id} {...selection} {...(newRows ? { newRows } : {})}
          load={calls.load}
          onEdit={(row, column, value, was) => calls.change({ id: row, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto(calls.changeMany)}
          onOpen={(row) => open(row.id)}
          actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={startNew}>{newLabel}</Button>}
          {...(bulk ? { bulk: (ids: readonly string[]) => bulk(ids, () => grid.current?.clearSelection()) } : {})}
          empty={empty(startNew)}
        />
      )}
    />
  );
};
