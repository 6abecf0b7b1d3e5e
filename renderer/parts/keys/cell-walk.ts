/** Going from cell to cell of a table with the arrows, Home and End; with Ctrl to the far end. */
import type { KeyboardEvent } from 'react';

export type At = { row: number; column: number };

export const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** Where a key leads, possibly past the edge; null when it leads nowhere. */
export const stepOf = (event: KeyboardEvent, at: At, rows: number, columns: number): At | null => {
  const far = event.ctrlKey;
  if (event.altKey || event.metaKey) return null;
  switch (event.code) {
    case 'ArrowUp': return { row: far ? 0 : at.row - 1, column: at.column };
    case 'ArrowDown': return { row: far ? rows - 1 : at.row + 1, column: at.column };
    case 'ArrowLeft': return { row: at.row, column: far ? 0 : at.column - 1 };
    case 'ArrowRight': return { row: at.row, column: far ? columns - 1 : at.column + 1 };
    case 'Home': return { row: far ? 0 : at.row, column: 0 };
    case 'End': return { row: far ? rows - 1 : at.row, column: columns - 1 };
    default: return null;
  }
};
