/** A stored row: each box saves itself when it is left; what was refused stays as typed, with the reason under it. */
import { ActionIcon, Table } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { CellBox } from './CellBox.tsx';
import type { Line, LineLinks, LineTableProps } from './line-types.ts';
import { RefusedLine } from './RefusedLine.tsx';
import { useRowDraft } from './use-row-draft.ts';

export type StoredLineProps = Pick<LineTableProps, 'type' | 'columns' | 'onChange' | 'onRemove'> & { line: Line; links: LineLinks; number: number; note: string | null };

export const StoredLine = ({ type, columns, line, links, number, note, onChange, onRemove }: StoredLineProps) => {
  const draft = useRowDraft(type, line, (patch, was) => onChange(line.id, patch, was));
  const [failure, setFailure] = useState<unknown>(null);
  const wrong = draft.failure ?? failure;
  return (
    <>
      <Table.Tr data-noted={note === null ? undefined : true} title={note ?? undefined}>
        {columns.map(({ field, span, choices }) => {
          const value = draft.value(field);
          const link = links[field];
          return (
            <Table.Td key={field} data-span={span}>
              <CellBox
                type={type} field={field} spoken={`${number}번째 ${type.fields[field]?.ko ?? field}`} value={value} error={draft.problem(field)} choices={choices}
                link={link?.source} linkName={link && value === (line[field] ?? null) ? String(line[link.name] ?? '') : null} onChange={(next) => draft.change(field, next)}
              />
            </Table.Td>
          );
        })}
        <Table.Td className="cd-lines-end"><ActionIcon variant="subtle" color="gray" aria-label={`${number}번째 ${type.ko} 지우기`} title="지우기" onClick={() => { onRemove(line.id).catch(setFailure); }}><Trash2 size={14} aria-hidden /></ActionIcon></Table.Td>
      </Table.Tr>
      {wrong ? <RefusedLine failure={wrong} span={columns.length + 1} onRevert={() => { draft.revert(); setFailure(null); }} /> : null}
    </>
  );
};
