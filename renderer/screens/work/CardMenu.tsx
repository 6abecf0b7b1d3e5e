/** 옮기기: the states a card can go to, as a menu beside it, for whoever does not drag. */
import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BoardCard } from '../../../db/work/api.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { groupedMoves, movesKey, TaskState } from '../tasks/states.tsx';

export type CardMenuProps = {
  card: BoardCard;
  /** The card's button or title: the menu opens under it. */
  at: HTMLElement;
  onMove: (to: string) => void;
  onOpen: () => void;
  onClose: () => void;
};

export const CardMenu = ({ card, at, onMove, onOpen, onClose }: CardMenuProps) => {
  const moves = useQuery({ queryKey: movesKey([card.id]), queryFn: () => api.tasks.moves.query({ id: card.id }), staleTime: 0 });
  const box = at.getBoundingClientRect();
  return (
    <Menu opened onClose={() => { onClose(); at.focus(); }} position="bottom-start" withinPortal trapFocus returnFocus={false}>
      <Menu.Target><span className="cd-menu-anchor" style={{ left: box.left, top: box.bottom }} /></Menu.Target>
      <Menu.Dropdown className="cd-states">
        <Menu.Label>‘{card.title}’ 옮기기</Menu.Label>
        {moves.isPending ? <Menu.Item disabled>{words.loading}</Menu.Item> : null}
        {moves.isError ? <Menu.Item disabled>{sentenceOf(moves.error)}</Menu.Item> : null}
        {moves.data?.length === 0 ? <Menu.Item disabled>갈 수 있는 상태가 없습니다.</Menu.Item> : null}
        {groupedMoves(moves.data ?? []).map((group) => [
          <Menu.Label key={group.title}>{group.title}</Menu.Label>,
          ...group.moves.map((move) => {
            const lacking = move.missing.length + move.findings.filter((one) => one.level === 'block').length;
            return <Menu.Item key={move.to} rightSection={lacking > 0 ? <span className="cd-card-lack cd-small">빠짐 {lacking}</span> : null} onClick={() => onMove(move.to)}><TaskState code={move.to} /></Menu.Item>;
          }),
        ])}
        <Menu.Divider />
        <Menu.Item onClick={onOpen}>과제 {words.open}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
