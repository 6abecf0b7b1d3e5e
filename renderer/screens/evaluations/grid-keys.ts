/** How the keyboard goes through the score grid, and what a pasted block means there. */

export type Cell = { row: number; column: number };

export type KeyPress = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean };
/** The box that has the cursor: where the cursor stands in its text. */
export type Caret = { start: number; end: number; length: number };

/**
 * Where a key leads, null when it belongs to the text. Up, down and Enter always move; left and right move when the whole text is
 * chosen or the cursor stands at that end of it.
 */
export const stepOf = (at: Cell, press: KeyPress, caret: Caret, rows: number, columns: number): Cell | null => {
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  const isWhole = caret.start === 0 && caret.end === caret.length;
  const clamp = (cell: Cell): Cell | null => (cell.row < 0 || cell.row >= rows || cell.column < 0 || cell.column >= columns ? null : cell);
  switch (press.key) {
    case 'ArrowUp': return clamp({ ...at, row: at.row - 1 });
    case 'ArrowDown': return clamp({ ...at, row: at.row + 1 });
    case 'Enter': return clamp({ ...at, row: at.row + (press.shiftKey ? -1 : 1) });
    case 'ArrowLeft': return !press.shiftKey && (isWhole || caret.end === 0) ? clamp({ ...at, column: at.column - 1 }) : null;
    case 'ArrowRight': return !press.shiftKey && (isWhole || caret.start === caret.length) ? clamp({ ...at, column: at.column + 1 }) : null;
    default: return null;
  }
};

export type Pasted = { row: number; column: number; text: string };

/** Cells of a block whose first one lands on `at`; what reaches beyond the grid is counted, not taken. */
export const pastedCells = (block: readonly (readonly string[])[], at: Cell, rows: number, columns: number): { cells: Pasted[]; beyond: number } => {
  const all = block.flatMap((line, down) => line.map((text, right) => ({ row: at.row + down, column: at.column + right, text: text.trim() })));
  const cells = all.filter((one) => one.row < rows && one.column < columns);
  return { cells, beyond: all.length - cells.length };
};
