/** The numbers of a picture as a plain table for those who hear the screen; the table with its records is one key away. */
import type { ReportTable } from '../../../db/reports/api.ts';

export const SpokenTable = ({ table }: { table: ReportTable }) => (
  <table className="cd-only-spoken">
    <caption>{`${table.title}, ${table.asOf}, ${table.unit}`}</caption>
    <thead><tr>{[...table.heads, ...table.columns.map((column) => column.label)].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
    <tbody>
      {table.rows.map((row, at) => (
        <tr key={row.key}>
          {row.labels.map((label, index) => (label === '' ? <td key={table.heads[index]} /> : <th key={table.heads[index]} scope="row">{label}</th>))}
          {table.columns.map((column, index) => <td key={column.key}>{table.cells[at]?.[index]?.text}</td>)}
        </tr>
      ))}
    </tbody>
  </table>
);
