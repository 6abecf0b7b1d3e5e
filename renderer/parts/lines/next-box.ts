/** Enter in a row of boxes: which key press is one, and which box comes next. */
import type { KeyboardEvent } from 'react';
import { isComposing } from '../keys/shortcut.ts';

/** The box of a cell; a list of choices keeps a hidden one behind it. */
export const boxOf = (cell: Element | null | undefined): HTMLInputElement | null => cell?.querySelector<HTMLInputElement>('input:not([type=hidden])') ?? null;

/** As with Tab: what is typed replaces what stands there. */
export const enter = (box: HTMLInputElement | null): void => { box?.focus(); box?.select(); };

/** Enter that means the row: not the input method's, not that of an open list of choices. */
export const isRowEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.defaultPrevented && !isComposing(event.nativeEvent) && event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') !== 'true';

/** Enter goes to the same column of the next row that has a box there. */
export const toNextRow = (event: KeyboardEvent): void => {
  const cell = isRowEnter(event) && event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  event.preventDefault();
  let next = row.nextElementSibling;
  while (next && !boxOf(next.children[cell.cellIndex])) next = next.nextElementSibling;
  enter(boxOf(next?.children[cell.cellIndex]));
};
