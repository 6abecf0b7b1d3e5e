/** The filter of one column, opened from its header: part of a text, from–to, or a set of words. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import type { Filter } from '../../../db/kernel/list-types.ts';
import { isComposing } from '../keys/shortcut.ts';
import { readCell, textOfValue } from './cell-text.ts';
import { shapeOf } from './filters.ts';
import type { GridColumn } from './types.ts';

type BodyProps = { column: GridColumn; model: Filter | null; apply: (model: Filter | null) => void };

const TextFilter = ({ column, model, apply }: BodyProps) => (
  <TextInput
    label={`${column.label}에 들어 있는 글자`} data-autofocus defaultValue={model?.op === 'contains' ? model.value : ''}
    onChange={(event) => { const value = event.currentTarget.value.trim(); apply(value === '' ? null : { op: 'contains', value }); }}
  />
);

const RangeFilter = ({ column, model, apply }: BodyProps) => {
  const [from, setFrom] = useState(model?.op === 'range' ? textOfValue(column, model.from) : '');
  const [to, setTo] = useState(model?.op === 'range' ? textOfValue(column, model.to) : '');
  const unchecked: GridColumn = { ...column, field: undefined };
  const read = (text: string) => readCell(unchecked, text);
  const [low, high] = [read(from), read(to)];
  const settle = () => {
    if (!low.ok || !high.ok) return;
    apply(low.value === null && high.value === null ? null : { op: 'range', from: low.value, to: high.value });
  };
  const keys = (event: KeyboardEvent) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle(); };
  const hint = column.kind === 'date' ? '2026.1.1, 오늘, -30' : column.kind === 'won' ? '1,000만원' : '';
  return (
    <>
      <TextInput label={column.kind === 'date' || column.kind === 'time' ? '언제부터' : '얼마 이상'} data-autofocus placeholder={hint} value={from} error={low.ok ? null : low.reason} onChange={(event) => setFrom(event.currentTarget.value)} onBlur={settle} onKeyDown={keys} />
      <TextInput label={column.kind === 'date' || column.kind === 'time' ? '언제까지' : '얼마 이하'} placeholder={hint} value={to} error={high.ok ? null : high.reason} onChange={(event) => setTo(event.currentTarget.value)} onBlur={settle} onKeyDown={keys} />
    </>
  );
};

const SetFilter = ({ column, model, apply }: BodyProps) => {
  const all: { value: Cell; label: string }[] = column.kind === 'flag'
    ? [{ value: 1, label: '예' }, { value: 0, label: '아니요' }]
    : (column.choices ?? []).map((choice) => ({ value: choice.code, label: choice.ko }));
  const chosen = model?.op === 'in' ? model.values : model?.op === 'equals' ? [model.value] : [];
  const toggle = (value: Cell) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    apply(next.length === 0 ? null : { op: 'in', values: next });
  };
  return (
    <div className="cd-filter-set" role="group" aria-label={column.label}>
      {all.map((one) => <Checkbox key={String(one.value)} label={one.label} checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />)}
    </div>
  );
};

export type ColumnFilterProps = {
  column: GridColumn;
  model: Filter | null;
  /** How often it has been opened: each time it begins anew, with the focus in it. */
  shown: number;
  onModelChange: (model: Filter | null) => void;
};

export const ColumnFilter = ({ column, model, shown, onModelChange }: ColumnFilterProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [cleared, setCleared] = useState(0);
  useEffect(() => {
    if (shown > 0) frame.current?.querySelector<HTMLElement>('[data-autofocus], input')?.focus();
  }, [shown]);
  const shape = shapeOf(column);
  const isBlank = model?.op === 'empty' || model?.op === 'filled';
  const Body = shape === 'text' ? TextFilter : shape === 'range' ? RangeFilter : SetFilter;
  return (
    <div className="cd-filter" ref={frame}>
      {isBlank ? null : <Body key={`${shown} ${cleared}`} column={column} model={model} apply={onModelChange} />}
      <Checkbox label="빈칸만" checked={model?.op === 'empty'} onChange={(event) => onModelChange(event.currentTarget.checked ? { op: 'empty' } : null)} />
      <Checkbox label="빈칸 빼고" checked={model?.op === 'filled'} onChange={(event) => onModelChange(event.currentTarget.checked ? { op: 'filled' } : null)} />
      <Button variant="default" disabled={model === null} onClick={() => { onModelChange(null); setCleared((times) => times + 1); }}>조건 지우기</Button>
    </div>
  );
};
