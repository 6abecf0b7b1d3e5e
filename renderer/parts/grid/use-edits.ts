/** Edits of single cells: shown at once, sent, and taken back with the reason when they are refused. */
import type { GridApi } from 'ag-grid-community';
import { useMemo, useRef, useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { refusalOf, sentenceOf } from '../../refusal.ts';
import { readCell, textOfValue } from './cell-text.ts';
import type { CellHost } from './cell-input.ts';
import { createDrawnCells } from './drawn-cells.ts';
import { FilterShells } from './filter-shell.ts';
import type { CellFailure, GridColumn } from './types.ts';

/** Sends one changed cell; throw (a failed call) to refuse it. */
export type OnEdit = (id: string, column: string, value: Cell, was: Cell) => Promise<unknown>;

export type Edits = {
  host: CellHost;
  failures: ReadonlyMap<string, CellFailure>;
  fail: (id: string, column: string, failure: CellFailure | null) => void;
  clearFailures: () => void;
  /** Edits that were sent and not answered yet. */
  pending: () => number;
};

const keyOf = (id: string, column: string): string => `${id}\n${column}`;

export const useEdits = (columns: readonly GridColumn[], api: () => GridApi<ListRow> | null, onEdit: OnEdit | undefined, onSettled: () => void): Edits => {
  const latest = useRef({ columns, onEdit, onSettled });
  latest.current = { columns, onEdit, onSettled };
  const [failures, setFailures] = useState<ReadonlyMap<string, CellFailure>>(new Map());

  const stable = useMemo(() => {
    const held = new Map<string, CellFailure>();
    let pending = 0;
    const redraw = (id: string, column: string) => {
      const node = api()?.getRowNode(id);
      if (node) api()?.refreshCells({ rowNodes: [node], columns: [column], force: true });
      if (host.active?.mode === 'ready') host.active.toReady();
    };
    const show = (id: string, column: string, value: Cell) => {
      const node = api()?.getRowNode(id);
      if (node?.data) node.updateData({ ...node.data, [column]: value });
      if (host.active?.mode === 'ready') host.active.toReady();
    };
    const fail = (id: string, column: string, failure: CellFailure | null) => {
      if (failure) held.set(keyOf(id, column), failure);
      else if (!held.delete(keyOf(id, column))) return;
      setFailures(new Map(held));
      redraw(id, column);
    };
    const commit = async (row: ListRow, column: GridColumn, text: string): Promise<void> => {
      const read = readCell(column, text, row);
      if (!read.ok) {
        fail(row.id, column.column, { text, reason: read.reason });
        return;
      }
      fail(row.id, column.column, null);
      const was = row[column.column] ?? null;
      const send = latest.current.onEdit;
      if (read.value === was || !send) return;
      show(row.id, column.column, read.value);
      pending += 1;
      try {
        await send(row.id, column.column, read.value, was);
      } catch (error) {
        show(row.id, column.column, was);
        const own = refusalOf(error)?.details.find((problem) => problem.field.endsWith(column.column));
        fail(row.id, column.column, { text: textOfValue(column, read.value), reason: own?.message ?? sentenceOf(error) });
      } finally {
        pending -= 1;
        latest.current.onSettled();
      }
    };
    const host: CellHost = {
      columnOf: (name) => latest.current.columns.find((column) => column.column === name),
      failureOf: (id, column) => held.get(keyOf(id, column)) ?? null,
      commit: (row, column, text) => void commit(row, column, text),
      active: null,
      onArrived: null,
      onSettled: () => latest.current.onSettled(),
      filters: new FilterShells(),
      drawn: createDrawnCells(),
    };
    return {
      host,
      fail,
      clearFailures: () => {
        held.clear();
        setFailures(new Map());
        api()?.refreshCells({ force: true });
      },
      pending: () => pending,
    };
    // One host for the life of the grid: the cells hold on to it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return { ...stable, failures };
};
