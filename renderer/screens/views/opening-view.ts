/** Which view a list opens with the first time in a window: the one marked so, else the list as it was left. */
import { resolveFilters, type Onlooker } from '../../../db/views/choices.ts';
import type { ViewContent } from '../../../db/views/view-types.ts';
import { keepView } from '../../parts/grid/view-state.ts';
import type { Preferences } from '../../parts/preferences.tsx';

/** A view marked to open with, with its content as of the last time it was seen. */
type Marked = { key: string; content: ViewContent };

const markKey = (screen: string): string => `views.${screen}.opens`;
/** The view that was chosen last. */
export const chosenKey = (screen: string): string => `views.${screen}.chosen`;

const isMarked = (value: unknown): value is Marked => typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'content' in value && typeof value.content === 'object' && value.content !== null;

export const markedView = (preferences: Preferences, screen: string): Marked | null => {
  const kept = preferences.get(markKey(screen));
  return isMarked(kept) ? kept : null;
};

export const markView = (preferences: Preferences, screen: string, marked: Marked | null): void => preferences.set(markKey(screen), marked);

/** A view as it is for this onlooker now. */
export const resolved = (content: ViewContent, who: Onlooker): ViewContent => ({ ...content, filters: resolveFilters(content.filters, who) });

const opened = new Set<string>();

/** To be called before the list is drawn: puts the marked view where the list looks for what it remembers. */
export const openMarked = (preferences: Preferences, screen: string, grid: string, who: Onlooker, scale: number): void => {
  if (opened.has(grid)) return;
  opened.add(grid);
  const marked = markedView(preferences, screen);
  if (!marked) return;
  keepView(preferences, grid, resolved(marked.content, who), scale);
  preferences.set(chosenKey(screen), marked.key);
};
