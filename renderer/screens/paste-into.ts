/** A block pasted into a grid, as one command: the cells of one record together. */
import type { Cell } from '../../db/kernel/field.ts';
import type { CellChange } from '../parts/grid/types.ts';

export type RecordChange = { id: string; patch: Record<string, Cell> };

export const pasteInto = (send: (changes: RecordChange[]) => Promise<unknown>) => async (cells: readonly CellChange[]): Promise<void> => {
  const byId = new Map<string, Record<string, Cell>>();
  for (const { id, column, value } of cells) byId.set(id, { ...byId.get(id), [column]: value });
  if (byId.size > 0) await send([...byId].map(([id, patch]) => ({ id, patch })));
};
