/** Changing the state: only the moves the workflow allows, in groups, each with how much it still lacks. */
import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SharedMove } from '../../../db/tasks/api.ts';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { groupedMoves, TaskState } from './states.tsx';
import { useMoves } from './use-moves.ts';

export { MoveDialog } from './MoveDialog.tsx';

export type MoveMenuProps = { ids: readonly string[]; from?: string | null; label?: ReactNode; onMoved?: () => void };

/** What stands between the task and this state, in a word. */
const Lack = ({ move, isMany }: { move: SharedMove; isMany: boolean }) => {
  if (isMany) return move.lacking === 0 ? null : <span className="cd-small cd-soft">{move.lacking}건에 빠진 것</span>;
  const blocks = move.findings.filter(({ level }) => level === 'block').length;
  if (blocks > 0) return <span className="cd-small cd-late">규칙 위반 {blocks}</span>;
  return move.missing.length === 0 ? null : <span className="cd-small cd-soft">빠진 것 {move.missing.length}</span>;
};

export const MoveMenu = ({ ids, from = null, label, onMoved }: MoveMenuProps) => {
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const found = useMoves(ids, isOpen);
  const moves = found.data ?? [];
  return (
    <>
      <Menu position="bottom-start" withinPortal opened={isOpen} onChange={setOpen}>
        <Menu.Target><Button variant="default" data-field="status" rightSection={<ChevronDown size={14} aria-hidden />}>{label ?? '상태 바꾸기'}</Button></Menu.Target>
        <Menu.Dropdown className="cd-states">
          {found.isPending ? <Menu.Item disabled>{words.loading}</Menu.Item> : null}
          {found.isError ? <Menu.Item disabled>{sentenceOf(found.error)}</Menu.Item> : null}
          {found.data && moves.length === 0 ? <Menu.Item disabled>{ids.length > 1 ? '고른 과제가 함께 갈 수 있는 상태가 없습니다.' : '이 상태에서 끝납니다.'}</Menu.Item> : null}
          {groupedMoves(moves).map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <Menu.Label>{group.title}</Menu.Label>
              {group.moves.map((move) => <Menu.Item key={move.to} rightSection={<Lack move={move} isMany={ids.length > 1} />} onClick={() => setTo(move.to)}><TaskState code={move.to} /></Menu.Item>)}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <MoveDialog ids={ids} from={from} to={to} onClose={() => setTo(null)} {...(onMoved ? { onMoved } : {})} />
    </>
  );
};
