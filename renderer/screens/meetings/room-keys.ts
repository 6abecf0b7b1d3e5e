/** Keys of the room: single keys by their place on the keyboard (Hangul mode types ㅁ for A), never while something is typed. */
import { useEffect, useRef } from 'react';
import { isComposing, isTextField } from '../../parts/keys/shortcut.ts';

export type RoomKey = 'next' | 'previous' | 'action' | 'task' | 'decision' | 'discussion' | 'vote' | 'pause' | 'people' | 'end' | 'leave';

const keys: Readonly<Record<string, RoomKey>> = {
  PageDown: 'next', ArrowDown: 'next', ArrowRight: 'next', PageUp: 'previous', ArrowUp: 'previous', ArrowLeft: 'previous',
  KeyA: 'action', KeyT: 'task', KeyD: 'decision', KeyL: 'discussion', KeyV: 'vote', Space: 'pause', KeyP: 'people', KeyE: 'end', KeyQ: 'leave',
};

/** Shown at the foot of the room. */
export const roomKeyWords: readonly [string, string][] = [
  ['↓ PageDown', '다음 안건'], ['↑ PageUp', '앞 안건'], ['Space', '시간 시작·멈춤'], ['L', '논의'], ['D', '결정'], ['V', '표결'], ['A', '조치'], ['T', '과제'], ['P', '출석'], ['E', '끝내기'], ['Esc', '글상자 나가기'], ['Q', '회의 모드 닫기'],
];

/** While a dialogue is open its own keys hold. */
export const useRoomKeys = (run: (key: RoomKey) => void, isPaused: boolean): void => {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (isPaused) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (isTextField(target)) {
        const isOpen = target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
        if (event.key === 'Escape' && !isOpen && target instanceof HTMLElement) { event.preventDefault(); target.blur(); }
        // Nobody writes with PageDown: the next item is one key away from any box.
        else if ((event.key === 'PageDown' || event.key === 'PageUp') && !isOpen) { event.preventDefault(); if (target instanceof HTMLElement) target.blur(); latest.current(event.key === 'PageDown' ? 'next' : 'previous'); }
        return;
      }
      const isChoice = target instanceof HTMLElement && (target.closest('[role="radiogroup"], [role="listbox"], [role="menu"]') !== null);
      if (isChoice && event.key.startsWith('Arrow')) return;
      if (event.code === 'Space' && target instanceof HTMLElement && target.matches('button, a, input')) return;
      const key = keys[event.code];
      if (!key) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isPaused]);
};
