/** Cards on paper: charts as vectors, four to a landscape page; one card alone with its table after it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { printPage } from '../reports/print-page.ts';
import { PrintSheet } from '../reports/PrintSheet.tsx';
import { drawings } from './drawings.ts';
import { chartSvg, sentenceOf } from './picture.ts';

export type PrintCardsProps = { tables: readonly ReportTable[]; period: string; withTables?: boolean; onDone: () => void; onFailure: (error: unknown) => void };

type Sheet = { table: ReportTable; svg: string; sentence: string };

/** In the proportions of the space on paper: half a page less its heading, or most of one. */
const sizes = { one: { width: 980, height: 470 }, four: { width: 620, height: 300 } };
const perPage = 4;

const sheetsOf = (tables: readonly ReportTable[], size: { width: number; height: number }): Promise<Sheet[]> =>
  Promise.all(tables.flatMap((table) => {
    const draw = drawings[table.code];
    return draw && !table.isEmpty ? [chartSvg(draw, table, size).then((svg) => ({ table, svg, sentence: sentenceOf(draw, table) }))] : [];
  }));

/** The drawing as elements of the document: vectors on paper, where a picture would be dots. */
const Vectors = ({ svg }: { svg: string }) => {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => { host.current?.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement); }, [svg]);
  return <div ref={host} className="cd-print-chart" />;
};

export const PrintCards = ({ tables, period, withTables = false, onDone, onFailure }: PrintCardsProps) => {
  const [sheets, setSheets] = useState<readonly Sheet[] | null>(null);
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const latest = useRef({ onDone, onFailure, user: '' });
  latest.current = { onDone, onFailure, user: about.data?.account?.name ?? '' };
  useEffect(() => {
    void sheetsOf(tables, withTables ? sizes.one : sizes.four).then(setSheets).catch((error: unknown) => { latest.current.onFailure(error); latest.current.onDone(); });
    // What is printed is what was shown when it was asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (sheets) void printPage(latest.current.user).catch(latest.current.onFailure).finally(() => latest.current.onDone());
  }, [sheets]);
  if (!sheets) return null;
  const pages = Array.from({ length: Math.ceil(sheets.length / perPage) }, (_, at) => sheets.slice(at * perPage, (at + 1) * perPage));
  return (
    <>
      {createPortal(
        <div className="cd-print cd-paper" lang="ko">
          {pages.map((page) => (
            <section key={page[0]?.table.code} className="cd-print-board" data-one={withTables || undefined}>
              {withTables ? null : <h1>현황판 <small>{period} · {page[0]?.table.asOf}</small></h1>}
              {page.map(({ table, svg, sentence }) => (
                <article key={table.code}>
                  <h2>{table.title} <small>({table.unit})</small></h2>
                  <p>{sentence}</p>
                  <Vectors svg={svg} />
                  {withTables ? <p>{period} · {table.asOf}</p> : null}
                </article>
              ))}
            </section>
          ))}
        </div>, document.body)}
      {withTables ? <PrintSheet tables={tables} /> : null}
    </>
  );
};
