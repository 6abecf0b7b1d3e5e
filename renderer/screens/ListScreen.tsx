/** A list with the record it opens beside it: what the screens of the records have in common. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isViewScreen } from '../../db/views/choices.ts';
import type { Cell } from '../../db/kernel/field.ts';
import { RecordGrid, type RecordGridProps } from '../parts/grid/RecordGrid.tsx';
import type { LoadRows, RecordGridHandle } from '../parts/grid/types.ts';
import { SplitView } from '../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../places.ts';
import { FieldFromAddress } from './FieldFromAddress.tsx';
import { pasteInto, type RecordChange } from './paste-into.ts';
import { useSelection } from './use-selection.ts';
import { useWhere } from './use-where.ts';
import { conditionsOf } from './views/conditions.ts';
import { useOpeningView } from './views/use-opening-view.ts';
import { ViewMenu } from './views/ViewMenu.tsx';

type Patch = Record<string, Cell>;

/** The three calls of a noun that its list makes. */
export type ListCalls = {
  load: LoadRows;
  change: (change: { id: string; patch: Patch; was: Patch }) => Promise<unknown>;
  changeMany: (changes: RecordChange[]) => Promise<unknown>;
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
  /** A line above the list: the ways to look at the same records. */
  above?: ReactNode;
  /** Another way to look at them, in the list's place. */
  instead?: (open: (id: string) => void, startNew: () => void) => ReactNode;
};

export const ListScreen = ({ place, id, name, label, columns, tables, newRows, share, calls, newLabel, fresh, record, empty, bulk, above, instead }: ListScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const where = useWhere();
  const screen = isViewScreen(name) ? name : null;
  const conditions = useMemo(() => (screen ? conditionsOf(screen) : []), [screen]);
  useOpeningView(screen, name);

  // The address keeps what the list is narrowed to while records are opened and closed beside it.
  const close = () => {
    go(place + where.kept);
    // The focus goes back to where the record was opened from.
    setTimeout(() => { if (grid.current) grid.current.focus(); else document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id ?? '')}"], [data-row="${CSS.escape(id ?? '')}"]`)?.focus(); }, 0);
  };
  const open = (made: string) => go(`${place}/${made}${where.kept}`);
  const startNew = () => go(`${place}/new${where.kept}`);
  const isPassing = selection.selection !== null || where.filters !== undefined;
  const list = instead?.(open, startNew) ?? (
    <RecordGrid
      key={selection.selection?.id ?? where.key} ref={grid} name={name} label={label} columns={columns} tables={tables} openId={id} {...selection} {...(newRows ? { newRows } : {})}
      given={where.filters} conditions={conditions}
      load={calls.load}
      onEdit={(row, column, value, was) => calls.change({ id: row, patch: { [column]: value }, was: { [column]: was } })}
      onPaste={pasteInto(calls.changeMany)}
      onOpen={(row) => open(row.id)}
      {...(screen ? { views: (viewed) => <ViewMenu screen={screen} list={viewed} isPassing={isPassing} onLeave={() => go(place)} /> } : {})}
      actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={startNew}>{newLabel}</Button>}
      {...(bulk ? { bulk: (ids: readonly string[]) => bulk(ids, () => grid.current?.clearSelection()) } : {})}
      empty={empty(startNew)}
    />
  );
  return (
    <SplitView
      name={name} share={share} onClose={close} record={id === null ? null : id === 'new' ? fresh(close, open) : <><FieldFromAddress key={id} />{record(id, close)}</>}
      list={above ? <div className="cd-list-under">{above}<div>{list}</div></div> : list}
    />
  );
};
