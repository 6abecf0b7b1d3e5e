/** What a view holds; shared with the page, so no Node import. */
import type { Filter, Sort } from '../kernel/list-types.ts';

/** A column as a view shows it; width in px at 100 % letter size, null for the list's own. */
export type ViewColumn = { column: string; width: number | null; hidden: boolean };

/** Content of a view. Filters may hold relative values (`relative.ts`), so that "this month" stays this month. */
export type ViewContent = {
  filters: Record<string, Filter>;
  sort: Sort[];
  /** All columns in their order; null leaves the columns as they are. */
  columns: ViewColumn[] | null;
  quick: string | null;
};

/** A saved view as one person sees it. */
export type SavedView = {
  id: string;
  name: string;
  isShared: boolean;
  /** Only the one who made it changes or removes it. */
  isMine: boolean;
  /** Name of who made it. */
  by: string;
  /** Null when what is stored cannot be read (by this version): shown as such, never applied. */
  content: ViewContent | null;
};
