/** A task on the board. Its title is the button that opens it and the place of the focus; the whole card can be dragged. */
import { ActionIcon } from '@mantine/core';
import { AlarmClock, CircleAlert, MoreHorizontal } from 'lucide-react';
import { memo } from 'react';
import type { BoardCard, Lack } from '../../../db/work/api.ts';
import { stateName } from '../tasks/states.tsx';
import { dueWord, shortWon } from './words.ts';

export type CardProps = {
  card: BoardCard;
  lack: Lack | undefined;
  isOpen: boolean;
  isLifted: boolean;
  /** The one card that Tab reaches. */
  isStop: boolean;
  onOpen: (id: string) => void;
  onTake: (card: BoardCard) => void;
  onLetGo: () => void;
  onMenu: (card: BoardCard, at: HTMLElement) => void;
};

const Plain = ({ card, lack, isOpen, isLifted, isStop, onOpen, onTake, onLetGo, onMenu }: CardProps) => {
  const due = card.dueOn === null ? null : dueWord(card.dueOn);
  const missing = lack?.messages.length ?? 0;
  return (
    <li
      className="cd-card" data-open={isOpen || undefined} data-lifted={isLifted || undefined} draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.title);
        onTake(card);
      }}
      onDragEnd={onLetGo}
    >
      <button type="button" className="cd-card-title" data-card={card.id} tabIndex={isStop ? 0 : -1} aria-describedby="cd-board-how" onClick={() => onOpen(card.id)}>{card.title}</button>
      <ActionIcon className="cd-card-more" variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label={`옮기기: ${card.title}`} title="다른 상태로 옮기기" onClick={(event) => onMenu(card, event.currentTarget)}><MoreHorizontal size={14} aria-hidden /></ActionIcon>
      <span className="cd-card-line"><span className="cd-card-firm">{card.firm ?? '기업 없음'}</span>{card.coordinator ? <span className="cd-soft cd-nowrap">{card.coordinator}</span> : <span className="cd-card-lack cd-nowrap">담당 없음</span>}</span>
      <span className="cd-card-line cd-card-foot">
        {due ? <span className={due.isLate ? 'cd-late cd-nowrap' : 'cd-nowrap'} title={card.dueOn ?? undefined}>{due.isLate ? <AlarmClock size={12} role="img" aria-label="기한 지남" /> : null}{due.day}</span> : null}
        {card.money === null ? null : <span className="cd-soft cd-nowrap" title={`${card.money.toLocaleString('ko-KR')}원`}>{shortWon(card.money)}</span>}
        {missing > 0 && lack ? <span className="cd-card-lack cd-nowrap" title={`‘${stateName(lack.to)}’ 상태로 가려면:\n${lack.messages.join('\n')}`}><CircleAlert size={12} aria-hidden />빠짐 {missing}</span> : null}
      </span>
    </li>
  );
};

export const Card = memo(Plain);
