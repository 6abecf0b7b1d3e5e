/**
 * Rows typed one after the other with the keyboard. Enter in a row goes to the same box of the next; in the last, empty
 * row it adds the row as soon as nothing required is missing and starts the next. Every box saves itself when it is left.
 */
import { ActionIcon, Button } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Choice } from '../../../db/kernel/choice.ts';
import { problemOf, type AnyRecord, type Cell } from '../../../db/kernel/field.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { sentenceOf } from '../../refusal.ts';
import { FieldCell } from './FieldCell.tsx';
import { useRowDraft, type RowValues } from './use-row-draft.ts';

export type EntryColumn = { name: string; className: string; choices?: readonly Choice[] };
export type EntryRow = { id: string; values: RowValues; note: string | null };

export type EntryTableProps = {
  type: AnyRecord;
  columns: readonly EntryColumn[];
  rows: readonly EntryRow[];
  /** What stands in a new row; `kept` of the row before goes on. */
  first: RowValues;
  kept: readonly string[];
  onCreate: (values: RowValues) => Promise<unknown>;
  onChange: (id: string, patch: RowValues, was: RowValues) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
  foot: ReactNode;
};

const boxOf = (cell: Element | null | undefined): HTMLInputElement | null => cell?.querySelector<HTMLInputElement>('input:not([type=hidden])') ?? null;

/** As with Tab: what is typed replaces what stands there. */
export const enter = (box: HTMLInputElement | null): void => { box?.focus(); box?.select(); };

/** Enter goes to the same column of the next row. */
export const toNextRow = (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return;
  const cell = event.target.closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  event.preventDefault();
  let next = row.nextElementSibling;
  while (next && !boxOf(next.children[cell.cellIndex])) next = next.nextElementSibling;
  enter(boxOf(next?.children[cell.cellIndex]));
};

const Refused = ({ error, span, onRevert }: { error: unknown; span: number; onRevert: () => void }) => (
  <tr className="cd-funds-refused"><td colSpan={span}><p role="alert"><span>{sentenceOf(error)}</span><Button variant="default" size="compact-xs" onClick={onRevert}>되돌리기</Button></p></td></tr>
);

const StoredRow = ({ type, columns, row, onChange, onRemove }: Pick<EntryTableProps, 'type' | 'columns' | 'onChange' | 'onRemove'> & { row: EntryRow }) => {
  const draft = useRowDraft(type, row.values, (patch, was) => onChange(row.id, patch, was));
  const [failure, setFailure] = useState<unknown>(null);
  const name = String(row.values[columns[0]?.name ?? ''] ?? '');
  const wrong = draft.failure ?? failure;
  return (
    <>
      <tr data-noted={row.note === null ? undefined : true} title={row.note ?? undefined}>
        {columns.map((column) => (
          <td key={column.name} className={column.className}>
            <FieldCell type={type} name={column.name} row={name} choices={column.choices} value={draft.value(column.name)} error={draft.problem(column.name)} onChange={(value) => draft.change(column.name, value)} />
          </td>
        ))}
        <td className="cd-funds-do"><ActionIcon variant="subtle" color="gray" aria-label={`${name} ${type.ko} 지우기`} title="지우기" onClick={() => { onRemove(row.id).catch(setFailure); }}><Trash2 size={14} aria-hidden /></ActionIcon></td>
      </tr>
      {wrong ? <Refused error={wrong} span={columns.length + 1} onRevert={() => { draft.revert(); setFailure(null); }} /> : null}
    </>
  );
};

const NewRow = ({ type, columns, first, kept, onCreate }: Pick<EntryTableProps, 'type' | 'columns' | 'first' | 'kept' | 'onCreate'>) => {
  const [values, setValues] = useState<RowValues>(first);
  const [failure, setFailure] = useState<unknown>(null);
  // The box that is left by Enter has told its value in this same key press, before the row is drawn again.
  const latest = useRef<RowValues>(values);
  const isBusy = useRef(false);
  const line = useRef<HTMLTableRowElement>(null);
  const keep = (next: RowValues): void => { latest.current = next; setValues(next); };
  const problem = (name: string): string | null => {
    const [field, value] = [type.fields[name], latest.current[name] ?? null];
    return field ? (problemOf(name, field, value)?.message ?? null) : null;
  };
  const add = async (): Promise<void> => {
    const missing = columns.findIndex((column) => problem(column.name) !== null);
    if (missing >= 0) return enter(boxOf(line.current?.children[missing]));
    if (isBusy.current) return;
    isBusy.current = true;
    setFailure(null);
    try {
      await onCreate(latest.current);
      keep({ ...first, ...Object.fromEntries(kept.map((name) => [name, latest.current[name] ?? null])) });
      enter(boxOf(line.current?.children[0]));
    } catch (error) {
      setFailure(error);
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <>
      <tr
        ref={line} data-new
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          setTimeout(() => void add(), 0);
        }}
      >
        {columns.map((column, index) => {
          const value: Cell = values[column.name] ?? null;
          return (
            <td key={column.name} className={column.className}>
              <FieldCell type={type} name={column.name} row="새 줄" choices={column.choices} value={value} error={typeof value === 'string' ? problem(column.name) : null} placeholder={index === columns.length - 1 ? 'Enter로 다음 줄' : ''} onChange={(next) => keep({ ...latest.current, [column.name]: next })} />
            </td>
          );
        })}
        <td className="cd-funds-do"><ActionIcon variant="default" aria-label={`${type.ko} 더하기`} title="더하기 (Enter)" onClick={() => void add()}><Plus size={14} aria-hidden /></ActionIcon></td>
      </tr>
      {failure ? <Refused error={failure} span={columns.length + 1} onRevert={() => { keep(first); setFailure(null); }} /> : null}
    </>
  );
};

export const EntryTable = ({ type, columns, rows, first, kept, onCreate, onChange, onRemove, foot }: EntryTableProps) => (
  <div className="cd-funds-scroll">
    <table className="cd-funds-table" data-lines={columns.length > 4 ? 2 : 1} aria-label={type.ko}>
      <thead><tr>{columns.map((column) => <th key={column.name} scope="col" className={column.className}>{type.fields[column.name]?.ko}</th>)}<th className="cd-funds-do"><span className="cd-only-spoken">지우기</span></th></tr></thead>
      <tbody onKeyDown={toNextRow}>
        {rows.map((row) => <StoredRow key={row.id} type={type} columns={columns} row={row} onChange={onChange} onRemove={onRemove} />)}
        <NewRow type={type} columns={columns} first={first} kept={kept} onCreate={onCreate} />
      </tbody>
      <tfoot>{foot}</tfoot>
    </table>
  </div>
);
