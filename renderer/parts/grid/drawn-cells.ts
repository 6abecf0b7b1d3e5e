/**
 * Cells that are drawn instead of written (a state with its shape). React draws each distinct one once; every cell that shows the
 * same gets a copy. A component per cell made half of what a jump through a long list cost (measured).
 */
import { createElement, Fragment, useLayoutEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

type Pattern = { box: HTMLElement; isDrawn: boolean; waiting: HTMLElement[] };

/** More distinct cells than a column of states or days has; beyond it they are drawn anew. */
const mostPatterns = 1000;

const Told = ({ children, onDrawn }: { children?: ReactNode; onDrawn: () => void }) => {
  useLayoutEffect(onDrawn, [onDrawn]);
  return createElement(Fragment, null, children);
};

const copyInto = (cell: HTMLElement, { box }: Pattern): void => cell.replaceChildren(...[...box.childNodes].map((node) => node.cloneNode(true)));

export type DrawnCells = {
  /** A cell that shows `node`; `key` says which one of all possible it is. It may fill a moment later. */
  cell(key: string, node: () => ReactNode): HTMLElement;
};

export const createDrawnCells = (): DrawnCells => {
  const patterns = new Map<string, Pattern>();
  const draw = (key: string, node: ReactNode): Pattern => {
    if (patterns.size >= mostPatterns) patterns.clear();
    const pattern: Pattern = { box: document.createElement('span'), isDrawn: false, waiting: [] };
    patterns.set(key, pattern);
    const onDrawn = (): void => {
      pattern.isDrawn = true;
      for (const cell of pattern.waiting.splice(0)) copyInto(cell, pattern);
    };
    createRoot(pattern.box).render(createElement(Told, { onDrawn }, node));
    return pattern;
  };
  return {
    cell: (key, node) => {
      const pattern = patterns.get(key) ?? draw(key, node());
      const cell = document.createElement('span');
      cell.className = 'cd-cell-drawn';
      if (pattern.isDrawn) copyInto(cell, pattern);
      else pattern.waiting.push(cell);
      return cell;
    },
  };
};
