/** The keyboard of the board: cards up and down, columns left and right; a lifted card goes to a column. */
import type { KeyboardEvent } from 'react';
import { isComposing } from '../../parts/keys/shortcut.ts';
import type { LiftControls } from './use-lift.ts';

export type BoardKeyActions = {
  lift: LiftControls;
  take: (id: string) => void;
  menu: (id: string, at: HTMLElement) => void;
};

const titlesIn = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-card]')];

const focusOn = (title: HTMLElement | undefined): void => {
  title?.focus({ preventScroll: true });
  title?.closest('.cd-card')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** The next column with cards, at about the same height. */
const sideways = (board: Element, title: HTMLElement, by: 1 | -1): HTMLElement | undefined => {
  const columns = [...board.querySelectorAll('[data-column]')].filter((column) => titlesIn(column).length > 0);
  const at = columns.findIndex((column) => column.contains(title));
  const next = columns[at + by];
  if (!next) return undefined;
  const row = titlesIn(columns[at] ?? next).indexOf(title);
  const there = titlesIn(next);
  return there[Math.min(row, there.length - 1)];
};

/** Handles a key on a card's title. True when it was ours. */
export const handleBoardKey = (event: KeyboardEvent<HTMLElement>, { lift, take, menu }: BoardKeyActions): boolean => {
  if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return false;
  const title = event.target;
  const id = title.dataset['card'];
  if (id === undefined) return false;
  const { code } = event.nativeEvent;
  if (lift.lift) {
    if (code === 'ArrowRight' || code === 'ArrowDown') lift.step(1);
    else if (code === 'ArrowLeft' || code === 'ArrowUp') lift.step(-1);
    else if (code === 'Enter' || code === 'NumpadEnter' || code === 'Space') void lift.drop(lift.lift.target);
    else if (code === 'Escape' || code === 'Tab') lift.cancel();
    else return false;
    return code !== 'Tab';
  }
  const column = title.closest('[data-column]');
  const board = event.currentTarget;
  if (!column) return false;
  const cards = titlesIn(column);
  const at = cards.indexOf(title);
  switch (code) {
    case 'ArrowDown': focusOn(cards[at + 1]); return true;
    case 'ArrowUp': focusOn(cards[at - 1]); return true;
    case 'ArrowRight': focusOn(sideways(board, title, 1)); return true;
    case 'ArrowLeft': focusOn(sideways(board, title, -1)); return true;
    case 'Home': focusOn(cards[0]); return true;
    case 'End': focusOn(cards.at(-1)); return true;
    case 'Space': take(id); return true;
    case 'ContextMenu': menu(id, title); return true;
    case 'F10':
      if (!event.shiftKey) return false;
      menu(id, title);
      return true;
    default: return false;
  }
};
