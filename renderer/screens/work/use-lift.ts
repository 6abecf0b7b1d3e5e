/** Taking a card up, carrying it over columns, putting it down: the same by mouse and by keys. */
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { sentenceOf } from '../../refusal.ts';
import type { BoardCard } from '../../../db/work/api.ts';
import { needsAsking, sayTarget, targetsOf, type Lift } from './lift.ts';

export type LiftOptions = {
  /** States of the columns from left to right. */
  order: readonly string[];
  /** Opens the dialog of the move. */
  onAsk: (move: { id: string; from: string; to: string }) => void;
  onMoved: (move: { id: string; title: string; to: string; action: number | null }) => void;
  /** A sentence for the strip under the board, which is read aloud. */
  say: (sentence: string) => void;
};

export const useLift = (options: LiftOptions) => {
  const latest = useRef(options);
  latest.current = options;
  const held = useRef<Lift | null>(null);
  const [lift, setLift] = useState<Lift | null>(null);
  const put = (next: Lift | null) => { held.current = next; setLift(next); };
  const announce = (one: Lift, state: string | null) => latest.current.say(sayTarget(one, state, latest.current.order));
  /** Where a card may go is asked once, when it is taken up. */
  const asked = useRef<Promise<void>>(Promise.resolve());

  const take = (card: BoardCard, by: Lift['by']) => {
    const taken: Lift = { id: card.id, title: card.title, from: card.status, by, moves: null, target: null };
    put(taken);
    asked.current = api.tasks.moves.query({ id: card.id }).then((moves) => {
      if (held.current?.id !== card.id) return;
      const known: Lift = { ...held.current, moves };
      // By keys the nearest column on the way forward is proposed at once.
      const proposed = by === 'keys' ? moves.find((move) => move.kind === 'forward' || move.kind === 'resume')?.to ?? targetsOf(known, latest.current.order)[0] ?? null : known.target;
      put({ ...known, target: proposed });
      announce({ ...known, target: proposed }, proposed);
    }, (error: unknown) => { put(null); latest.current.say(sentenceOf(error)); });
    latest.current.say(`‘${card.title}’ 과제를 들었습니다.`);
  };
  /** The next column to the right (1) or left (-1) that the card may go to. */
  const step = (by: 1 | -1) => {
    const now = held.current;
    if (!now) return;
    const ways = targetsOf(now, latest.current.order);
    if (ways.length === 0) { announce(now, null); return; }
    const at = now.target === null ? -1 : ways.indexOf(now.target);
    const next = ways[at < 0 ? (by === 1 ? 0 : ways.length - 1) : (at + by + ways.length) % ways.length] ?? null;
    put({ ...now, target: next });
    announce(now, next);
  };
  const over = (state: string | null) => {
    const now = held.current;
    if (!now || now.target === state) return;
    put({ ...now, target: state });
    announce(now, state);
  };
  /** A card being put down is no longer in the hand: the end of the dragging must not take it back. */
  const isDropping = useRef(false);
  const cancel = () => {
    if (!held.current || isDropping.current) return;
    latest.current.say(`‘${held.current.title}’ 과제를 제자리에 두었습니다.`);
    put(null);
  };

  /** Moves at once when nothing is missing; asks first when something is. */
  const drop = async (to: string | null) => {
    const now = held.current;
    if (!now || to === null || to === now.from) { cancel(); return; }
    isDropping.current = true;
    await asked.current;
    isDropping.current = false;
    const moves = held.current?.id === now.id ? held.current.moves : null;
    const move = moves?.find((one) => one.to === to);
    put(null);
    if (!move) { latest.current.say(sayTarget({ ...now, moves }, to, latest.current.order)); return; }
    if (needsAsking(move)) { latest.current.onAsk({ id: now.id, from: now.from, to }); return; }
    try {
      const { action } = await api.tasks.move.mutate({ ids: [now.id], to, on: today() });
      latest.current.onMoved({ id: now.id, title: now.title, to, action });
    } catch (error) {
      // Something changed since it was asked: the dialog says what.
      latest.current.say(sentenceOf(error));
      latest.current.onAsk({ id: now.id, from: now.from, to });
    }
  };

  return { lift, take, step, over, cancel, drop };
};

export type LiftControls = ReturnType<typeof useLift>;
