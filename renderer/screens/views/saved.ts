/** Saved views of a screen beside its built-in ones, and what can be done with them. */
import type { ViewContent } from '../../../db/views/view-types.ts';
import { resolveFilter, type Onlooker } from '../../../db/views/choices.ts';
import { sameView } from '../../parts/grid/view-state.ts';
import type { SavedView } from '../../../db/views/api.ts';
import { builtInViews, type ViewScreen } from './built-in.ts';
import { resolved } from './opening-view.ts';

/** A view as the menu offers it; a built-in one has no `saved`. */
export type OfferedView = { key: string; name: string; content: ViewContent | null; saved: SavedView | null };

/** Built-in views need a person of one's own where they say "mine". */
const needsPerson = (content: ViewContent): boolean => JSON.stringify(content.filters).includes('"@me"');

export const offeredViews = (screen: ViewScreen, saved: readonly SavedView[], who: Onlooker): OfferedView[] => [
  ...builtInViews[screen].filter((one) => who.person !== null || !needsPerson(one.content)).map((one) => ({ key: one.key, name: one.name, content: one.content, saved: null })),
  ...saved.map((one) => ({ key: one.id, name: one.name, content: one.content, saved: one })),
];

/** Whether the list still shows what the view says. */
export const isChanged = (view: OfferedView, current: ViewContent, who: Onlooker): boolean => view.content !== null && !sameView(resolved(view.content, who), current);

/** What is shown, to be saved: filters that still are what a view says keep its relative values. */
export const toSave = (current: ViewContent, from: OfferedView | null, who: Onlooker): ViewContent => ({
  ...current,
  filters: Object.fromEntries(Object.entries(current.filters).map(([column, filter]) => {
    const origin = from?.content?.filters[column];
    return [column, origin && JSON.stringify(resolveFilter(origin, who)) === JSON.stringify(filter) ? origin : filter];
  })),
});
