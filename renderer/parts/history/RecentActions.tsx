/** The last actions of everybody on this desk, each with a way back. */
import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { formatInstant } from './HistoryList.tsx';

export type RecentAction = {
  id: string;
  /** What was done, as a sentence part: `애로과제 등록: 금형 공정 개선`. */
  label: string;
  who: string;
  /** ISO instant. */
  at: string;
  state: 'done' | 'undone';
};

export type RecentActionsProps = { actions: readonly RecentAction[]; onUndo: (id: string) => void; onRedo?: (id: string) => void };

export const RecentActions = ({ actions, onUndo, onRedo }: RecentActionsProps) => {
  if (actions.length === 0) return <p className="cd-soft">최근에 한 일이 없습니다.</p>;
  return (
    <ul className="cd-actions">
      {actions.map((action) => (
        <li key={action.id} data-state={action.state}>
          <div>
            <div>{action.label}{action.state === 'undone' ? <span className="cd-soft"> (되돌림)</span> : null}</div>
            <div className="cd-small cd-soft">{action.who} · <time dateTime={action.at}>{formatInstant(action.at)}</time></div>
          </div>
          {action.state === 'done' ? (
            <Button size="compact-xs" variant="default" leftSection={<Undo2 size={13} aria-hidden />} aria-label={`되돌리기: ${action.label}`} onClick={() => onUndo(action.id)}>되돌리기</Button>
          ) : onRedo ? (
            <Button size="compact-xs" variant="subtle" aria-label={`다시 실행: ${action.label}`} onClick={() => onRedo(action.id)}>다시 실행</Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
