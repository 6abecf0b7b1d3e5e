/** The last, empty row: Enter adds it as soon as nothing required is missing, else goes to what is. */
import { ActionIcon, Table } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { problemOf } from '../../../db/kernel/field.ts';
import { CellBox } from './CellBox.tsx';
import type { LineLinks, LineTableProps } from './line-types.ts';
import { boxOf, enter, isRowEnter } from './next-box.ts';
import { RefusedLine } from './RefusedLine.tsx';
import type { RowValues } from './use-row-draft.ts';

export type NewLineProps = Pick<LineTableProps, 'type' | 'columns' | 'at' | 'onAdd'> & { links: LineLinks; start: RowValues; kept: readonly string[] };

export const NewLine = ({ type, columns, links, start, kept, at, onAdd }: NewLineProps) => {
  const [values, setValues] = useState<RowValues>(start);
  const [failure, setFailure] = useState<unknown>(null);
  // A box that is left tells its value in the same key press, before the row is drawn again.
  const latest = useRef<RowValues>(values);
  const untouched = useRef<RowValues>(start);
  const isBusy = useRef(false);
  const row = useRef<HTMLTableRowElement>(null);
  const put = (next: RowValues): void => { latest.current = next; setValues(next); };
  const begin = (next: RowValues): void => { untouched.current = next; put(next); };
  const problem = (name: string): string | null => {
    const field = type.fields[name];
    return field ? (problemOf(name, field, latest.current[name] ?? null)?.message ?? null) : null;
  };
  const add = async (): Promise<void> => {
    const isTouched = columns.some(({ field }) => (latest.current[field] ?? null) !== (untouched.current[field] ?? null));
    const missing = columns.findIndex(({ field }) => problem(field) !== null);
    if (missing >= 0) {
      setFailure(isTouched ? problem(columns[missing]?.field ?? '') : null);
      return enter(boxOf(row.current?.children[missing]));
    }
    if (!isTouched || isBusy.current) return;
    isBusy.current = true;
    setFailure(null);
    try {
      await onAdd(latest.current);
      begin({ ...start, ...Object.fromEntries(kept.map((name) => [name, latest.current[name] ?? null])) });
      enter(boxOf(row.current?.children[0]));
    } catch (error) {
      setFailure(error);
    } finally {
      isBusy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRowEnter(event)) return;
    event.preventDefault();
    setTimeout(() => void add(), 0);
  };
  return (
    <>
      <Table.Tr ref={row} className="cd-lines-new" onKeyDown={onKeyDown}>
        {columns.map(({ field, span, choices }, index) => {
          const value = values[field] ?? null;
          return (
            <Table.Td key={field} data-span={span}>
              <CellBox
                type={type} field={field} spoken={`새 ${type.fields[field]?.ko ?? field}`} value={value} error={typeof value === 'string' ? problem(field) : null} choices={choices}
                link={links[field]?.source} name={index === 0 ? at : undefined} placeholder={index === columns.length - 1 ? 'Enter로 다음 줄' : ''}
                onChange={(next) => { setFailure(null); put({ ...latest.current, [field]: next }); }}
              />
            </Table.Td>
          );
        })}
        <Table.Td className="cd-lines-end"><ActionIcon variant="light" aria-label={`${type.ko} 더하기`} title="더하기 (Enter)" onClick={() => void add()}><Plus size={14} aria-hidden /></ActionIcon></Table.Td>
      </Table.Tr>
      {failure ? <RefusedLine failure={failure} span={columns.length + 1} onRevert={() => { begin(start); setFailure(null); }} /> : null}
    </>
  );
};
