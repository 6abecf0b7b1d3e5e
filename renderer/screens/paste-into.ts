/** A pasted block in a grid, as one command: the cells of one record together, with what was seen there before. */
import type { Cell } from '../../db/kernel/field.ts';
import type { CellChange } from '../parts/grid/types.ts';

type Cells = Record<string, Cell>;
export type RecordChange = { id: string; patch: Cells; was: Cells };

/** `unseen` are columns that show something else than what is stored: what was seen there is no witness. */
export const pasteInto = (send: (changes: RecordChange[]) => Promise<unknown>, unseen: readonly string[] = []) => async (cells: readonly CellChange[]): Promise<void> => {
  const byId = new Map<string, RecordChange>();
  for (const { id, column, value, was } of cells) {
    const { patch, was: seen } = byId.get(id) ?? { patch: {}, was: {} };
    byId.set(id, { id, patch: { ...patch, [column]: value }, was: unseen.includes(column) ? seen : { ...seen, [column]: was } });
  }
  if (byId.size > 0) await send([...byId.values()]);
};
