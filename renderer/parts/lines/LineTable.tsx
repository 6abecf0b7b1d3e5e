/**
 * Rows typed one after the other with the keyboard. What is there is corrected in place and saves itself when its box is
 * left; Enter goes to the same box of the next row, and in the last, empty row adds it and starts the next.
 */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Choice } from '../../../db/kernel/choice.ts';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import type { LinkSource } from '../form/LinkPicker.tsx';
import { toNextRow } from './next-box.ts';
import { NewLine } from './NewLine.tsx';
import { StoredLine } from './StoredLine.tsx';
import type { RowValues } from './use-row-draft.ts';
import './lines.css';

export type Line = { id: string } & Readonly<Record<string, Cell>>;

/** `width` of the column, the rest share what is left. Where there is little room three columns make a line, `span` of them for one field. */
export type LineColumn = { field: string; width?: string; span?: number; choices?: readonly Choice[] };

/** Where link fields find their records, and which column of a line holds the name. */
export type LineLinks = Readonly<Record<string, { source: LinkSource; name: string }>>;

export type LineTableProps = {
  type: AnyRecord;
  columns: readonly LineColumn[];
  lines: readonly Line[];
  links?: LineLinks;
  /** What a new line begins with; the fields `kept` go on from the line before it. */
  start?: RowValues;
  kept?: readonly string[];
  /** Name of the first box of the new row, for addresses that lead to it. */
  at: string;
  /** What is to be said of a stored line. */
  noteOf?: (id: string) => string | null;
  onAdd: (values: RowValues) => Promise<unknown>;
  onChange: (id: string, patch: RowValues, was: RowValues) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
  /** Rows of sums. */
  foot?: ReactNode;
};

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
