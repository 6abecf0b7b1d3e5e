/** 현황판: the cards under one period and one scope. */
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutDashboard, Printer } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ParamsBar } from '../reports/ParamsBar.tsx';
import { BoardMenu } from './BoardMenu.tsx';
import { inOrder, moved, useBoardOrder } from './board-order.ts';
import { useBoardParams } from './board-params.ts';
import { Card, cardQuery } from './Card.tsx';
import { periodWords } from './period-words.ts';
import { PrintCards } from './PrintCards.tsx';
import './dashboard.css';
import '../reports/reports.css';
import '../reports/print.css';

const uses = ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope'];

export const Screen = () => {
  const [, go] = useLocation();
  const { params, choose, firstYear, isEmpty, error } = useBoardParams();
  const [order, setOrder] = useBoardOrder();
  const [printed, setPrinted] = useState<readonly ReportTable[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const queries = useQueryClient();
  const about = useQuery({ queryKey: ['dashboard', 'cards'], queryFn: () => api.dashboard.cards.query(), staleTime: Number.POSITIVE_INFINITY });
  useStatusText(params ? `현황판: ${periodWords(params)}` : '');
  if (error ?? about.error) return <div className="cd-pad"><FailureNotice error={error ?? about.error} onRetry={() => void queries.invalidateQueries()} /></div>;
  if (!params || !about.data) return isEmpty ? <Nothing onGo={go} /> : <p className="cd-soft cd-pad">{words.loading}</p>;

  const cards = inOrder(about.data, order);
  const shown = cards.filter((card) => !order.hidden.includes(card.code));
  const codes = cards.map((card) => card.code);
  const print = (): void => {
    void Promise.all(shown.map((card) => queries.fetchQuery({ ...cardQuery(card.code, params), staleTime: Number.POSITIVE_INFINITY }))).then(setPrinted).catch(setFailure);
  };
  if (isEmpty) return <Nothing onGo={go} />;
  return (
    <div className="cd-board-screen">
      <div className="cd-report-bar">
        <ParamsBar params={params} choose={choose} uses={uses} firstYear={firstYear} />
        <div className="cd-row-wrap">
          <BoardMenu cards={cards} order={order} onChange={setOrder} />
          <Button variant="default" leftSection={<Printer size={15} aria-hidden />} onClick={print}>현황판 인쇄</Button>
        </div>
      </div>
      {failure ? <div className="cd-pad"><FailureNotice error={failure} onRetry={() => { setFailure(null); print(); }} /></div> : null}
      <div className="cd-board-cards" tabIndex={-1}>
        {shown.map((card, at) => (
          <Card
            key={card.code} about={card} params={params} isFirst={at === 0} isLast={at === shown.length - 1}
            onMove={(by) => setOrder({ ...order, order: moved(codes, order.hidden, card.code, by) })} onHide={() => setOrder({ ...order, hidden: [...order.hidden, card.code] })}
          />
        ))}
        {shown.length === 0 ? <p className="cd-soft cd-pad">모든 카드를 숨겼습니다. 위의 카드에서 보고 싶은 것을 고르세요.</p> : null}
      </div>
      {printed ? <PrintCards tables={printed} period={periodWords(params)} onDone={() => setPrinted(null)} onFailure={setFailure} /> : null}
    </div>
  );
};

const Nothing = ({ onGo }: { onGo: (path: string) => void }) => (
  <EmptyState icon={LayoutDashboard} title="아직 그릴 기록이 없습니다." action={{ label: '애로과제로 가기', onClick: () => onGo('/tasks') }} second={{ label: '가져오기로 가기', onClick: () => onGo('/import') }}>
    <p>애로과제를 등록하거나 엑셀 목록을 가져오면 단계·추이·규모·지역별 현황이 여기에 나타납니다.</p>
  </EmptyState>
);
