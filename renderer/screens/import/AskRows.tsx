/** The rows to be decided, with those already decided still among them, so that nothing jumps away under the hand. */
import { useMemo } from 'react';
import { AskAll } from './AskAll.tsx';
import { AskRow } from './AskRow.tsx';
import { changeImport, useImportState, type Preview } from './import-state.ts';
import { Pages } from './Pages.tsx';
import { rowsPerPage } from './questions.ts';

export const AskRows = ({ preview, noun, busy }: { preview: Preview; noun: string; busy: boolean }) => {
  const { decided, decisions, page } = useImportState();
  const rows = useMemo(() => {
    const all = new Map(preview.rows.map((row) => [row.row, row]));
    for (const row of Object.values(decided)) all.set(row.row, row);
    return [...all.values()].toSorted((a, b) => a.row - b.row);
  }, [preview.rows, decided]);
  const rest = preview.rowCount - preview.rows.length;
  if (rows.length === 0) return <p className="cd-soft cd-flat">정할 행이 없습니다.</p>;
  return (
    <>
      <AskAll rows={rows.filter((row) => decisions[row.row] === undefined)} noun={noun} busy={busy} />
      <ul className="cd-im-asks" aria-label="정할 행">
        {rows.slice((page - 1) * rowsPerPage, page * rowsPerPage).map((row) => <AskRow key={row.row} row={row} mapping={preview.mapping} noun={noun} busy={busy} />)}
      </ul>
      <Pages page={page} total={rows.length} onPage={(next) => changeImport({ page: next })} />
      {rest > 0 ? <p className="cd-soft cd-small cd-flat">아래에 {rest.toLocaleString('ko-KR')}건이 더 있습니다. 앞의 행을 정하면 이어서 나옵니다.</p> : null}
    </>
  );
};
