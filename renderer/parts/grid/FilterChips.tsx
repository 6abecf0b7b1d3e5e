/** The conditions a list is under, each with a way out. */
import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
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

/** Values of a condition on a linked record. */
const linked = (filter: Filter): string[] => (filter.op === 'equals' ? [filter.value] : filter.op === 'in' ? filter.values : []).filter((value) => typeof value === 'string');

/** What each condition says; names of linked records come when they are there. */
const useTexts = (columns: readonly GridColumn[], filter: Readonly<Record<string, Filter>>): { name: string; text: string }[] => {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const found = Object.entries(filter).flatMap(([name, one]) => {
    const column = columns.find((candidate) => candidate.column === name);
    return column ? [{ name, one, column }] : [];
  });
  const wanted = found.flatMap(({ column, one }) => (column.nameOf ? linked(one).map((id) => ({ id, nameOf: column.nameOf })) : [])).filter(({ id }) => !(id in names));
  const key = wanted.map(({ id }) => id).join(' ');
  useEffect(() => {
    let isOver = false;
    for (const { id, nameOf } of wanted) void nameOf?.(id).then((label) => { if (!isOver) setNames((known) => ({ ...known, [id]: label ?? '알 수 없음' })); }, () => undefined);
    return () => { isOver = true; };
    // The key says which names are missing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return found.map(({ name, one, column }) => ({
    name, text: column.nameOf && linked(one).length > 0 ? `${column.label}: ${linked(one).map((id) => names[id] ?? '…').join(', ')}` : describeFilter(column, one),
  }));
};

export const FilterChips = ({ columns, filter, selectionLabel, onClear, onClearSelection, onClearAll }: FilterChipsProps) => {
  const chips = useTexts(columns, filter);
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
