/** A state on the board: its exact count, its first cards, and what it says to the card in the hand. */
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Ban, ChevronsLeftRight, ChevronsRightLeft, CircleAlert, CircleCheck } from 'lucide-react';
import { memo } from 'react';
import type { BoardCard } from '../../../db/work/api.ts';
import { api } from '../../api.ts';
import { stateName, TaskState } from '../tasks/states.tsx';
import { Card, type CardProps } from './BoardCard.tsx';
import type { Verdict } from './lift.ts';
import { count } from './words.ts';

export type ColumnProps = Pick<CardProps, 'onOpen' | 'onTake' | 'onLetGo' | 'onMenu'> & {
  state: string;
  tasks: number;
  cards: readonly BoardCard[];
  isWide: boolean;
  openId: string | null;
  liftedId: string | null;
  stopId: string | null;
  /** Null while no card is in the hand. */
  verdict: Verdict | null;
  isTarget: boolean;
  onWide: (state: string, wide: boolean) => void;
  onMore: (state: string) => void;
  onOver: (state: string | null) => void;
  onDrop: (state: string) => void;
};

const signs: Partial<Record<Verdict, { icon: typeof Ban; word: string }>> = {
  ready: { icon: CircleCheck, word: '가능' }, incomplete: { icon: CircleAlert, word: '채울 것' }, forbidden: { icon: Ban, word: '불가' },
};

const Sign = ({ verdict }: { verdict: Verdict | null }) => {
  const sign = verdict === null ? undefined : signs[verdict];
  if (!sign) return null;
  const Icon = sign.icon;
  return <span className="cd-column-sign"><Icon size={13} aria-hidden />{sign.word}</span>;
};

const Plain = ({ state, tasks, cards, isWide, openId, liftedId, stopId, verdict, isTarget, onWide, onMore, onOver, onDrop, ...card }: ColumnProps) => {
  const ids = cards.map((one) => one.id);
  const lacks = useQuery({
    queryKey: ['task', 'participant', 'payment', 'output', 'mid_check', 'performance', 'follow_on', 'period_rule', 'support_rule', 'lacks', ids],
    queryFn: () => api.work.lacks.query({ ids: ids.slice(0, 500) }), enabled: isWide && ids.length > 0, placeholderData: keepPreviousData,
  });
  const takes = verdict === 'ready' || verdict === 'incomplete' || verdict === 'asking';
  const name = stateName(state);
  const Fold = isWide ? ChevronsRightLeft : ChevronsLeftRight;
  return (
    <section
      className="cd-column" aria-label={`${name} ${count(tasks)}건`} data-state={state} data-wide={isWide || undefined} data-verdict={verdict ?? undefined} data-target={isTarget || undefined}
      onDragEnter={(event) => { event.preventDefault(); onOver(state); }}
      onDragOver={(event) => { if (takes) { event.preventDefault(); event.dataTransfer.dropEffect = 'move'; } else event.dataTransfer.dropEffect = 'none'; }}
      onDrop={(event) => { event.preventDefault(); onDrop(state); }}
    >
      <header>
        <button type="button" className="cd-column-head" aria-expanded={isWide} title={isWide ? `‘${name}’ 열 접기` : `‘${name}’ 열 펼치기`} onClick={() => onWide(state, !isWide)}>
          {isWide ? <TaskState code={state} /> : <span className="cd-column-name">{name}</span>}
          <span className="cd-number cd-column-count">{count(tasks)}</span>
          {verdict === null || verdict === 'here' ? <Fold className="cd-column-fold" size={13} aria-hidden /> : <Sign verdict={verdict} />}
        </button>
      </header>
      {isWide ? (
        <ul className="cd-cards" data-column={state}>
          {cards.map((one) => <Card key={one.id} card={one} lack={lacks.data?.[one.id]} isOpen={one.id === openId} isLifted={one.id === liftedId} isStop={one.id === stopId} {...card} />)}
          {tasks > cards.length ? (
            <li className="cd-cards-more"><Button size="compact-xs" variant="default" onClick={() => onMore(state)}>더 보기 ({count(cards.length)} / {count(tasks)})</Button></li>
          ) : null}
          {tasks === 0 ? <li className="cd-soft cd-small cd-cards-none">과제가 없습니다.</li> : null}
        </ul>
      ) : null}
    </section>
  );
};

export const BoardColumn = memo(Plain);
