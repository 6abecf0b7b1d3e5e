/** The tables as they go on paper, beside the screen in the document: only the print style shows them. */
import { createPortal } from 'react-dom';
import type { SheetTable } from '../../../db/reports/api.ts';
import { headGroups, shownLabels } from './table-shape.ts';

const Sheet = ({ table }: { table: SheetTable }) => (
  <section className="cd-print-sheet" data-columns={table.columns.length} {...(table.columns.some((column) => column.isText) ? { 'data-words': true } : {})}>
    <h1>{table.title}</h1>
    <p className="cd-print-line"><span>{table.asOf}</span><span>({table.unit})</span></p>
    <table>
      <colgroup>
        {table.heads.map((head, index) => <col key={head} className={index === table.heads.length - 1 ? 'cd-print-last-name' : 'cd-print-name'} data-names={table.heads.length} />)}
        {table.columns.map((column) => <col key={column.key} {...(column.mm ? { style: { width: `${column.mm}mm` } } : {})} />)}
      </colgroup>
      <thead>
        <tr>
          {table.heads.map((head) => <th key={head} scope="col" rowSpan={2}>{head}</th>)}
          {headGroups(table.columns).map((group) => (
            group.isAlone ? <th key={group.key} scope="col" rowSpan={2}>{group.text}</th> : <th key={group.key} scope="colgroup" colSpan={group.span}>{group.text}</th>
          ))}
        </tr>
        <tr>{table.columns.filter((column) => column.group !== '').map((column) => <th key={column.key} scope="col">{column.label}</th>)}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={row.key} data-kind={row.kind} data-level={row.level}>
            {shownLabels(table, index).map((label, at) => <th key={table.heads[at]} scope="row" {...(label === '' ? { 'data-again': true } : {})}>{row.labels[at]}</th>)}
            {table.columns.map((column, at) => <td key={column.key} {...(column.isText ? { 'data-text': true } : {})}>{table.cells[index]?.[at]?.text}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
    {table.footnotes.map((note) => <p key={note.text} className="cd-print-note">{note.text}</p>)}
  </section>
);

export const PrintSheet = ({ tables }: { tables: readonly SheetTable[] }) =>
  createPortal(<div className="cd-print" lang="ko">{tables.map((table) => <Sheet key={table.title} table={table} />)}</div>, document.body);
