/** Where the grid gets its rows: blocks of 50 from `load`; a newer question drops the older ones. */
import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community';
import { unpacked } from '../../../db/kernel/block.ts';
import type { Filter, ListBlock, ListRequest, ListRow, Sort } from '../../../db/kernel/list-types.ts';
import type { LoadRows } from './types.ts';
import { mostShown } from './use-span.ts';

/** Two windows full: after a jump into rows that lie cold on the disk, half as many are waited for as of a hundred. */
export const blockSize = 50;

/** How often a list that is still being counted is asked for its total. */
const countDelay = 200;

export type Question = Pick<ListRequest, 'sort' | 'filter' | 'quick' | 'selection'>;

export type RowSource = IDatasource & {
  /** What the rows on the screen answer. */
  question: () => Question;
  total: () => number | null;
};

export type RowSourceOptions = {
  load: () => LoadRows;
  quick: () => string | null;
  selection: () => string | null;
  /** Conditions beside those of the headers. */
  conditions: () => Readonly<Record<string, Filter>>;
  onTotal: (total: number | null, question: Question) => void;
  /** Place of the first row the grid counts, and a question that begins at the top again. */
  from: () => number;
  onNewQuestion: () => void;
  /** Rows have been handed to the grid. */
  onRows: () => void;
  onFailure: (error: unknown) => void;
};

const sortOf = (params: Pick<IGetRowsParams, 'sortModel'>): Sort[] => params.sortModel.map((item) => ({ column: item.colId, descending: item.sort === 'desc' }));

export const createRowSource = (options: RowSourceOptions): RowSource => {
  let current: Question = { sort: [], filter: {}, quick: null, selection: null };
  let stop = new AbortController();
  let total: number | null = null;
  let counting = false;

  /** Rows the grid may show: no more than it can place exactly. */
  const shownOf = (all: number): number => Math.max(0, Math.min(all - options.from(), mostShown));

  const noteTotal = (next: number | null, question: Question) => {
    total = next;
    options.onTotal(next, question);
  };

  const count = async (api: GridApi<ListRow>, question: Question, signal: AbortSignal): Promise<void> => {
    if (counting) return;
    counting = true;
    try {
      while (!signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, countDelay));
        if (signal.aborted) return;
        const block = await options.load()({ ...question, start: 0, end: 0 }, signal);
        if (block.total === null || signal.aborted) continue;
        api.setRowCount(shownOf(block.total), true);
        noteTotal(block.total, question);
        return;
      }
    } catch (error) {
      if (!signal.aborted) options.onFailure(error);
    } finally {
      counting = false;
    }
  };

  const answer = (params: IGetRowsParams<ListRow>, block: ListBlock, question: Question, signal: AbortSignal): void => {
    const isShort = block.rows.length < params.endRow - params.startRow;
    const known = block.total ?? (isShort && (block.rows.length > 0 || params.startRow === 0) ? options.from() + params.startRow + block.rows.length : null);
    params.successCallback(block.rows, known === null ? -1 : shownOf(known));
    options.onRows();
    if (known === null) void count(params.api, question, signal);
    noteTotal(known, question);
  };

  return {
    question: () => current,
    total: () => total,
    getRows: (params: IGetRowsParams<ListRow>) => {
      const next: Question = { sort: sortOf(params), filter: { ...(params.filterModel as Record<string, Filter>), ...options.conditions() }, quick: options.quick(), selection: options.selection() };
      if (JSON.stringify(next) !== JSON.stringify(current)) {
        stop.abort();
        stop = new AbortController();
        counting = false;
        current = next;
        options.onNewQuestion();
      }
      const question = current;
      const { signal } = stop;
      const from = options.from();
      options.load()({ ...question, start: from + params.startRow, end: Math.min(from + params.endRow, from + mostShown) }, signal).then(
        (block) => { if (signal.aborted) params.failCallback(); else answer(params, unpacked(block), question, signal); },
        (error: unknown) => {
          params.failCallback();
          if (!signal.aborted) options.onFailure(error);
        },
      );
    },
    destroy: () => {
      stop.abort();
      stop = new AbortController();
    },
  };
};
