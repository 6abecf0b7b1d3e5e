/** The series as rows, by their next day; arrows go from one to the next, Enter opens. */
import { Table } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { SeriesLine } from '../../../db/series/api.ts';
import { seriesWords } from '../../../db/series/choices.ts';
import { writeDate } from '../../parts/form/DateField.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';

export type SeriesListProps = { lines: readonly SeriesLine[]; openId: string | null; onOpen: (id: string) => void };

export const SeriesList = ({ lines, openId, onOpen }: SeriesListProps) => {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step === 0 || isComposing(event.nativeEvent)) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-row]')];
    const at = rows.findIndex((row) => row === document.activeElement);
    const next = rows[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className="cd-series-list" onKeyDown={move}>
      <Table verticalSpacing={4} className="cd-rows">
        <Table.Thead><Table.Tr><Table.Th>정기 회의</Table.Th><Table.Th>미니클러스터</Table.Th><Table.Th>다음 회의</Table.Th><Table.Th className="cd-right">만든 회의</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id} data-chosen={line.id === openId || undefined} data-past={line.next === null || undefined}>
              <Table.Td><button type="button" className="cd-link" data-row={line.id} aria-current={line.id === openId || undefined} onClick={() => onOpen(line.id)}>{line.values.title}</button><span className="cd-small cd-soft cd-series-rule">{seriesWords(line.values)}</span></Table.Td>
              <Table.Td>{line.clusters[0]?.name ?? ''}{line.clusters.length > 1 ? ` 외 ${line.clusters.length - 1}` : ''}</Table.Td>
              <Table.Td className="cd-number cd-nowrap">{line.next === null ? '끝남' : <>{writeDate(line.next.on)}{line.next.on === line.next.day ? '' : <span className="cd-soft"> 옮김</span>}</>}</Table.Td>
              <Table.Td className="cd-number cd-right">{line.made}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};
