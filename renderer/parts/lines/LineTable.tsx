/**
 * Rows typed one after the other with the keyboard. What is there is corrected in place and saves itself when its box is
 * left; Enter goes to the same box of the next row, and in the last, empty row adds it and starts the next.
 */
import { Table } from '@mantine/core';
import type { LineLinks, LineTableProps } from './line-types.ts';
import { toNextRow } from './next-box.ts';
import { NewLine } from './NewLine.tsx';
import { StoredLine } from './StoredLine.tsx';
import type { RowValues } from './use-row-draft.ts';
import './lines.css';

const noLinks: LineLinks = {};
const nothing: RowValues = {};

export const LineTable = ({ type, columns, lines, links = noLinks, start = nothing, kept = [], at, noteOf, onAdd, onChange, onRemove, foot }: LineTableProps) => (
  <div className="cd-lines-scroll">
    <Table verticalSpacing={3} className="cd-boxes cd-lines" aria-label={type.ko}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ field, width, span }) => <Table.Th key={field} data-span={span} data-kind={type.fields[field]?.kind} style={width === undefined ? undefined : { width }}>{type.fields[field]?.ko}</Table.Th>)}
          <Table.Th className="cd-lines-end"><span className="cd-only-spoken">지우기·더하기</span></Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody onKeyDown={toNextRow}>
        {lines.map((line, index) => <StoredLine key={line.id} type={type} columns={columns} line={line} links={links} number={index + 1} note={noteOf?.(line.id) ?? null} onChange={onChange} onRemove={onRemove} />)}
        <NewLine type={type} columns={columns} links={links} start={start} kept={kept} at={at} onAdd={onAdd} />
      </Table.Tbody>
      {foot === undefined ? null : <Table.Tfoot>{foot}</Table.Tfoot>}
    </Table>
  </div>
);
