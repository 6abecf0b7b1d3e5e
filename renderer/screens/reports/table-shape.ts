/** What screen, print and clipboard share of a table: its two heading lines and which row names are said again. */
import type { ReportColumn, SheetTable } from '../../../db/reports/api.ts';

/** A heading over `span` columns; one without a group stands over both lines. */
export type HeadGroup = { key: string; text: string; span: number; isAlone: boolean };

export const headGroups = (columns: readonly ReportColumn[]): HeadGroup[] => {
  const groups: HeadGroup[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== '' && last && !last.isAlone && last.text === column.group) last.span += 1;
    else groups.push({ key: column.key, text: column.group || column.label, span: 1, isAlone: column.group === '' });
  }
  return groups;
};

/** The row's names with those left out that the row above has said already. */
export const shownLabels = (table: SheetTable, index: number): string[] => {
  const [labels, above] = [table.rows[index]?.labels ?? [], table.rows[index - 1]?.labels ?? []];
  const differs = labels.findIndex((label, at) => label !== above[at]);
  return labels.map((label, at) => (differs === -1 || at < differs ? '' : label));
};
