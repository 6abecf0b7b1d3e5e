/** The first rows of the file as they stand, with the header row marked. A click on a row's number makes it the header. */
import { UnstyledButton } from '@mantine/core';
import type { Preview } from './import-state.ts';

export type TopRowsProps = {
  rows: Preview['top'];
  header: Preview['header'] | null;
  onHeader: (row: number) => void;
};

export const TopRows = ({ rows, header, onHeader }: TopRowsProps) => {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const isHeader = (row: number): boolean => header !== null && row >= header.row && row < header.row + header.span;
  return (
    <div className="cd-im-scroll cd-im-top" tabIndex={0} role="region" aria-label="파일의 첫 행들">
      <table className="cd-im-table">
        <tbody>
          {rows.map((cells, at) => {
            const row = at + 1;
            return (
              <tr key={row} data-header={isHeader(row) || undefined} data-above={(header !== null && row < header.row) || undefined}>
                <th scope="row" className="cd-number">
                  <UnstyledButton tabIndex={-1} className="cd-im-rownumber" title={`${row}행을 머리글로 쓰기`} onClick={() => onHeader(row)}>{row}<span className="cd-only-spoken">행을 머리글로 쓰기</span></UnstyledButton>
                </th>
                {Array.from({ length: width }, (_, column) => <td key={column} title={cells[column]}>{cells[column]}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
