/** 보드: tasks by state. Dragging a card, or lifting it by keys, is a workflow move with the same checks. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { BoardCard } from '../../../db/work/api.ts';
import { particle } from '../../../db/korean/particle.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { MoveDialog } from '../tasks/MoveDialog.tsx';
import { stateName } from '../tasks/states.tsx';
import { BoardColumn } from './BoardColumn.tsx';
import { handleBoardKey } from './board-keys.ts';
import { CardMenu } from './CardMenu.tsx';
import { needsAsking, verdictOf } from './lift.ts';
import type { ScopeState } from './scope.ts';
import { useLift } from './use-lift.ts';
import { count } from './words.ts';

export type BoardProps = { state: ScopeState; slot: HTMLElement | null; openId: string | null; onOpen: (id: string) => void };

const pageSize = 50;
const mostCards = 1000;
/** Folded until somebody unfolds them: where nothing is waited for any more. */
const folded = new Set(['rejected', 'stopped', 'direct-done', 'referred', 'withdrawn', 'closed']);
const order = taskStates.map((one) => one.code);

type Folds = Readonly<Record<string, boolean>>;
const isFolds = (value: unknown): value is Folds => typeof value === 'object' && value !== null && !Array.isArray(value);

export const Board = ({ state, slot, openId, onOpen }: BoardProps) => {
  const { undo } = useUndo();
  const frame = useRef<HTMLDivElement>(null);
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const [folds, setFolds] = usePreference<Folds>('work.board.wide', {}, isFolds);
  const [stop, setStop] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ id: string; from: string; to: string } | null>(null);
  const [menu, setMenu] = useState<{ card: BoardCard; at: HTMLElement } | null>(null);
  const [said, say] = useState('');
  /** The card that the focus follows into its new column. */
  const following = useRef<string | null>(null);

  const columns = order.map((code) => ({ state: code, limit: limits[code] ?? pageSize }));
  const found = useQuery({
    queryKey: ['task', 'organisation', 'person', 'period_rule', 'board', state.scope, columns],
    queryFn: ({ signal }) => api.work.board.query({ ...state.scope, columns }, { signal }), placeholderData: keepPreviousData,
  });
  const board = found.data;
  const cards = board ? Object.values(board.cards).flat() : [];
  const cardOf = (id: string): BoardCard | undefined => cards.find((one) => one.id === id);
  useStatusText(board ? `애로과제 ${count(board.total)}건` : '');

  const onMoved = ({ id, title, to, action }: { id: string; title: string; to: string; action: number | null }) => {
    following.current = id;
    const sentence = `‘${title}’ 과제를 ‘${stateName(to)}’${particle(stateName(to), '으로/로')} 옮겼습니다.`;
    say(sentence);
    notifications.show({
      id: `moved-${id}`, autoClose: 8_000,
      message: (
        <div className="cd-toast"><span>{sentence}</span>
          {action === null ? null : <Button size="compact-xs" variant="default" onClick={() => { notifications.hide(`moved-${id}`); undo(String(action)); }}>되돌리기</Button>}
        </div>
      ),
    });
  };
  const lift = useLift({ order, onAsk: setAsking, onMoved, say });

  const moveFromMenu = async (card: BoardCard, to: string) => {
    const move = (await api.tasks.moves.query({ id: card.id })).find((one) => one.to === to);
    if (!move || needsAsking(move)) { setAsking({ id: card.id, from: card.status, to }); return; }
    lift.take(card, 'mouse');
    await lift.drop(to);
  };

  // Columns and cards are drawn again only when what they show has changed.
  const latest = useRef({ lift, onOpen, folds });
  latest.current = { lift, onOpen, folds };
  const open = useCallback((id: string) => latest.current.onOpen(id), []);
  const take = useCallback((card: BoardCard) => latest.current.lift.take(card, 'mouse'), []);
  const letGo = useCallback(() => { if (latest.current.lift.lift?.by === 'mouse') latest.current.lift.cancel(); }, []);
  const showMenu = useCallback((card: BoardCard, at: HTMLElement) => setMenu({ card, at }), []);
  const over = useCallback((to: string | null) => latest.current.lift.over(to), []);
  const drop = useCallback((to: string) => void latest.current.lift.drop(to), []);
  const more = useCallback((code: string) => setLimits((known) => ({ ...known, [code]: Math.min(mostCards, (known[code] ?? pageSize) + pageSize) })), []);
  const widen = useCallback((code: string, wide: boolean) => setFolds({ ...latest.current.folds, [code]: wide }), [setFolds]);

  useEffect(() => {
    const id = following.current;
    if (id === null || asking !== null) return;
    const title = frame.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
    const at = document.activeElement;
    if (!title || title.closest('[data-column]')?.getAttribute('data-column') === null) return;
    if (at === document.body || at === title || frame.current?.contains(at)) { title.focus({ preventScroll: true }); title.closest('.cd-card')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
    following.current = null;
  }, [board, asking]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const ours = handleBoardKey(event, {
      lift, take: (id) => { const card = cardOf(id); if (card) lift.take(card, 'keys'); }, menu: (id, at) => { const card = cardOf(id); if (card) setMenu({ card, at }); },
    });
    if (ours) { event.preventDefault(); event.stopPropagation(); }
  };

  if (found.isError) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!board) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const shown = order.filter((code) => (board.counts[code] ?? 0) > 0 || !board.off.includes(code));
  const isWide = (code: string): boolean => folds[code] ?? ((board.counts[code] ?? 0) > 0 && !folded.has(code));
  const stopId = cardOf(stop ?? '') ? stop : shown.filter(isWide).flatMap((code) => board.cards[code] ?? [])[0]?.id ?? null;
  return (
    <>
      {slot ? createPortal(<span className="cd-soft cd-number">{count(board.total)}건</span>, slot) : null}
      <div
        className="cd-board" ref={frame} role="group" aria-label="상태별 과제 보드" data-lifting={lift.lift ? true : undefined} onKeyDown={onKeyDown}
        onFocus={(event) => { const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined; if (id !== undefined) setStop(id); }}
      >
        {shown.map((code) => (
          <BoardColumn
            key={code} state={code} tasks={board.counts[code] ?? 0} cards={board.cards[code] ?? none} isWide={isWide(code)} openId={openId} liftedId={lift.lift?.from === code ? lift.lift.id : null} stopId={stopId}
            verdict={lift.lift ? verdictOf(lift.lift, code) : null} isTarget={lift.lift?.target === code && lift.lift.from !== code}
            onWide={widen} onMore={more} onOver={over} onDrop={drop} onOpen={open} onTake={take} onLetGo={letGo} onMenu={showMenu}
          />
        ))}
      </div>
      <p className="cd-board-say" role="status" data-lifting={lift.lift ? true : undefined}>{said}</p>
      {said === '' ? <p className="cd-board-hint cd-soft cd-small" aria-hidden>카드를 끌거나, 스페이스로 들고 화살표로 상태를 골라 Enter로 놓습니다. 메뉴 키를 누르면 갈 수 있는 상태가 나옵니다.</p> : null}
      <p className="cd-only-spoken" id="cd-board-how">Enter로 열고, 스페이스로 들어 화살표로 상태를 고른 뒤 Enter로 놓습니다. Esc는 취소, 메뉴 키는 옮기기 메뉴입니다.</p>
      {menu ? <CardMenu card={menu.card} at={menu.at} onClose={() => setMenu(null)} onOpen={() => { setMenu(null); onOpen(menu.card.id); }} onMove={(to) => { setMenu(null); void moveFromMenu(menu.card, to); }} /> : null}
      <MoveDialog ids={asking ? [asking.id] : []} from={asking?.from ?? null} to={asking?.to ?? null} onClose={() => setAsking(null)} onMoved={() => { following.current = asking?.id ?? null; }} />
    </>
  );
};

const none: readonly BoardCard[] = [];
