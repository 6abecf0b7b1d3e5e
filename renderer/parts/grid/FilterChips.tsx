/** The conditions a list is under, each with a way out. */
import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import type { Filter } from '../../../db/kernel/list-types.ts';
import { describeFilter } from './filters.ts';
import type { GridColumn } from './types.ts';

export type FilterChipsProps = {
  columns: readonly GridColumn[];
  filter: Readonly<Record<string, Filter>>;
  /** Said when the list shows only the records behind a number or an import. */
  selectionLabel?: string | null;
  onClear: (column: string) => void;
  onClearSelection?: () => void;
  onClearAll: () => void;
};

export const FilterChips = ({ columns, filter, selectionLabel, onClear, onClearSelection, onClearAll }: FilterChipsProps) => {
  const chips = Object.entries(filter).flatMap(([name, one]) => {
    const column = columns.find((candidate) => candidate.column === name);
    return column ? [{ name, text: describeFilter(column, one) }] : [];
  });
  if (chips.length === 0 && !selectionLabel) return null;
  return (
    <div className="cd-chips" aria-label="걸려 있는 조건" role="group">
      {selectionLabel ? (
        <span className="cd-chip">{selectionLabel}
          {onClearSelection ? <ActionIcon size="xs" variant="subtle" color="gray" aria-label={`조건 지우기: ${selectionLabel}`} onClick={onClearSelection}><X size={12} aria-hidden /></ActionIcon> : null}
        </span>
      ) : null}
      {chips.map((chip) => (
        <span className="cd-chip" key={chip.name}>{chip.text}
          <ActionIcon size="xs" variant="subtle" color="gray" aria-label={`조건 지우기: ${chip.text}`} onClick={() => onClear(chip.name)}><X size={12} aria-hidden /></ActionIcon>
        </span>
      ))}
      {chips.length > 1 ? <Button size="compact-xs" variant="subtle" onClick={onClearAll}>모두 지우기</Button> : null}
    </div>
  );
};
