/** One page of rows of one verdict: what each is about, why, and the cells that would be taken. */
import type { Preview } from './import-state.ts';

export const RowsTable = ({ preview, label }: { preview: Preview; label: string }) => {
  const columns = preview.mapping.filter((column) => column.target !== null && column.target !== 'name');
  const hasReasons = preview.rows.some((row) => row.reasons.length > 0);
  return (
    <div className="cd-im-scroll cd-im-rows" tabIndex={0} role="region" aria-label={label}>
      <table className="cd-im-table">
        <thead>
          <tr>
            <th scope="col" className="cd-number">행</th>
            <th scope="col">이름</th>
            {hasReasons ? <th scope="col">까닭</th> : null}
            {columns.map((column) => <th scope="col" key={column.index}>{column.header}</th>)}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.row}>
              <td className="cd-number">{row.row}</td>
              <th scope="row" title={row.name}>{row.name || <span className="cd-soft">(이름 없음)</span>}</th>
              {hasReasons ? <td className="cd-im-reason">{row.reasons.join(' ')}</td> : null}
              {columns.map((column) => <td key={column.index} title={row.cells[column.index]}>{row.cells[column.index]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
