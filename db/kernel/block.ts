/** A block of a list as it travels between threads and to the page; both ends use it, so no Node import. */
import type { Cell } from './field.ts';
import type { ListBlock, ListRow } from './list-types.ts';

/** The columns named once, then the cells of each row in their order: half the bytes of rows that name their cells. */
export type PackedBlock = Omit<ListBlock, 'rows'> & { columns: readonly string[]; cells: readonly (readonly Cell[])[] };

/** The rows of a block by the names of their columns, `id` among them. */
export const unpacked = ({ columns, cells, ...rest }: PackedBlock): ListBlock => ({
  ...rest,
  rows: cells.map((values) => {
    const row: ListRow = { id: '' };
    for (const [place, value] of values.entries()) row[columns[place] ?? ''] = value;
    return row;
  }),
});
