/** A card: title, main numbers, chart or table, and what can be done with them. It asks for itself and waits for nobody. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CellKey, ReportCode, ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { listOf } from '../reports/list-of.ts';
import { ReportGrid } from '../reports/ReportGrid.tsx';
import { CardActions } from './CardActions.tsx';
import { cardTables, lastOpened, type CardProps } from './card-types.ts';
import { ChartView } from './ChartView.tsx';
import { drawings } from './drawings.ts';
import { Meaning } from './Meaning.tsx';
import { periodWords } from './period-words.ts';
import { sentenceOf } from './picture.ts';
import { PrintCards } from './PrintCards.tsx';
import { SpokenTable } from './SpokenTable.tsx';
import { canBeOrdered, ordered, TableOrder, type OrderBy } from './TableOrder.tsx';
import { useSeen } from './use-seen.ts';

/** The question a card asks, for the board that prints all of them. */
export const cardQuery = (code: string, params: CardProps['params']) => ({
  queryKey: ['report', code, params, ...cardTables], queryFn: ({ signal }: { signal?: AbortSignal }): Promise<ReportTable> => api.reports.table.query({ report: code, params }, signal ? { signal } : {}),
});

export const Card = ({ about, params, ...moves }: CardProps) => {
  const { code, title } = about;
  const [, go] = useLocation();
  const card = useRef<HTMLElement>(null);
  const isSeen = useSeen(card);
  const [asTable, setAsTable] = useState(false);
  const [by, setBy] = useState<OrderBy>(null);
  const [isMeaning, setMeaning] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const heading = useId();
  const answer = useQuery({ ...cardQuery(code, params), enabled: isSeen, placeholderData: (before: ReportTable | undefined) => before });
  const table = answer.data ?? null;
  const draw = drawings[code];
  const open = (cell: CellKey): void => {
    lastOpened.set(code, cell);
    void api.reports.open.mutate({ report: code as ReportCode, params, cell }).then(({ id, table: kind }) => go(`${listOf[kind] ?? '/tasks'}?selection=${id}`)).catch(setFailure);
  };
  // Only the card that was left takes the focus back, and only once.
  const [startAt] = useState(() => { const cell = lastOpened.get(code); lastOpened.delete(code); return cell; });
  const isShown = table !== null && !answer.isError;
  return (
    <section ref={card} className="cd-dash" aria-labelledby={heading} data-code={code}>
      <header>
        <h2 id={heading}>{title}</h2>
        <span className="cd-soft cd-small">{table ? `(${table.unit})` : ''}</span>
        <CardActions {...moves} table={isShown ? table : null} title={title} params={params} draw={draw} asTable={asTable} onTable={setAsTable} onMeaning={() => setMeaning(true)} onPrint={() => setPrinting(true)} onFailure={setFailure} />
      </header>
      <p className="cd-dash-sentence">{isShown && draw && !table.isEmpty ? sentenceOf(draw, table) : ''}</p>
      <div className="cd-dash-body" aria-busy={answer.isFetching}>
        {failure ? <FailureNotice error={failure} onRetry={() => { setFailure(null); void answer.refetch(); }} /> : null}
        {answer.isError ? <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /> : null}
        {table === null && !answer.isError ? <Skeleton className="cd-dash-wait" aria-label={`${title}: 불러오는 중입니다.`} role="status" /> : null}
        {isShown && table.isEmpty ? <div className="cd-dash-empty"><p>이 기간과 범위에는 셀 기록이 없습니다.</p><p className="cd-soft">{about.needs}</p></div> : null}
        {isShown && !table.isEmpty && (asTable || !draw) ? <div className="cd-dash-table" tabIndex={-1}>{canBeOrdered(table) ? <TableOrder table={table} by={by} onChange={setBy} /> : null}<ReportGrid table={ordered(table, by)} onOpen={open} /></div> : null}
        {isShown && !table.isEmpty && !asTable && draw && !failure ? <><ChartView draw={draw} table={table} startAt={startAt} onOpen={open} onFailure={setFailure} /><SpokenTable table={table} /></> : null}
      </div>
      {isMeaning ? <Meaning about={about} notes={table?.footnotes.map((note) => note.text) ?? []} onClose={() => setMeaning(false)} /> : null}
      {isPrinting && table ? <PrintCards tables={[table]} period={periodWords(params)} withTables onDone={() => setPrinting(false)} onFailure={setFailure} /> : null}
    </section>
  );
};
